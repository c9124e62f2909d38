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
_NEVER = -1e4  # no path comes near it
_BEGINS = np.arange(1, 1 + 2 * len(MENTION_TYPES), 2)

_Word = tuple[int, int]  # its first and its last piece


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
    called = [words for run in _runs(text, window, likely) for words in _named(run, each) if words[0][0] >= window.core]
    if not called:
        return
    types = _types(called, each)
    best = np.exp(types.max(axis=1))
    is_part = 1.0 - np.exp(np.minimum(each[:, 0] - _OUTSIDE, 0.0))
    for at, words in enumerate(called):
        span = unpossessed(text, trimmed(text, int(window.start[words[0][0]]), int(window.end[words[-1][1]])))
        if span is not None:
            sure = min(is_part[first] for first, _ in words)
            yield Name(span, types[at], round(float(sure * best[at]), 4))


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


def _runs(text: str, window: Window, likely: NDArray[np.int64]) -> Iterator[list[_Word]]:
    """Stretches of words (first and last piece) that hold the likely pieces, side by side in the window."""
    run: list[_Word] = []
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


def _named(words: list[_Word], each: NDArray[np.float64]) -> Iterator[list[_Word]]:
    """The names of a stretch: `each` [length, labels] are logs of nothing, and of begin and inside a type."""
    path = _path(each[[first for first, _ in words]].tolist())
    at = 0
    while at < len(path):
        end = at + 1
        while path[at] and end < len(path) and path[end] and path[end] % 2 == 0:
            end += 1
        if path[at]:
            yield words[at:end]
        at = end


def _types(called: list[list[_Word]], each: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log probabilities [names, types] of the types of all names of a window at once."""
    types = each[[words[0][0] for words in called]][:, _BEGINS]
    for at, words in enumerate(called):
        if len(words) > 1:
            types[at] += each[[first for first, _ in words[1:]]][:, _BEGINS + 1].sum(axis=0)
    return np.asarray(types - np.logaddexp.reduce(types, axis=1, keepdims=True))


_LABELS = 1 + 2 * len(MENTION_TYPES)
_INSIDES = range(2, _LABELS, 2)


def _path(each: list[list[float]]) -> list[int]:
    """The best labels of words in a row (Viterbi 1967), where an inside comes after a begin or an inside of its type.

    All other ways are free, so that plain numbers are quicker than matrices of two or three words.
    """
    total = [_NEVER + score if label in _INSIDES else score for label, score in enumerate(each[0])]
    came: list[list[int]] = []
    for scores in each[1:]:
        best = total.index(max(total))
        before = [best] * _LABELS
        for inside in _INSIDES:
            before[inside] = inside - 1 if total[inside - 1] >= total[inside] else inside
        total = [total[label] + score for label, score in zip(before, scores, strict=True)]
        came.append(before)
    path = [total.index(max(total))]
    for back in reversed(came):
        path.append(back[path[-1]])
    return path[::-1]
