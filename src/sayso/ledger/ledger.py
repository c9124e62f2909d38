"""Everything read so far, together: documents, actors, statements, responses, events, figures, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Protocol, TypeVar

from . import form, notebook
from .actor import Actor
from .dispute import Dispute
from .document import Document
from .event import Event
from .response import ANSWERING, AWAITING, Response
from .statement import Statement
from .value import Figure


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Value = TypeVar("_Value", bound=_Identified)


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
        documents = {document.id: document for part in reversed(parts) for document in part.documents}
        actors: dict[str, Actor] = {}
        for part in parts:
            for actor in part.actors:
                known = actors.get(actor.id)
                actors[actor.id] = _pooled(known, actor) if known else actor
        responses = {(r.from_id, r.to_id, r.relation): r for part in parts for r in part.responses}
        statements = _by_id(s for part in parts for s in part.statements)
        events = _by_id(e for part in parts for e in part.events)
        figures = _by_id(f for part in parts for f in part.figures)
        disputes = _by_id(d for part in parts for d in part.disputes)
        return cls(
            tuple(sorted(documents.values(), key=lambda d: d.id)),
            tuple(sorted(actors.values(), key=lambda a: a.id)),
            tuple(sorted(statements, key=lambda s: (s.document_id, s.start, s.id))),
            tuple(responses[key] for key in sorted(responses)),
            tuple(sorted(events, key=lambda e: (e.document_id, e.trigger, e.type))),
            tuple(sorted(figures, key=lambda f: (f.document_id, f.span))),
            tuple(sorted(disputes, key=lambda d: d.id)),
        )

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
        answered = {r.to_id for r in self.responses if r.relation in ANSWERING}
        told = [(r.from_id, r.to_id) for r in self.responses if r.relation not in ANSWERING]
        grew = True
        while grew:
            more = {a for pair in told for a in pair if pair[0] in answered or pair[1] in answered} - answered
            answered |= more
            grew = bool(more)
        return tuple(s for s in self.statements if s.act in AWAITING and not s.negated and s.id not in answered)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form (docs/ledger.schema.json), made of dicts, lists, strings, numbers, booleans and None."""
        return form.written({field.name: getattr(self, field.name) for field in fields(self)})

    @classmethod
    def from_dict(cls, rows: Mapping[str, Any]) -> Ledger:
        """The ledger that `to_dict` wrote; SaysoError names the first row that is not in the form."""
        return cls(**form.read(rows))

    def _repr_html_(self) -> str:
        return notebook.table(self.statements, self.actors, len(self.documents))


def _by_id(values: Iterable[_Value]) -> Iterable[_Value]:
    return {value.id: value for value in values}.values()


def _pooled(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        name=min(one.name, other.name),
        sector=min((s for s in (one.sector, other.sector) if s), default=None),
        aliases=tuple(sorted({*one.aliases, *other.aliases})),
        roles=tuple(sorted({*one.roles, *other.roles}, key=lambda role: (role.document_id, role.span, role.title))),
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
    )
