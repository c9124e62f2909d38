"""Blocks of lines as running text: paragraphs found, words parted at line ends joined, every letter mapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import median

from ...ledger.document import Piece, Place
from .letters import HYPHEN, Frame, Letter
from .lines import Line

_HYPHENS = frozenset({"-", "‐", HYPHEN})
# Words that are hyphenated with what follows, so that a hyphen after them at a line's end is their own.
_OWN_HYPHEN = frozenset({
    "self", "well", "ex", "half", "vice", "all", "cross", "high", "low", "long", "short", "non", "anti", "pro", "semi",
    "quasi", "so", "then", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "far", "left", "right", "hard", "soft",
})  # fmt: skip
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# In sizes of letters, or as factors: how far a first line is indented, how much wider a gap is that parts paragraphs,
# how much larger a heading is.
_INDENT = 0.8
_GAP = 1.35
_HEADING = 1.15
_FULL = 0.85


class _Writer:
    """The text so far, with its maps."""

    def __init__(self, known: frozenset[str], frames: Mapping[int, Frame]) -> None:
        self.known, self.frames = known, frames
        self.chunks: list[str] = []
        self.pieces: list[Piece] = []
        self.places: list[Place] = []
        self.at = 0

    def put(self, text: str, origin: int = -1) -> None:
        if origin >= 0:
            last = self.pieces[-1] if self.pieces else None
            if last and last.start + last.length == self.at and last.origin + last.length == origin:
                self.pieces[-1] = Piece(last.start, last.length + len(text), last.origin)
            else:
                self.pieces.append(Piece(self.at, len(text), origin))
        self.chunks.append(text)
        self.at += len(text)

    def line(self, line: Line, before: str, after: Line | None) -> str:
        """Write a line after `before`; give what is to stand before the next of its paragraph, `after`."""
        self.put(before) if before else None
        start, joint = self.at, " "
        for i, word in enumerate(line.words):
            self.put(" ") if i else None
            is_last = i == len(line.words) - 1
            if is_last and after is not None and _is_parted(word, after):
                joint = ""
                word = word if self._is_kept(word, after) else word[:-1]
            for letter in word:
                self.put("-" if letter.char == HYPHEN else letter.char, letter.at)
        left, top, right, bottom = (round(side, 1) for side in self.frames[line.page].shown(line.box))
        if self.at > start:
            self.places.append(Place(start, self.at - start, line.page, (left, top, right, bottom)))
        return joint

    def _is_kept(self, word: tuple[Letter, ...], after: Line) -> bool:
        """True when the hyphen at the end of a line belongs to the word itself."""
        first = "".join(letter.char for letter in word[:-1]).casefold()
        second = "".join(letter.char for letter in after.words[0])
        if not second[:1].islower() or any(char.isdigit() for char in first):
            return True
        left, right = _WORD.findall(first), _WORD.findall(second.casefold())
        if not left or not right:
            return True
        if left[-1] + right[0] in self.known:
            return False
        return f"{left[-1]}-{right[0]}" in self.known or left[-1] in _OWN_HYPHEN


def written(
    blocks: list[list[Line]], size: float, frames: Mapping[int, Frame]
) -> tuple[str, tuple[Piece, ...], tuple[Place, ...]]:
    """The text of the blocks in their order, its map to PDFium's characters, and the place of each line."""
    writer = _Writer(_known(blocks), frames)
    lines = [line for block in blocks for line in block]
    breaks = _breaks(blocks, size)
    joint = ""
    for i, line in enumerate(lines):
        after = lines[i + 1] if i + 1 < len(lines) and not breaks[i + 1] else None
        joint = writer.line(line, "\n\n" if i and breaks[i] else joint if i else "", after)
    return "".join(writer.chunks), tuple(writer.pieces), tuple(writer.places)


def _known(blocks: Iterable[list[Line]]) -> frozenset[str]:
    """The words that stand whole in a line, which tell how a parted one is written."""
    return frozenset(word for block in blocks for line in block for word in _WORD.findall(line.text.casefold()))


def _is_parted(word: tuple[Letter, ...], after: Line) -> bool:
    return len(word) > 1 and word[-1].char in _HYPHENS and word[-2].char.isalnum() and after.text[:1].isalnum()


def _breaks(blocks: list[list[Line]], size: float) -> list[bool]:
    """For each line of all blocks, whether a paragraph begins with it."""
    found: list[bool] = []
    for i, block in enumerate(blocks):
        found.append(i == 0 or not _runs_on(blocks[i - 1], block))
        steps = [other.base - one.base for one, other in pairwise(block)]
        step = median(steps) if steps else 0.0
        right = max(line.right for line in block)
        left = median(line.left for line in block)
        is_heading = block[0].size > _HEADING * size
        for before, line in pairwise(block):
            is_apart = line.base - before.base > _GAP * step
            is_indented = line.left - left > _INDENT * line.size and line.left - before.left > _INDENT * line.size
            is_forced = (
                before.text[-1:] not in _HYPHENS
                and before.right + 0.3 * line.size + _first_width(line) < right - 0.5 * line.size
            )
            found.append(is_apart or (not is_heading and (is_indented or is_forced)))
    return found


def _first_width(line: Line) -> float:
    word = line.words[0]
    return word[-1].right - word[0].left


def _runs_on(one: list[Line], other: list[Line]) -> bool:
    """True when a paragraph goes on from one block to the next, in the next column or on the next page."""
    last, first = one[-1], other[0]
    if max(last.size, first.size) > 1.1 * min(last.size, first.size) or _ENDS.search(last.text):
        return False
    if last.page == first.page and first.top >= last.bottom and first.left < last.right and len(one) == 1:
        return False  # a line by itself above: a heading, a byline
    left, right = min(line.left for line in one), max(line.right for line in one)
    is_full = last.right - left >= _FULL * (right - left) and len(one) > 1
    return first.text[:1].islower() or (is_full and not first.text[:1].isdigit() and last.text[-1:] not in ".!?")
