"""One step on the way from a mention to whom it means, and such ways as one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .span import Span


@dataclass(frozen=True, slots=True)
class Step:
    """A mention and the rule that led on from it to the next; `score` where a weighing and no rule decided.

    The last step of a way is the mention that tells most of the actor. Of a weighing, `signs` are those that told most
    with what each added in log odds, and `others` the other candidates by name with their probabilities.
    """

    span: Span
    rule: str
    score: float | None = None
    signs: tuple[tuple[str, float], ...] = ()
    others: tuple[tuple[str, float], ...] = ()


def told(steps: tuple[Step, ...]) -> str:
    """The way in one line: “he” ← “Roe” (subject of the sentence before, 0.91) ← “Mayor Jane Roe” (short for)."""
    if not steps:
        return ""
    parts = [f"“{steps[0].span.text}”"]
    for before, after in pairwise(steps):
        score = "" if before.score is None else f", {before.score:.2f}"
        parts.append(f"“{after.span.text}” ({before.rule}{score})")
    return " ← ".join(parts)
