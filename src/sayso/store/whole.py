"""The whole ledger, or that part of it which a selection touches, one value at a time in the canonical order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select

from ..ledger import Actor, Dispute, Document, Event, Figure, Response, Statement
from . import rows
from .ask import ORDER, chosen, streamed
from .selection import Selection
from .tables import actor_parts, actors, disputes, documents, events, figures, responses, statements


def parts(connection: Connection, asked: Selection) -> dict[str, Iterator[Any]]:
    """The seven collections of a ledger by name, each an iterator to be read before the transaction ends."""
    return {name: reader(connection, asked) for name, reader in KINDS.items()}


def read_documents(connection: Connection, asked: Selection) -> Iterator[Document]:
    question = select(documents).order_by(documents.c.id)
    question = question if asked.is_all else question.where(documents.c.id.in_(_documents(connection, asked)))
    return map(rows.document_in, streamed(connection, question))


def read_actors(connection: Connection, asked: Selection) -> Iterator[Actor]:
    named = [column.label(f"whole_{column.name}") for column in actors.c]
    joined = actors.outerjoin(actor_parts, actor_parts.c.actor_id == actors.c.id)
    question = select(*named, actor_parts).select_from(joined).order_by(actors.c.id, actor_parts.c.document_id)
    if not asked.is_all:
        speaking = select(statements.c.actor_id).where(statements.c.number.in_(chosen(connection, asked)))
        question = question.where(actors.c.id.in_(speaking))
    for _, of_one in groupby(streamed(connection, question), lambda row: row["whole_number"]):
        told = list(of_one)
        named_row = {name.removeprefix("whole_"): told[0][name] for name in told[0] if name.startswith("whole_")}
        yield rows.actor_in(named_row, [row for row in told if row["document_id"] is not None])


def read_statements(connection: Connection, asked: Selection) -> Iterator[Statement]:
    question = select(statements).order_by(*ORDER)
    question = question if asked.is_all else question.where(statements.c.number.in_(chosen(connection, asked)))
    return map(rows.statement_in, streamed(connection, question))


def read_responses(connection: Connection, asked: Selection) -> Iterator[Response]:
    question = select(responses).order_by(responses.c.from_id, responses.c.to_id, responses.c.relation)
    if not asked.is_all:
        ours = select(statements.c.id).where(statements.c.number.in_(chosen(connection, asked)))
        question = question.where(or_(responses.c.from_id.in_(ours), responses.c.to_id.in_(ours)))
    return map(rows.response_in, streamed(connection, question))


def read_events(connection: Connection, asked: Selection) -> Iterator[Event]:
    place = (events.c.trigger_start, events.c.trigger_end, events.c.type)
    return map(rows.event_in, streamed(connection, _of_documents(connection, asked, events, place)))


def read_figures(connection: Connection, asked: Selection) -> Iterator[Figure]:
    place = (figures.c.figure_start, figures.c.figure_end)
    return map(rows.figure_in, streamed(connection, _of_documents(connection, asked, figures, place)))


def read_disputes(connection: Connection, asked: Selection) -> Iterator[Dispute]:
    found = map(rows.dispute_in, streamed(connection, select(disputes).order_by(disputes.c.id)))
    if asked.is_all:
        yield from found
        return
    ours = set(
        connection.execute(select(statements.c.id).where(statements.c.number.in_(chosen(connection, asked)))).scalars()
    )
    yield from (dispute for dispute in found if ours.intersection(dispute.statement_ids))


KINDS: Mapping[str, Any] = {
    "documents": read_documents,
    "actors": read_actors,
    "statements": read_statements,
    "responses": read_responses,
    "events": read_events,
    "figures": read_figures,
    "disputes": read_disputes,
}


def _of_documents(
    connection: Connection, asked: Selection, table: Table, place: tuple[ColumnElement[Any], ...]
) -> Select[Any]:
    question = select(table).order_by(table.c.document_id, *place)
    return question if asked.is_all else question.where(table.c.document_id.in_(_documents(connection, asked)))


def _documents(connection: Connection, asked: Selection) -> Select[Any]:
    return select(statements.c.document_id).where(statements.c.number.in_(chosen(connection, asked)))
