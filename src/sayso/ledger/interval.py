"""The days that a time covers, and how EDTF (ISO 8601-2) writes them: what an analyst sorts and an export prints."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# A TIMEX3 value of the calendar: "2021-12-21T14:30", "2021-W51-WE", "2021-Q4", "2021-SU", "2021", "199", "19".
VALUE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:W(?P<week>[0-9]{2})(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T(?P<clock>.*))?)?))?$"
    r"|(?P<begun>[0-9]{1,3})$"
)
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?$")
# First month of a season of the north, as TimeML and EDTF name them; winter bears the year in which it begins.
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Months of the parts of a year that EDTF numbers like months (level 2 of ISO 8601-2: seasons, quarters, halves).
_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_FIRST_QUARTER, _FIRST_HALF = 33, 40


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, both among them; None where that side is open ("since 1997")."""

    first: date | None
    last: date | None

    @property
    def edtf(self) -> str:
        """In EDTF: "2021-12-21", "2021-12-13/2021-12-19", "1997-01-01/.."."""
        if self.first == self.last and self.first is not None:
            return self.first.isoformat()
        return "/".join(day.isoformat() if day else ".." for day in (self.first, self.last))


def interval(value: str | None) -> Interval | None:
    """The days of a TIMEX3 value of the calendar; None for durations, sets, vague values and days that are none."""
    match = VALUE.match(value or "")
    if match is None:
        return None
    try:
        return _days(match)
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> Interval:
    if match["begun"]:
        rest = 4 - len(match["begun"])
        years = int(match["begun"] + "0" * rest), int(match["begun"] + "9" * rest)
        return Interval(date(max(years[0], 1), 1, 1), date(years[1], 12, 31))
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Interval(monday + timedelta(days=5 if match["weekend"] else 0), monday + timedelta(days=6))
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Interval(day, day)
    for name, months in (("quarter", 3), ("half", 6)):
        if match[name]:
            return _months(year, (int(match[name]) - 1) * months + 1, months)
    if match["season"]:
        return _months(year, _SEASON_MONTHS[match["season"]], 3)
    return _months(year, int(match["month"]), 1) if match["month"] else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    """`count` whole months from `month` of `year` on."""
    later, last = divmod(year * 12 + month - 1 + count - 1, 12)
    return Interval(date(year, month, 1), date(later, last + 1, monthrange(later, last + 1)[1]))


def edtf(value: str | None) -> str | None:
    """A TIMEX3 value of the calendar in EDTF; None for durations, sets, vague values and days that are none.

    "199" → "199X", "2021-Q4" → "2021-36", "2021-SU" → "2021-22"; a week, of which EDTF knows none, as its days.
    """
    match, days = VALUE.match(value or ""), interval(value)
    if match is None or days is None or days.first is None:
        return None
    if match["begun"]:
        return match["begun"].ljust(4, "X")
    if match["week"]:
        return days.edtf
    if match["day"]:
        return _clocked(days.first, match["clock"] or "")
    year = match["year"]
    if match["season"]:
        return f"{year}-{_SEASON_CODES[match['season']]}"
    if match["quarter"]:
        return f"{year}-{_FIRST_QUARTER + int(match['quarter']) - 1}"
    if match["half"]:
        return f"{year}-{_FIRST_HALF + int(match['half']) - 1}"
    return f"{year}-{match['month']}" if match["month"] else year


def _clocked(day: date, clock: str) -> str:
    """A day with its time of day, if that is one of the clock: "in the morning" has no place in EDTF."""
    match = _CLOCK.match(clock)
    if match is None:
        return day.isoformat()
    hour, minute, second, zone = match.groups()
    if hour == "24":
        # EDTF follows ISO 8601-1:2019, which has no 24:00.
        if day == date.max:
            return day.isoformat()
        day, hour = day + timedelta(days=1), "00"
    zone = zone if not zone or zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"{day.isoformat()}T{hour}:{minute}:{second or '00'}{zone or ''}"
