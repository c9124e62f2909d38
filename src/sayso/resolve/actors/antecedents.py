"""Chooses what a pronoun means: the weighed signs of each pair and the network's likeness of the two; one or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from ... import lexicon
from .pairs import Anaphor, Pair, pairs, pronoun_at
from .scene import Draft, Likeness, Scene, Sight
from .signs import FEATURES, features

NONE = "none of them"
# An antecedent less probable than this is no answer. On GAP development 0.2, 0.25, 0.3, 0.35 and 0.4 gave F1 77.3, 77.3,
# 77.2, 77.1 and 77.1 among all candidates; pairs in the dossiers and the world news are the same at 0.25 and 0.35.
LEAST = 0.25
# What is kept of a choice: the signs that told most, the other candidates, and none of them below this probability.
_SIGNS_KEPT, _OTHERS_KEPT, _LEAST_KEPT = 6, 3, 0.01
_NOBODY, _SEEN = "nobody of these", "the network finds the two alike"


@dataclass(frozen=True, slots=True)
class Answer:
    """The antecedent with its probability among all candidates, the sight that stands for it, and what told most.

    `signs` are those with what each added in log odds, most first; `others` the other candidates with probabilities.
    """

    draft: Draft
    score: float
    sight: Sight
    at: int
    signs: tuple[tuple[str, float], ...]
    others: tuple[tuple[str, float], ...] = ()


def choose(
    scene: Scene, anaphor: Anaphor, agrees: Callable[[Draft], bool], likeness: Likeness | None = None
) -> Answer | None:
    """The likeliest of those who agree; None when that is nobody, or nobody surely enough."""
    pronoun = pronoun_at(scene, anaphor)
    found = pairs(scene, pronoun, agrees) if pronoun is not None else ()
    if not found:
        return None
    shares = weighed(found, likeness)
    drafts: dict[int, float] = {}
    names = {id(pair.draft): pair.draft.name for pair in found}
    for pair, share in zip(found, shares, strict=True):
        drafts[id(pair.draft)] = drafts.get(id(pair.draft), 0.0) + share
    best = max(drafts, key=lambda key: drafts[key])
    if drafts[best] < max(LEAST, 1.0 - sum(shares)):
        return None
    share, pair = max(
        ((s, p) for s, p in zip(shares, found, strict=True) if id(p.draft) == best), key=lambda row: row[0]
    )
    rest = [(names[key], chance) for key, chance in drafts.items() if key != best]
    rest = sorted([*rest, (_NOBODY, 1.0 - sum(shares))], key=lambda row: -row[1])[:_OTHERS_KEPT]
    others = tuple((name, round(chance, 3)) for name, chance in rest if chance >= _LEAST_KEPT)
    return Answer(pair.draft, drafts[best], pair.sight, pair.at, _told(pair, likeness), others)


def weighed(found: Sequence[Pair], likeness: Likeness | None) -> tuple[float, ...]:
    """The probability of each pair among all and none."""
    seen = _seen(found, likeness)
    weights, none = _weights(seen is not None)
    totals = [sum(weight * value for weight, value in zip(weights, features(pair), strict=True)) for pair in found]
    if seen is not None:
        totals = [total + score for total, score in zip(totals, seen, strict=True)]
    most = max(*totals, none)
    parts = [exp(total - most) for total in totals]
    whole = sum(parts) + exp(none - most)
    return tuple([part / whole for part in parts])


def _seen(found: Sequence[Pair], likeness: Likeness | None) -> Sequence[float] | None:
    """What the network says of each pair, where it kept the states of the text."""
    scene, pronoun = found[0].scene, found[0].pronoun
    if likeness is None:
        return None
    where = [scene.span(pair.at, pair.at + 1) for pair in found]
    return likeness(scene.span(pronoun.at, pronoun.at + 1), where)


@cache
def _weights(is_seen: bool) -> tuple[tuple[float, ...], float]:
    """The weights in the order of the features, and that of no antecedent; a sign just added weighs nothing yet."""
    rows = lexicon.antecedents()
    column = 1 if is_seen else 0
    return tuple(rows.get(name, (0.0, 0.0))[column] for name, _ in FEATURES), rows[NONE][column]


def _told(pair: Pair, likeness: Likeness | None) -> tuple[tuple[str, float], ...]:
    """The signs that spoke most for the choice or against it, those that weighed most first."""
    seen = _seen((pair,), likeness)
    weights, _ = _weights(seen is not None)
    rows = zip(FEATURES, weights, features(pair), strict=True)
    parts = [(name, round(weight * value, 2)) for (name, _), weight, value in rows]
    parts += [(_SEEN, round(seen[0], 2))] if seen is not None else []
    parts.sort(key=lambda row: (-row[1], row[0]))
    against = [row for row in parts[_SIGNS_KEPT:] if row[1] < 0][-1:]
    return tuple(row for row in parts[:_SIGNS_KEPT] if row[1] > 0) + tuple(against)
