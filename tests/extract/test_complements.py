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
        "He refused to apologise, saying the law was right.",
        "refused to apologise, saying",
        "refused to apologise, saying",
        "the law was right",
    ),
    (
        "They refused to back down and insisted the law was right.",
        "refused to back down and insisted",
        "refused to back down and insisted",
        "the law was right",
    ),
    (
        "The bank declined to immediately comment on the leak.",
        "declined to immediately comment on",
        "declined to immediately comment on",
        "the leak",
    ),
    ("Lee refused to be drawn on the leak.", "refused to be drawn on", "refused to be drawn on", "the leak"),
    (
        "Orr declined to provide any comment on the leak.",
        "declined to provide any comment on",
        "declined to provide any comment on",
        "the leak",
    ),
]


@pytest.mark.parametrize(("text", "cue", "wanted", "content"), REFUSED)
def test_what_is_refused_is_the_whole_infinitive(text: str, cue: str, wanted: str, content: str) -> None:
    end = text.index(content) + len(content)
    given = Span.of(text, text.index(cue) + len(cue) + 1, end)
    got = completed(text, Attribution(at(text, cue), at(text, text.split()[0]), (given,)))
    assert (got.cue, got.content) == (at(text, wanted), (at(text, content),))
