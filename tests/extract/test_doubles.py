"""What is no saying of its own beside another, and what is one."""

from __future__ import annotations

import pytest

from sayso.extract.doubles import without_doubles
from sayso.ledger import Attribution, Span

Row = tuple[str, str, str]  # source, cue, content


def kept(text: str, rows: list[Row]) -> list[str]:
    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    found = [Attribution(span(cue), span(source), (span(content),)) for source, cue, content in rows]
    return [each.cue.text for each in without_doubles(text, found) if each.cue]


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("The union sent a letter urging the bank to talk.",
         [("The union", "sent", "a letter urging the bank to talk"), ("The union", "urging", "the bank to talk")],
         ["urging"]),
        ("The bank released a report warning that rates would rise.",
         [("The bank", "released", "a report"), ("The bank", "warning", "that rates would rise")],
         ["warning"]),
        ("The governor telephoned to express regret.",
         [("The governor", "telephoned", "to express regret"), ("The governor", "express", "regret")],
         ["express"]),
        ("“It will hold,” Lee said, referring to the dam.",
         [("Lee", "said", "“It will hold,”"), ("Lee", "referring to", "the dam")],
         ["said"]),
        ("“It holds,” Lee fired back in a post, he wrote.",
         [("Lee", "fired back", "“It holds,”"), ("he", "wrote", "“It holds,”")],
         ["fired back"]),
        # two sayings
        ("Lee said the dam holds, adding that it is new.",
         [("Lee", "said", "the dam holds"), ("Lee", "adding", "that it is new")],
         ["said", "adding"]),
        ("Lee said she called the dam safe.",
         [("Lee", "said", "she called the dam safe"), ("she", "called", "the dam safe")],
         ["said", "called"]),
        ("Lee said no. Referring to the dam, Brandt said yes.",
         [("Lee", "said", "no"), ("Brandt", "Referring to", "the dam")],
         ["said", "Referring to"]),
        ("The bank published rules to forbid loans.",
         [("The bank", "published", "rules to forbid loans"), ("The bank", "forbid", "loans")],
         ["published", "forbid"]),
    ],
)  # fmt: skip
def test_one_statement_for_one_saying(text: str, rows: list[Row], expected: list[str]) -> None:
    assert kept(text, rows) == expected
