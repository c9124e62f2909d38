"""A stretch of text cut into phrases at its prepositions: enough grammar to tell an occasion from a day and a hearer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...ledger import Timex
from .tables import ADVERBS, BREAKS, PREPOSITIONS

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w’'&/.-]*\w)?|[^\w\s]")
_ENDS = frozenset(";:()[]—–!?\"“”")
_OWNER = ("’s", "'s", "s’", "s'")


class Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_owner(self) -> bool:
        return self.text.endswith(_OWNER)


class Phrase(NamedTuple):
    """A preposition ("" for words that none governs) with the words behind it; `start` is the preposition's.

    `is_parted`: a comma stands before it. `kind`: "plain" or "time".
    """

    preposition: str
    start: int
    end: int
    words: tuple[Word, ...]
    is_parted: bool = False
    kind: str = "plain"


def phrases(text: str, stretch: tuple[int, int] | None, times: Sequence[Timex] = ()) -> list[Phrase]:
    """The phrases of a stretch up to the first clause in it; a preposition right before a time is part of the time."""
    if stretch is None:
        return []
    out: list[Phrase] = []
    words: list[Word] = []
    preposition, start, is_parted = "", stretch[0], False

    def close() -> None:
        nonlocal words, preposition, is_parted
        if words or preposition:
            end = words[-1].end if words else start + len(preposition)
            kind = "plain" if words else "bare"
            out.append(Phrase(preposition, words[0].start if not preposition else start, end, tuple(words), is_parted, kind))
            is_parted = False
        words, preposition = [], ""

    for word in _words(text, stretch):
        time = _time_at(times, word)
        if time is not None:
            if not words and preposition:
                preposition = ""
            close()
            if not out or out[-1].kind != "time" or out[-1].end < time.span.start:
                out.append(Phrase("", time.span.start, time.span.end, (), is_parted, "time"))
                is_parted = False
        elif word.text == ",":
            close()
            is_parted = True
        elif word.text in _ENDS or word.low in BREAKS:
            break
        elif word.low in PREPOSITIONS and not word.is_owner:
            close()
            preposition, start = word.low, word.start
        else:
            words.append(word)
    close()
    return [phrase for phrase in out if phrase.kind != "bare"]


def _words(text: str, stretch: tuple[int, int]) -> Iterator[Word]:
    for match in _WORD.finditer(text, *stretch):
        yield Word(match.start(), match.end(), match[0], match[0].lower())


def _time_at(times: Sequence[Timex], word: Word) -> Timex | None:
    at = bisect_left(times, word.end, key=lambda time: time.span.start) - 1
    return times[at] if at >= 0 and times[at].span.start <= word.start < times[at].span.end else None


def core(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a noun phrase without the adverbs at its ends: "late", "earlier", "privately"."""
    first, last = 0, len(words)
    while first < last and _is_adverb(words[first]):
        first += 1
    while last > first and _is_adverb(words[last - 1]):
        last -= 1
    return tuple(words[first:last])


def _is_adverb(word: Word) -> bool:
    return word.low in ADVERBS or (word.low.endswith("ly") and word.text.islower() and len(word.low) > 4)
