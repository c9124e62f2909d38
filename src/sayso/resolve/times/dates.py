"""Rules for days, weeks, months and years: what is named outright, and what is counted from publication."""

from __future__ import annotations

import re
from datetime import date

from ...ledger.value import TimexType
from .calendar import (
    date_near,
    day_value,
    first_day,
    full_year,
    month_near,
    month_value,
    season_of,
    unit_value,
    weekday_near,
)
from .reading import Hit, Reading, rule
from .timewords import (
    DECADE_WORDS,
    HOLIDAYS,
    MONTH_NUMBERS,
    PARTS_OF_DAY,
    SEASON_CODES,
    WEEKDAY_NUMBERS,
    WEEKDAY_SHORTS,
)

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "latest": -1, "this": 0, "current": 0, "that": 0}
_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": -1}
# "the end of", "early", "mid-", "late in": they narrow a time without changing its value here.
_NARROW = "(?:[db]{0,4}x?Bod?|d?m-?i?d?|[EF]i?)?"


def steps(word: str) -> int:
    """How many units away "last", "this", "next" … point."""
    return _STEPS.get(word, 1)


def _stamp(hit: Hit) -> Reading | None:
    written = hit.span.text.replace(" ", "T")
    if first_day(written[:10]) is None:
        return None
    return Reading("time" if "T" in written else "date", written)


def _slash(hit: Hit) -> Reading | None:
    """3/14/2021, 14/3/2021, 14.3.2021; where both orders are possible with a slash, the American one."""
    one, other, year = (int(part) for part in re.split(r"[/.]", hit.span.text))
    year = full_year(year) if year < 100 else year
    is_month_first = one <= 12 and "/" in hit.span.text
    month, day = (one, other) if is_month_first else (other, one)
    value = day_value(year, month, day)
    return Reading("date", value) if value else None


def _full(hit: Hit) -> Reading | None:
    value = day_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")], _day_number(hit))
    return Reading("date", value) if value else None


def _day_number(hit: Hit) -> int:
    """The number of a day of the month; 0 (no day) for 2.5, 40 or 3,000."""
    number = hit.number("d")
    return int(number) if number % 1 == 0 and 1 <= number <= 31 else 0


def _month_day(hit: Hit) -> Reading | None:
    """For "on May 3" from the day of publication, "May 3 last year" from its year."""
    day, month = _day_number(hit), MONTH_NUMBERS[hit.word("m")]
    if not day_value(2024, month, day) or (hit.before() == "in" and hit.classes[hit.match.start()] == "M"):
        return None
    if not hit.published:
        return Reading("date", None)
    if hit.token("u"):
        value = day_value(hit.published.year + steps(hit.word("r")), month, day)
    else:
        name = hit.word("w")
        weekday = WEEKDAY_NUMBERS.get(name, WEEKDAY_SHORTS.get(name))
        value = date_near(hit.published, month, day, hit.is_future, weekday)
    return Reading("date", value, "published" if value else None)


