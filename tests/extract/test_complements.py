"""The document that somebody issued is the source, with all that stands between."""

from __future__ import annotations

import pytest

from sayso.extract.complements import completed
from sayso.ledger import Attribution, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


ROWS = [
    (
        "A bill brought in this week by four senators calls for new locks.",
        "four senators",
        "calls for",
        "A bill brought in this week by four senators",
    ),
    (
        "The letter, signed by the mayor, asks for help.",  # a comma parts the two
        "the mayor",
        "asks for",
        "the mayor",
    ),
    ("A bridge damaged by the storm warned them all.", "the storm", "warned", "the storm"),
    (
        "Their joint statement issued on Monday by Orr and Lind says the well is dry.",
        "Orr and Lind",
        "says",
        "Their joint statement issued on Monday by Orr and Lind",
    ),
    (
        "She read a report written by engineers. The engineers say it leaks.",
        "The engineers",
        "say",
        "The engineers",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "wanted"), ROWS)
def test_who_speaks(text: str, source: str, cue: str, wanted: str) -> None:
    content = Span.of(text, text.index(cue) + len(cue) + 1, len(text) - 1)
    got = completed(text, Attribution(at(text, cue), at(text, source), (content,)))
    assert got.source == at(text, wanted)


HELD = [
    ("The draft asks too much, including a demand that they disarm.", "demand", "The draft"),
    ("The union's long letter goes on, including a call for calm.", "call for", None),
    ("The mayor spoke at length, including a demand that they disarm.", "demand", None),
    ("The report was kept. Much was said, including a demand that they disarm.", "demand", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), HELD)
def test_what_a_document_holds(text: str, cue: str, source: str | None) -> None:
    content = Span.of(text, text.index(cue) + len(cue) + 1, len(text) - 1)
    got = completed(text, Attribution(at(text, cue), None, (content,)))
    assert got.source == (at(text, source) if source else None)


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [
        ("who’s called for", ("who", "’s called for")),
        ("It's denouncing", ("It", "'s denouncing")),
        ("there’s talk of", None),
    ],
)
def test_a_pronoun_written_with_its_verb_is_the_source(cue: str, wanted: tuple[str, str] | None) -> None:
    text = f"A senator {cue} new rules."
    got = completed(text, Attribution(at(text, cue), None, (at(text, "new rules"),)))
    assert (got.source and got.source.text, got.cue and got.cue.text) == (wanted or (None, cue))


REFUSED = [
    ("The union declined to back the bill.", "declined to back", "declined", "to back the bill"),
    (
        "Her refusal to disavow the endorsement cost votes.",
        "refusal to disavow",
        "refusal",
        "to disavow the endorsement",
    ),
    (
        "The port has refused to comment on the leak.",
        "has refused to comment on",
        "has refused to comment on",
        "the leak",
    ),
    ("The port declined to answer questions.", "declined to answer", "declined to answer", "questions"),
    ("The council agreed to back the bill.", "agreed to back", "agreed to back", "the bill"),
    (
        "She declined to name the man or even say more.",
        "declined to name",
        "declined",
        "to name the man or even say more",
    ),
]


@pytest.mark.parametrize(("text", "cue", "wanted", "content"), REFUSED)
def test_what_is_refused_is_the_whole_infinitive(text: str, cue: str, wanted: str, content: str) -> None:
    end = text.index(content) + len(content)
    given = Span.of(text, text.index(cue) + len(cue) + 1, text.find(" or ") if " or " in text else end)
    got = completed(text, Attribution(at(text, cue), at(text, text.split()[0]), (given,)))
    assert (got.cue, got.content) == (at(text, wanted), (at(text, content),))


SUBJECTS = [
    (
        "In brief, calls to send help to the port, where a crew holds out, were rejected by the mayor.",
        "a crew holds out",
        "calls to send help to the port, where a crew holds out",
    ),
    (
        "The plan for a dam, which the union likes, was rejected by Lee.",
        "the union likes",
        "The plan for a dam, which the union likes",
    ),
    ("He wrote to the port, where a crew holds out, was rejected by Lee.", "a crew holds out", "a crew holds out"),
    ("They met, and the port, which he built, was rejected by Lee.", "he built", "he built"),
    ("The plan for a dam was rejected by Lee.", "a dam", "a dam"),
]


@pytest.mark.parametrize(("text", "given", "wanted"), SUBJECTS)
def test_what_was_rejected_is_the_whole_subject(text: str, given: str, wanted: str) -> None:
    cue = "were rejected by" if "were rejected by" in text else "was rejected by"
    source = at(text, text[text.index(cue) + len(cue) + 1 : -1])
    got = completed(text, Attribution(at(text, cue), source, (at(text, given),)))
    assert got.content == (at(text, wanted),)
