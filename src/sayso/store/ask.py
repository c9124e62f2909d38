"""Asking: statements by a selection, with their actors and documents, as values and one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, text

from . import rows
from .found import CLOSE, OPEN, Found, Summary
from .selection import Selection, called, conditions, fts5, tsquery
from .tables import actors, documents, statements

# Rows fetched at once of an answer that is read one by one.
_AT_ONCE = 500
_ABOUT = {
    "actor_name": actors.c.name,
    "title": documents.c.title,
    "publisher": documents.c.publisher,
    "published": documents.c.published,
    "url": documents.c.url,
    "path": documents.c.path,
}
ORDER = (statements.c.document_id, statements.c.start, statements.c.cue_place, statements.c.id)


def streamed(connection: Connection, asked: Select[Any]) -> Iterator[Mapping[str, Any]]:
    """The rows of an answer in constant memory."""
    options = {"stream_results": True, "yield_per": _AT_ONCE}
    yield from connection.execute(asked, execution_options=options).mappings()


def whole() -> Select[Any]:
    """Statements with what a Found tells of them."""
    about = [column.label(name) for name, column in _ABOUT.items()]
    joined = statements.join(documents, documents.c.id == statements.c.document_id)
    return select(statements, *about).select_from(joined.outerjoin(actors, actors.c.id == statements.c.actor_id))


def found_in(row: Mapping[str, Any], snippet: str = "") -> Found:
    told = {name: row[name] for name in _ABOUT if name != "actor_name"}
    statement = rows.statement_in(row)
    return Found(statement, row["actor_name"], row["day"], bool(row["is_unanswered"]), snippet=snippet, **told)


def chosen(connection: Connection, asked: Selection) -> Select[Any]:
    """The numbers of the statements asked for."""
    return select(statements.c.number).where(*conditions(asked, connection.dialect.name))


def selected(connection: Connection, asked: Selection) -> Iterator[Found]:
    """All statements asked for, in the order of their documents and places."""
    question = whole().where(*conditions(asked, connection.dialect.name)).order_by(*ORDER)
    for row in streamed(connection, question):
        yield found_in(row)


def search(connection: Connection, asked: Selection, limit: int, offset: int) -> list[Found]:
    """A page of the answer: the newest first."""
    newest = (statements.c.day.desc().nulls_last(), statements.c.id)
    numbers = chosen(connection, asked).order_by(*newest).limit(limit).offset(offset)
    page = list(connection.execute(numbers).scalars())
    question = whole().where(statements.c.number.in_(page)).order_by(*newest)
    marked = _snippets(connection, asked.words, page) if asked.words else {}
    found = connection.execute(question).mappings().all()
    return [found_in(row, marked.get(row["number"], row["content"])) for row in found]


def count(connection: Connection, asked: Selection) -> int:
    numbers = chosen(connection, asked).subquery()
    return connection.execute(select(func.count()).select_from(numbers)).scalar() or 0


def _snippets(connection: Connection, words: str, page: list[int]) -> dict[int, str]:
    if not page:
        return {}
    if connection.dialect.name == "sqlite":
        query = fts5(words)
        numbers = ", ".join(str(int(number)) for number in page)
        asked = text(
            f"select rowid, highlight(statements_fts, 0, '{OPEN}', '{CLOSE}') from statements_fts"
            f" where statements_fts match :words and rowid in ({numbers})"
        )
        return {number: shown for number, shown in connection.execute(asked, {"words": query}) if shown}
    marks = f"StartSel={OPEN}, StopSel={CLOSE}, HighlightAll=true"
    shown = func.ts_headline(text("'english'"), statements.c.content, tsquery(words), marks)
    return dict(connection.execute(select(statements.c.number, shown).where(statements.c.number.in_(page))).all())


def of_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Found]:
    """The statements with these ids, as far as they are here."""
    asked = whole().where(statements.c.id.in_(sorted(set(ids))))
    return {row["id"]: found_in(row) for row in connection.execute(asked).mappings()}


def summaries(connection: Connection, kind: str | None, name: str | None, limit: int | None) -> list[Summary]:
    """The actors who say most, first."""
    said = func.count(statements.c.id)
    waiting = func.sum(case((statements.c.is_unanswered, 1), else_=0))
    asked = (
        select(
            actors,
            said.label("statements"),
            func.count(statements.c.document_id.distinct()).label("documents"),
            waiting.label("unanswered"),
            func.min(statements.c.day).label("first"),
            func.max(statements.c.day).label("last"),
        )
        .select_from(actors.outerjoin(statements, statements.c.actor_id == actors.c.id))
        .group_by(*actors.c)
        .order_by(said.desc(), actors.c.name, actors.c.id)
        .limit(limit)
    )
    if kind is not None:
        asked = asked.where(actors.c.kind == kind)
    if name is not None:
        asked = asked.where(actors.c.id.in_(called(name)))
    names = ("id", "name", "kind", "country", "sector", "statements", "documents", "unanswered", "first", "last")
    found = connection.execute(asked).mappings()
    return [
        Summary(**{field: row[field] or 0 if field == "unanswered" else row[field] for field in names}) for row in found
    ]
