"""An attribution understood: which actor, which act, when, inside which other statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .identity import content_id
from .span import Span
from .value import Timex

Act = Literal[
    "state",
    "announce",
    "assess",
    "predict",
    "acknowledge",
    "allege",
    "deny",
    "demand",
    "urge",
    "ask",
    "promise",
    "threaten",
    "warn",
    "propose",
    "agree",
    "reject",
    "condemn",
    "praise",
    "apologise",
    "decline_comment",
]
ACTS: tuple[Act, ...] = get_args(Act)
Manner = Literal["direct", "indirect", "mixed"]
Hedge = Literal["neutral", "doubted", "endorsed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement, field for field as the definition of the ledger has it.

    `actor_id`, `target_ids` and `parent_id` refer to values of the same ledger. `acts` keeps the probability of each
    speech act, most probable first; `act` is the one decided on.
    """

    document_id: str
    source: Span | None
    actor_id: str | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    act: Act
    addressee: Span | None = None
    target_ids: tuple[str, ...] = ()
    time: Timex | None = None
    setting: Span | None = None
    via: Span | None = None
    condition: Span | None = None
    negated: bool = False
    hedge: Hedge = "neutral"
    parent_id: str | None = None
    confidence: float = 1.0
    acts: tuple[tuple[str, float], ...] = ()

    @property
    def id(self) -> str:
        return statement_id(self.document_id, self.source, self.cue, self.content)

    @property
    def start(self) -> int:
        """Where the statement begins in the text: the first character of its cue, source or content."""
        spans = [span for span in (self.source, self.cue, *self.content) if span is not None]
        return min(span.start for span in spans)

    @property
    def place(self) -> tuple[int, int]:
        """What orders statements as a reader meets them; two of one source ("said A and added B") go by their cues."""
        return self.start, self.cue.start if self.cue else self.start


def statement_id(document_id: str, source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> str:
    """The id that a statement with these spans has; it needs no resolved field, so a parent can be named early."""
    ends = [f"{span.start}-{span.end}" if span else "" for span in (source, cue, *content)]
    return content_id("s", document_id, *ends)
