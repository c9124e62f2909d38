"""How two statements hang together, as the encoder's states tell: a small head on what stage 2 has made already.

Stage 4 knows the statements, stage 2 has the states: what is handed on is a function from spans to scores (decisions
0012 and 0024). The scores come on top of what the linker's own table says, of which they are the rest.
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
        scores = np.empty((len(one), len(two), self.out.shape[1]), dtype=np.float32)
        # A row at a time: all pairs of five hundred statements at once would take a few hundred megabytes.
        for at, later in enumerate(one):
            joined = later[:k] + two[:, :k] + later[k:] * two[:, k:]
            scores[at] = bent(joined, self.scale, self.shift) @ self.out[:-1] + self.out[-1]
        return scores


def load(folder: Path) -> Head | None:
    """The head that was trained on these weights of the encoder; None where there is none."""
    stored = arrays(folder / FILE, ("later", "earlier", "scale", "shift", "out"))
    return Head(*stored) if stored else None


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
