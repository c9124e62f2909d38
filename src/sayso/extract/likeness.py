"""How like a pronoun and a phrase are to mean one: a small head on the states that the encoder has made already.

Stage 3 knows the candidates, stage 2 has the states: what is handed on is a function from spans to scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np

from ..ledger import Span
from .heads import Floats
from .windows import Ints, Window

# States are kept for so many pieces of a text (768 bytes each); an archive in one file goes without beyond them.
PIECES_AT_MOST = 60_000
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
        joined = joined - joined.mean(axis=1, keepdims=True)
        joined = joined / np.sqrt((joined * joined).mean(axis=1, keepdims=True) + 1e-5) * self.scale + self.shift
        # the tanh form of GELU (Hendrycks and Gimpel 2016)
        bent = 0.5 * joined * (1.0 + np.tanh(sqrt(2.0 / np.pi) * (joined + 0.044715 * joined**3)))
        return np.asarray(bent @ self.out, dtype=np.float32)


def load(folder: Path) -> Head | None:
    """The head that was trained on these weights of the encoder; None where there is none."""
    path = folder / FILE
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return Head(*(stored[name].astype(np.float32) for name in ("pronoun", "phrase", "scale", "shift", "out")))


@dataclass(frozen=True, slots=True)
class Likeness:
    """The pieces of one text with their states; called with a pronoun and phrases, it gives a score each."""

    head: Head
    start: Ints
    end: Ints
    states: Floats

    def __call__(self, pronoun: Span, phrases: Sequence[Span]) -> list[float] | None:
        own = self._pieces(pronoun)
        if own is None or not phrases:
            return None
        first = np.searchsorted(self.end, [phrase.start for phrase in phrases], side="right")
        after = np.searchsorted(self.start, [phrase.end for phrase in phrases], side="left")
        if (first >= after).any():
            return None
        pairs = np.concatenate([self.states[first], self.states[after - 1]], axis=1)
        mean = self.states[own[0] : own[1]].astype(np.float32).mean(axis=0)
        return [float(score) for score in self.head.scores(mean, pairs.astype(np.float32))]

    def _pieces(self, span: Span) -> tuple[int, int] | None:
        """Pieces [first, last) of a span; None where no state was kept."""
        first = int(np.searchsorted(self.end, span.start, side="right"))
        last = int(np.searchsorted(self.start, span.end, side="left"))
        return (first, last) if first < last else None


class Keeper:
    """Gathers the states of a text's windows, each piece once, in the order of the text."""

    def __init__(self, head: Head | None) -> None:
        self.head = head
        self.rows: list[tuple[int, Ints, Ints, Floats]] = []
        self.kept = 0

    def keep(self, indices: Sequence[int], states: Sequence[Floats], windows: Sequence[Window]) -> None:
        """Keeps the states [length, width] of each of the windows with these indices."""
        if self.head is None:
            return
        for at, index in enumerate(indices):
            window = windows[index]
            own = np.flatnonzero((window.start >= 0) & (np.arange(len(window.start)) >= window.core))
            if self.kept + len(own) > PIECES_AT_MOST:
                continue
            self.kept += len(own)
            self.rows.append((index, window.start[own], window.end[own], states[at][own].astype(np.float16)))

    def likeness(self) -> Likeness | None:
        if self.head is None or not self.rows:
            return None
        ordered = sorted(self.rows, key=lambda row: row[0])
        start, end, states = (np.concatenate(part) for part in list(zip(*ordered, strict=True))[1:])
        return Likeness(self.head, start, end, states)
