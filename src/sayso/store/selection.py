"""Which statements are asked for: one value of wishes, and the SQL of each."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    TextClause,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    text,
)

from ..ledger.actor import folded
from ..ledger.response import AWAITING
from .tables import actor_names, appearances, responses, statements, targets

# A quoted phrase or a word, with a minus in front where it may not be there.
_TERM = re.compile(r'(-?)"([^"]+)"|(-?)(\S+)')
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a statement must be; None wishes nothing.

    `words` stand in its content or are its source's ("a phrase" in quotation marks, -word for what may not be
    there); `actor` and `to` are an actor's id or words of its name; `since` and `until` are days, both among them;
    `relation` is how it answers another; `is_answered` False asks for what waits for an answer.
    """

    words: str | None = None
    actor: str | None = None
    act: str | None = None
    to: str | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    is_answered: bool | None = None
    relation: str | None = None

    @property
    def is_all(self) -> bool:
        return all(getattr(self, field.name) is None for field in fields(self))


def terms(words: str) -> tuple[list[str], list[str]]:
    """The phrases that must be there, and those that may not: 'a "b c" -d' → (["a", "b c"], ["d"])."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, minus_too, word in _TERM.findall(words.replace("\0", " ")):
        term = phrase or word
        if _LETTER.search(term):
            (unwanted if minus or minus_too else wanted).append(term)
    return wanted, unwanted


def fts5(words: str, columns: str = "content source cue") -> str | None:
    """The words as a query of FTS5 in these columns; None where none must be there: an index finds what is."""
    wanted, unwanted = ([_quoted(term) for term in found] for found in terms(words))
    if not wanted:
        return None
    query = " ".join(wanted) if not unwanted else f"({' '.join(wanted)}) NOT ({' OR '.join(unwanted)})"
    return f"{{{columns}}} : ({query})"


def tsquery(words: str) -> ColumnElement[Any] | None:
    """The same for PostgreSQL, which also finds what has none of the words; None without any word."""
    wanted, unwanted = terms(words)
    query: ColumnElement[Any] | None = None
    for term, sign in [*((term, "") for term in wanted), *((term, "!!") for term in unwanted)]:
        one = func.phraseto_tsquery(text("'english'"), term)
        one = one if not sign else func.tsquery_not(one)
        query = one if query is None else query.op("&&")(one)
    return query


def conditions(asked: Selection, dialect: str) -> list[ColumnElement[bool]]:
    """One condition on `statements` for each wish."""
    found: list[ColumnElement[bool]] = []
    if asked.words is not None:
        found.append(_holds(asked.words, dialect))
    if asked.actor is not None:
        found.append(statements.c.actor_id.in_(called(asked.actor)))
    if asked.act is not None:
        found.append(statements.c.act == asked.act)
    if asked.to is not None:
        found.append(_is_to(asked.to, dialect))
    if asked.since is not None:
        found.append(statements.c.day >= asked.since)
    if asked.until is not None:
        found.append(statements.c.day <= asked.until)
    if asked.publisher is not None:
        where = func.lower(appearances.c.publisher) == asked.publisher.lower()
        found.append(statements.c.document_id.in_(select(appearances.c.document_id).where(where)))
    if asked.is_answered is not None:
        found.append(_answered(asked.is_answered))
    if asked.relation is not None:
        found.append(statements.c.id.in_(select(responses.c.from_id).where(responses.c.relation == asked.relation)))
    return found


def _answered(is_answered: bool) -> ColumnElement[bool]:
    if not is_answered:
        return statements.c.is_unanswered
    return and_(statements.c.act.in_(AWAITING), ~statements.c.negated, ~statements.c.is_unanswered)


def _holds(words: str, dialect: str) -> ColumnElement[bool]:
    if dialect == "sqlite":
        query, unwanted = fts5(words), terms(words)[1]
        if query is None and unwanted:
            return and_(*(~statements.c.number.in_(matching(fts5(f'"{term}"') or "")) for term in unwanted))
        return false() if query is None else statements.c.number.in_(matching(query))
    asked = tsquery(words)
    return false() if asked is None else literal_column("statements.search").op("@@")(asked)


def matching(query: str) -> TextClause:
    """The numbers of the statements that a query of FTS5 finds."""
    # Each query is bound under a name of its own: a search may hold two.
    name = f"query_{zlib.crc32(query.encode())}"
    found = text(f"select rowid from statements_fts where statements_fts match :{name}")
    return found.bindparams(bindparam(name, query))


def _is_to(name: str, dialect: str) -> ColumnElement[bool]:
    """Aimed at the actor so called, or said to one whom the text calls so."""
    aimed = statements.c.id.in_(select(targets.c.statement_id).where(targets.c.actor_id.in_(called(name))))
    if dialect != "sqlite":
        return or_(aimed, statements.c.addressee.ilike(f"%{_plain(name)}%", escape="\\"))
    query = fts5(name, "addressee")
    return aimed if query is None else or_(aimed, statements.c.number.in_(matching(query)))


def called(name: str) -> Any:
    """The ids of the actors so called: by id, else by a whole name, else by all its words."""
    words = folded(name)
    is_it = or_(actor_names.c.actor_id == name, actor_names.c.folded == words)
    whole = select(actor_names.c.actor_id).where(is_it)
    parts = and_(*(actor_names.c.folded.like(f"%{_plain(word)}%", escape="\\") for word in words.split()))
    return whole.union(select(actor_names.c.actor_id).where(parts, ~exists(whole)))


def _plain(words: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", words)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
