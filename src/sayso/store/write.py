"""Writing: the same thing written twice changes nothing, whoever writes it and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..ledger import Dispute, Document, Ledger
from . import answered, cast, rows, wire
from .intake import Begun, Entry, Finished, Original, Outcome, Read, Skipped, appearance_id, packed, standing
from .tables import (
    MACHINE,
    appearances,
    disputes,
    documents,
    events,
    figures,
    intakes,
    originals,
    readings,
    responses,
    skipped,
    statements,
    targets,
)

_AT_ONCE = 400
_ID, _LINK = ("id",), ("from_id", "to_id", "relation")
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def now() -> datetime:
    """The time of writing, UTC, without a zone: SQLite keeps none."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def write(connection: Connection, entries: Iterable[Entry]) -> list[Outcome]:
    """Write a batch into the transaction of `connection`; what each entry changed."""
    batch = _Batch(connection)
    outcomes = [batch.take(entry) for entry in entries]
    batch.flush()
    return outcomes


@cache
def _keeping(dialect: str, table: Table) -> Any:
    return _INSERTS[dialect](table).on_conflict_do_nothing()


@cache
def _replacing(dialect: str, table: Table, key: tuple[str, ...], is_persons: bool) -> Any:
    made = _INSERTS[dialect](table)
    new = {column.name: made.excluded[column.name] for column in table.c if column.name not in (*key, "number")}
    is_ours = None if is_persons else table.c.written_by == MACHINE
    return made.on_conflict_do_update(index_elements=key, set_=new, where=is_ours)


def keep(connection: Connection, table: Table, rows_: list[rows.Row]) -> None:
    """Insert those rows that are not there yet."""
    if rows_:
        connection.execute(_keeping(connection.dialect.name, table), rows_)


def replace(connection: Connection, table: Table, rows_: list[rows.Row], key: tuple[str, ...]) -> None:
    """Insert rows, or put them in the place of those of the same key that no person wrote."""
    if rows_:
        is_persons = rows_[0]["written_by"] != MACHINE
        connection.execute(_replacing(connection.dialect.name, table, key, is_persons), rows_)


@dataclass(slots=True)
class _Batch:
    """What is written one by one, and the readings of new documents, which are written together: a statement of SQL
    costs more than the rows in it."""

    connection: Connection
    fresh: list[Read] = field(default_factory=list)

    def take(self, entry: Entry) -> Outcome:
        if isinstance(entry, Skipped):
            return _skipped(self.connection, entry)
        if isinstance(entry, Begun):
            return _begun(self.connection, entry)
        return self._finished(entry) if isinstance(entry, Finished) else self._read(entry)

    def flush(self) -> None:
        if not self.fresh:
            return
        homes = {actor.id: entry.document.id for entry in self.fresh for actor in entry.ledger.actors}
        write_ledger(self.connection, Ledger.merged(entry.ledger for entry in self.fresh), homes)
        when = now()
        told = [{"document_id": x.document.id, "version": x.version, "read_at": when} for x in self.fresh]
        self.connection.execute(insert(readings), told)
        self.fresh = []

    def _read(self, entry: Read) -> Outcome:
        document, connection = entry.document, self.connection
        _keep_original(connection, entry.original)
        row = connection.execute(select(documents).where(documents.c.id == document.id)).mappings().first()
        copies = 0
        if row is None:
            connection.execute(insert(documents), rows.document_out(document) | {"added_at": now()})
            copies = wire.tie(connection, document.id, wire.sketched(document.text))
            self.fresh.append(entry)
        else:
            known = rows.document_in(row)
            settled = Ledger.merged((Ledger((known,)), Ledger((document,)))).documents[0]
            if settled != known:
                self.flush()
                told = rows.document_out(settled)
                connection.execute(update(documents).where(documents.c.id == document.id).values(told))
                reread(connection, document, entry.ledger, entry.version)
        is_version = _keep_appearance(connection, entry)
        return Outcome(entry, row is None, is_version, copies)

    def _finished(self, entry: Finished) -> Outcome:
        original = entry.original
        _keep_original(self.connection, original)
        told = {"id": original.id, "place": original.place, "sha256": original.sha256}
        keep(self.connection, intakes, [told | {"documents": entry.documents, "finished_at": now()}])
        return Outcome(entry)


def _keep_original(connection: Connection, original: Original) -> None:
    known = select(originals.c.sha256).where(originals.c.sha256 == original.sha256)
    if connection.execute(known).first() is None:
        body = None if original.body is None else packed(original.body)
        told = {"sha256": original.sha256, "size": original.size, "body": body}
        keep(connection, originals, [told | {"media": original.media, "charset": original.charset}])


def _keep_appearance(connection: Connection, entry: Read) -> bool:
    """Note where the document stood; True when its address had another text before."""
    original, document = entry.original, entry.document
    if connection.execute(select(appearances.c.id).where(appearances.c.id == entry.appearance_id)).first():
        return False
    told: rows.Row = {name: getattr(document, name) for name in ("url", "title", "publisher", "published")}
    earlier = None
    if document.url:
        earlier = connection.execute(
            select(appearances.c.id)
            .where(appearances.c.url == document.url, appearances.c.document_id != document.id)
            .order_by(appearances.c.fetched_at.desc(), appearances.c.id)
            .limit(1)
        ).scalar()
    told |= {
        "id": appearance_id(original, document),
        "document_id": document.id,
        "sha256": original.sha256,
        "place": standing(original, document),
        "fetched_at": original.fetched_at,
        "headers": [list(pair) for pair in original.headers],
        "replaces_id": earlier,
    }
    keep(connection, appearances, [told])
    return earlier is not None


