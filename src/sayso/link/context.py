"""A statement's act in the light of the whole report: whom it speaks of, and whether another contradicts it.

That Chinese ships had blocked the way is plain information from a witness and a charge from Manila. The words are the
same: what tells them apart is who speaks, of whom, and that the other side will not have it. The first scores of the
links know that; the acts are weighed again by it, and the links then scored by the new acts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from ..ledger import Statement
from ..ledger.statement import Act
from .scoring import Scored
from .view import Flags, Matrix, View, with_acts

Vector = NDArray[np.float64]
# An act that the statement's own words give no chance at all keeps this much.
_FLOOR = 1e-4
_MOST = 20.0  # log odds beyond which nothing is surer
# Acts that are never told as not said: their negation is part of them.
_UNNEGATED = frozenset({"deny", "reject", "decline_comment"})


def contradicted(scored: Scored) -> Vector:
    """How likely the first scores hold it that a statement of another side denies or rejects it."""
    most: Vector = np.where(scored.view.is_same_side, 0.0, scored.chances["contradict"]).max(axis=0, initial=0.0)
    return most


def names_others(scored: Scored) -> Vector:
    """Whether it speaks of another who speaks in the report (1), or of his side (0.7)."""
    most: Vector = _named(scored.view).max(axis=1, initial=0.0)
    return most


def names_opponents(scored: Scored) -> Vector:
    """The same, by how likely one of the two sides contradicts the other somewhere in the report."""
    view = scored.view
    table = _by_side(view, np.where(view.is_same_side, 0.0, scored.chances["contradict"]))
    opposed: Vector = (_named(view) * np.maximum(table, table.T)).max(axis=1, initial=0.0)
    return opposed


def contradicts(scored: Scored) -> Vector:
    """How likely the network holds it, whatever the acts, that it contradicts another; nothing without a network."""
    view = scored.view
    if not view.seen.any():
        return np.zeros(len(view))
    strengths = np.where(may_contradict(view), np.exp(np.minimum(view.seen[..., -1], _MOST)), 0.0).sum(axis=1)
    share: Vector = strengths / (1.0 + strengths)
    return share


def may_contradict(view: View) -> Flags:
    """n × n: the two are of different voices."""
    others: Flags = ~view.is_same_voice & ~np.eye(len(view), dtype=bool)
    return others


def _named(view: View) -> Matrix:
    return np.where(view.is_same_side, 0.0, np.maximum(view.named[0], 0.7 * view.named[1]))


def _by_side(view: View, chances: Matrix) -> Matrix:
    """n × n: the largest chance between any statement of the row's side and any of the column's.

    Speakers of whom no side is known are no side together: each stands for itself.
    """
    sides = [i if side is None else side for i, side in enumerate(view.sides)]
    known = {side: i for i, side in enumerate(dict.fromkeys(sides))}
    at = np.array([known[side] for side in sides])
    most = np.zeros((len(known), len(known)))
    np.maximum.at(most, (at[:, None], at[None, :]), chances)
    table: Matrix = most[np.ix_(at, at)]
    return table


MEASURES: dict[str, Callable[[Scored], Vector]] = {
    "another side contradicts it": contradicted,
    "it speaks of another who speaks in the report": names_others,
    "it speaks of one whose side is at odds with the speaker's": names_opponents,
    "the network sees it contradict another": contradicts,
}
# measure → act → what it adds to the log odds of the act when it holds in full, by `python -m lab.contexts --fit`.
ADDED: dict[str, dict[Act, float]] = {
    "another side contradicts it": {
        "state": -0.15,
        "announce": -0.24,
        "predict": 0.16,
        "acknowledge": 0.20,
        "allege": 0.69,
        "deny": -0.13,
        "demand": 0.40,
        "urge": 0.14,
        "ask": 0.38,
        "propose": 0.77,
        "reject": -0.47,
        "condemn": -1.00,
        "praise": -0.55,
        "decline_comment": -0.13,
    },
    "it speaks of another who speaks in the report": {
        "state": -0.12,
        "announce": -0.28,
        "assess": -0.24,
        "predict": -0.25,
        "acknowledge": -0.12,
        "allege": 0.20,
        "urge": -0.12,
        "ask": 0.51,
        "promise": -0.28,
        "propose": -0.11,
        "agree": 0.25,
        "condemn": 0.59,
        "praise": 0.47,
        "decline_comment": -0.61,
    },
    "it speaks of one whose side is at odds with the speaker's": {
        "state": -0.44,
        "announce": 0.21,
        "assess": -0.24,
        "predict": -0.46,
        "allege": 0.72,
        "deny": -0.11,
        "demand": 0.33,
        "urge": -0.12,
        "threaten": 0.24,
        "warn": -0.27,
        "propose": 0.21,
        "agree": 0.44,
        "reject": 0.41,
        "condemn": 0.21,
        "praise": -0.94,
        "apologise": -0.11,
    },
    "the network sees it contradict another": {
        "state": -0.44,
        "assess": -0.40,
        "predict": -0.15,
        "acknowledge": 0.47,
        "allege": -0.63,
        "deny": 2.01,
        "demand": -0.25,
        "urge": -0.57,
        "ask": -0.47,
        "promise": -0.12,
        "warn": -0.21,
        "propose": -0.13,
        "agree": 0.57,
        "reject": 1.80,
        "condemn": -0.70,
        "praise": -1.15,
        "decline_comment": 0.40,
    },
}


def added(scored: Scored) -> dict[str, Vector]:
    """Each measure, an entry a statement of the view."""
    return {name: measure(scored) for name, measure in MEASURES.items()}


def settled(scored: Scored) -> View:
    """The view with every act weighed again; a statement whose acts have no chances keeps its own."""
    known = added(scored)
    statements = tuple(
        _weighed(statement, {name: float(values[i]) for name, values in known.items()})
        for i, statement in enumerate(scored.view.statements)
    )
    return with_acts(scored.view, statements)


def _weighed(statement: Statement, holds: dict[str, float]) -> Statement:
    if not statement.acts or not any(holds.values()):
        return statement
    logs = {act: math.log(max(chance, _FLOOR)) for act, chance in statement.acts}
    for name, share in holds.items():
        for act, weight in ADDED[name].items():
            logs[act] = logs.get(act, math.log(_FLOOR)) + share * weight
    top = max(logs.values())
    total = sum(math.exp(log - top) for log in logs.values())
    chances = sorted(((act, math.exp(log - top) / total) for act, log in logs.items()), key=lambda pair: -pair[1])
    first = cast(Act, chances[0][0])
    return replace(statement, act=first, acts=tuple(chances), negated=statement.negated and first not in _UNNEGATED)
