"""A card of `sayso show` for the eye: the thing itself first, then what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..export.wording import RELATIONS, time_words
from .asking import lines_of, shown

if TYPE_CHECKING:
    from ..ledger import Statement
    from ..store import ActorCard, Appearance, DocumentCard, Found, StatementCard, Summary

_LABEL = 12


def statement_lines(card: StatementCard) -> Iterator[str]:
    statement = card.found.statement
    yield from lines_of(card.found)
    yield ""
    for label, words in _details(statement, card.found):
        if words:
            yield f"  {click.style(f'{label:<{_LABEL}}', dim=True)}{shown(words)}"
    for link, other in card.links:
        yield f"\n{RELATIONS[link.relation][0 if link.from_id == statement.id else 1]} ({link.confidence:.0%})"
        yield from _inset(other)
    for name, inner in (("inside", [card.parent] if card.parent else []), ("holds", card.parts)):
        for one in inner:
            yield f"\n{name}"
            yield from _inset(one)


def _details(statement: Statement, found: Found) -> Iterator[tuple[str, str | None]]:
    for name in ("source", "cue", "setting", "via", "condition"):
        span = getattr(statement, name)
        yield name, f"“{span.text}”" if span else None
    time = statement.time
    yield "time", f"“{time.span.text}” · {time_words(time)}" if time else None
    hedge = "" if statement.hedge == "neutral" else f", {statement.hedge}"
    yield "how", f"{statement.manner}{hedge}, {statement.confidence:.0%} sure"
    yield "document", f"{statement.document_id} · {found.published.isoformat() if found.published else 'undated'}"


def _inset(found: Found) -> Iterator[str]:
    return (f"  {line}" for line in lines_of(found))


def document_lines(card: DocumentCard) -> Iterator[str]:
    document = card.document
    yield f"{click.style(shown(document.title or document.path or 'untitled'), bold=True)}  {document.id}"
    for seen in card.appearances:
        when = seen.published.isoformat() if seen.published else "undated"
        ties = f", replaces {seen.replaces}" if seen.replaces else ""
        ties += f", replaced by {seen.replaced_by}" if seen.replaced_by else ""
        got = f"got {seen.fetched_at:%Y-%m-%d %H:%M}{ties}"
        yield "  " + " · ".join((shown(seen.publisher or "–"), when, shown(seen.place), got))
        if seen.size and not seen.is_kept:
            yield f"    original not kept: {unkept(seen)}; keep the file (sha256 {seen.sha256})"
    for copy in card.copies:
        yield f"  copy: {copy.id} {shown(copy.publisher or copy.url or copy.path or '')}"
    for one in card.statements:
        yield ""
        yield from lines_of(one)
    if not card.statements:
        yield "\n  nobody says anything in it"


def unkept(seen: Appearance) -> str:
    from ..store import MOST_KEPT

    return f"it has {(seen.size or 0) / 1e6:,.0f} MB, and a ledger keeps up to {MOST_KEPT / 1e6:g} MB"


def actor_lines(card: ActorCard, total: int, others: list[Summary]) -> Iterator[str]:
    """`total` statements are the actor's in all; `others` are called the same."""
    actor = card.actor
    aliases = ", ".join(dict.fromkeys(map(shown, actor.aliases)))
    told = [actor.kind, actor.country, actor.sector, aliases, actor.id]
    yield click.style(shown(actor.name), bold=True) + "  " + " · ".join(shown(part) for part in told if part)
    for title in dict.fromkeys(f"{role.title}, {role.affiliation or '–'}" for role in actor.roles):
        yield f"  {shown(title)}"
    for one in card.statements:
        yield ""
        yield from lines_of(one)
    if total > len(card.statements):
        yield f"\n{len(card.statements)} of {total:,} statements; all: sayso search --actor {actor.id} --limit {total}"
    for other in others:
        what = " · ".join(part for part in (other.kind, other.country, other.sector) if part)
        yield f"\nalso so called: {shown(other.name)}  {what}  {counted(other.statements, 'statement')}  {other.id}"


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