def reread(connection: Connection, document: Document, ledger: Ledger, version: str) -> None:
    """Put a new reading in the place of the machine's old one; what a person wrote stays."""
    _forget(connection, document.id)
    gone = cast.forget(connection, document.id)
    write_ledger(connection, ledger, {actor.id: document.id for actor in ledger.actors})
    cast.settle(connection, document.id, gone)
    told = {"version": version, "read_at": now()}
    connection.execute(update(readings).where(readings.c.document_id == document.id).values(told))


def write_ledger(connection: Connection, ledger: Ledger, homes: Mapping[str, str], by: str = MACHINE) -> None:
    """Write all but the documents of a ledger; `homes` are the documents of those actors whom no mention places."""
    ledger = Ledger.merged((ledger,))  # of two values for one key the one stays that merging would keep
    cast.write(connection, ledger.actors, homes, by)
    _write_statements(connection, ledger, by)
    where = {statement.id: statement.document_id for statement in ledger.statements}
    for table, made, key in (
        (responses, [rows.response_out(x) | {"document_id": where.get(x.from_id)} for x in ledger.responses], _LINK),
        (events, [rows.event_out(x) for x in ledger.events], _ID),
        (figures, [rows.figure_out(x) for x in ledger.figures], _ID),
        (disputes, [rows.dispute_out(x) | {"document_id": _of_one(x, where)} for x in ledger.disputes], _ID),
    ):
        replace(connection, table, [row | {"written_by": by} for row in made], key)
    answered.settle(connection, set(where) | {end for r in ledger.responses for end in (r.from_id, r.to_id)})


def _of_one(dispute: Dispute, where: Mapping[str, str]) -> str | None:
    """The document in which all of a dispute takes place, if it is one."""
    found = {where.get(statement_id) for statement_id in dispute.statement_ids}
    return found.pop() if len(found) == 1 else None


def _write_statements(connection: Connection, ledger: Ledger, by: str) -> None:
    told = []
    known = {document.id: document for document in ledger.documents}
    for statement in ledger.statements:
        span = statement.time.interval if statement.time else None
        document = known.get(statement.document_id)
        day = ((span.first or span.last) if span else None) or (document.published if document else None)
        place = document.place_of(statement.place[0]) if document else None
        row = {"day": day, "page": place.page if place else None, "is_unanswered": False, "written_by": by}
        told.append(rows.statement_out(statement) | row)
    replace(connection, statements, told, ("id",))
    _aim(connection, ledger, by)


def _aim(connection: Connection, ledger: Ledger, by: str) -> None:
    """Put the targets of statements in the place of those before, but for what a person wrote of them."""
    ids = [statement.id for statement in ledger.statements]
    theirs: set[str] = set()
    for at in range(0, len(ids), _AT_ONCE):
        some = statements.c.id.in_(ids[at : at + _AT_ONCE])
        if by == MACHINE:
            theirs.update(
                connection.execute(select(statements.c.id).where(some, statements.c.written_by != by)).scalars()
            )
    ours = [one for one in ledger.statements if one.id not in theirs]
    for at in range(0, len(ours), _AT_ONCE):
        gone = targets.c.statement_id.in_([one.id for one in ours[at : at + _AT_ONCE]])
        connection.execute(delete(targets).where(gone))
    aims = {(one.id, actor_id) for one in ours for actor_id in one.target_ids}
    keep(connection, targets, [{"statement_id": one, "actor_id": other} for one, other in sorted(aims)])


def _forget(connection: Connection, document_id: str) -> None:
    """Take out what a machine wrote of a document, but for the statements that what a person wrote refers to."""
    for table in (responses, events, figures, disputes):
        is_its = (table.c.document_id == document_id) & (table.c.written_by == MACHINE)
        connection.execute(delete(table).where(is_its))
    told = connection.execute(select(disputes.c.statements).where(disputes.c.written_by != MACHINE)).scalars()
    named = sorted({statement_id for ids in told for statement_id in ids})
    held = select(responses.c.from_id).union(
        select(responses.c.to_id),
        *(
            select(column).where(column.is_not(None), column.table.c.written_by != MACHINE)
            for column in (statements.c.parent_id, events.c.according_to_id)
        ),
    )
    is_gone = (
        (statements.c.document_id == document_id)
        & (statements.c.written_by == MACHINE)
        & statements.c.id.not_in(held)
        & statements.c.id.not_in(named)
    )
    gone = select(statements.c.id).where(is_gone)
    connection.execute(delete(targets).where(targets.c.statement_id.in_(gone)))
    connection.execute(delete(statements).where(is_gone))


def _begun(connection: Connection, entry: Begun) -> Outcome:
    """The place itself, and rows, mails and files in it ("news.jsonl:7"); a page is not in the page above it."""
    inside = [entry.place + mark for mark in (":#" if "://" in entry.place else ":#/")]
    begins = func.substr(skipped.c.place, 1, len(entry.place) + 1)
    connection.execute(delete(skipped).where((skipped.c.place == entry.place) | begins.in_(inside)))
    return Outcome(entry)


def _skipped(connection: Connection, entry: Skipped) -> Outcome:
    told = {"place": entry.place, "reason": entry.error.message, "hint": entry.error.hint, "skipped_at": now()}
    connection.execute(delete(skipped).where(skipped.c.place == entry.place))
    connection.execute(insert(skipped), told)
    return Outcome(entry)
