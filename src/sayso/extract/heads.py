"""Scores → spans of pieces: what the heads of the network say, decided piece by piece under plain constraints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The order of the network's outputs; lab/corpora.py trains with the same tables.
ROLES = ("source", "content", "addressee", "setting", "via", "condition", "time", "cue")
# What a piece may be to a role; an end is the last of more than one piece.
LABELS = ("outside", "begin", "inside", "end")
MENTION_TYPES = ("person", "organisation", "place", "people", "misc")

# Scores of a place where no role can be.
NOTHING = np.array([9.0, -9.0, -9.0, -9.0], dtype=np.float32)
# Cost in nats of leaving or entering a content without cause: keeps a stray piece from cutting one in two. On PolNeAR
# dev 0.3, 1 and 2 gave attribution F1 74.8, 75.0 and 74.7.
_SWITCH = 1.0
# Likewise: gaps of 0, 2, 5 and 10 gave exact contents 67.3, 67.2, 67.0 and 67.1; a harder line on strays than 0.6 loses
# quotations that go on after their cue.
_GAP, _STRAY = 2, 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces [first, last] of a window with the probability of the decision."""

    first: int
    last: int
    probability: float


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis, in float32, safe against large scores."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def together(scores: Sequence[Floats]) -> Floats:
    """Scores [cues, length, roles × labels] of several windows as [all cues, longest, roles, labels]."""
    longest = max(each.shape[1] for each in scores)
    out = np.empty((sum(map(len, scores)), longest, len(ROLES), len(LABELS)), dtype=np.float32)
    at = 0
    for each in scores:
        cues, length = each.shape[:2]
        out[at : at + cues, :length] = each.reshape(cues, length, len(ROLES), len(LABELS))
        out[at : at + cues, length:] = NOTHING
        at += cues
    return out


def logs(scores: Floats) -> Floats:
    """scores [..., labels] → log probabilities [labels, ...], none below -12: one sure piece shall not outweigh all.

    The labels come first since a sum over a last axis of four is slow.
    """
    parts = np.ascontiguousarray(np.moveaxis(scores, -1, 0))
    parts -= parts.max(axis=0)
    parts -= np.log(np.exp(parts).sum(axis=0))
    return np.asarray(np.maximum(parts, np.float32(-12.0)), dtype=np.float32)


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


def one_span(each: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Logs [labels, rows, length] → for each row the likeliest single run: first, last, log odds against none.

    A run is a begin alone, or a begin, any number of insides and an end. (Maximum segment by running maxima of what a
    begin leaves over the prefix sums, in one pass.)
    """
    begin, inside, end = each[1:] - each[0]
    rows, length = begin.shape
    # upto[t] is the sum of `inside` before t: a run i…j gains begin[i] + upto[j] - upto[i + 1] + end[j]
    upto = np.concatenate([np.zeros((rows, 1), inside.dtype), np.cumsum(inside, axis=1)], axis=1)
    opened = begin - upto[:, 1:]
    best = np.maximum.accumulate(opened, axis=1)
    longer = np.full((rows, length), -np.inf, dtype=begin.dtype)
    longer[:, 1:] = best[:, :-1] + upto[:, 1:-1] + end[:, 1:]
    gain = np.maximum(begin, longer)
    last = gain.argmax(axis=1)
    row = np.arange(rows)
    total = gain[row, last]
    before = np.arange(length)[None] < last[:, None]
    first = np.where(before, opened, -np.inf).argmax(axis=1)
    return np.where(begin[row, last] >= total, last, first), last, total.astype(np.float32)


# A way from the label of one piece to that of the next costs nothing, an oddity (an inside that does not end) _ODD, and
# to begin or to leave a content without its end _SWITCH besides: keeps a stray piece from becoming a content.
_ODD = 5.0
_NEVER = 1e4


def _ways() -> Floats:
    ways = np.full((4, 4), _NEVER, dtype=np.float32)
    out, begin, inside, end = range(4)
    ways[out, out], ways[out, begin] = 0.0, _SWITCH
    ways[begin, [out, begin]], ways[begin, [inside, end]] = _SWITCH, 0.0
    ways[inside, [out, begin]], ways[inside, [inside, end]] = _ODD, 0.0
    ways[end, out], ways[end, begin] = 0.0, _SWITCH
    return -ways


def many_spans(each: Floats, is_real: NDArray[np.bool_]) -> tuple[tuple[Run, ...], ...]:
    """Logs [labels, rows, length] → for each row its runs: the best path through the labels (Viterbi 1967).

    Where `is_real` [rows, length] is False, between paragraphs, any label goes: a content may run on.
    """
    likely = 1.0 - np.exp(each[0])
    # [length, labels, rows], so that each step works on rows that lie together
    steps = np.ascontiguousarray(np.where(is_real, each, np.float32(0.0)).transpose(2, 0, 1))
    length, _, rows = steps.shape
    # what each label [to] is worth by way of each [from], step by step; the first step has no way
    reached = np.empty((length, 4, 4, rows), dtype=np.float32)
    ways = np.repeat(_WAYS[:, :, None], rows, axis=2)
    total = steps[0] + _WAYS[0][:, None]
    before = total[:, None]
    # nothing here but the three sums and maxima: a report has two hundred steps, and each call costs a microsecond
    for step, way in zip(steps[1:], reached[1:], strict=True):
        np.add(before, ways, way)
        np.maximum.reduce(way, 0, None, total)
        np.add(total, step, total)
    came = reached.argmax(axis=1).astype(np.uint8)  # [length, to, rows]
    ends = total.argmax(axis=0).tolist()
    label = np.array([_traced(came[:, :, row].tobytes(), end, length) for row, end in enumerate(ends)], dtype=np.int8)
    return tuple(_runs(label[row], likely[row], is_real[row]) for row in range(rows))


_WAYS = _ways()


def _traced(came: bytes, end: int, length: int) -> list[int]:
    """The labels of a path, from where it ends backwards; `came` has for each step and label the label before."""
    labels = [end]
    for at in range(length - 1, 0, -1):
        end = came[4 * at + end]
        labels.append(end)
    return labels[::-1]


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


def _runs(label: NDArray[np.int8], likely: Floats, is_real: NDArray[np.bool_]) -> tuple[Run, ...]:
    out: list[tuple[int, int]] = []
    labels = label.tobytes()  # of small numbers, which plain Python goes through faster than numpy
    for at in np.flatnonzero((label > 0) & is_real).tolist():
        if out and labels[at] != 1 and 0 not in labels[out[-1][1] + 1 : at]:
            out[-1] = (out[-1][0], at)
        else:
            out.append((at, at))
    return tuple(Run(a, b, mean(likely[a : b + 1][is_real[a : b + 1]])) for a, b in out)


def mean(row: Floats) -> float:
    """The mean of a row; numpy's own takes five times as long over a few numbers, and gives the same."""
    return float(np.add.reduce(row) / np.float32(len(row)))
