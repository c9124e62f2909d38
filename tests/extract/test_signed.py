"""Quotations that their speaker's name closes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.signed import with_signed
from sayso.ledger import Attribution, Span


def rows(text: str, found: tuple[Attribution, ...] = ()) -> list[tuple[str | None, str, list[str]]]:
    return [
        (each.source and each.source.text, each.cue.text if each.cue else "", [span.text for span in each.content])
        for each in with_signed(text, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The ferry was late again.” — Ines Duarte, Horta",
         [("Ines Duarte, Horta", "—", ["“The ferry was late again.”"])]),
        ('"Nobody asked the crew." -- Tomás Reis', [("Tomás Reis", "--", ['"Nobody asked the crew."'])]),
        ("Readers wrote.\n“One.” ―Ana Lobo\n“Two.” ― Rui Paz, a baker.\n",
         [("Ana Lobo", "―", ["“One.”"]), ("Rui Paz, a baker", "―", ["“Two.”"])]),
        ("«Non.» – Jeanne Morel", [("Jeanne Morel", "–", ["«Non.»"])]),
        # a sentence that goes on after a dash is no signature
        ("“The ferry was late” — Duarte said so herself.", []),
        ("“The ferry” — late again", []),
        ("He called it “a farce” — Then he left the room and the council voted on the plan without him.", []),
        ("The ferry was late. — Ines Duarte", []),
    ],
)  # fmt: skip
def test_signed(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert rows(text) == expected


def test_what_the_network_made_of_it_gives_way() -> None:
    """A content that runs on into the next reader's words loses them; a statement inside the words stays."""
    text = "“One.” — Ana Lobo\n“Ana says two.” — Rui Paz"

    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    wrong = Attribution(span("—"), span("Ana Lobo"), (span("“Ana says two.”"),), acts=(("state", 0.9),), confidence=0.6)
    inside = Attribution(span("says"), Span.of(text, 19, 22), (span("two"),))
    found = with_signed(text, (wrong, inside))
    assert [(each.source and each.source.text, [x.text for x in each.content]) for each in found] == [
        ("Ana Lobo", ["“One.”"]),
        ("Ana", ["two"]),
        ("Rui Paz", ["“Ana says two.”"]),
    ]
    assert found[0].acts == (("state", 0.9),)


@given(st.text('“”"—-Aa .\n,', max_size=60))
def test_spans_are_the_text(text: str) -> None:
    for each in with_signed(text, ()):
        assert each.source is not None
        assert each.cue is not None
        for span in (each.source, each.cue, *each.content):
            assert span.text == text[span.start : span.end] != ""
