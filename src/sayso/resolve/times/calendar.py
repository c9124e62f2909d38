"""Arithmetic on TIMEX3 values: which day, week, month, quarter, season or year lies how far from which."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from ...ledger.interval import VALUE, interval

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# The letter of a unit in a duration; units of the clock stand behind a T. Source: TimeML 1.2.1, ISO 8601.
LETTERS = {"year": "Y", "month": "M", "week": "W", "weekend": "WE", "day": "D"}
LETTERS |= {"hour": "TH", "minute": "TM", "second": "TS"}
# Units without a letter of their own, in terms of those that have one.
MULTIPLES = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "quarter": (3, "month"),
    "fortnight": (2, "week"),
    "weekend": (1, "weekend"),
}
# Letters for an unknown number of them ("decades" → PXDE) after TIDES, which TIMEX3 follows.
VAGUE_LETTERS = LETTERS | {
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
    "quarter": "Q",
    "fortnight": "W",
    "weekend": "WE",
}
SEASONS = ("WI", "SP", "SU", "FA")


def unit_value(day: date, unit: str, steps: int = 0) -> str | None:
    """The `unit` that lies `steps` after the one that holds `day`: ("2021-12-21", "week", -1) → "2021-W50".

    None where the calendar ends (years before 1 or after 9999) or the unit is none of the calendar.
    """
    try:
        return _unit_value(day, unit, steps)
    except (OverflowError, ValueError):
        return None


def _unit_value(day: date, unit: str, steps: int) -> str | None:
    if unit == "day":
        return (day + timedelta(days=steps)).isoformat()
    if unit in ("week", "weekend", "fortnight"):
        year, week, _ = (day + timedelta(weeks=steps * (2 if unit == "fortnight" else 1))).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
        return month_value(year, month + 1)
    if unit == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + steps, 4)
        return f"{_year(year):04d}-Q{quarter + 1}"
    if unit == "half":
        year, half = divmod(day.year * 2 + (day.month - 1) // 6 + steps, 2)
        return f"{_year(year):04d}-H{half + 1}"
    width = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if width is None:
        return None
    year = _year(day.year + steps * width)
    return f"{year:04d}"[: {1: 4, 10: 3, 100: 2, 1000: 1}[width]]


def month_value(year: int, month: int) -> str | None:
    """(2021, 12) → "2021-12"; None outside the calendar."""
    return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None


def day_value(year: int, month: int, day: int) -> str | None:
    """(2021, 12, 21) → "2021-12-21"; None when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside the calendar")
    return year


def full_year(two_digits: int, pivot: int = 50) -> int:
    """The year that two digits mean: 98 → 1998, 21 → 2021."""
    return two_digits + (2000 if two_digits < pivot else 1900)


def first_day(value: str) -> date | None:
    """The first day of a TIMEX3 value of the calendar ("2021-W50" → 2021-12-13); None for decades and all others."""
    match = VALUE.match(value)
    days = interval(value) if match and not match["begun"] else None
    if match is None or days is None or days.first is None:
        return None
    # Weeks are counted from their Monday, weekends too.
    return days.first - timedelta(days=5) if match["weekend"] else days.first


def grain(value: str) -> str | None:
    """The unit that a TIMEX3 value of the calendar names: "2021-12" → "month"; None for durations and the rest."""
    match = VALUE.match(value)
    if match is None or match["begun"]:
        return None
    for name in ("week", "quarter", "half", "season", "day", "month"):
        if match[name]:
            return name
    return "year"


