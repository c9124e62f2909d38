"""Readings made by hand, to be written to a ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sayso.ledger import Actor, Document, Ledger, Response, Span, Statement
from sayso.store import Original, Read, digest
from tests.sample import DOCUMENT, LEDGER, TEXT

WHEN = datetime(2024, 5, 14, 12)


def original(place: str = "/reports/gravel.txt", text: str = TEXT, **more: Any) -> Original:
    raw = text.encode()
    return Original(place, digest(raw), len(raw), raw, more.pop("fetched_at", WHEN), **more)


def reading(ledger: Ledger = LEDGER, place: str = "/reports/gravel.txt", version: str = "1", **more: Any) -> Read:
    document = ledger.documents[0]
    return Read(original(place, document.text, **more), document, ledger, version)


def report(words: str, **about: Any) -> Ledger:
    """The ledger of "NAME said CONTENT." by hand: one actor, one statement."""
    document = Document(words, **about)
    name, said, content = words.rstrip(".").partition(" said ")
    start = len(name) + len(said)
    source, cue = Span.of(words, 0, len(name)), Span.of(words, len(name) + 1, start - 1)
    actor = Actor(name, "person", aliases=(name,), mentions=((document.id, source),))
    spans = (Span.of(words, start, start + len(content)),)
    return Ledger((document,), (actor,), (Statement(document.id, source, actor.id, cue, spans, "indirect", "state"),))


def linked(ledger: Ledger, relation: Any) -> Ledger:
    """The ledger with the first statement of the last two answering the other."""
    one, other = ledger.statements[-1], ledger.statements[0]
    return replace(ledger, responses=(*ledger.responses, Response(one.id, other.id, relation)))


__all__ = ["DOCUMENT", "LEDGER", "TEXT", "WHEN", "linked", "original", "reading", "report"]
