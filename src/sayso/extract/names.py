"""Names of a document: whole words decided together in a window, each name of one type wherever it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..ledger import Mention, Span
from .boundaries import joins, trimmed, unpossessed
from .heads import MENTION_TYPES, Floats, logs
from .windows import Window

# On the outlets of `worldwide` that are left out (exact span and type, F1): piece by piece 66.2; whole words by the
# scores of their first piece, with the likeliest path 70.6, by the sum over their pieces 69.2; one type a name in a
# document 71.6; with this much given to no name 71.7 (1.0 gave 71.9 and found less, -0.3 gave 71.3).
_OUTSIDE = 0.5
# A word less likely than this to be part of a name is none; it saves the path through most of a text.
_LEAST = 0.02
_FLOOR = -4.0  # so many nats at most speaks one place against a type
_NEVER = -1e4
_BEGINS = np.arange(1, 1 + 2 * len(MENTION_TYPES), 2)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place, with the log probability of each type."""

    span: Span
    types: NDArray[np.float64]
    confidence: float


def names(text: str, window: Window, scores: Floats) -> Iterator[Name]:
    """scores [length, 1 + 2 × types] of one window → the names that begin in it and not in its context."""
    each = logs(scores).T.astype(np.float64)
    each[:, 0] += _OUTSIDE
    likely = np.flatnonzero((each[:, 0] < np.log1p(-_LEAST)) & (window.start >= 0))
    for words in _runs(text, window, likely):
        yield from _named(text, window, words, each[[first for first, _ in words]])


def mentions(found: Sequence[Name]) -> tuple[Mention, ...]:
    """The names in text order, each place once; what is called the same has one type, by the sum of its places."""
    by_place: dict[Span, Name] = {}
    for name in found:
        by_place.setdefault(name.span, name)
    total: defaultdict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(MENTION_TYPES)))
    for name in by_place.values():
        total[_called(name.span)] += np.maximum(name.types, _FLOOR)
    out = []
    for span in sorted(by_place):
        name = by_place[span]
        here = name.types + total[_called(span)] - np.maximum(name.types, _FLOOR)
        out.append(Mention(span, MENTION_TYPES[int(here.argmax())], name.confidence))
    return tuple(out)


def _called(span: Span) -> str:
    return span.text.casefold().removeprefix("the ")


def _runs(text: str, window: Window, likely: NDArray[np.int64]) -> Iterator[list[tuple[int, int]]]:
    """Stretches of words (first and last piece) that hold the likely pieces, side by side in the window."""
    run: list[tuple[int, int]] = []
    for at in likely.tolist():
        if run and at <= run[-1][1]:
            continue
        first = last = at
        while first > 0 and _is_one_word(text, window, first):
            first -= 1
        while last + 1 < len(window.start) and _is_one_word(text, window, last + 1):
            last += 1
        if run and run[-1][1] + 1 != first:
            yield run
            run = []
        run.append((first, last))
    if run:
        yield run


def _is_one_word(text: str, window: Window, at: int) -> bool:
    """True when the piece at `at` goes on with the word of the piece before it."""
    start = int(window.start[at])
    if start < 0 or window.end[at - 1] != start:
        return False
    return start > 0 and joins(text, start)


def _named(text: str, window: Window, words: list[tuple[int, int]], each: NDArray[np.float64]) -> Iterator[Name]:
    """The names of a stretch: `each` [words, labels] are logs of nothing, and of begin and inside a type."""
    path = _path(each)
    at = 0
    while at < len(path):
        end = at + 1
        while path[at] and end < len(path) and path[end] and path[end] % 2 == 0:
            end += 1
        if path[at] and words[at][0] >= window.core:
            types = each[at, _BEGINS] + each[at + 1 : end, _BEGINS + 1].sum(axis=0)
            types -= np.logaddexp.reduce(types)
            span = unpossessed(text, trimmed(text, int(window.start[words[at][0]]), int(window.end[words[end - 1][1]])))
            if span is not None:
                sure = 1.0 - np.exp(np.minimum(each[at:end, 0] - _OUTSIDE, 0.0))
                yield Name(span, types, round(float(sure.min() * np.exp(types.max())), 4))
        at = end


def _ways() -> NDArray[np.float64]:
    """From one label to the next: an inside comes after a begin or an inside of its type alone."""
    labels = 1 + 2 * len(MENTION_TYPES)
    ways = np.zeros((labels, labels))
    ways[:, 2::2] = _NEVER
    for begin in _BEGINS:
        ways[begin : begin + 2, begin + 1] = 0.0
    return ways


_WAYS = _ways()


def _path(each: NDArray[np.float64]) -> list[int]:
    """The best labels of words in a row (Viterbi 1967)."""
    total = each[0] + _WAYS[0]
    came: list[list[int]] = []
    for scores in each[1:]:
        reached = total[:, None] + _WAYS
        came.append(reached.argmax(axis=0).tolist())
        total = reached.max(axis=0) + scores
    path = [int(total.argmax())]
    for back in reversed(came):
        path.append(back[path[-1]])
    return path[::-1]
