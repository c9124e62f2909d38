"""Asking: statements by a selection, with their actors and documents, as values and one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, case, column, func, select, text

from . import rows
from .found import CLOSE, OPEN, Found, Summary
from .selection import Selection, called, conditions, fts5, matching, terms, tsquery
from .tables import actors, documents, statements

# Rows fetched at once of an answer that is read one by one.
_AT_ONCE = 500
# A word that so many statements hold is looked for from the newest statement on.
_MANY = 2_000
_ABOUT = {
    "actor_name": actors.c.name,
    "title": documents.c.title,
    "publisher": documents.c.publisher,
    "published": documents.c.published,
    "url": documents.c.url,
    "path": documents.c.path,
}
ORDER = (statements.c.document_id, statements.c.start, statements.c.cue_place, statements.c.id)


def streamed(connection: Connection, asked: Select[Any]) -> Iterator[RowMapping]:
    """The rows of an answer in constant memory."""
    options = {"stream_results": True, "yield_per": _AT_ONCE}
    yield from connection.execute(asked, execution_options=options).mappings()


def whole() -> Select[Any]:
    """Statements with what a Found tells of them."""
    about = [column.label(name) for name, column in _ABOUT.items()]
    joined = statements.join(documents, documents.c.id == statements.c.document_id)
    return select(statements, *about).select_from(joined.outerjoin(actors, actors.c.id == statements.c.actor_id))


def found_in(row: RowMapping, snippet: str = "") -> Found:
    told: dict[str, Any] = {name: row[name] for name in _ABOUT if name != "actor_name"}
    statement = rows.statement_in(row)
    told |= {"day": row["day"], "page": row["page"], "is_unanswered": bool(row["is_unanswered"])}
    return Found(statement, row["actor_name"], snippet=snippet, **told)


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
    if _is_frequent(connection, asked):
        # SQLite would fetch every row that holds the word and sort them; from the newest on it soon has a page.
        numbers = numbers.with_hint(statements, "indexed by statements_day", "sqlite")
    page = list(connection.execute(numbers).scalars())
    question = whole().where(statements.c.number.in_(page)).order_by(*newest)
    marked = _snippets(connection, asked.words, page) if asked.words and terms(asked.words)[0] else {}
    found = connection.execute(question).mappings().all()
    return [found_in(row, marked.get(row["number"], row["content"])) for row in found]


def _is_frequent(connection: Connection, asked: Selection) -> bool:
    query = fts5(asked.words) if asked.words and replace(asked, words=None).is_all else None
    if query is None or connection.dialect.name != "sqlite":
        return False
    some = matching(query).columns(column("rowid")).subquery().select().limit(_MANY)
    return connection.execute(select(func.count()).select_from(some.subquery())).scalar() == _MANY


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
    """The actors who say most, first; those who say nothing come last."""
    said = (
        select(
            statements.c.actor_id,
            func.count().label("statements"),
            func.count(statements.c.document_id.distinct()).label("documents"),
            func.sum(case((statements.c.is_unanswered, 1), else_=0)).label("unanswered"),
            func.min(statements.c.day).label("first"),
            func.max(statements.c.day).label("last"),
        )
        .where(statements.c.actor_id.is_not(None))
        .group_by(statements.c.actor_id)
    )
    if name is not None:
        said = said.where(statements.c.actor_id.in_(called(name)))
    if kind is None and limit is not None:
        # The table of actors, which is long, is looked into for this page alone.
        said = said.order_by(func.count().desc(), statements.c.actor_id).limit(limit)
    told = said.subquery()
    most = func.coalesce(told.c.statements, 0).desc()
    joined = actors.outerjoin(told, told.c.actor_id == actors.c.id)
    asked = select(actors, *(column for column in told.c if column.name != "actor_id"))
    wished = [actors.c.kind == kind] if kind is not None else []
    wished += [actors.c.id.in_(called(name))] if name is not None else []
    for source in (actors.join(told, told.c.actor_id == actors.c.id), joined):
        question = asked.select_from(source).where(*wished).order_by(most, actors.c.name, actors.c.id).limit(limit)
        found = [_summary(row) for row in connection.execute(question).mappings()]
        if limit is not None and len(found) == limit:
            break
    return found


def _summary(row: RowMapping) -> Summary:
    told: dict[str, Any] = {name: int(row[name] or 0) for name in ("statements", "documents", "unanswered")}
    told |= {name: row[name] for name in ("id", "name", "kind", "country", "sector", "first", "last")}
    return Summary(**told)
