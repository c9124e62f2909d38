"""Who gave no answer, where one was due; and what only looks like it."""

from __future__ import annotations

import re

import pytest

from sayso.extract.silences import with_silences
from sayso.ledger import Attribution, Document, Mention, Span
from sayso.resolve.statements import resolve

NAMES = re.compile(r"Ann Lee|Lee|Moreno|Ocean Guild|Quayside")


def mentions(text: str) -> list[Mention]:
    return [
        Mention(Span.of(text, *each.span()), "organisation" if each[0] in ("Ocean Guild", "Quayside") else "person")
        for each in NAMES.finditer(text)
    ]


def found(text: str, known: tuple[Attribution, ...] = ()) -> list[tuple[str, str, str]]:
    return [
        (each.source.text if each.source else "–", each.cue.text, "".join(span.text for span in each.content))
        for each in with_silences(text, known, mentions(text))
        if each.cue
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Lee did not return phone calls.", "Lee", "did not return phone calls", ""),
        ("The port didn’t return repeated calls or e-mails seeking comment.", "The port",
         "didn’t return repeated calls or e-mails seeking comment", ""),
        ("A spokesman for the Ocean Guild did not respond to a request for comment.",
         "A spokesman for the Ocean Guild", "did not respond to a request for comment", ""),
        ("The firms have not replied to an e-mail asking for an interview.", "The firms",
         "have not replied to an e-mail asking for an interview", ""),
        ("The museum did not respond to text messages.", "The museum", "did not respond to text messages", ""),
        ("Moreno could not be reached for comment.", "Moreno", "could not be reached for comment", ""),
        ("Her lawyer couldn’t immediately be reached on Monday.", "Her lawyer", "couldn’t immediately be reached", ""),
        ("Officials at the mint were not immediately available for comment.", "Officials at the mint",
         "were not immediately available for comment", ""),
        ("The pilot remained unavailable.", "The pilot", "remained unavailable", ""),
        ("The coach wouldn’t comment.", "The coach", "wouldn’t comment", ""),
        ("The army has yet to comment on the raid, and may not.", "The army", "has yet to comment on", "the raid"),
        ("The bishop declined further comment.", "The bishop", "declined further comment", ""),
        ("The palace refused comment on the wedding.", "The palace", "refused comment on", "the wedding"),
        ("The treasurer had no immediate comment.", "The treasurer", "had no immediate comment", ""),
        ("The bank closed on Friday and did not respond to a request for comment.", "The bank",
         "did not respond to a request for comment", ""),
        ("The yard is shut, said Lee, who did not return calls.", "Lee", "did not return calls", ""),
        ("The old windmill, which could not be reached for comment, is closed.", "which",
         "could not be reached for comment", ""),
        ("Her office would not be drawn on the cost.", "Her office", "would not be drawn on", "the cost"),
        ("Lee left, and on Monday her press office did not return calls.", "her press office",
         "did not return calls", ""),
        ("There was no comment yet from the ministry.", "the ministry", "no comment yet from", ""),
        ("No comment was immediately available from Quayside.", "Quayside",
         "No comment was immediately available from", ""),
        ("Calls to the mayor’s office were not immediately returned.", "the mayor’s office",
         "were not immediately returned", ""),
        ("A request for comment sent to the museum went unanswered.", "the museum", "went unanswered", ""),
        ("Repeated efforts to contact the broker failed.", "the broker", "failed", ""),
    ],
)  # fmt: skip
def test_a_silence_is_found(text: str, source: str, cue: str, content: str) -> None:
    assert found(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The ship did not respond to the helm.",
        "The patient did not respond to the treatment.",
        "The summit could not be reached before dark.",
        "The room was not immediately available.",
        "The valve remained unavailable.",
        "Prices did not return to their old level.",
        "Lee returned the calls and answered every question.",
        "If Lee does not respond to a request for comment, the piece will run.",
        "Efforts to reach the summit failed at noon and were resumed.",
        "The guards do not have an answer.",
        "It did not return calls.",  # nobody is named by grammar
    ],
)
def test_no_silence(text: str) -> None:
    assert found(text) == []


def test_what_the_network_has_becomes_whole() -> None:
    text = "The army has yet to comment on the raid."
    known = Attribution(Span.of(text, 9, 16), Span.of(text, 0, 8), (Span.of(text, 17, 27),), confidence=0.4)
    (made,) = with_silences(text, (known,), ())
    assert found(text, (known,)) == [("The army", "has yet to comment on", "the raid")]
    assert made.confidence > 0.8


def test_somebody_else_says_it() -> None:
    text = "The court heard that Lee did not return calls."
    told = Attribution(Span.of(text, 10, 15), Span.of(text, 0, 9), (Span.of(text, 16, 45),))
    assert with_silences(text, (told,), mentions(text)) == (told,)


@pytest.mark.parametrize(
    "text",
    [
        "Lee did not return phone calls.",
        "Calls to Lee were unsuccessful.",
        "Lee could not be contacted for comment.",
        "Lee was unavailable for comment.",
        "Lee refused comment.",
    ],
)
def test_it_becomes_a_statement(text: str) -> None:
    resolved = resolve(Document(text), with_silences(text, (), mentions(text)), mentions(text))
    assert [(each.act, each.negated, each.content) for each in resolved.statements] == [("decline_comment", False, ())]
