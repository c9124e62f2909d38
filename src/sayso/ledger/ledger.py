"""Everything read so far, together: documents, actors, statements, responses, events, figures, disputes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from os import PathLike
from typing import Any, TypeVar

from . import form, lasting, notebook
from .actor import Actor
from .dispute import Dispute
from .document import Document
from .event import Event
from .exchange import Exchange, awaits, gather
from .response import Response
from .statement import Statement
from .value import Figure

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Ledger:
    """One ledger over any number of reports; merging is idempotent and does not depend on the order."""

    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    responses: tuple[Response, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @classmethod
    def merged(cls, ledgers: Iterable[Ledger]) -> Ledger:
        """The union of ledgers by id; actors of one id pool their aliases, roles and mentions.

        The result is in a canonical order (by document id, then by place in the text), so that two machines that
        read the same reports in different orders hold equal ledgers.
        """
        parts = tuple(ledgers)
        actors: dict[str, list[Actor]] = {}
        for part in parts:
            for actor in part.actors:
                actors.setdefault(actor.id, []).append(actor)
        documents = _settled((d for part in parts for d in part.documents), lambda d: d.id)
        statements = _settled((s for part in parts for s in part.statements), lambda s: s.id)
        responses = _settled((r for part in parts for r in part.responses), lambda r: (r.from_id, r.to_id, r.relation))
        events = _settled((e for part in parts for e in part.events), lambda e: e.id)
        figures = _settled((f for part in parts for f in part.figures), lambda f: f.id)
        disputes = _settled((d for part in parts for d in part.disputes), lambda d: d.id)
        return cls(
            tuple(sorted(documents, key=lambda d: d.id)),
            tuple(_pooled(actors[actor_id]) for actor_id in sorted(actors)),
            tuple(sorted(statements, key=lambda s: (s.document_id, *s.place, s.id))),
            tuple(sorted(responses, key=lambda r: (r.from_id, r.to_id, r.relation))),
            tuple(sorted(events, key=lambda e: (e.document_id, e.trigger, e.type))),
            tuple(sorted(figures, key=lambda f: (f.document_id, f.span))),
            tuple(sorted(disputes, key=lambda d: d.id)),
        )

    @staticmethod
    def open(where: str | PathLike[str]) -> Any:
        """The ledger kept in a file or at a postgresql:// address, a `sayso.store.Store`: it is searched, iterated, and
        written to in place, and its `ledger()` is all of it as one value. A file that is not there is made.

        >>> with sayso.Ledger.open("sayso.db") as kept:  # doctest: +SKIP
        ...     for statement in kept.statements():
        ...         print(statement.act)
        """
        return lasting.opened(where)

    def actor(self, actor_id: str | None) -> Actor | None:
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def statement(self, statement_id: str | None) -> Statement | None:
        return next((statement for statement in self.statements if statement.id == statement_id), None)

    def document(self, document_id: str | None) -> Document | None:
        return next((document for document in self.documents if document.id == document_id), None)

    def unanswered(self) -> tuple[Statement, ...]:
        """The allegations, demands, proposals, threats and questions that no link answers.

        A statement whose retelling (`repeats`, `same_utterance`) is answered counts as answered. One that the report
        says was NOT made awaits nothing.
        """
        waiting = {s.id for found in self.exchanges() if not found.answers for s in found.tellings if awaits(s)}
        return tuple(statement for statement in self.statements if statement.id in waiting)

    def exchanges(self) -> tuple[Exchange, ...]:
        """Each saying that waits for an answer or has one, with its answers; its retellings are one with it."""
        return gather(self.statements, self.responses, self.actors)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form (docs/ledger.schema.json), made of dicts, lists, strings, numbers, booleans and None."""
        return form.written({field.name: getattr(self, field.name) for field in fields(self)})

    @classmethod
    def from_dict(cls, rows: Mapping[str, Any]) -> Ledger:
        """The ledger that `to_dict` wrote; SaysoError names the first row that is not in the form."""
        return cls(**form.read(rows))

    def _repr_html_(self) -> str:
        return notebook.table(self.statements, self.actors, len(self.documents))


def _settled(values: Iterable[_Value], key: Callable[[_Value], Hashable]) -> Iterable[_Value]:
    """One value for each key. Of two that tell one thing differently the fuller stays, whichever was read first."""
    chosen: dict[Hashable, _Value] = {}
    for value in values:
        known = chosen.setdefault(key(value), value)
        if known != value:
            chosen[key(value)] = min(known, value, key=_emptiness)
    return chosen.values()


def _emptiness(value: Any) -> tuple[int, str]:
    """Sorts fuller values first; the written form decides between equally full ones, the same on every machine."""
    return sum(getattr(value, field.name) in (None, ()) for field in fields(value)), repr(value)


def _pooled(actors: list[Actor]) -> Actor:
    """The one actor that all of these, which share an id, are."""
    roles = {role for actor in actors for role in actor.roles}
    return replace(
        actors[0],
        name=min(actor.name for actor in actors),
        sector=min((actor.sector for actor in actors if actor.sector), default=None),
        aliases=tuple(sorted({alias for actor in actors for alias in actor.aliases})),
        roles=tuple(sorted(roles, key=lambda r: (r.document_id, r.span, r.title, r.affiliation or ""))),
        mentions=tuple(sorted({mention for actor in actors for mention in actor.mentions})),
    )
