"""Statements, across reports, that are tied by responses and by being the same utterance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .identity import content_id


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a dispute and the statements in which it speaks."""

    actor_id: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """`title` is the head proposition; `first` and `last` are the days of its first and last statement."""

    title: str
    statement_ids: tuple[str, ...]
    parties: tuple[Party, ...] = ()
    first: date | None = None
    last: date | None = None
    unanswered_ids: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return content_id("q", *sorted(self.statement_ids))
