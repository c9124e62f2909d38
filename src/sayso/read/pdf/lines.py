"""Letters put together to words, and words to lines that no gutter between columns runs through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import numpy as np
import numpy.typing as npt

from .letters import Letter, Page

# In sizes of the letters. A new word begins after a jump; words further apart than _APART are never one line.
_JUMP = 0.5
_BACK = 1.0
_SAME_BASE = 0.35
_APART = 2.5
_NEAR = 1.0
# A line goes on with one of so many before it.
_NEARBY = 8
# A gutter is so wide and so high at least, with print within reach on both sides of half of it.
_GUTTER_WIDTH = 0.7
_GUTTER_HEIGHT = 5.0
_REACH = 14.0
_SHARE_PRINTED = 0.5
# Points a cell of the raster.
_CELL = 2.0
_MOST_CELLS = 4_000

Cells = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Line:
    """Words side by side, and the spaces between them where the file has them (-1 where only the gap shows)."""

    page: int
    words: tuple[tuple[Letter, ...], ...]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        letters = [letter for word in self.words for letter in word]
        return (
            min(one.left for one in letters), min(one.top for one in letters),
            max(one.right for one in letters), max(one.bottom for one in letters),
        )  # fmt: skip

    @cached_property
    def size(self) -> float:
        return median(letter.bottom - letter.top for word in self.words for letter in word)

    @cached_property
    def base(self) -> float:
        return median(letter.base for word in self.words for letter in word)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(letter.char for letter in word) for word in self.words)

    @property
    def left(self) -> float:
        return self.box[0]

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def right(self) -> float:
        return self.box[2]

    @property
    def bottom(self) -> float:
        return self.box[3]


class _Run:
    """Words that make one line, as they come; what is asked of it does not depend on how many there are."""

    def __init__(self, word: Line) -> None:
        self.words = list(word.words)
        self.left, self.right, self.base, self.size = word.left, word.right, word.base, word.size

    def add(self, other: Line | _Run) -> None:
        self.words += other.words
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)


def lines_of(page: Page, size: float) -> list[Line]:
    """The lines of a page, from the top; `size` is the height of most letters in the file."""
    words = [Line(page.number, (word,)) for word in _words(page.letters)]
    gutters = _Gutters(words, page, size)
    drawn: list[_Run] = []
    for word in words:  # in the order in which they were drawn
        if drawn and _follows(drawn[-1], word, _APART) and not gutters.part(drawn[-1], word):
            drawn[-1].add(word)
        else:
            drawn.append(_Run(word))
    runs: list[_Run] = []
    for run in sorted(drawn, key=lambda one: (round(one.base), one.left)):
        near = (one for one in reversed(runs[-_NEARBY:]) if _follows(one, run, _NEAR))
        before = next(near, None)
        if before is not None and not gutters.part(before, run):
            before.add(run)
        else:
            runs.append(run)
    return sorted((Line(page.number, tuple(run.words)) for run in runs), key=lambda one: (one.top, one.left))


def _words(letters: tuple[Letter, ...]) -> Iterator[tuple[Letter, ...]]:
    word: list[Letter] = []
    for letter in letters:
        if letter.char.isspace():
            if word:
                yield tuple(word)
            word = []
            continue
        if word and _is_jump(word[-1], letter):
            yield tuple(word)
            word = []
        word.append(letter)
    if word:
        yield tuple(word)


def _is_jump(one: Letter, other: Letter) -> bool:
    size = max(one.bottom - one.top, 1.0)
    gap = other.left - one.right
    return gap > _JUMP * size or gap < -_BACK * size or abs(one.base - other.base) > _JUMP * size


def _follows(line: _Run, word: Line | _Run, apart: float) -> bool:
    size = max(line.size, word.size, 1.0)
    gap = word.left - line.right
    return abs(line.base - word.base) <= _SAME_BASE * size and -_JUMP * size < gap < apart * size


class _Gutters:
    """The blank stretches between columns of one page."""

    def __init__(self, words: list[Line], page: Page, size: float) -> None:
        across, down = (min(_MOST_CELLS, int(side / _CELL) + 2) for side in (page.width, page.height))
        ink: Cells = np.zeros((down, across), dtype=np.bool_)
        for word in words:
            left, top, right, bottom = (max(0, int(side / _CELL)) for side in word.box)
            ink[top : bottom + 1, left : right + 1] = True
        self.width = max(2, int(_GUTTER_WIDTH * size / _CELL))
        self.found = _gutters(ink, self.width, int(_GUTTER_HEIGHT * size / _CELL), int(_REACH * size / _CELL))

    def part(self, line: _Run, word: Line | _Run) -> bool:
        """True when a gutter runs between the two."""
        row = int((word.base - word.size / 4) / _CELL)
        left, right = int(line.right / _CELL) + 1, int(word.left / _CELL)
        if not 0 <= row < len(self.found) or right - left < self.width:
            return False
        return bool(self.found[row, left : right - self.width + 1].any())


def _gutters(ink: Cells, width: int, height: int, reach: int) -> Cells:
    """True at the left end of each stretch of `width` blank cells that is part of a gutter."""
    rows, columns = ink.shape
    sums = np.concatenate((np.zeros((rows, 1), dtype=np.int32), np.cumsum(ink, axis=1, dtype=np.int32)), axis=1)
    found: Cells = np.zeros_like(ink)
    for x in range(1, columns - width):
        blank = sums[:, x + width] == sums[:, x]
        if not blank.any():
            continue
        left = sums[:, x] > sums[:, max(0, x - reach)]
        right = sums[:, min(columns, x + width + reach)] > sums[:, x + width]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], blank, [False])).astype(np.int8)))
        for begins, ends in zip(edges[::2], edges[1::2], strict=True):
            begins, ends = _printed(left | right, begins, ends)
            if ends - begins >= height and all(side[begins:ends].mean() >= _SHARE_PRINTED for side in (left, right)):
                found[begins:ends, x] = True
    return found


def _printed(print_near: Cells, begins: int, ends: int) -> tuple[int, int]:
    """The stretch without what is blank on both sides at its ends."""
    rows = np.flatnonzero(print_near[begins:ends])
    return (begins + int(rows[0]), begins + int(rows[-1]) + 1) if len(rows) else (begins, begins)
