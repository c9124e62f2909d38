"""`sayso show`: one statement, document or actor with all that hangs on it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ..errors import SaysoError
from ..export.columns import cells, columns
from ..export.tables import form_of
from ..export.wording import RELATIONS
from . import telling
from .asking import about, form_option, ledger_option, opened, say_json, shown

if TYPE_CHECKING:
    from ..store import Found, Store


@click.command(no_args_is_help=True, short_help="Show a statement, a document or an actor.")
@click.argument("what", metavar="STATEMENT|DOCUMENT|ACTOR")
@ledger_option
@click.option(
    "--original",
    "is_raw",
    is_flag=True,
    help="Write the bytes as they were published, of a statement those of its document.",
)
@form_option
def show(what: str, ledger: str | None, is_raw: bool, form: str) -> None:
    """Show the statement or the document of an id, the document of an address or a path, or the actor of an id or a
    name."""
    with opened(ledger) as store:
        card = store.show(what) if what.strip() else None
        if card is None:
            raise SaysoError(
                f"nothing is called “{shown(what)}” in {store.name}", "look for it: sayso search, sayso actors"
            )
        if is_raw:
            sys.stdout.buffer.write(_original(store, card, what))
        elif form == "json":
            say_json(_told(card))
        elif form == "csv":
            _rows(card)
        else:
            click.echo("\n".join(_lines(card, store)))


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
    raise SaysoError(f"the original of {what} is not kept: {telling.unkept(too_large)}", hint)


def _lines(card: Any, store: Store) -> Iterator[str]:
    from ..store import DocumentCard, Selection, StatementCard

    if isinstance(card, StatementCard):
        return telling.statement_lines(card)
    if isinstance(card, DocumentCard):
        return telling.document_lines(card)
    actor = card.actor
    others = [one for one in store.summaries(name=actor.name) if one.id != actor.id]
    return telling.actor_lines(card, store.count(Selection(actor=actor.id)), others)


def _rows(card: Any) -> None:
    """The statements of a card, each with what it is there for: itself ("is"), a link, "inside", "holds", "says"."""
    rows = csv.writer(sys.stdout)
    rows.writerow(["as", *(name for name, _ in columns("statements"))])
    rows.writerows([role, *cells("statements", _found(found))] for role, found in _parts(card))


def _parts(card: Any) -> Iterator[tuple[str, Found]]:
    from ..store import StatementCard

    if not isinstance(card, StatementCard):
        yield from (("says", found) for found in card.statements)
        return
    here = card.found.statement.id
    yield "is", card.found
    yield from ((RELATIONS[link.relation][0 if link.from_id == here else 1], other) for link, other in card.links)
    if card.parent:
        yield "inside", card.parent
    yield from (("holds", part) for part in card.parts)


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
        told_too = ("replaced_by", "size", "is_kept")
        seen = [{name: getattr(one, name) for name in names + told_too} for one in card.appearances]
        told = {"document": form_of("documents", card.document), "appearances": seen}
        return told | {"copies": [copy.id for copy in card.copies], "statements": list(map(_found, card.statements))}
    return {"actor": form_of("actors", card.actor), "statements": list(map(_found, card.statements))}


def _found(found: Found) -> dict[str, Any]:
    return form_of("statements", found.statement, about(found))
