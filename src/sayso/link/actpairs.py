"""How well an act answers another: the pairs of acts as the definition of the ledger has them, as matrices."""

from __future__ import annotations

from functools import cache

import numpy as np

from ..ledger import ACTS
from .view import Matrix

DIRECTIVES = {"demand": 1.0, "urge": 1.0, "propose": 1.0}
_ASSERTIONS = {
    "allege": 1.0,
    "condemn": 0.6,
    "predict": 0.5,
    "assess": 0.5,
    "state": 0.5,
    "warn": 0.5,
    "praise": 0.3,
    "announce": 0.3,
}
# How well an act (outer key) answers another (inner key): the pairs of acts as the definition of the ledger has them.
_CONTRADICTED: dict[str, dict[str, float]] = {
    "deny": _ASSERTIONS | {"acknowledge": 0.3, "threaten": 0.3, "deny": 0.3},
    "reject": DIRECTIVES | {"announce": 0.7, "threaten": 0.7, "promise": 0.3, "agree": 0.3},
    "agree": DIRECTIVES | {"promise": 0.3, "threaten": 0.3},
    "acknowledge": _ASSERTIONS | {"allege": 1.0, "state": 0.8, "acknowledge": 0.8},
    "praise": dict.fromkeys(DIRECTIVES, 0.8),
}
COUNTERED = DIRECTIVES | {
    "allege": 1.0,
    "threaten": 1.0,
    "condemn": 0.8,
    "warn": 0.6,
    "announce": 0.5,
    "deny": 0.3,
    "state": 0.2,
}
COUNTERING = {"decline_comment": 1.0, "allege": 0.7, "condemn": 1.0, "urge": 0.7, "demand": 0.7, "warn": 0.5}


@cache
def act_table(kind: str) -> Matrix:
    column: dict[str, int] = {act: i for i, act in enumerate(ACTS)}
    table = np.zeros((len(ACTS), len(ACTS)))
    if kind == "contradicted":
        for act, fits in _CONTRADICTED.items():
            for other, fit in fits.items():
                table[column[act], column[other]] = fit
    else:
        for other, fit in COUNTERED.items():
            table[:, column[other]] = fit
    return table


def weights(acts: dict[str, float]) -> Matrix:
    return np.array([acts.get(act, 0.0) for act in ACTS])
