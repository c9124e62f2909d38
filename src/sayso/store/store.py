"""A ledger that lasts: opened by a path or an address, written to in batches, asked for values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import select

from ..errors import SaysoError
from ..ledger import Actor, Dispute, Document, Event, Figure, Ledger, Response, Statement
from . import ask, cards, rows, whole, write
from . import connection as way
from .feeds import Feeds
from .found import ActorCard, DocumentCard, Found, StatementCard, Stats, Summary
from .intake import Copy, Entry, Outcome, original_id, unpacked
from .selection import Selection
from .tables import appearances, documents, intakes, originals, readings, skipped
from .upgrade import upgraded

_ALL = Selection()
_AT_ONCE = 400


class Store:
    """A ledger in SQLite or PostgreSQL; what it gives are values, and iterators of them.

    `backup` is where the ledger was copied to before its schema was brought up to date; None when it was not.
    """

    def __init__(self, where: str | Path, *, must_exist: bool = False) -> None:
        self._url = way.address(where)
        path = self._url.database if self._url.drivername == "sqlite" else None
        if must_exist and path and not Path(path).exists():
            raise SaysoError(f"there is no ledger {path}", f"make one: sayso add REPORT… --ledger {path}")
        self._engine = way.connect(self._url)
        self.backup = upgraded(self._engine)

    @property
    def name(self) -> str:
        """Where it is, without a password."""
        return way.shown(self._url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def feeds(self) -> Feeds:
        """The feeds that are watched into this ledger."""
        return Feeds(self._engine)

    # --- writing

    def write(self, entries: Iterable[Entry]) -> list[Outcome]:
        """Write a batch, all of it or nothing; what each entry changed."""
        with way.writing(self._engine) as connection:
            return write.write(connection, entries)

    def reread(self, readings_: Iterable[tuple[Document, Ledger]], version: str) -> None:
        """Put new readings of known documents in the place of old ones, but for what a person wrote."""
        with way.writing(self._engine) as connection:
            for document, ledger in readings_:
                write.reread(connection, document, ledger, version)

    def keep(self, ledger: Ledger, by: str) -> None:
        """Write what a person holds of documents that are here; no reading of a machine changes it afterwards."""
        with way.writing(self._engine) as connection:
            write.write_ledger(connection, ledger, {}, by)

    # --- what is there

    def known(self, ids: Iterable[str]) -> dict[str, int]:
        """Of these ids of originals those that are finished, each with the number of its documents."""
        return dict(self._of(intakes.c.id, intakes.c.documents, ids))

    def appeared(self, ids: Iterable[str]) -> set[str]:
        """Of these ids of appearances those that are there."""
        return {found for found, _ in self._of(appearances.c.id, appearances.c.document_id, ids)}

    def stands(self, document: Document) -> bool:
        """True where this very text, so titled and dated, is known to have stood at the document's address."""
        names = ("url", "title", "publisher", "published")
        same = [appearances.c[name].is_not_distinct_from(getattr(document, name)) for name in names]
        asked = select(appearances.c.id).where(appearances.c.document_id == document.id, *same).limit(1)
        with way.reading(self._engine) as connection:
            return document.url is not None and connection.execute(asked).first() is not None

    def copy(self, place: str, given: str = "") -> Copy | None:
        """The newest original of an address that is in the ledger with all its reports, read with the same `given`."""
        asked = (
            select(intakes.c.id, intakes.c.sha256, appearances.c.headers)
            .join(appearances, appearances.c.sha256 == intakes.c.sha256)
            .where(intakes.c.place == place)
            .order_by(appearances.c.fetched_at.desc())
            .limit(_AT_ONCE)
        )
        with way.reading(self._engine) as connection:
            found = connection.execute(asked).all()
        copies = (
            Copy(sha256, tuple((n, v) for n, v in headers))
            for key, sha256, headers in found
            if key == original_id(sha256, given, place)
        )
        return next(copies, None)

    def outdated(self, version: str | None) -> list[str]:
        """The ids of the documents that another version of the pipeline has read; None: of all."""
        with way.reading(self._engine) as connection:
            asked = select(readings.c.document_id).order_by(readings.c.document_id)
            asked = asked if version is None else asked.where(readings.c.version != version)
            return list(connection.execute(asked).scalars())

    def _of(self, key: Any, value: Any, ids: Iterable[str]) -> Iterator[tuple[Any, Any]]:
        wanted = list(ids)
        with way.reading(self._engine) as connection:
            for at in range(0, len(wanted), _AT_ONCE):
                for found in connection.execute(select(key, value).where(key.in_(wanted[at : at + _AT_ONCE]))):
                    yield found[0], found[1]

    def documents_of(self, ids: Iterable[str]) -> Iterator[Document]:
        """The documents with these ids, as far as they are here, in this order."""
        for document_id in ids:
            with way.reading(self._engine) as connection:
                row = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().first()
            if row is not None:
                yield rows.document_in(row)

    def original(self, sha256: str) -> bytes | None:
        """The bytes as they came; None where they are not kept."""
        with way.reading(self._engine) as connection:
            body = connection.execute(select(originals.c.body).where(originals.c.sha256 == sha256)).scalar()
        return None if body is None else unpacked(body)

    def skipped(self) -> list[tuple[str, str, str]]:
        """The places that gave no report, each with the reason and what to do."""
        with way.reading(self._engine) as connection:
            asked = select(skipped.c.place, skipped.c.reason, skipped.c.hint).order_by(skipped.c.place)
            return [(place, reason, hint) for place, reason, hint in connection.execute(asked)]

    # --- asking

    def search(self, asked: Selection, limit: int = 20, offset: int = 0) -> list[Found]:
        """A page of the statements asked for, the newest first."""
        with way.reading(self._engine) as connection:
            return ask.search(connection, asked, limit, offset)

    def count(self, asked: Selection = _ALL) -> int:
        """How many statements are asked for."""
        with way.reading(self._engine) as connection:
            return ask.count(connection, asked)

    def found(self, asked: Selection = _ALL) -> Iterator[Found]:
        """All statements asked for with what they are of, one by one."""
        with way.reading(self._engine) as connection:
            yield from ask.selected(connection, asked)

    def each(self, kind: str, asked: Selection = _ALL) -> Iterator[Any]:
        """The values of one collection of a ledger ("statements", "actors" …), one by one in the canonical order."""
        with way.reading(self._engine) as connection:
            yield from whole.KINDS[kind](connection, asked)

    def parts(self, asked: Selection = _ALL) -> Iterator[tuple[str, Iterator[Any]]]:
        """The collections of a ledger, one after the other, as they were at one moment."""
        with way.reading(self._engine) as connection:
            yield from whole.parts(connection, asked).items()

    def documents(self, asked: Selection = _ALL) -> Iterator[Document]:
        return self.each("documents", asked)

    def statements(self, asked: Selection = _ALL) -> Iterator[Statement]:
        return self.each("statements", asked)

    def responses(self, asked: Selection = _ALL) -> Iterator[Response]:
        return self.each("responses", asked)

    def actors(self, asked: Selection = _ALL) -> Iterator[Actor]:
        return self.each("actors", asked)

    def events(self, asked: Selection = _ALL) -> Iterator[Event]:
        return self.each("events", asked)

    def figures(self, asked: Selection = _ALL) -> Iterator[Figure]:
        return self.each("figures", asked)

    def disputes(self, asked: Selection = _ALL) -> Iterator[Dispute]:
        return self.each("disputes", asked)

    def ledger(self, asked: Selection = _ALL) -> Ledger:
        """All of it as one value, in memory."""
        return Ledger(**{name: tuple(values) for name, values in self.parts(asked)})

    def summaries(self, kind: str | None = None, name: str | None = None, limit: int | None = None) -> list[Summary]:
        """The actors, who says most first."""
        with way.reading(self._engine) as connection:
            return ask.summaries(connection, kind, name, limit)

    def show(self, what: str, limit: int = 20) -> StatementCard | DocumentCard | ActorCard | None:
        """The statement or document of an id, the newest document of an address or a path, or the actor of an id or
        name, with all that hangs on it."""
        with way.reading(self._engine) as connection:
            found = {"s": cards.statement, "d": cards.document}.get(what[:1])
            card = found(connection, what) if found else None
            return card or cards.document_at(connection, what) or cards.actor(connection, what, limit)

    def stats(self) -> Stats:
        with way.reading(self._engine) as connection:
            return cards.stats(connection)
