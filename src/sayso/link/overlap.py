"""How much of their content two statements share: word stems, rare words counting more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .wordstock import stems

# A content of fewer rare words than this is not "held" by another that has them all: one word is soon found again.
_LEAST_MASS = 3.0


def compare(contents: Sequence[Sequence[str]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Two n × n matrices, 0 to 1, of n contents given as their pieces of text.

    The first has the cosines, the second how much of the shorter one is in the other. Words weigh log(1 + n / document
    frequency); the "documents" are the statements of the one report (Spärck Jones 1972).
    """
    bags = [frozenset(s for piece in pieces for s in stems(piece)) for pieces in contents]
    vocabulary = {word: i for i, word in enumerate(sorted(frozenset().union(*bags)))}
    table = np.zeros((len(bags), max(1, len(vocabulary))))
    for row, bag in enumerate(bags):
        table[row, [vocabulary[word] for word in bag]] = 1.0
    weights = np.log1p(len(bags) / np.maximum(table.sum(axis=0), 1.0))
    mass = table @ weights
    held = (table * weights) @ table.T / np.maximum(np.minimum(mass[:, None], mass[None, :]), _LEAST_MASS)
    table *= weights
    lengths = np.sqrt((table * table).sum(axis=1))
    lengths[lengths == 0] = 1.0
    table /= lengths[:, None]
    cosines: NDArray[np.float64] = np.clip(table @ table.T, 0.0, 1.0)
    return cosines, np.clip(held, 0.0, 1.0)
