"""A text cut into windows of word pieces, each with the paragraph before it as context and with plain features."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..ledger.quotation import quoted

# The base encoder was trained at 256 pieces, and attention over more costs time; of PolNeAR train's attributions all
# but one in a thousand have their content within 800 characters of the cue, which fits.
WINDOW = 256
CONTEXT = 64
# A paragraph longer than this many characters is tokenised in parts: one of 10 MB is a text without line breaks.
_PART = 2000
# So many parts are tokenised at once: the tokeniser's lists take a hundred times the room of the arrays made of them.
_AT_ONCE = 256

LOWER, TITLE, UPPER, DIGIT, MARK, MIXED, NONE = range(7)
# Words in small letters with nothing but spaces between them are taken as one: they are most of a text.
_SHAPED = re.compile(r"[a-z]+(?: [a-z]+)*(?!['’.,&/\-]?\w)|\w+(?:['’.,&/\-]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s+")
_PARAGRAPH = re.compile(r"[^\r\n]+")
_BYTES = [bytes((shape,)) for shape in range(NONE + 1)]
CLS, SEP = 101, 102

Ints = NDArray[np.int32]
Tokenised = Sequence[tuple[Sequence[int], Sequence[tuple[int, int]]]]
Tokenise = Callable[[Sequence[str]], Tokenised]


@dataclass(frozen=True, slots=True)
class Window:
    """Arrays of one length, an entry a word piece; `start` and `end` are code points of the text, -1 for [CLS], [SEP].

    `core` is the first piece that belongs to this window and to no other: pieces before it are context.
    """

    piece: Ints
    start: Ints
    end: Ints
    case: Ints
    quote: Ints
    headline: Ints
    core: int


@dataclass(frozen=True, slots=True)
class _Run:
    """The pieces of one paragraph, or of a part of one."""

    piece: Ints
    start: Ints
    end: Ints
    headline: bool


def cut(text: str, tokenise: Tokenise, shift: int = 0) -> tuple[Window, ...]:
    """The windows of `text`, in order; `shift` leaves room in the first one, so that training sees other borders."""
    runs = _runs(text, tokenise)
    case, quote = _cases(text), np.frombuffer(quoted(text), dtype=np.uint8)
    windows: list[Window] = []
    group: list[_Run] = []
    context: _Run | None = None
    room = WINDOW - 1 - shift
    for run in runs:
        if group and len(run.piece) + 1 > room:
            windows.append(_window(context, group, case, quote))
            context = group[-1] if len(group[-1].piece) <= CONTEXT else None
            group, room = [], WINDOW - 1 - (len(context.piece) + 1 if context else 0)
            if len(run.piece) + 1 > room:
                context, room = None, WINDOW - 1
        group.append(run)
        room -= len(run.piece) + 1
    if group:
        windows.append(_window(context, group, case, quote))
    return tuple(windows)


def _runs(text: str, tokenise: Tokenise) -> Iterator[_Run]:
    parts = list(_parts(text))
    first = parts[0][0] if parts else 0
    for begin in range(0, len(parts), _AT_ONCE):
        group = parts[begin : begin + _AT_ONCE]
        encoded = tokenise([text[start:end] for start, end in group])
        yield from _tokenised(text, group, encoded, first)


def _tokenised(text: str, parts: Sequence[tuple[int, int]], encoded: Tokenised, first: int) -> Iterator[_Run]:
    for (start, end), (ids, offsets) in zip(parts, encoded, strict=True):
        if not ids:
            continue
        piece = np.asarray(ids, dtype=np.int32)
        spans = np.asarray(offsets, dtype=np.int32) + np.int32(start)
        headline = _is_headline(text, start, end, start == first)
        for at in range(0, len(piece), WINDOW - 2):
            to = at + WINDOW - 2
            yield _Run(piece[at:to], spans[at:to, 0], spans[at:to, 1], headline)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; those over _PART characters are cut after a sentence, else at a space, else where they stand."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > _PART:
            cuts = [m.end() for m in _SENTENCE.finditer(text, start + _PART // 2, start + _PART)]
            to = cuts[-1] if cuts else text.rfind(" ", start + _PART // 2, start + _PART) + 1 or start + _PART
            yield start, to
            start = to
        yield start, end


def _is_headline(text: str, start: int, end: int, is_first: bool) -> bool:
    line = text[start:end].strip()
    if line.count(" ") > 24:
        return False
    return is_first or not line.endswith((".", "!", "?", "”", '"', "’", "'", ":", ",", ";"))


def _cases(text: str) -> NDArray[np.uint8]:
    """For each character the shape of its word; computed once a text, looked up by piece."""
    out = bytearray(b"\x06" * len(text))
    for word in _SHAPED.finditer(text):
        start, end = word.span()
        out[start:end] = _BYTES[_shape(word[0])] * (end - start)
    return np.frombuffer(bytes(out), dtype=np.uint8)


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[0].isupper() and word[1:].islower():
        return TITLE
    if word[0].isdigit():
        return DIGIT
    return MIXED if word[0].isalnum() else MARK


def _window(context: _Run | None, group: list[_Run], case: NDArray[np.uint8], quote: NDArray[np.uint8]) -> Window:
    runs = [context, *group] if context else group
    pieces: list[Ints] = [np.array([CLS], dtype=np.int32)]
    starts, ends, heads = [_SPECIAL], [_SPECIAL], [_ZERO]
    for run in runs:
        pieces += [run.piece, np.array([SEP], dtype=np.int32)]
        starts += [run.start, _SPECIAL]
        ends += [run.end, _SPECIAL]
        heads += [np.full(len(run.piece) + 1, int(run.headline), dtype=np.int32)]
    start = np.concatenate(starts)
    real = start >= 0
    shape = np.where(real, case[start], NONE).astype(np.int32)
    inside = np.where(real, quote[start], 0).astype(np.int32)
    core = len(context.piece) + 2 if context else 0
    return Window(np.concatenate(pieces), start, np.concatenate(ends), shape, inside, np.concatenate(heads), core)


_SPECIAL = np.array([-1], dtype=np.int32)
_ZERO = np.array([0], dtype=np.int32)
