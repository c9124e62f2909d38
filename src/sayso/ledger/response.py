"""Which statement answers which, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .span import Span

Relation = Literal["denies", "rejects", "accepts", "confirms", "answers", "repeats", "same_utterance"]

# The relations that settle an allegation, a demand, a proposal, a threat or a question; the other two only gather.
ANSWERING: frozenset[str] = frozenset({"denies", "rejects", "accepts", "confirms", "answers"})
# The acts that wait for an answer.
AWAITING: frozenset[str] = frozenset({"allege", "demand", "propose", "threaten", "ask"})

# Reasons of a link which tell that the earlier statement is aimed at the one who answers, or at his side.
PARTY_REASONS: frozenset[str] = frozenset({"it is aimed at the speaker", "it is asked", "each speaks of the other"})


@dataclass(frozen=True, slots=True)
class Response:
    """A link from a later statement to the earlier one it answers; `evidence` are the spans that show it.

    `reasons` are the features that spoke for the link with what each added to its score, largest first.
    """

    from_id: str
    to_id: str
    relation: Relation
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    reasons: tuple[tuple[str, float], ...] = ()
