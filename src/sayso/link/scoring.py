"""How likely each candidate is to be the one that a statement answers: a logistic choice between them and nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from ..ledger.response import Relation
from .candidates import ANSWERS, WAYS, Way, candidates
from .features import FEATURES
from .view import Flags, Matrix, View
from .weights import BIAS, WEIGHTS


@dataclass(frozen=True, slots=True)
class Link:
    """A response between two positions of a view; `reasons` as in `Response`."""

    row: int
    column: int
    relation: Relation
    confidence: float
    reasons: tuple[tuple[str, float], ...]
    way: Way


@dataclass(frozen=True, slots=True)
class Scored:
    """`chances[way]` is n × n: the probability that the row answers the column so; a row adds up to at most 1."""

    view: View
    values: dict[str, Matrix]  # feature → n × n, for the ways in which anything could answer
    chances: dict[Way, Matrix]
    pairs: dict[Way, Flags]  # n × n: which pairs were looked at


def score(view: View) -> Scored:
    """Scores in two passes: the second knows what the first held of the statements of the same side and speaker."""
    pairs = candidates(view)
    wanted = {name for way in WAYS if pairs[way].any() for name in WEIGHTS[way]}
    return finished(view, pairs, measure(view, wanted))


def finished(view: View, pairs: dict[Way, Flags], values: dict[str, Matrix]) -> Scored:
    """The scores from the plain features, `values`: the first pass, and the second with what looks at it."""
    first = [chances(values, pairs[way], way) for way in ANSWERS]
    second = replace(view, contradicted=first[0], questioned=first[1], countered=first[2])
    values = values | measure(second, SECOND_PASS & values.keys())
    return Scored(second, values, {way: chances(values, pairs[way], way) for way in WAYS}, pairs)


# The features that look at what the first pass found.
SECOND_PASS = frozenset(
    {
        "its side contradicts the claim",
        "it goes on answering",
        "its speaker answers it elsewhere",
        "others answer it",
        "both contradict one claim",
    }
)


def measure(view: View, wanted: Collection[str]) -> dict[str, Matrix]:
    """The n × n matrix of each feature that is wanted."""
    return {name: feature(view) for name, feature, _ in FEATURES if name in wanted}


def chances(values: dict[str, Matrix], pairs: Flags, way: Way) -> Matrix:
    """Probabilities by the conditional logit (McFadden 1974), in which answering nobody has the score 0."""
    if not pairs.any():
        return np.zeros(pairs.shape)
    scores = np.full(pairs.shape, BIAS[way])
    for name, weight in WEIGHTS[way].items():
        scores += weight * values[name]
    scores = np.where(pairs, scores, -np.inf)
    top = np.maximum(scores.max(axis=1, initial=0.0), 0.0)[:, None]
    strengths = np.exp(scores - top)
    found: Matrix = strengths / (strengths.sum(axis=1, keepdims=True) + np.exp(-top))
    return found
