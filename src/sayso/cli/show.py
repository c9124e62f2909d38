"""`sayso show`: one statement, document or actor with all that hangs on it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ..errors import SaysoError
from ..export.tables import form_of
from ..export.wording import RELATIONS
from .asking import about, ledger_option, lines_of, opened, say_json, shown

if TYPE_CHECKING:
    from ..store import Appearance, Store


@click.command(no_args_is_help=True, short_help="Show a statement, a document or an actor.")
@click.argument("what", metavar="STATEMENT|DOCUMENT|ACTOR")
@ledger_option
@click.option(
    "--original",
    "is_raw",
    is_flag=True,
    help="Write the bytes as they were published, of a statement those of its document.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def show(what: str, ledger: str | None, is_raw: bool, form: str) -> None:
    """Show the statement or the document of an id, or the actor of an id or a name."""
    with opened(ledger) as store:
        card = store.show(what) if what.strip() else None
        if card is None:
            raise SaysoError(
                f"nothing is called “{shown(what)}” in {store.name}", "look for it: sayso search, sayso actors"
            )
        if is_raw:
            sys.stdout.buffer.write(_original(store, card, what))
            return
    if form == "json":
        say_json(_told(card))
    else:
        click.echo("\n".join(_lines(card)))


def _original(store: Store, card: Any, what: str) -> bytes:
    """The bytes that a document, or that of a statement, was read from; SaysoError says why there are none."""
    from ..store import DocumentCard, StatementCard

    if isinstance(card, StatementCard):
        card = store.show(card.found.statement.document_id)
    if not isinstance(card, DocumentCard):
        raise SaysoError(f"{what} is an actor, and has no original", "name a document or a statement")
    for seen in card.appearances:
        if seen.sha256 and (raw := store.original(seen.sha256)) is not None:
            return raw
    too_large = next((seen for seen in card.appearances if seen.size), None)
    if too_large is None:
        raise SaysoError(f"no original of {what} is kept", "it was written by a person or a program, not by sayso add")
    hint = f"it was read from {too_large.place}; that file has it as long as sha256sum says {too_large.sha256}"
    raise SaysoError(f"the original of {what} is not kept: {_unkept(too_large)}", hint)


def _unkept(seen: Appearance) -> str:
    from ..store import MOST_KEPT

    return f"it has {(seen.size or 0) / 1e6:,.0f} MB, and a ledger keeps up to {MOST_KEPT / 1e6:g} MB"


def _lines(card: Any) -> Iterator[str]:
    from ..store import DocumentCard, StatementCard

    if isinstance(card, StatementCard):
        yield from lines_of(card.found)
        here = card.found.statement.id
        for link, other in card.links:
            yield f"\n{RELATIONS[link.relation][0 if link.from_id == here else 1]} ({link.confidence:.0%})"
            yield from (f"  {line}" for line in lines_of(other))
        for name, inner in (("inside", [card.parent] if card.parent else []), ("holds", card.parts)):
            for one in inner:
                yield f"\n{name}"
                yield from (f"  {line}" for line in lines_of(one))
    elif isinstance(card, DocumentCard):
        yield from _document_lines(card)
    else:
        actor = card.actor
        told = [actor.kind, actor.country, actor.sector, ", ".join(actor.aliases), actor.id]
        yield click.style(shown(actor.name), bold=True) + "  " + shown(" · ".join(part for part in told if part))
        for title in dict.fromkeys(f"{role.title}, {role.affiliation or '–'}" for role in actor.roles):
            yield f"  {shown(title)}"
        for one in card.statements:
            yield ""
            yield from lines_of(one)


def _document_lines(card: Any) -> Iterator[str]:
    document = card.document
    yield click.style(shown(document.title or document.path or document.id), bold=True)
    for seen in card.appearances:
        when = seen.published.isoformat() if seen.published else "undated"
        old = f", replaces {seen.replaces}" if seen.replaces else ""
        told = (shown(seen.publisher or "–"), when, shown(seen.place), f"got {seen.fetched_at:%Y-%m-%d %H:%M}{old}")
        yield "  " + " · ".join(told)
        if seen.size and not seen.is_kept:
            yield f"    original not kept: {_unkept(seen)}; keep the file (sha256 {seen.sha256})"
    for copy in card.copies:
        yield f"  copy: {copy.id} {shown(copy.publisher or copy.url or copy.path or '')}"
    for one in card.statements:
        yield ""
        yield from lines_of(one)


def _told(card: Any) -> dict[str, Any]:
    from ..store import DocumentCard, StatementCard

    if isinstance(card, StatementCard):
        links = [form_of("responses", link) | {"other": _found(other)} for link, other in card.links]
        parent = _found(card.parent) if card.parent else None
        return {
            "statement": _found(card.found),
            "responses": links,
            "parent": parent,
            "parts": list(map(_found, card.parts)),
        }
    if isinstance(card, DocumentCard):
        names = ("place", "url", "title", "publisher", "published", "fetched_at", "sha256", "headers", "replaces")
        told_too = ("size", "is_kept")
        seen = [{name: getattr(one, name) for name in names + told_too} for one in card.appearances]
        told = {"document": form_of("documents", card.document), "appearances": seen}
        return told | {"copies": [copy.id for copy in card.copies], "statements": list(map(_found, card.statements))}
    return {"actor": form_of("actors", card.actor), "statements": list(map(_found, card.statements))}


def _found(found: Any) -> dict[str, Any]:
    return form_of("statements", found.statement, about(found))
