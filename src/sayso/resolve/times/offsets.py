"""Rules for dates tied to another date named beside them: "two days after Christmas", "the week of March 6"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from .calendar import duration, first_day, grain, month_value, moved, unit_value
from .dates import DATES
from .daywords import DAYS
from .reading import Hit, Reading, rules
from .timewords import unit_of

# A day as it may stand beside a clock time, an offset or "the week of".
DAY = (
    r"(?P<day>R(?:(?:id)?P)?|[Ww],?dO|[LTX]?W(?:(?:id)?P)?|[TL]P|(?:[LTX]?[Ww],?)?M[NO](?:,?Y)?|d?[NO]o?M(?:,?Y)?"
    r"|[LTX]?h_*Y?|D|/)"
)
_BACK = frozenset({"before", "prior"})


def beside(hit: Hit, group: str = "day") -> Reading | None:
    """The reading of the date that is part of the hit."""
    if hit.token(group) is None:
        return None
    for one in (*DATES, *DAYS):
        match = one.pattern.fullmatch(hit.classes, hit.match.start(group), hit.match.end(group))
        if match:
            read = one.read(replace(hit, match=match))
            if read is not None:
                return read
    return None


def _counted(hit: Hit) -> Reading | None:
    """Reads "three weeks from tomorrow", "two days after Christmas", "the day before yesterday"."""
    unit, count = hit.unit("u"), hit.number("n")
    named = beside(hit)
    if unit not in ("day", "week", "month", "year") or named is None or count % 1 or hit.after() in ("'s", "’s"):
        return None
    day = first_day(named.value[:10]) if named.value and grain(named.value) == "day" else None
    if day is None:
        return Reading("date", None) if named.value is None else None
    away = moved(day, unit, int(min(count, 1e5)) * (-1 if hit.word("k") in _BACK else 1))
    return Reading("date", away.isoformat(), named.anchor or "document") if away else None


def _sum_away(hit: Hit) -> Reading | None:
    """Reads "two weeks and three days ago", "a year and two months later": as large as the smaller unit."""
    units, counts = (hit.unit("u"), hit.unit("u2")), (hit.number("n"), hit.number("n2"))
    if units not in _SUMS or units[0] == "hour" or units[0] == "minute" or any(count % 1 for count in counts):
        return None
    steps = [int(min(count, 1e5)) * (1 if hit.word("r") in ("later", "after") else -1) for count in counts]
    from_text = hit.word("r") != "ago" and hit.reference is not None
    begun = first_day(hit.reference or "") if from_text else hit.published
    day = moved(begun, units[0], steps[0]) if begun else None
    value = unit_value(day, units[1], steps[1]) if day else None
    return Reading("date", value, ("document" if from_text else "published") if value else None)


def _sum(hit: Hit) -> Reading | None:
    """Reads "two hours and 15 minutes" as one length."""
    units = hit.unit("u"), hit.unit("u2")
    if units not in _SUMS:
        return None
    longer, shorter = duration(hit.number("n"), units[0]), duration(hit.number("n2"), units[1])
    if longer is None or shorter is None:
        return None
    return Reading("duration", longer + shorter.removeprefix("PT" if longer.startswith("PT") else "P"))


_SUMS = frozenset({("year", "month"), ("week", "day"), ("month", "day"), ("hour", "minute"), ("minute", "second")})


def _week_of(hit: Hit) -> Reading | None:
    """Reads "the week of March 6": the week that holds the day."""
    named = beside(hit)
    if hit.unit("u") != "week" or named is None:
        return None
    day = first_day(named.value[:10]) if named.value else None
    return Reading("date", unit_value(day, "week") if day else None, named.anchor if day else None)


def _part_of(hit: Hit) -> Reading | None:
    """Reads "the first week of January 2015", "the last day of the month": weeks belong where their Thursday lies."""
    unit, whole = hit.unit("u"), _whole(hit)
    if unit not in ("day", "week", "month") or whole is None:
        return None
    if whole.value is None:
        return Reading("date", None)
    begun = first_day(whole.value)
    size = grain(whole.value)
    if begun is None or size not in ("month", "year"):
        return None
    after = first_day(unit_value(begun, size, 1) or "")
    number = -1 if hit.word("n") in ("last", "final") else int(min(hit.number("n"), 400))
    if unit == "month":
        month = 12 if number < 0 else number
        is_one = size == "year" and 1 <= month <= 12
        return Reading("date", month_value(begun.year, month), whole.anchor) if is_one else None
    if unit == "day":
        day = begun + timedelta(days=number - 1) if number > 0 else after - timedelta(days=1) if after else None
        return Reading("date", day.isoformat(), whole.anchor) if day and (not after or day < after) else None
    if number > 0:
        thursday = begun + timedelta(days=(3 - begun.weekday()) % 7 + 7 * (number - 1))
    elif after:
        thursday = after - timedelta(days=(after.weekday() - 4) % 7 + 1)
    else:
        return None
    inside = not after or thursday < after
    return Reading("date", unit_value(thursday, "week"), whole.anchor) if inside else None


def _whole(hit: Hit) -> Reading | None:
    """The month or year that a day or week is counted in."""
    named = beside(hit, "in")
    if named is not None:
        return named
    at = hit.match.end("in") - 1
    unit = unit_of(hit.tokens[at].word)
    if unit not in ("month", "year"):
        return None
    word = hit.tokens[at - 1].word
    return hit.from_published(unit, {"last": -1, "past": -1, "previous": -1}.get(word, 1 if word in _NEXT else 0))


_NEXT = frozenset({"next", "coming", "following", "upcoming"})


def _after_next(hit: Hit) -> Reading | None:
    """Reads "the week after next", "the year before last"."""
    unit, word = hit.unit("u"), hit.word("r")
    if unit not in ("week", "month", "year", "weekend") or word not in ("next", "last"):
        return None
    is_back = hit.word("k") in _BACK
    return hit.from_published(unit, -2 if is_back else 2) if is_back == (word == "last") else None


_UNIT = r"(?P<u>[uU])(?P<k>[kgc])"
_SUM = r"(?P<n>[Na])(?P<u>[Uu])&(?P<n2>[Na])(?P<u2>[Uu])"
_IN = r"(?P<in>M,?[oi]?Y|M|Y|[LTX]U|dU|[LTX]M)"
OFFSETS = rules(
    (r"b{0,4}", rf"(?P<n>[Na]){_UNIT}{DAY}", _counted),
    (r"d?", rf"{_UNIT}{DAY}", _counted),
    (r"d?", rf"(?P<u>U)o{DAY}", _week_of),
    (r"d?", rf"(?P<n>[OL])(?P<u>U)[oi]{_IN}", _part_of),
    ("", r"d(?P<u>U)(?P<k>[kg])(?P<r>[LX])", _after_next),
    (r"b{0,4}", rf"{_SUM}(?P<r>[GEF])", _sum_away),
    (r"b{0,4}", _SUM, _sum),
)
