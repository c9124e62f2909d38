"""Two days, months or years of one stretch, and what one tells of the other: "April 24 to May 3", "2014-18"."""

from __future__ import annotations

import re

from .ambiguous import MONTH_NUMBERS
from .calendar import date_near, day_value, first_day, grain
from .reading import Hit, Reading
from .timewords import steps, unit_of

# Behind the first of two days or months: month and year of the second ("April 24 and 25, 1999", "Nov-Feb 2017").
_PARTNER = re.compile(r"[-&,](?:&?[mBod]*)(?P<m>M)?[NO]?(?:o?(?P<n>M))?(?:,?[oi]?(?P<y>Y)|,?o?(?P<r>[LTX])(?P<u>U))?")


def day_number(hit: Hit) -> int:
    """The number of a day of the month; 0 (no day) for 2.5, 40 or 3,000."""
    number = hit.number("e" if hit.token("e") else "d")
    return int(number) if number % 1 == 0 and 1 <= number <= 31 else 0


def stretch_end(hit: Hit) -> tuple[int, int] | None:
    """(month, day) that ends the stretch this begins, as in "from December 20 to January 3"; the day is 0 for a month.

    Its year is sought first: the stretch of a clause that looks ahead may have begun before publication.
    """
    is_joined = hit.after() in _TO or (hit.after() == "and" and hit.before() == "between")
    match = _END.match(hit.classes, hit.match.end() + 1) if is_joined else None
    if match is None:
        return None
    at, number = max(match.start("m"), match.start("n")), max(match.start("d"), match.start("e"))
    month = MONTH_NUMBERS[hit.tokens[at].word] if at >= 0 else MONTH_NUMBERS[hit.word("m")]
    day = int(hit.tokens[number].value or 0) if number >= 0 else 0
    if at < 0 and day < day_number(hit):
        month = month % 12 + 1  # "April 27 to the 3rd"
    is_whole = bool(day) == (hit.token("d") is not None or hit.token("e") is not None)
    return (month, day) if is_whole and (not day or day_value(2024, month, day)) else None


# The second of two days or months of one stretch: "January 3", "the 3rd of January", "the third".
_END = re.compile(r"[mBod]*(?:(?P<m>M)(?:d?(?P<d>[NO]))?|d?(?P<e>[NO])(?:o?(?P<n>M))?)(?!,?[oi]?Y)")


def partner(hit: Hit) -> tuple[int, int | None] | None:
    """(month, year) of the other end of a stretch of days or months right behind this one; the year may be missing."""
    match = _PARTNER.match(hit.classes, hit.match.end())
    if match is None:
        return None
    at = max(match.start("m"), match.start("n"))
    year = hit.tokens[match.start("y")].value if match["y"] else None
    if match["u"] and hit.published and unit_of(hit.tokens[match.start("u")].word) == "year":
        year = hit.published.year + steps(hit.tokens[match.start("r")].word)
    month = MONTH_NUMBERS[hit.tokens[at].word] if at >= 0 else None
    own = MONTH_NUMBERS.get(hit.word("m"))
    if month is None and own is None:
        return None
    # Without a month of its own the second must be a day: "May 3 and 4, 2020", not "May 3, 2020 troops".
    is_day = month is not None or hit.classes[match.start() + 1 : match.start() + 2] in ("N", "O")
    return (month or own or 1, int(year) if year is not None and is_day else None)


def ends_stretch(hit: Hit) -> bool:
    """True for the second month of "from May to March"."""
    return hit.before() in (*_TO, "and") and hit.before(2) in MONTH_NUMBERS


def other_day(hit: Hit) -> Reading | None:
    """The second day of "April 24 and 25", in the month of the first."""
    day, first = day_number(hit), first_day(hit.reference) if hit.reference else None
    after = hit.after()
    if not day or first is None or grain(hit.reference or "") != "day":
        return None
    if hit.before() not in _DASHES and after.isalpha() and after not in _BEHIND_DAYS:
        return None
    if hit.token("y"):
        return Reading("date", day_value(int(hit.number("y")), first.month, day))
    month = first.month + (day < first.day and hit.before() not in _DASHES)
    value = day_value(first.year + month // 13, (month - 1) % 12 + 1, day)
    return Reading("date", value, "published" if hit.published else "document")


def first_of_days(hit: Hit) -> Reading | None:
    """The first day of "18-20 December", "9 to 12 of June 2020", in the month of the second or in the one before."""
    match = _AHEAD.match(hit.classes, hit.match.end())
    day = day_number(hit)
    if match is None or not day:
        return None
    month, end = MONTH_NUMBERS[hit.tokens[match.start("m")].word], int(hit.tokens[match.start("d")].value or 0)
    year = int(hit.tokens[match.start("y")].value or 0) if match["y"] else None
    if not day_value(2024, month, end):
        return None
    if not year and hit.published:
        last = date_near(hit.published, month, end, hit.is_future)
        year = int(last[:4]) if last else None
    if day > end:
        year, month = (year - (month == 1) if year else None), (month - 2) % 12 + 1
    value = day_value(year, month, day) if year else None
    return Reading("date", value, None if match["y"] or not value else "published")


_AHEAD = re.compile(r"[-&]d?(?P<d>[NO])o?(?P<m>M)(?:,?[oi]?(?P<y>Y))?")
_DASHES = frozenset({"-", "–", "‑", "—"})
_TO = _DASHES | {"to", "through", "until", "till"}
# Words behind a second day that show it to be one, and not a number of things: "on May 3 and 4 in Geneva".
_BEHIND_DAYS = frozenset(
    [
        "in",
        "at",
        "for",
        "on",
        "when",
        "as",
        "to",
        "by",
        "after",
        "before",
        "with",
        "and",
        "or",
        "while",
        "but",
        "during",
        "of",
        "from",
    ]
)


def other_year(hit: Hit) -> Reading | None:
    """The second year of "2014-18", later in the same century; "2021-12" may be a month and is left alone."""
    first, dash, last = hit.tokens[hit.match.start() - 2 : hit.match.end()]
    begun = int(first.value or 0)
    year = begun // 100 * 100 + int(last.value or 0)
    is_short = last.word.isdigit() and last.end - last.start == 2 and last.start == dash.end
    return Reading("date", f"{year:04d}") if is_short and year % 100 > 12 and year > begun else None
