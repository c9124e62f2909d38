"""The actors: each document tells its part of one, and the actor is what all of them tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..ledger import Actor
from ..ledger.actor import folded
from . import rows
from .tables import MACHINE, actor_names, actor_parts, actors, statements

Part = tuple[str, str | None, list[str]]

_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def write(connection: Connection, cast: Iterable[Actor], homes: Mapping[str, str], by: str) -> None:
    """Add what a ledger tells of its actors; `homes` are the documents of those whom no mention places."""
    cast = tuple(cast)
    if not cast:
        return
    dialect = connection.dialect.name
    connection.execute(_adding(dialect), [rows.actor_out(x) for x in cast])
    names = sorted({(folded(name), actor.id) for actor in cast for name in (actor.name, *actor.aliases)})
    called = [{"folded": name, "actor_id": actor_id} for name, actor_id in names]
    connection.execute(_INSERTS[dialect](actor_names).on_conflict_do_nothing(), called)
    parts = [part | {"written_by": by} for actor in cast for part in rows.parts_out(actor, homes.get(actor.id, ""))]
    parts = [part for part in parts if part["document_id"]]
    if parts:
        connection.execute(_telling(dialect), parts)


@cache
def _adding(dialect: str) -> Any:
    put = _INSERTS[dialect](actors)
    least = {
        "name": _least(put.excluded.name, actors.c.name),
        "sector": func.coalesce(_least(put.excluded.sector, actors.c.sector), actors.c.sector, put.excluded.sector),
    }
    return put.on_conflict_do_update(index_elements=["id"], set_=least)


@cache
def _telling(dialect: str) -> Any:
    put = _INSERTS[dialect](actor_parts)
    new = {name: put.excluded[name] for name in ("name", "sector", "aliases", "roles", "mentions")}
    is_ours = actor_parts.c.written_by == MACHINE
    return put.on_conflict_do_update(index_elements=["actor_id", "document_id"], set_=new, where=is_ours)


def _least(one: Any, other: Any) -> Any:
    return case((one < other, one), else_=other)


def forget(connection: Connection, document_id: str) -> dict[str, Part]:
    """Take out what a machine read of actors in a document; what it was, for `settle`."""
    is_its = (actor_parts.c.document_id == document_id) & (actor_parts.c.written_by == MACHINE)
    gone = {
        row.actor_id: (row.name, row.sector, row.aliases)
        for row in connection.execute(select(actor_parts).where(is_its))
    }
    connection.execute(delete(actor_parts).where(is_its))
    return gone


def settle(connection: Connection, document_id: str, gone: dict[str, Part]) -> None:
    """Make the actors anew whose part was taken out of a document and not put back as it was."""
    now = connection.execute(select(actor_parts).where(actor_parts.c.document_id == document_id))
    same = {row.actor_id for row in now if gone.get(row.actor_id) == (row.name, row.sector, row.aliases)}
    for actor_id in sorted(set(gone) - same):
        _make_anew(connection, actor_id)


def _make_anew(connection: Connection, actor_id: str) -> None:
    told = connection.execute(select(actor_parts).where(actor_parts.c.actor_id == actor_id)).all()
    is_it = actors.c.id == actor_id
    speaks = select(statements.c.id).where(statements.c.actor_id == actor_id).limit(1)
    if not told and connection.execute(speaks).first():
        return
    connection.execute(delete(actor_names).where(actor_names.c.actor_id == actor_id))
    if not told:
        connection.execute(delete(actors).where(is_it))
        return
    name = min(part.name for part in told)
    sector = min((part.sector for part in told if part.sector), default=None)
    connection.execute(update(actors).where(is_it).values(name=name, sector=sector))
    called = sorted({folded(alias) for part in told for alias in (part.name, *part.aliases)})
    connection.execute(insert(actor_names), [{"folded": alias, "actor_id": actor_id} for alias in called])
