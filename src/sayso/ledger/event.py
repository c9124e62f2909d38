"""A happening that a report tells, coded after PLOVER with CAMEO beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .identity import content_id
from .span import Span
from .value import Timex

Status = Literal["happened", "ongoing", "planned", "possible", "denied"]


@dataclass(frozen=True, slots=True)
class Event:
    """`according_to_id` is the statement it is told in; None when the report tells it in its own voice."""

    document_id: str
    trigger: Span
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    source_ids: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()
    place: Span | None = None
    time: Timex | None = None
    status: Status = "happened"
    according_to_id: str | None = None
    figure_ids: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def id(self) -> str:
        return content_id("e", self.document_id, self.trigger.start, self.trigger.end, self.type)
