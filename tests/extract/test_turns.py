"""Turns of transcripts and interviews, and labels that are no speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.turns import with_turns
from sayso.ledger import Attribution, Span

Row = tuple[str, str, list[str]]


def rows(text: str, known: tuple[Attribution, ...] = ()) -> list[Row]:
    return [
        (each.source.text if each.source else "–", each.cue.text if each.cue else "–", [s.text for s in each.content])
        for each in with_turns(text, known)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("((Wikinews)) Why did you run?\n\n((Ada Kroll)) To mend the pier.\n\n((WN)) : Again?\n\n((AK)) Yes.",
         [("Wikinews", "))", ["Why did you run?"]), ("Ada Kroll", "))", ["To mend the pier"]),
          ("WN", ":", ["Again?"]), ("AK", "))", ["Yes"])]),
        ("From the record:\nQ: Did you see the lorry?\nA: It had no lights.",
         [("Q", ":", ["Did you see the lorry?"]), ("A", ":", ["It had no lights"])]),
        ("Q. Where do you live?\n\nA. In the harbour.",
         [("Q", ".", ["Where do you live?"]), ("A", ".", ["In the harbour"])]),
        ("A talk\nInterviewer: How old is it?\nKroll: Very old.\nInterviewer: Is it yours?\nKroll: No.",
         [("Interviewer", ":", ["How old is it?"]), ("Kroll", ":", ["Very old"]),
          ("Interviewer", ":", ["Is it yours?"]), ("Kroll", ":", ["No"])]),
        ("The debate\nBRANDT: We built it.\nHALLORAN: That is not so.\nBRANDT: You know it is.\nHALLORAN: No.",
         [("BRANDT", ":", ["We built it"]), ("HALLORAN", ":", ["That is not so"]),
          ("BRANDT", ":", ["You know it is"]), ("HALLORAN", ":", ["No"])]),
        ("The briefing\nThe Courier: Will he go?\nWei Lan: I cannot say.\n\nIt is early.\n"
         "The Courier: Why?\nWei Lan: Wait.",
         [("The Courier", ":", ["Will he go?"]), ("Wei Lan", ":", ["I cannot say", "It is early"]),
          ("The Courier", ":", ["Why?"]), ("Wei Lan", ":", ["Wait"])]),
    ],
)  # fmt: skip
def test_every_turn_is_a_statement(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Photos: Storm hits the coast\n\nIt came at night.",
        "Breaking: Two dead in fire\n\nTwo died.",
        "Kenya: Floods kill nine\n\nNine died.",
        "The hall\nVenue: The old hall.\nPrice: Ten crowns.\nContact: Ada Kroll.",
        "The toll\nDead: 12.\nInjured: 30.\nDead: 14.\nInjured: 44.",
        "The menu\nSoup: You choose.\nFish: We fry it.",
        "Q: Who reads this?\n\nNobody does.",
    ],
)
def test_no_dialogue(text: str) -> None:
    assert rows(text) == []


def span(text: str, words: str, after: int = 0) -> Span:
    at = text.index(words, after)
    return Span.of(text, at, at + len(words))


def test_what_the_network_has_becomes_whole() -> None:
    text = "Q: Is it safe?\nA: It is. I think so.\nQ: Who paid?\nA: I think the bank did."
    asked = Attribution(
        span(text, ":"), span(text, "Q"), (span(text, "Is it safe?"), span(text, "It is")), confidence=0.9
    )
    thinks = Attribution(span(text, "think", 50), span(text, "I", 50), (span(text, "the bank did"),))
    inside = Attribution(span(text, "think"), span(text, "I", 20), (span(text, "so"),))
    assert [row[2] for row in rows(text, (asked, inside, thinks))] == [
        ["Is it safe?"],
        ["It is. I think so"],
        ["so"],
        ["Who paid?"],
        ["I think the bank did"],
    ]


def test_a_kind_of_piece_is_no_speaker() -> None:
    text = "Opinion: The pier deserves better\n\nIt is old."
    wrong = Attribution(span(text, ":"), span(text, "Opinion"), (span(text, "The pier deserves better"),))
    assert with_turns(text, (wrong,)) == ()


@given(
    st.lists(st.sampled_from(["Q: ", "A: ", "((Lee)) ", "Lee: ", "Yes. ", "Why? ", "I go. ", "\n", "“"]), max_size=30)
)
def test_spans_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for each in with_turns(text, ()):
        assert each.source is not None
        assert each.cue is not None
        for one in (each.source, each.cue, *each.content):
            assert one.text == text[one.start : one.end] != ""