def _month_year(hit: Hit) -> Reading | None:
    return Reading("date", month_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")]))


def _month(hit: Hit) -> Reading | None:
    month, word = MONTH_NUMBERS[hit.word("m")], hit.word("r")
    if not hit.published:
        return Reading("date", None)
    year = hit.published.year
    if hit.token("u"):
        value = month_value(year + steps(word), month)
    elif not word:
        value = month_near(hit.published, month, hit.is_future)
    elif steps(word) == 0:
        value = month_value(year, month)
    else:
        value = month_near(hit.published, month, steps(word) > 0, is_strict=True)
    return Reading("date", value, "published" if value else None)


def _year(hit: Hit) -> Reading | None:
    return Reading("date", f"{int(hit.number('y')):04d}")


def _decade(hit: Hit) -> Reading | None:
    word = hit.word("c")
    number = DECADE_WORDS.get(word) or int(hit.number("c"))
    if number < 100:
        if number < 20 or hit.before() in ("his", "her", "their", "my", "its"):
            return None
        number = full_year(number, pivot=20)
    return Reading("date", f"{number:04d}"[:2] if number % 100 == 0 else f"{number:04d}"[:3])


def _century(hit: Hit) -> Reading | None:
    ordinal = hit.number("n")
    return Reading("date", f"{int(ordinal) - 1:02d}") if hit.unit("u") == "century" and 1 <= ordinal <= 30 else None


def _season(hit: Hit) -> Reading | None:
    """A season by its year, or nearest to publication: "the summer of 2021", "last winter", "this fall"."""
    season, word = SEASON_CODES[hit.word("s")], hit.word("r")
    if hit.word("s") in ("fall", "spring") and hit.after() == "of":
        return None
    if hit.token("y"):
        return Reading("date", f"{int(hit.number('y')):04d}-{season}")
    if not hit.published:
        return Reading("date", None)
    year, running = season_of(hit.published)
    begun = first_day(f"{hit.published.year:04d}-{season}")
    if begun is None:
        return None
    if word and steps(word) == 0 and hit.before() != "past" and word != "past":
        year = hit.published.year - (season == "WI" and running == "WI" and hit.published.month < 3)
    elif steps(word) > 0 if word else hit.is_future is True:
        year = hit.published.year + (begun <= hit.published)
    elif season == running:
        year -= bool(word)
    else:
        year = hit.published.year - (begun > hit.published)
    value = f"{year:04d}-{season}"
    return Reading("date", value, "published") if first_day(value) else Reading("date", None)


def _weekday(hit: Hit) -> Reading | None:
    """One named day: "Tuesday", "last Friday", "Friday last week", "two weeks ago Sunday", "Monday night"."""
    part = PARTS_OF_DAY.get(hit.word("p"))
    kind: TimexType = "time" if part else "date"
    if hit.token("u") and hit.unit("u") != "week":
        return None
    day = _day_of_week(hit, hit.published) if hit.published else None
    if day and hit.token("n"):
        day = first_day(unit_value(day, "day", -7 * int(min(hit.number("n"), 1e4))) or "")
    return Reading(kind, day.isoformat() + (f"T{part}" if part else ""), "published") if day else Reading(kind, None)


def _day_of_week(hit: Hit, published: date) -> date | None:
    name, word = hit.word("w"), hit.word("r")
    weekday = WEEKDAY_NUMBERS.get(name, WEEKDAY_SHORTS.get(name, 0))
    if hit.token("u"):
        week = first_day(unit_value(published, "week", steps(word)) or "")
        return weekday_near(week, weekday, True) if week else None
    if word == "this":
        return weekday_near(published, weekday, True)
    if hit.before() in ("through", "to") and hit.before(2) in WEEKDAY_NUMBERS and hit.reference:
        # "Wednesday through Friday": the end of a stretch lies after its beginning.
        begun = first_day(hit.reference)
        return weekday_near(begun, weekday, True) if begun else None
    ahead = steps(word) > 0 if word else hit.is_future is True
    return weekday_near(published, weekday, ahead, is_strict=bool(word))


def _deictic(hit: Hit) -> Reading | None:
    word, part = hit.word("r"), PARTS_OF_DAY.get(hit.word("p"))
    if word in ("tonight", "overnight"):
        part = "NI"
    read = hit.from_published("day", _DEICTIC[word], "time" if part else "date")
    return read._replace(value=f"{read.value}T{part}") if part and read.value else read


def _part_of_day(hit: Hit) -> Reading | None:
    """From publication "this morning", "last night"; from the day named before "the next morning", "that evening"."""
    word, part = hit.word("r"), PARTS_OF_DAY[hit.word("p")]
    if not word and hit.after() == "of":
        return None
    if word in ("this", "last", "past"):
        read = hit.from_published("day", -1 if word == "last" else 0, "time")
    else:
        read = hit.from_reference("day", 0 if word in ("that", "") else steps(word))._replace(type="time")
    return read._replace(value=f"{read.value}T{part}") if read.value else read


def _holiday(hit: Hit) -> Reading | None:
    """A feast of a fixed day, and the eve of it: "Christmas Day", "New Year's Eve"."""
    month, day = HOLIDAYS[hit.word("h")]
    if hit.word("u") == "eve":
        month, day = (month, day - 1) if day > 1 else (12, 31)
    elif hit.word("u") not in ("day", ""):
        return None
    if hit.token("y"):
        return Reading("date", day_value(int(hit.number("y")), month, day))
    if not hit.published:
        return Reading("date", None)
    return Reading("date", date_near(hit.published, month, day, hit.is_future), "published")


def _new_year(hit: Hit) -> Reading | None:
    """For "the new year": the one that is nearer."""
    if hit.unit("u") != "year" or hit.after() in ("'s", "’s", "eve"):
        return None
    return hit.from_published("year", 1 if hit.published and hit.published.month > 6 else 0)


DATES = tuple(
    rule(*row)
    for row in (
        ("", "D", _stamp),
        ("", "/", _slash),
        (r"(?:[Ww],?)?", r"(?P<m>M)(?P<d>[NO]),?(?P<y>Y)", _full),
        (r"(?:[Ww],?d?)?", r"(?P<d>[NO])o?(?P<m>M),?(?P<y>Y)", _full),
        (r"(?:m|(?P<w>[Ww]),?i?d?)?(?P<r>L)?", r"(?P<m>M)(?P<d>[NO])", _month_day),
        (r"(?:m|(?P<w>[Ww]),?i?d?)?", r"(?P<m>M)(?P<d>[NO]),?o?(?P<r>[LTX])(?P<u>U)", _month_day),
        (r"(?:m|(?P<w>[Ww]),?i?d?)?d?", r"(?P<d>[NO])o?(?P<m>M)(?:,?o?(?P<r>[LTX])(?P<u>U))?", _month_day),
        (_NARROW, r"(?P<m>M),?o?(?P<y>Y)", _month_year),
        (_NARROW, r"(?P<m>M),?o?(?P<r>[LTX])(?P<u>U)", _month),
        (rf"{_NARROW}(?P<r>[LTX])?", r"(?P<m>M)", _month),
        (rf"{_NARROW}(?:dU)?j?U?", r"(?P<y>Y)", _year),
        (r"d?m?-?", r"(?P<c>C)", _decade),
        (r"d?(?:m-?)?", r"(?P<n>O)-?(?P<u>U)", _century),
        (rf"{_NARROW}d?", r"(?P<s>S),?o?(?P<y>Y)", _season),
        (rf"{_NARROW}(?:TL)?", r"(?P<r>[LTX])(?P<s>S)", _season),
        ("", r"(?<=i)d(?P<s>S)", _season),
        (r"(?:[mEF]i?)?(?:T(?=[LX]))?(?P<r>[LTX])?", r"(?P<w>[Ww])(?P<p>P)?", _weekday),
        (r"(?:[mEF]i?)?", r"(?P<w>W),?o?(?P<r>[LTX])(?P<u>U)", _weekday),
        ("", r"(?P<n>[Na])[Uu]G(?:i|,)?(?P<w>W)", _weekday),
        (r"[mEF]?", r"(?P<r>R)(?P<p>P)?", _deictic),
        (r"[mEF]?d?", r"(?P<r>[LTXt])(?P<p>P)", _part_of_day),
        ("", r"(?:i)d(?P<p>P)", _part_of_day),
        ("", r"(?P<h>h)(?P<u>[UB])?,?(?P<y>Y)?", _holiday),
        ("", r"(?P<h>n)U'(?P<u>[UB]),?(?P<y>Y)?", _holiday),
        (_NARROW, r"dn(?P<u>U)", _new_year),
    )
)
