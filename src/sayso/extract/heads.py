"""Scores → spans of pieces: what the heads of the network say, decided piece by piece under plain constraints."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The order of the network's outputs; lab/corpora.py trains with the same tables.
ROLES = ("source", "content", "addressee", "setting", "via", "condition", "time")
MENTION_TYPES = ("person", "organisation", "place", "people", "misc")

# Cost in nats of leaving or entering a content: keeps a stray piece from cutting one in two. On PolNeAR dev 1, 2 and 4
# gave attribution F1 75.2, 74.9 and 74.5 (a network of two epochs).
_SWITCH = 1.0
# Likewise fixed there: gaps of 2, 5, 10 and strays of 0.6, 0.7, 0.8, 0.9 tried. Exact contents rise from 62.9 to 64.1,
# attributions stay; a harder line on strays loses quotations that go on after their cue.
_GAP, _STRAY = 5, 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces [first, last] of a window with the probability of the decision; `label` names a mention's type."""

    first: int
    last: int
    probability: float
    label: str = ""


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis, in float32, safe against large scores."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def cues(scores: Floats, is_real: NDArray[np.bool_], threshold: float) -> tuple[Run, ...]:
    """scores [length, 3] (outside, begin, inside) → the cues whose pieces are more likely than `threshold`."""
    each = probabilities(scores)
    inside = np.where(is_real, 1.0 - each[:, 0], 0.0)
    out: list[Run] = []
    for at in np.flatnonzero(inside >= threshold):
        begins = each[at, 1] > each[at, 2]
        if out and out[-1].last == at - 1 and not begins:
            out[-1] = Run(out[-1].first, int(at), max(out[-1].probability, float(inside[at])))
        else:
            out.append(Run(int(at), int(at), float(inside[at])))
    return tuple(out)


def mentions(scores: Floats, is_real: NDArray[np.bool_]) -> tuple[Run, ...]:
    """scores [length, 1 + 2 × types] → named runs; an inside label after another type begins a new one."""
    each = probabilities(scores)
    best = np.where(is_real, each.argmax(axis=-1), 0)
    out: list[Run] = []
    for at in np.flatnonzero(best):
        label, begins = MENTION_TYPES[(best[at] - 1) // 2], best[at] % 2 == 1
        if out and out[-1].last == at - 1 and out[-1].label == label and not begins:
            out[-1] = Run(out[-1].first, int(at), min(out[-1].probability, float(each[at, best[at]])), label)
        else:
            out.append(Run(int(at), int(at), float(each[at, best[at]]), label))
    return tuple(out)


def one_span(inside: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """For each row of probabilities [rows, length] the one run with the largest sum of log odds.

    Returns first, last and that sum; a sum of at most 0 means that no run is likelier than none. (Kadane's maximum
    segment, by running minima of the prefix sums.)
    """
    odds = np.log(np.clip(inside, 1e-5, 1 - 1e-5)) - np.log(np.clip(1 - inside, 1e-5, 1 - 1e-5))
    prefix = np.concatenate([np.zeros((len(odds), 1), odds.dtype), np.cumsum(odds, axis=1)], axis=1)
    lowest = np.minimum.accumulate(prefix[:, :-1], axis=1)
    last = (prefix[:, 1:] - lowest).argmax(axis=1)
    rows = np.arange(len(odds))
    total = (prefix[:, 1:] - lowest)[rows, last]
    upto = np.arange(odds.shape[1])[None] <= last[:, None]
    first = np.where(upto, prefix[:, :-1], np.inf).argmin(axis=1)
    return first, last, total.astype(np.float32)


def many_spans(scores: Floats) -> tuple[tuple[Run, ...], ...]:
    """scores [rows, length, 3] → for each row its runs: the best path between outside and inside (Viterbi).

    A run is cut where beginning is likelier than going on.
    """
    each = probabilities(scores)
    inside = 1.0 - each[..., 0]
    gain = np.log(np.clip(inside, 1e-6, 1.0)) - np.log(np.clip(each[..., 0], 1e-6, 1.0))
    rows, length = gain.shape
    # lead: by how much being inside is better than being outside so far; a switch is worth at most _SWITCH
    lead = gain[:, 0].copy()
    entered = np.zeros((rows, length), dtype=bool)  # to be inside here, come from outside
    left = np.zeros((rows, length), dtype=bool)  # to be outside here, come from inside
    for at in range(1, length):
        entered[:, at] = lead < -_SWITCH
        left[:, at] = lead > _SWITCH
        lead = np.clip(lead, -_SWITCH, _SWITCH) + gain[:, at]
    is_inside = np.zeros((rows, length), dtype=bool)
    state = lead > 0
    for at in range(length - 1, -1, -1):
        is_inside[:, at] = state
        state = np.where(state, ~entered[:, at], left[:, at])
    begins = each[..., 1] > each[..., 2]
    return tuple(_runs(is_inside[row], begins[row], inside[row]) for row in range(rows))


def whole(runs: tuple[Run, ...], cue: Run, is_real: NDArray[np.bool_]) -> tuple[Run, ...]:
    """A content's runs without gaps of a few pieces and without doubtful strays.

    Two runs become one when at most _GAP pieces of one paragraph stand between them and the cue is not among these;
    of several, those less probable than _STRAY go, but never the one with most in it.
    """
    out: list[Run] = []
    for run in runs:
        gap = slice(out[-1].last + 1, run.first) if out else slice(0)
        if out and run.first - out[-1].last - 1 <= _GAP and not _holds(gap, cue) and is_real[gap].all():
            one = out[-1]
            weight = (one.last - one.first + 1, run.last - run.first + 1)
            mean = (one.probability * weight[0] + run.probability * weight[1]) / (run.last - one.first + 1)
            out[-1] = Run(one.first, run.last, mean)
        else:
            out.append(run)
    if len(out) < 2:
        return tuple(out)
    most = max(out, key=lambda run: (run.last - run.first + 1) * run.probability)
    return tuple(run for run in out if run is most or run.probability >= _STRAY)


def _holds(gap: slice, cue: Run) -> bool:
    return bool(gap.start <= cue.first < gap.stop)


def _runs(is_inside: NDArray[np.bool_], begins: NDArray[np.bool_], inside: Floats) -> tuple[Run, ...]:
    out: list[tuple[int, int]] = []
    for at in np.flatnonzero(is_inside):
        if out and out[-1][1] == at - 1 and not begins[at]:
            out[-1] = (out[-1][0], int(at))
        else:
            out.append((int(at), int(at)))
    return tuple(Run(first, last, float(inside[first : last + 1].mean())) for first, last in out)
