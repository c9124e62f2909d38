"""One thing shown with all that hangs on it: a statement, a document, an actor; and the ledger in figures."""

from __future__ import annotations

import os
from typing import Any

from sqlalchemy import Connection, case, func, or_, select

from . import ask, rows
from .found import ActorCard, Appearance, DocumentCard, StatementCard, Stats
from .selection import Selection
from .tables import (
    actor_parts,
    actors,
    appearances,
    documents,
    events,
    figures,
    originals,
    readings,
    responses,
    skipped,
    statements,
)

_MOST = 200


def statement(connection: Connection, statement_id: str) -> StatementCard | None:
    here = ask.of_ids(connection, [statement_id]).get(statement_id)
    if here is None:
        return None
    ends = or_(responses.c.from_id == statement_id, responses.c.to_id == statement_id)
    order = (responses.c.from_id, responses.c.to_id, responses.c.relation)
    links = [
        rows.response_in(row) for row in connection.execute(select(responses).where(ends).order_by(*order)).mappings()
    ]
    parts = list(connection.execute(select(statements.c.id).where(statements.c.parent_id == statement_id)).scalars())
    parent = here.statement.parent_id
    around = ask.of_ids(
        connection, [end for link in links for end in (link.from_id, link.to_id)] + parts + [parent or ""]
    )
    tied = tuple((link, around[link.to_id if link.from_id == statement_id else link.from_id]) for link in links)
    inner = sorted((around[part] for part in parts), key=lambda found: found.statement.place)
    return StatementCard(here, tied, around.get(parent or ""), tuple(inner))


def document(connection: Connection, document_id: str) -> DocumentCard | None:
    row = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().first()
    if row is None:
        return None
    tied = documents.c.wire_id.is_not(None) & (documents.c.wire_id == row["wire_id"]) & (documents.c.id != document_id)
    copies = connection.execute(select(documents).where(tied).order_by(documents.c.id).limit(_MOST)).mappings()
    said = ask.whole().where(statements.c.document_id == document_id).order_by(*ask.ORDER)
    return DocumentCard(
        rows.document_in(row),
        tuple(appearances_of(connection, document_id)),
        tuple(map(rows.document_in, copies)),
        tuple(map(ask.found_in, connection.execute(said).mappings())),
    )


def document_at(connection: Connection, place: str) -> DocumentCard | None:
    """The document that an address showed last (a permalink's too), or that a path holds."""
    url = place.split("#:~:")[0]
    is_there = or_(appearances.c.url == url, appearances.c.place.in_((place, url, os.path.abspath(place))))
    newest = (appearances.c.fetched_at.desc(), appearances.c.id)
    found = connection.execute(select(appearances.c.document_id).where(is_there).order_by(*newest).limit(1)).scalar()
    return None if found is None else document(connection, found)


def appearances_of(connection: Connection, document_id: str) -> list[Appearance]:
    before, after = appearances.alias("before"), appearances.alias("after")
    next_one = (
        select(after.c.document_id)
        .where(after.c.replaces_id == appearances.c.id)
        .order_by(after.c.fetched_at, after.c.id)
        .limit(1)
        .correlate(appearances)
        .scalar_subquery()
    )
    names = ("document_id", "place", "url", "title", "publisher", "published", "fetched_at", "sha256")
    asked = (
        select(
            appearances,
            before.c.document_id.label("replaces"),
            next_one.label("replaced_by"),
            originals.c.size,
            originals.c.body.is_not(None).label("is_kept"),
        )
        .select_from(
            appearances.outerjoin(before, before.c.id == appearances.c.replaces_id).outerjoin(
                originals, originals.c.sha256 == appearances.c.sha256
            )
        )
        .where(appearances.c.document_id == document_id)
        .order_by(appearances.c.fetched_at, appearances.c.id)
    )
    return [
        Appearance(
            **{name: row[name] for name in names},
            headers=tuple((name, value) for name, value in row["headers"]),
            replaces=row["replaces"],
            replaced_by=row["replaced_by"],
            size=row["size"],
            is_kept=bool(row["is_kept"]),
        )
        for row in connection.execute(asked).mappings()
    ]


def actor(connection: Connection, name: str, limit: int) -> ActorCard | None:
    """The actor of this id or name; of several so called the one who says most."""
    best = ask.summaries(connection, None, name, 1)
    if not best:
        return None
    row = connection.execute(select(actors).where(actors.c.id == best[0].id)).mappings().one()
    told = connection.execute(select(actor_parts).where(actor_parts.c.actor_id == best[0].id)).mappings().all()
    said = ask.search(connection, Selection(actor=best[0].id), limit, 0)
    return ActorCard(rows.actor_in(row, told), tuple(said))


def stats(connection: Connection) -> Stats:
    def one(asked: Any) -> tuple[Any, ...]:
        return tuple(connection.execute(asked).one())

    def many(column: Any) -> tuple[tuple[str, int], ...]:
        counted = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
        return tuple((name, number) for name, number in connection.execute(counted))

    def number(table: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)

    words, copies = one(select(func.coalesce(func.sum(documents.c.words), 0), func.count(documents.c.wire_id)))
    size = one(select(func.coalesce(func.sum(originals.c.size), 0)))[0]
    waiting = func.coalesce(func.sum(case((statements.c.is_unanswered, 1), else_=0)), 0)
    unanswered, first, last = one(select(waiting, func.min(statements.c.day), func.max(statements.c.day)))
    return Stats(
        documents=number(documents),
        words=int(words),
        copies=copies,
        versions=one(select(func.count(appearances.c.replaces_id)))[0],
        originals=number(originals),
        original_bytes=int(size),
        actors=number(actors),
        statements=number(statements),
        unanswered=int(unanswered),
        responses=number(responses),
        events=number(events),
        figures=number(figures),
        skipped=number(skipped),
        first=first,
        last=last,
        acts=many(statements.c.act),
        relations=many(responses.c.relation),
        pipelines=many(readings.c.version),
    )
