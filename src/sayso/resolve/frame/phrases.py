"""A stretch of text cut into phrases at its prepositions: enough grammar to tell a day from an occasion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ...ledger import Timex
from .tables import ADVERBS, BREAKS, PREPOSITIONS, hearers, occasions

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w’'&/.-]*\w)?|[^\w\s]")
_ENDS = frozenset(';:()[]—–!?"“”')
_PARTING = PREPOSITIONS | BREAKS
_NAMED_TODAY = frozenset({"Today", "Tonight", "Week", "Weekly", "Daily"})
_NAME = 4  # words at most between a time and the end of the occasion's name that it is part of
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
    cutter = _Cutter()
    words = list(words_of(text, stretch))
    for at, word in enumerate(words):
        time = _time_at(times, word)
        if time is not None and not _is_premodifier(words, at, time):
            cutter.time(time)
        elif word.text == ",":
            cutter.part()
        elif word.text in _ENDS or word.low in BREAKS:
            break
        elif word.low in PREPOSITIONS and not word.is_owner:
            cutter.open(word)
        elif word.text[0].isalnum():  # the full stop of "St." is part of no phrase
            cutter.words.append(word)
    cutter.close()
    return cutter.found


class _Cutter:
    """The phrases so far and the one that is open."""

    def __init__(self) -> None:
        self.found: list[Phrase] = []
        self.words: list[Word] = []
        self.preposition: Word | None = None
        self.is_parted = False

    def close(self) -> None:
        if self.words:
            opening = self.preposition or self.words[0]
            governs = self.preposition.low if self.preposition else ""
            words = tuple(self.words)
            self.found.append(Phrase(governs, opening.start, words[-1].end, words, self.is_parted))
            self.is_parted = False
        self.words, self.preposition = [], None

    def part(self) -> None:
        self.close()
        self.is_parted = True

    def open(self, preposition: Word) -> None:
        self.close()
        self.preposition = preposition

    def time(self, time: Timex) -> None:
        """Ends the open phrase; a time of several words is one phrase."""
        self.close()
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "time" or last.end < time.span.end:
            self.found.append(Phrase("", time.span.start, time.span.end, (), self.is_parted, "time"))
            self.is_parted = False


def _is_premodifier(words: Sequence[Word], at: int, time: Timex) -> bool:
    """True within "his year-end news conference", "at Monday’s briefing": the time is part of an occasion's name."""
    rest = [word for word in words[at:] if word.start >= time.span.end]
    if words[at].text in _NAMED_TODAY and at and words[at - 1].is_capital:
        return True  # "USA Today"
    named = list(takewhile(lambda word: word.text.isalpha() and word.low not in _PARTING, rest))
    is_owner = words[at].is_owner or (bool(rest) and rest[0].text in ("’", "'"))
    return is_owner or any(word.text in occasions() for word in named[:_NAME])


def words_of(text: str, stretch: tuple[int, int]) -> Iterator[Word]:
    """The words and marks of a stretch."""
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
    while last > first and words[last - 1].text.islower() and _is_adverb(words[last - 1]):
        last -= 1
    return tuple(words[first:last])


def _is_adverb(word: Word) -> bool:
    is_in_ly = word.low.endswith("ly") and word.text.islower() and len(word.low) > 4
    return word.low in ADVERBS or (is_in_ly and word.low not in occasions() and word.low not in hearers())