def moved(day: date, unit: str, steps: int) -> date | None:
    """The day so many days, weeks, months or years away: of a shorter month its last; None outside the calendar."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=steps * (7 if unit == "week" else 1))
        month = first_day(unit_value(day, "month", steps * (12 if unit == "year" else 1)) or "")
        return month.replace(day=min(day.day, monthrange(month.year, month.month)[1])) if month else None
    except (OverflowError, ValueError):
        return None


def weekday_near(day: date, weekday: int, is_future: bool, is_strict: bool = False) -> date | None:
    """The nearest `weekday` (Monday 0) on or before `day`, or on or after it; `is_strict` leaves `day` itself out."""
    step = (weekday - day.weekday()) % 7 if is_future else -((day.weekday() - weekday) % 7)
    if is_strict and step == 0:
        step = 7 if is_future else -7
    try:
        return day + timedelta(days=step)
    except OverflowError:
        return None


# Without a year a report means the running one, or what lies near: measured on the training documents of TempEval-3.
_FAR, _NEAR = 300, 62


def month_near(day: date, month: int, is_future: bool | None, is_strict: bool = False) -> str | None:
    """The nearest `month` (1 to 12) up to and including that of `day`, or from it on; `is_strict` leaves its own out.

    `is_future` None looks back. A month that would lie almost a year away and outside the year of `day` is sought on
    the other side, unless `is_strict`.
    """
    ahead, back = (month - day.month) % 12, (day.month - month) % 12
    if is_strict:
        ahead, back = ahead or 12, back or 12
    near = [unit_value(day, "month", -back), unit_value(day, "month", ahead)]
    days = [first_day(value) if value else None for value in near]
    return near[_side(day, days[0], days[1], is_future) if not is_strict else bool(is_future)]


def date_near(day: date, month: int, number: int, is_future: bool | None, weekday: int | None = None) -> str | None:
    """The nearest day `number` of `month` on or before `day`, or on or after it; None when there is no such day.

    `is_future` None looks back. A date that would lie almost a year away and outside the year of `day` is sought on
    the other side; a `weekday` (Monday 0) that fits only one year decides.
    """
    near = [date.fromisoformat(v) for step in range(-4, 5) if (v := day_value(day.year + step, month, number))]
    fitting = [one for one in near if abs((one - day).days) < 600 and one.weekday() == weekday]
    if fitting:
        return min(fitting, key=lambda one: abs((one - day).days)).isoformat()
    back = max((one for one in near if one <= day), default=None)
    ahead = min((one for one in near if one >= day), default=None)
    chosen = (back, ahead)[_side(day, back, ahead, is_future)]
    return chosen.isoformat() if chosen else None


def _side(day: date, back: date | None, ahead: date | None, is_future: bool | None) -> bool:
    """Whether `ahead` is meant and not `back`."""
    if back is None or ahead is None:
        return bool(is_future)
    far, close = (ahead, back) if is_future else (back, ahead)
    is_elsewhere = is_future is None or far.year != day.year
    if is_elsewhere and abs((far - day).days) > _FAR and abs((close - day).days) <= _NEAR:
        return not is_future
    return bool(is_future)


def season_of(day: date) -> tuple[int, str]:
    """(year, season) of a day, in the north; a winter bears the year in which it begins."""
    season = SEASONS[day.month % 12 // 3]
    return (day.year - 1 if season == "WI" and day.month < 3 else day.year), season


_LONGEST = 1e10  # longer than the world in years, and still written without an exponent


def duration(count: float, unit: str) -> str | None:
    """(3, "month") → "P3M", (48, "hour") → "PT48H", (1.25, "year") → "P1Y3M", (2, "decade") → "P20Y"."""
    factor, base = MULTIPLES.get(unit, (1, unit))
    count *= factor
    letter = LETTERS.get(base)
    if letter is None or not count < _LONGEST:
        return None
    parts, name = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(base, (0, ""))
    if parts and count > 1 and count % 1 in (0.25, 0.5, 0.75):
        return f"{_written(f'{int(count)}', letter)}{int(count % 1 * parts)}{name}"
    return _written(f"{count:.10g}", letter)


def vague_duration(unit: str) -> str | None:
    """An unknown number of units: "month" → "PXM", "hour" → "PTXH"."""
    letter = VAGUE_LETTERS.get(unit)
    return _written("X", letter) if letter else None


def _written(count: str, letter: str) -> str:
    return f"PT{count}{letter[1:]}" if letter.startswith("T") else f"P{count}{letter}"
