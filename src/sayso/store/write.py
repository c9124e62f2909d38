"""Writing: the same thing written twice changes nothing, whoever writes it and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..ledger import Document, Ledger
from . import answered, cast, rows, wire
from .intake import Entry, Finished, Outcome, Read, Skipped, appearance_id, packed, standing
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

_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def now() -> datetime:
    """The time of writing, UTC, without a zone: SQLite keeps none."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def write(connection: Connection, entries: Iterable[Entry]) -> list[Outcome]:
    """Write a batch into the transaction of `connection`; what each entry changed."""
    return [_WRITERS[type(entry)](connection, entry) for entry in entries]


def keep(connection: Connection, table: Table, rows_: list[rows.Row]) -> None:
    """Insert those rows that are not there yet."""
    if rows_:
        connection.execute(_INSERTS[connection.dialect.name](table).on_conflict_do_nothing(), rows_)


def replace(connection: Connection, table: Table, rows_: list[rows.Row], key: tuple[str, ...]) -> None:
    """Insert rows, or put them in the place of those of the same key that no person wrote."""
    if not rows_:
        return
    made: Any = _INSERTS[connection.dialect.name](table)
    new = {name: made.excluded[name] for name in rows_[0] if name not in key}
    is_ours = table.c.written_by == MACHINE
    if rows_[0].get("written_by", MACHINE) != MACHINE:
        is_ours = None
    connection.execute(made.on_conflict_do_update(index_elements=key, set_=new, where=is_ours), rows_)


def _read(connection: Connection, entry: Read) -> Outcome:
    document = entry.document
    _keep_original(connection, entry)
    row = connection.execute(select(documents).where(documents.c.id == document.id)).mappings().first()
    copies = 0
    if row is None:
        connection.execute(insert(documents), rows.document_out(document) | {"added_at": now()})
        copies = wire.tie(connection, document.id, wire.sketched(document.text))
        _write_reading(connection, entry, is_new=True)
    else:
        known = rows.document_in(row)
        settled = Ledger.merged((Ledger((known,)), Ledger((document,)))).documents[0]
        if settled != known:
            told = rows.document_out(settled)
            connection.execute(update(documents).where(documents.c.id == document.id).values(told))
            _write_reading(connection, entry, is_new=False)
    is_version = _keep_appearance(connection, entry)
    return Outcome(entry, row is None, is_version, copies)


def _keep_original(connection: Connection, entry: Read | Finished) -> None:
    original = entry.original
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


def _write_reading(connection: Connection, entry: Read, *, is_new: bool) -> None:
    told = {"document_id": entry.document.id, "version": entry.version, "read_at": now()}
    if is_new:
        write_ledger(connection, entry.ledger, entry.document)
        connection.execute(insert(readings), told)
    else:
        reread(connection, entry.document, entry.ledger, entry.version)


def reread(connection: Connection, document: Document, ledger: Ledger, version: str) -> None:
    """Put a new reading in the place of the machine's old one; what a person wrote stays."""
    _forget(connection, document.id)
    gone = cast.forget(connection, document.id)
    write_ledger(connection, ledger, document)
    cast.settle(connection, document.id, gone)
    told = {"version": version, "read_at": now()}
    connection.execute(update(readings).where(readings.c.document_id == document.id).values(told))


def write_ledger(connection: Connection, ledger: Ledger, home: Document | None, by: str = MACHINE) -> None:
    """Write all but the documents of a ledger; `home` is the document that it is the reading of, if of one."""
    ledger = Ledger.merged((ledger,))  # of two values for one key the one stays that merging would keep
    cast.write(connection, ledger.actors, home.id if home else None, by)
    days = {document.id: document.published for document in ledger.documents}
    _write_statements(connection, ledger, days, by)
    whose = {"document_id": home.id if home else None, "written_by": by}
    linked = [rows.response_out(response) | whose for response in ledger.responses]
    replace(connection, responses, linked, ("from_id", "to_id", "relation"))
    replace(connection, events, [rows.event_out(x) | {"written_by": by} for x in ledger.events], ("id",))
    replace(connection, figures, [rows.figure_out(x) | {"written_by": by} for x in ledger.figures], ("id",))
    replace(connection, disputes, [rows.dispute_out(x) | whose for x in ledger.disputes], ("id",))
    said = {statement.id for statement in ledger.statements}
    answered.settle(connection, said | {end for r in ledger.responses for end in (r.from_id, r.to_id)})


def _write_statements(connection: Connection, ledger: Ledger, days: dict[str, Any], by: str) -> None:
    told = []
    for statement in ledger.statements:
        span = statement.time.interval if statement.time else None
        day = (span.first or span.last) if span else None
        row = {"day": day or days.get(statement.document_id), "is_unanswered": False, "written_by": by}
        told.append(rows.statement_out(statement) | row)
    replace(connection, statements, told, ("id",))
    aims = {(statement.id, actor_id) for statement in ledger.statements for actor_id in statement.target_ids}
    keep(connection, targets, [{"statement_id": one, "actor_id": other} for one, other in sorted(aims)])


def _forget(connection: Connection, document_id: str) -> None:
    """Take out what a machine wrote of a document, but for the statements that a person's links refer to."""
    for table in (responses, events, figures, disputes):
        is_its = (table.c.document_id == document_id) & (table.c.written_by == MACHINE)
        connection.execute(delete(table).where(is_its))
    held = select(responses.c.from_id).union(select(responses.c.to_id))
    is_its = (statements.c.document_id == document_id) & (statements.c.written_by == MACHINE)
    gone = select(statements.c.id).where(is_its, statements.c.id.not_in(held))
    connection.execute(delete(targets).where(targets.c.statement_id.in_(gone)))
    connection.execute(delete(statements).where(is_its, statements.c.id.not_in(held)))


def _skipped(connection: Connection, entry: Skipped) -> Outcome:
    told = {"place": entry.place, "reason": entry.error.message, "hint": entry.error.hint, "skipped_at": now()}
    connection.execute(delete(skipped).where(skipped.c.place == entry.place))
    connection.execute(insert(skipped), told)
    return Outcome(entry)


def _finished(connection: Connection, entry: Finished) -> Outcome:
    original = entry.original
    _keep_original(connection, entry)
    told = {"id": original.id, "place": original.place, "sha256": original.sha256}
    keep(connection, intakes, [told | {"documents": entry.documents, "finished_at": now()}])
    return Outcome(entry)


_WRITERS: dict[type, Any] = {Read: _read, Skipped: _skipped, Finished: _finished}
