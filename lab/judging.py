"""From the probabilities of a pronoun's candidates to answers: marks on GAP's names, right and wrong elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.actors.antecedents import LEAST

from .candidates import Row, meets


@dataclass(frozen=True, slots=True)
class Shares:
    """The probability of each candidate, and of none of them."""

    each: tuple[float, ...]
    none: float


def marks(row: Row, shares: Shares, is_between: bool = False) -> tuple[bool, bool]:
    """Which of the two names is meant. `is_between`: chosen between these two alone, as GAP's rules allow."""
    bearers = [
        {g for g, span in zip(row.groups, row.spans, strict=True) if meets(span, name)} for name in row.case.names
    ]
    values = []
    for name, own in zip(row.case.names, bearers, strict=True):
        is_shared = bool(bearers[0] & bearers[1])
        values.append(
            sum(
                share
                for share, group, span in zip(shares.each, row.groups, row.spans, strict=True)
                if (meets(span, name) if is_shared else group in own)
            )
        )
    best = max(values)
    rivals: defaultdict[int, float] = defaultdict(float)
    for share, group in zip(shares.each, row.groups, strict=True):
        rivals[group] += share * (group not in bearers[0] | bearers[1])
    is_answer = best > 0 and (is_between or best >= max(LEAST, shares.none, *rivals.values()))
    return is_answer and values[0] == best, is_answer and values[1] == best and values[0] != best


def right_and_wrong(data: Sequence[Row], found: Sequence[Shares]) -> str:
    """Precision and recall of the answers, over the pronouns whose antecedent is among the candidates."""
    answered = right = meant = 0
    for row, shares in zip(data, found, strict=True):
        meant += bool(row.right.any())
        totals: defaultdict[int, float] = defaultdict(float)
        for share, group in zip(shares.each, row.groups, strict=True):
            totals[group] += share
        best = max(totals, key=lambda group: totals[group], default=-1)
        if best < 0 or totals[best] < max(LEAST, shares.none):
            continue
        answered += 1
        own = [at for at, group in enumerate(row.groups) if group == best]
        right += bool(row.right[max(own, key=lambda at: shares.each[at])])
    precision, recall = 100 * right / (answered or 1), 100 * right / (meant or 1)
    return f"P {precision:.1f}, R {recall:.1f}, of {meant} with an antecedent, {answered} answered"
