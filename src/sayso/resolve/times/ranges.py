"""The days that a time covers where it stands: "since 1997" is open, "from 1986 to 1991" is one range of two times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ...ledger import Interval, Timex
from ..tokens import word_pairs, word_set
from .calendar import first_day, moved, unit_value

# What stands before a time and leaves one side of it open.
_OPENS = word_pairs(
    """
    after after  following after  since since  starting since  beginning since  effective since
    until until  till until  through until  by until  before before
    """
)
# Phrases that do the same; they stand right before the time.
_PHRASES = re.compile(
    r"(?:(?P<since>as early as|no earlier than|not earlier than|not before|starting|beginning)"
    r"|(?P<until>no later than|not later than|as late as)|(?P<after>later than)|(?P<before>earlier than|prior to))"
    r"(?:\s+(?:the|on|in|at))*\s+$",
    re.IGNORECASE,
)
# A time at the edge of a unit: of "before the end of May" all but the last days are before it.
_HEAD = re.compile(r"(?:the\s+)?(?:early|beginning|start|outset|turn|mid|middle)\b", re.IGNORECASE)
_TAIL = re.compile(r"(?:the\s+)?(?:late|end|close|rest|remainder|mid|middle)\b", re.IGNORECASE)
# Between an opening and its time: "since early 1997", "until at least Friday", "as of the end of May".
_BETWEEN = word_set("the at least about around early late mid on in then very only just")
_JOINS = word_set("to through until till - – — and")
_WORDS_BEFORE = re.compile(r"([^\W\d_]+)[\s-]+$")
_COUNTED = re.compile(r"P(?:([0-9]{1,4})([YMWD])|T([0-9]{1,5})H)$")
_BACK = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:last|past|previous|preceding)\b", re.IGNORECASE)
_AHEAD = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:next|coming|following|upcoming)\b", re.IGNORECASE)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


@dataclass(frozen=True, slots=True)
class Range:
    """One time, or the two that bound a stretch, with the days they cover together."""

    times: tuple[Timex, ...]
    interval: Interval


def find_ranges(text: str, times: tuple[Timex, ...], published: date | None) -> tuple[Range, ...]:
    """The ranges of a text's times, in their order; times without days of the calendar are left out."""
    found: list[Range] = []
    at = 0
    while at < len(times):
        joined = _joined(text, times[at : at + 2], published)
        days = joined or _placed(text, times[at], published)
        taken = times[at : at + (2 if joined else 1)]
        if days:
            found.append(Range(taken, days))
        at += len(taken)
    return tuple(found)


def _joined(text: str, pair: tuple[Timex, ...], published: date | None) -> Interval | None:
    """Two times as one stretch: "from 1986 to 1991", "between May and July", "Monday-Friday"."""
    if len(pair) < 2 or pair[1].span.start - pair[0].span.end > 12:
        return None
    joint = text[pair[0].span.end : pair[1].span.start].strip().lower().removesuffix(" the")
    joint = "to" if not joint and pair[1].text.lower() == "to date" else joint
    if joint == "of" or joint == "in":
        return _part(pair)
    if pair[0].type == "duration" and joint in _ENDS and _HAS_ARTICLE.match(pair[0].text):
        return _ended(pair)
    if joint not in _JOINS or (joint == "and" and _word_before(text, pair[0].span.start) != "between"):
        return None
    one, other = (_days(time, published) for time in pair)
    if one is None or other is None or one.first is None or other.last is None or one.first > other.last:
        return None
    return Interval(one.first, other.last)


def _ended(pair: tuple[Timex, ...]) -> Interval | None:
    """A length and where it ends: "the three months to June 2021", "the year ended September 30"."""
    match, last = _COUNTED.match(pair[0].value or ""), pair[1].interval.last if pair[1].interval else None
    if match is None or match[3] or last is None or last == date.max:
        return None
    first = moved(last + timedelta(days=1), _UNITS[match[2]], -int(match[1]))
    return Interval(first, last) if first else None


_ENDS = frozenset({"to", "ended", "ending", "that ended", "through", "up to"})
_HAS_ARTICLE = re.compile(r"the\s", re.IGNORECASE)


def _days(time: Timex, published: date | None) -> Interval | None:
    """The days of a time; of "now" the day of publication."""
    return Interval(published, published) if time.value == "PRESENT_REF" and published else time.interval


