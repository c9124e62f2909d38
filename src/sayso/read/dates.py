"""A date as metadata and datelines write it, as a day; one that could mean two days means none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate

MONTHS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[6-9]|20|21)\d\d"
# One date in running letters: "Dec. 21, 2021", "21st of December 2021", "2021-12-21", "21.12.2021", "December 21".
WRITTEN = re.compile(
    rf"(?<![\w.-])(?:"
    rf"(?P<month_a>{_MONTH})\b\.?\s*(?P<day_a>{_DAY})(?:st|nd|rd|th)?(?!\d|\w)(?:,?\s*(?P<year_a>{_YEAR})(?![\d]))?"
    rf"|(?P<day_b>{_DAY})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month_b>{_MONTH})\b\.?(?:[,\s-]+(?P<year_b>{_YEAR})(?!\d))?"
    rf"|(?P<year_c>{_YEAR})[-/.](?P<month_c>0?[1-9]|1[0-2])[-/.](?P<day_c>{_DAY})(?!\d)"
    rf"|(?P<day_d>{_DAY})\.(?P<month_d>0?[1-9]|1[0-2])\.(?P<year_d>{_YEAR})(?!\d)"
    rf")",
    re.IGNORECASE,
)
_ISO = re.compile(rf"({_YEAR})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_SLASHED = re.compile(rf"(\d\d?)/(\d\d?)/({_YEAR})(?!\d)")
_IN_ADDRESS = re.compile(rf"/({_YEAR})[/-](\d\d?|{_MONTH})[/-](\d\d?)(?=[/.?#_-]|$)", re.IGNORECASE)
_YEAR_IN_ADDRESS = re.compile(rf"/({_YEAR})(?=[/-])")
# Seconds since 1970 from 1990 to 2100; ten times three digits more are milliseconds.
_EPOCH = range(631_152_000, 4_102_444_800)


@dataclass(frozen=True, slots=True)
class Written:
    """A date found in letters, at `[start, end)` of the string searched; `year` None when it names none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int | None = None) -> date | None:
        """The day it names, in `year` when it names no year itself; None without a year or for 30 February."""
        chosen = self.year or year
        return _day(chosen, self.month, self.day) if chosen else None


def written(text: str, start: int = 0, end: int | None = None) -> Written | None:
    """The first date written in `text[start:end]`."""
    match = WRITTEN.search(text, start, len(text) if end is None else end)
    if match is None:
        return None
    parts = {name[:-2]: value for name, value in match.groupdict().items() if value}
    month = parts["month"].lower()
    number = int(month) if month.isdigit() else MONTHS[month[:3]]
    year = parts.get("year")
    return Written(match.start(), match.end(), int(year) if year else None, number, int(parts["day"]))


def day_of(value: object) -> date | None:
    """The calendar day in a metadata value, in the value's own time zone; None when it names no full day.

    Reads ISO 8601, RFC 2822, "December 21, 2021", "21.12.2021", slashes where only one order is possible, and
    numbers of seconds or milliseconds since 1970 (UTC).
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch_day(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:100]
    if text.isdigit() and len(text) in (10, 13):
        return _epoch_day(int(text))
    if iso := _ISO.match(text):
        return _day(*(int(part) for part in iso.groups()))
    if slashed := _SLASHED.search(text):
        return _slashed_day(*(int(part) for part in slashed.groups()))
    if mailed := parsedate(text):
        return _day(*mailed[:3])
    found = written(text)
    return found.on() if found else None


def day_in_address(url: str | None) -> date | None:
    """The day in the path of a web address (".../2021/12/21/...", ".../2021/dec/21/...")."""
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    year, month, day = match.groups()
    return _day(int(year), int(month) if month.isdigit() else MONTHS[month[:3].lower()], int(day))


def year_in(value: object, url: str | None = None) -> int | None:
    """The year that a metadata value consisting of a year or a month ("2021", "2021-12"), or an address, gives."""
    match = re.match(rf"({_YEAR})(?:-\d\d)?$", str(value).strip()) if value is not None else None
    match = match or _YEAR_IN_ADDRESS.search(url or "")
    return int(match.group(1)) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _slashed_day(one: int, other: int, year: int) -> date | None:
    # 03/04/2021 is in March in one country and in April in the next: no day.
    if one == other or other > 12:
        return _day(year, one, other)
    return _day(year, other, one) if one > 12 else None


def _epoch_day(value: float) -> date | None:
    seconds = value / 1000 if value >= _EPOCH.stop else value
    return datetime.fromtimestamp(seconds, UTC).date() if _EPOCH.start <= seconds < _EPOCH.stop else None
