"""How two statements hang together, as the encoder's states tell: a small head on what stage 2 has made already.

Stage 4 knows the statements, stage 2 has the states: what is handed on is a function from spans to scores (decisions
0012 and 0024). The scores come on top of what the linker's own table says, of which they are the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np

from ..ledger import Span
from .heads import Floats
from .states import States

FILE = "ties.npz"
# A statement as it is asked for: its cue, if it has one, and its content.
Asked = tuple[Span | None, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Head:
    """Two projections, one of the later statement and one of the earlier; their sum and product, then a score a way."""

    later: Floats  # [2 * width + 1, 2k], the last row is the bias
    earlier: Floats  # the same
    scale: Floats  # [k]: a layer norm's
    shift: Floats
    out: Floats  # [k + 1, ways], the last row is the bias

    def scores(self, statements: Floats) -> Floats:
        """statements [n, 2 * width]: mean states of cue and of content → [n, n, ways], the row answering the column."""
        k = len(self.scale)
        one = statements @ self.later[:-1] + self.later[-1]
        two = statements @ self.earlier[:-1] + self.earlier[-1]
        joined = one[:, None, :k] + two[None, :, :k] + one[:, None, k:] * two[None, :, k:]
        joined = joined - joined.mean(axis=2, keepdims=True)
        joined = joined / np.sqrt((joined * joined).mean(axis=2, keepdims=True) + 1e-5) * self.scale + self.shift
        # the tanh form of GELU (Hendrycks and Gimpel 2016)
        bent = 0.5 * joined * (1.0 + np.tanh(sqrt(2.0 / np.pi) * (joined + 0.044715 * joined**3)))
        return np.asarray(bent @ self.out[:-1] + self.out[-1], dtype=np.float32)


def load(folder: Path) -> Head | None:
    """The head that was trained on these weights of the encoder; None where there is none."""
    path = folder / FILE
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return Head(*(stored[name].astype(np.float32) for name in ("later", "earlier", "scale", "shift", "out")))


@dataclass(frozen=True, slots=True)
class Ties:
    """The states of one text; called with n of its statements, it gives [n, n, ways] as `link.view` has them."""

    head: Head
    states: States

    def __call__(self, statements: Sequence[Asked]) -> Floats:
        return self.head.scores(vectors(self.states, statements))


def vectors(states: States, statements: Sequence[Asked]) -> Floats:
    """[n, 2 * width]: the mean state of each statement's cue, and of its content."""
    rows = [np.concatenate([states.mean((cue,) if cue else ()), states.mean(content)]) for cue, content in statements]
    return np.stack(rows) if rows else np.zeros((0, 2 * states.rows.shape[1]), dtype=np.float32)
