"""How like a pronoun and a phrase are to mean one: a small head on the states that the encoder has made already.

Stage 3 knows the candidates, stage 2 has the states: what is handed on is a function from spans to scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..ledger import Span
from .heads import Floats
from .small_heads import arrays, bent
from .states import States

FILE = "likeness.npz"


@dataclass(frozen=True, slots=True)
class Head:
    """Two projections, one of the pronoun and one of the phrase's two ends; their sum and product, then one score."""

    pronoun: Floats  # [width + 1, 2k], the last row is the bias
    phrase: Floats  # [2 * width + 1, 2k]
    scale: Floats  # [k]: a layer norm's
    shift: Floats
    out: Floats  # [k]

    def scores(self, pronoun: Floats, phrases: Floats) -> Floats:
        """pronoun [width], phrases [n, 2 * width] → [n]."""
        k = len(self.out)
        one = pronoun @ self.pronoun[:-1] + self.pronoun[-1]
        two = phrases @ self.phrase[:-1] + self.phrase[-1]
        joined = one[:k] + two[:, :k] + one[k:] * two[:, k:]
        return np.asarray(bent(joined, self.scale, self.shift) @ self.out, dtype=np.float32)


def load(folder: Path) -> Head | None:
    """The head that was trained on these weights of the encoder; None where there is none."""
    stored = arrays(folder / FILE, ("pronoun", "phrase", "scale", "shift", "out"))
    return Head(*stored) if stored else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """The pieces of one text with their states; called with a pronoun and phrases, it gives a score each."""

    head: Head
    states: States

    def __call__(self, pronoun: Span, phrases: Sequence[Span]) -> list[float] | None:
        kept = self.states
        own = kept.pieces(pronoun)
        if own is None or not phrases:
            return None
        first = np.searchsorted(kept.end, [phrase.start for phrase in phrases], side="right")
        after = np.searchsorted(kept.start, [phrase.end for phrase in phrases], side="left")
        if (first >= after).any():
            return None
        pairs = np.concatenate([kept.rows[first], kept.rows[after - 1]], axis=1)
        mean = kept.rows[own[0] : own[1]].astype(np.float32).mean(axis=0)
        return [float(score) for score in self.head.scores(mean, pairs.astype(np.float32))]
