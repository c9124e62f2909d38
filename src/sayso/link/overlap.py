"""How much of their content two statements share: the cosine of their word stems, rare words counting more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .wordstock import stems


def likeness(contents: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """n × n cosines, 0 to 1, of n contents given as their pieces of text; weights are log(1 + n / document frequency).

    The "documents" of the inverse document frequency are the statements of the one report (Spärck Jones 1972).
    """
    bags = [frozenset(s for piece in pieces for s in stems(piece)) for pieces in contents]
    vocabulary = {word: i for i, word in enumerate(sorted(frozenset().union(*bags)))}
    table = np.zeros((len(bags), max(1, len(vocabulary))))
    for row, bag in enumerate(bags):
        table[row, [vocabulary[word] for word in bag]] = 1.0
    weights = np.log1p(len(bags) / np.maximum(table.sum(axis=0), 1.0))
    table *= weights
    lengths = np.sqrt((table * table).sum(axis=1))
    lengths[lengths == 0] = 1.0
    table /= lengths[:, None]
    cosines: NDArray[np.float64] = np.clip(table @ table.T, 0.0, 1.0)
    return cosines
