"""The time expressions of a report, each anchored and resolved to a TIMEX3 value as far as the report allows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from operator import itemgetter

from ...ledger import Span, Timex
from ..numbers import numbered
from .calendar import grain
from .clock import CLOCKS
from .dates import DATES
from .daywords import DAYS
from .nowwords import NOWS
from .offsets import OFFSETS
from .quarters import QUARTERS
from .reading import Hit
from .sets import SETS
from .spells import SPELLS
from .tense import looks
from .timewords import classes

RULES = (*CLOCKS, *DATES, *DAYS, *OFFSETS, *SPELLS, *NOWS, *SETS, *QUARTERS)
# No opening of a rule has more letters than this.
LONGEST_OPENING = 16


def find_times(text: str, published: date | None) -> tuple[Timex, ...]:
    """Every time expression of `text`, in its order and without overlaps, the longest reading at each place.

    Values take the form of TimeML 1.2.1 ("2021-12-21", "2021-W50", "P3M", "XXXX-WXX-2"). A relative time counts from
    `published` (anchor "published") or from the latest date named before it (anchor "document"); where neither is known
    its value is None.
    """
    tokens = list(numbered(text))
    letters = classes(tokens)
    found: list[Timex] = []
    done = 0
    reference: str | None = None
    quarter: str | None = None
    for start, _, order, match in _candidates(letters):
        if start < done:
            continue
        hit = Hit(text, tokens, letters, match, published, reference, quarter, looks)
        reading = RULES[order].read(hit)
        if reading is None:
            continue
        time = Timex(hit.span, reading.type, reading.value, reading.anchor if reading.value else None)
        found.append(time)
        done = match.end()
        if is_reference(time):
            reference = time.value
            quarter = time.value if grain(time.value or "") == "quarter" else quarter
    return tuple(found)


def is_reference(time: Timex) -> bool:
    """True for a time of the calendar, from which later ones of its text may be counted."""
    size = grain(time.value) if time.value and time.type in ("date", "time") else None
    # A year or a quarter counted from another one only compares ("up from 3 % a year earlier").
    return bool(size) and not (time.anchor == "document" and size in ("year", "quarter"))


def reference_of(times: tuple[Timex, ...], time: Timex) -> Timex | None:
    """The time that one anchored in the text was counted from: the latest of the calendar before it."""
    before = times[: bisect_left(times, time.span.start, key=lambda other: other.span.start)]
    return next((other for other in reversed(before) if is_reference(other)), None)


def _candidates(letters: str) -> list[tuple[int, int, int, re.Match[str]]]:
    """(start, -end, number of the rule, match) of every rule's matches, as they are to be tried.

    A pattern is looked for only near its core, which passes over most of a text at once.
    """
    candidates, there = [], set(letters)
    for order, (pattern, core, _, needs) in enumerate(RULES):
        if any(there.isdisjoint(need) for need in needs):
            continue
        at, begun = 0, core.search(letters)
        while begun:
            match = pattern.search(letters, max(at, begun.start() - LONGEST_OPENING))
            if match is None:
                break
            at = match.end()
            candidates.append((match.start(), -at, order, match))
            begun = core.search(letters, at)
    candidates.sort(key=itemgetter(0, 1, 2))
    return candidates


def time_within(times: tuple[Timex, ...], span: Span) -> Timex | None:
    """Of times in text order the one that best dates what stands in `span`; None when none is there.

    Resolved dates first, then by place.
    """
    first = bisect_right(times, span.start, key=lambda time: time.span.end)
    after = bisect_left(times, span.end, key=lambda time: time.span.start)

    def worth(time: Timex) -> tuple[bool, bool, bool, int]:
        is_dated = time.value is not None and grain(time.value) is not None
        return (is_dated, time.type in ("date", "time"), span.holds(time.span), -time.span.start)

    return max(times[first:after], key=worth, default=None)
