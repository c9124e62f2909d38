"""Who denies what, where the object stands before the verb; and what is no denial."""

from __future__ import annotations

import re

import pytest

from sayso.extract.denials import with_denials
from sayso.ledger import Attribution, Mention, Span

NAMES = re.compile(r"Kroll|Brandt|Lee")


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def found(text: str, known: tuple[Attribution, ...] = ()) -> list[tuple[str, str, str]]:
    mentions = [Mention(Span.of(text, *each.span()), "person") for each in NAMES.finditer(text)]
    return [
        (each.source.text, each.cue.text, each.content[0].text)
        for each in with_denials(text, known, mentions)
        if each.source and each.cue and each not in known
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is accused of theft, an accusation he denies.", ("he", "denies", "an accusation")),
        ("They burned it, an allegation vehemently denied by the owners.",
         ("the owners", "vehemently denied by", "an allegation")),
        ("The firms will merge, a report later denied by Kroll.", ("Kroll", "later denied by", "a report")),
        ("The sale was secret – something the bank disputes.", ("the bank", "disputes", "something")),
        ("He faces allegations of fraud, which he has repeatedly denied.",
         ("he", "has repeatedly denied", "allegations of fraud")),
        ("The mine poisoned the river, which the ministry has denied.",
         ("the ministry", "has denied", "The mine poisoned the river")),
        ("Nobody believed her flat denial of wrongdoing.", ("her", "denial of", "wrongdoing")),
        ("The judge heard Kroll’s denial that he met Brandt.", ("Kroll", "denial", "that he met Brandt")),
    ],
)  # fmt: skip
def test_a_denial_has_its_object(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The claim, which nobody has denied, is old.",
        "It was a charge he never denied.",
        "He was refused entry, which was denied.",
        "A denial of service took the site down.",
        "Despite his fierce denials, the trial went on.",  # nothing is denied
        "Kroll disagreed.",  # with nobody
        "The guild met, and members disagreed on the date.",
    ],
)
def test_no_denial(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("The mayor said the bridge was safe. Kroll disagreed.", ("The mayor", "said", "the bridge was safe"),
         ("Kroll", "disagreed", "the bridge was safe")),
        ("The press asked whether Lee would quit, despite his denials.",
         ("The press", "asked", "whether Lee would quit"),
         ("his", "denials", "whether Lee would quit")),
        ("Brandt said Lee sold the yard, which Lee denied.", ("Brandt", "said", "Lee sold the yard"),
         ("Lee", "denied", "Lee sold the yard")),
    ],
)  # fmt: skip
def test_what_was_said_before_is_denied(text: str, rows: tuple[str, str, str], expected: tuple[str, str, str]) -> None:
    source, cue, content = rows
    said = Attribution(span(text, cue), span(text, source), (span(text, content),))
    assert found(text, (said,)) == [expected]


def test_a_source_that_swallows_the_object_is_parted() -> None:
    text = "He hit her, a charge Kroll denied."
    wrong = Attribution(span(text, "denied"), span(text, "a charge Kroll"), (span(text, "He hit her"),))
    assert found(text, (wrong,)) == [("Kroll", "denied", "a charge")]