def _placed(text: str, time: Timex, published: date | None) -> Interval | None:
    days = time.interval
    if days is None:
        return _counted(text, time, published)
    side = _side(text, time)
    if time.text.lower().endswith(_TO_DATE) and published:
        return Interval(days.first, published)
    if side == "since" or time.text.lower().endswith(("or later", "and beyond", "and later")):
        return Interval(days.first, None)
    if side == "until":
        return Interval(None, days.last)
    try:
        if side == "after" and days.last:
            return Interval(days.last + timedelta(days=1), None)
        if side == "before" and days.first:
            return Interval(None, days.first - timedelta(days=1))
    except OverflowError:
        return None
    return days


_TO_DATE = ("to date", "to-date")


def _side(text: str, time: Timex) -> str | None:
    """Which side of a time is open: "since", "until", "after", "before"; None for neither.

    An hour belongs to its day, so that "before 4 p.m." is until that day; so do "before the end of May" and "after the
    beginning of May" for their month.
    """
    phrase = _PHRASES.search(text, max(0, time.span.start - 40), time.span.start)
    side = phrase.lastgroup if phrase else _OPENS.get(_opening(text, time.span.start))
    is_hour = time.type == "time"
    if side == "before" and (is_hour or _TAIL.match(time.text)):
        return "until"
    if side == "after" and (is_hour or _HEAD.match(time.text)):
        return "since"
    return side


def _opening(text: str, start: int) -> str:
    """The word before a time that may open it; small words between are passed over."""
    word = _word_before(text, start)
    while word in _BETWEEN:
        start = _word_start(text, start)
        word = _word_before(text, start)
    return word


def _word_before(text: str, start: int) -> str:
    match = _WORDS_BEFORE.search(text, max(0, start - 24), start)
    return match[1].lower() if match else ""


def _word_start(text: str, start: int) -> int:
    match = _WORDS_BEFORE.search(text, max(0, start - 24), start)
    return match.start() if match else start


def _part(pair: tuple[Timex, ...]) -> Interval | None:
    """The first or last days, weeks or months of a year or month: "the first three months of 2021"."""
    match, whole = _COUNTED.match(pair[0].value or ""), pair[1].interval
    edge = _EDGE.match(pair[0].text)
    if match is None or match[3] or edge is None or whole is None or whole.first is None or whole.last is None:
        return None
    unit, count = _UNITS[match[2]], int(match[1])
    if edge[1].lower() == "first":
        cut = moved(whole.first, unit, count)
        part = Interval(whole.first, cut - timedelta(days=1)) if cut else None
    else:
        # From the day after the last, so that months are counted from their first.
        after = whole.last + timedelta(days=1) if whole.last < date.max else None
        cut = moved(after, unit, -count) if after else None
        part = Interval(cut, whole.last) if cut else None
    is_inside = part and part.first and part.last and whole.first <= part.first and part.last <= whole.last
    return part if is_inside else None


_EDGE = re.compile(r"(?:the\s+)?(first|last|final)\b", re.IGNORECASE)


def _counted(text: str, time: Timex, published: date | None) -> Interval | None:
    """A duration that touches the day of publication: "the past 48 hours", "the next three months"."""
    match = _COUNTED.match(time.value or "") if time.type == "duration" else None
    if match is None or published is None:
        return None
    count, unit = (int(match[1]), _UNITS[match[2]]) if match[1] else (-(-int(match[3]) // 24), "day")
    is_back, is_ahead = (bool(pattern.match(time.text)) for pattern in (_BACK, _AHEAD))
    if not (is_back or is_ahead):
        return None
    if "quarter" in time.text.lower():
        return _quarters(published, count // 3 if is_ahead else -(count // 3))
    other = moved(published, unit, count if is_ahead else -count)
    if other is None:
        return None
    return Interval(published, other) if is_ahead else Interval(other, published)


def _quarters(published: date, count: int) -> Interval | None:
    """Whole quarters beside the running one, as reports of companies count them."""
    begun = first_day(unit_value(published, "quarter", 1 if count > 0 else count) or "")
    after = first_day(unit_value(published, "quarter", 1 + count if count > 0 else 0) or "")
    return Interval(begun, after - timedelta(days=1)) if begun and after else None
