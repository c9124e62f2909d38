"""Rules for dates by their numbers and names: days of months, months, seasons, years, decades, centuries."""

from __future__ import annotations

import re

from ..tokens import word_set
from .ambiguous import MONTH_NUMBERS
from .calendar import date_near, day_value, first_day, full_year, month_near, month_value, season_of
from .reading import Hit, Reading, rules
from .stretches import day_number, ends_stretch, first_of_days, other_day, other_year, partner, stretch_end
from .timewords import DECADE_WORDS, SEASON_CODES, steps

# "the end of", "early", "mid-", "late in": they narrow a time without changing its value here.
NARROW = "(?:b{0,2}(?:db?x?)?Bod?|d?m-?i?d?|[EF]i?)?"


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
    """Reads "May 3, 2020"; a day that the month lacks ("Feb. 30, 2020") is a time, but none that can be told."""
    if hit.number("d") > 99 or hit.number("d") % 1:
        return None
    return Reading("date", day_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")], day_number(hit)))


def _is_nonsense(hit: Hit) -> bool:
    """True for "31 February", "40 March", "the 45th of May": days, but of no month; "May 50" may be 50 of something."""
    token, number = hit.token("d"), hit.number("d")
    is_first = hit.classes[hit.match.start("d") :][:1] == "N" and hit.match.start("d") < hit.match.start("m")
    is_day = token is not None and (token.kind == "ordinal" or number <= 31 or is_first)
    return is_day and number % 1 == 0 and 1 <= number <= 99


def _month_day(hit: Hit) -> Reading | None:
    """For "on May 3" from the day of publication, "May 3 last year" from its year."""
    day, month = day_number(hit), MONTH_NUMBERS[hit.word("m")]
    if hit.before() == "in" and hit.classes[hit.match.start()] == "M":
        return None
    if not day_value(2024, month, day):
        return Reading("date", None) if _is_nonsense(hit) else None
    later = partner(hit)
    if later and later[1] is not None:
        return Reading("date", day_value(later[1] - (later[0] < month), month, day))
    if not hit.published:
        return Reading("date", None)
    if hit.token("u"):
        value = day_value(hit.published.year + steps(hit.word("r")), month, day)
    elif end := stretch_end(hit):
        value = date_near(hit.published, *end, hit.is_future)
        value = day_value(int(value[:4]) - (end < (month, day)), month, day) if value else None
    else:
        value = date_near(hit.published, month, day, hit.is_future, hit.weekday("w"))
    return Reading("date", value, "published" if value else None)


def _month_year(hit: Hit) -> Reading | None:
    return Reading("date", month_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")]))


def _month(hit: Hit) -> Reading | None:
    month, word = MONTH_NUMBERS[hit.word("m")], hit.word("r")
    later = partner(hit) if not word else None
    if later and later[1] is not None:
        return Reading("date", month_value(later[1] - (later[0] < month), month))
    if not hit.published:
        return Reading("date", None)
    year = hit.published.year
    begun = first_day(hit.reference) if hit.reference and ends_stretch(hit) else None
    if hit.token("u"):
        value = month_value(year + steps(word), month)
    elif begun is not None and not word:
        value = month_value(begun.year + (month < begun.month), month)
    elif not word and (end := stretch_end(hit)):
        value = month_near(hit.published, end[0], hit.is_future)
        value = month_value(int(value[:4]) - (end[0] < month), month) if value else None
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
        if hit.before() in ("$", "€", "£"):
            return None  # "a handful of $20s"
        if number < 20 or hit.before() in ("his", "her", "their", "my", "its"):
            return None
        number = full_year(number, pivot=20)
    return Reading("date", f"{number:04d}"[:2] if number % 100 == 0 else f"{number:04d}"[:3])


def _century(hit: Hit) -> Reading | None:
    ordinal = hit.number("n")
    return Reading("date", f"{int(ordinal) - 1:02d}") if hit.unit("u") == "century" and 1 <= ordinal <= 30 else None


_BEFORE_SEASONS = word_set("in over during into through throughout since until till by of before after at on")


def _season(hit: Hit) -> Reading | None:
    """A season by its year, or nearest to publication: "the summer of 2021", "last winter", "this fall"."""
    season, word = SEASON_CODES[hit.word("s")], hit.word("r")
    if hit.word("s") in ("fall", "spring") and hit.after() == "of":
        return None
    if hit.token("d") and hit.before() not in _BEFORE_SEASONS and hit.after() not in ("'s", "’s"):
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


DATES = rules(
    ("", "D", _stamp),
    ("", "/", _slash),
    (r"(?:[Ww],?)?", r"(?P<m>M)d?(?P<d>[NO]),?[oi]?(?P<y>Y)", _full),
    ("", r"(?P<d>N)-(?P<m>M)-(?P<y>Y)", _full),
    ("", r"(?P<m>M)-(?P<d>N)-(?P<y>Y)", _full),
    ("", r"(?P<y>Y)-(?P<m>M)-(?P<d>N)", _full),
    (r"(?:[Ww],?d?)?d?", r"(?P<d>[NO])o?(?P<m>M),?[oi]?(?P<y>Y)", _full),
    (r"(?:m|(?P<w>[Ww]),?i?d?)?(?P<r>L)?", r"(?P<m>M)(?:(?P<d>[NO])|d(?P<e>O))", _month_day),
    (r"(?:m|(?P<w>[Ww]),?i?d?)?", r"(?P<m>M)(?P<d>[NO]),?o?(?P<r>[LTX])(?P<u>U)", _month_day),
    (r"(?:m|(?P<w>[Ww]),?i?d?)?d?", r"(?P<d>[NO])o?(?P<m>M)(?:,?o?(?P<r>[LTX])(?P<u>U))?", _month_day),
    ("", r"(?:(?<=M[NO][-&])|(?<=M[NO][-&]d)|(?<=MdO[-&]d))(?P<d>[NO])(?:,?(?P<y>Y))?", other_day),
    (r"d?", r"(?P<d>[NO])(?=[-&]d?[NO]o?M)", first_of_days),
    (NARROW, r"(?P<m>M)(?:,?[oi]?|-)(?P<y>Y)(?:zz)?", _month_year),
    ("", r"(?<=i)(?P<y>Y)(?P<m>M)(?!-?[NO])", _month_year),
    (NARROW, r"(?P<m>M),?o?(?P<r>[LTX])(?P<u>U)", _month),
    (rf"{NARROW}(?P<r>[LTX])?", r"(?P<m>M)", _month),
    (rf"{NARROW}(?:d?j?U|j)?", r"(?P<y>Y)(?:zz)?", _year),
    ("", r"(?<=Y-)(?P<n>N)(?!-)", other_year),
    (r"d?m?-?", r"(?P<c>C)", _decade),
    (r"d?(?:m-?)?", r"(?P<n>O)-?(?P<u>U)", _century),
    (rf"{NARROW}d?", r"(?P<s>S),?o?(?P<y>Y)", _season),
    (rf"{NARROW}T?", r"(?P<r>[LTX])(?P<s>S)", _season),
    (r"(?P<d>d)m?", r"(?P<s>S)", _season),
)
