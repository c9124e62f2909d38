"""What the small heads on the finished states have in common: how they are kept, and the bend in their middle."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from pathlib import Path

import numpy as np

from .heads import Floats


def arrays(path: Path, names: Iterable[str]) -> tuple[Floats, ...] | None:
    """The arrays of a file in single precision, in the order of their names; None where there is no such file."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return tuple(stored[name].astype(np.float32) for name in names)


def bent(joined: Floats, scale: Floats, shift: Floats) -> Floats:
    """[n, k] after a layer norm and the tanh form of GELU (Hendrycks and Gimpel 2016)."""
    joined = joined - joined.mean(axis=1, keepdims=True)
    joined = joined / np.sqrt((joined * joined).mean(axis=1, keepdims=True) + 1e-5) * scale + shift
    curve = 1.0 + np.tanh(sqrt(2.0 / np.pi) * (joined + 0.044715 * joined**3))
    return np.asarray(0.5 * joined * curve, dtype=np.float32)
