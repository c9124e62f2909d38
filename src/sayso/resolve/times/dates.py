"""Rules for dates by their numbers and names: days of months, months, seasons, years, decades, centuries."""

from __future__ import annotations

import re

from ..tokens import word_set
from .ambiguous import MONTH_NUMBERS
from .calendar import date_near, day_value, first_day, full_year, grain, month_near, month_value, season_of
from .reading import Hit, Reading, rules
from .timewords import DECADE_WORDS, SEASON_CODES

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "latest": -1, "this": 0, "current": 0, "that": 0}
# "the end of", "early", "mid-", "late in": they narrow a time without changing its value here.
NARROW = "(?:b{0,2}(?:db?x?)?Bod?|d?m-?i?d?|[EF]i?)?"
# Behind the first of two days or months: month and year of the second ("April 24 and 25, 1999", "Nov-Feb 2017").
_PARTNER = re.compile(r"[-&,](?:&?[mBod]*)(?P<m>M)?[NO]?(?:o?(?P<n>M))?,?[oi]?(?P<y>Y)?")


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
    """Reads "May 3, 2020"; a day that the month lacks ("Feb. 30, 2020") is a time, but none that can be told."""
    if hit.number("d") > 99 or hit.number("d") % 1:
        return None
    return Reading("date", day_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")], _day_number(hit)))


def _day_number(hit: Hit) -> int:
    """The number of a day of the month; 0 (no day) for 2.5, 40 or 3,000."""
    number = hit.number("e" if hit.token("e") else "d")
    return int(number) if number % 1 == 0 and 1 <= number <= 31 else 0


def _is_nonsense(hit: Hit) -> bool:
    """True for "31 February", "the 45th of May": written as days, but of no month; "May 50" may be 50 of something."""
    token, number = hit.token("d"), hit.number("d")
    is_day = token is not None and (token.kind == "ordinal" or number <= 31)
    return is_day and number % 1 == 0 and 1 <= number <= 99


def _month_day(hit: Hit) -> Reading | None:
    """For "on May 3" from the day of publication, "May 3 last year" from its year."""
    day, month = _day_number(hit), MONTH_NUMBERS[hit.word("m")]
    if hit.before() == "in" and hit.classes[hit.match.start()] == "M":
        return None
    if not day_value(2024, month, day):
        return Reading("date", None) if _is_nonsense(hit) else None
    later = _partner(hit)
    if later and later[1] is not None:
        return Reading("date", day_value(later[1] - (later[0] < month), month, day))
    if not hit.published:
        return Reading("date", None)
    if hit.token("u"):
        value = day_value(hit.published.year + steps(hit.word("r")), month, day)
    elif end := _stretch_end(hit):
        value = date_near(hit.published, *end, hit.is_future)
        value = day_value(int(value[:4]) - (end < (month, day)), month, day) if value else None
    else:
        value = date_near(hit.published, month, day, hit.is_future, hit.weekday("w"))
    return Reading("date", value, "published" if value else None)


def _stretch_end(hit: Hit) -> tuple[int, int] | None:
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
    if at < 0 and day < _day_number(hit):
        month = month % 12 + 1  # "April 27 to the 3rd"
    is_whole = bool(day) == (hit.token("d") is not None or hit.token("e") is not None)
    return (month, day) if is_whole and (not day or day_value(2024, month, day)) else None


# The second of two days or months of one stretch: "January 3", "the 3rd of January", "the third".
_END = re.compile(r"[mBod]*(?:(?P<m>M)(?:d?(?P<d>[NO]))?|d?(?P<e>[NO])(?:o?(?P<n>M))?)(?!,?[oi]?Y)")


def _partner(hit: Hit) -> tuple[int, int | None] | None:
    """(month, year) of the other end of a stretch of days or months right behind this one; the year may be missing."""
    match = _PARTNER.match(hit.classes, hit.match.end())
    if match is None:
        return None
    at = max(match.start("m"), match.start("n"))
    year = hit.tokens[match.start("y")].value if match["y"] else None
    month = MONTH_NUMBERS[hit.tokens[at].word] if at >= 0 else None
    own = MONTH_NUMBERS.get(hit.word("m"))
    if month is None and own is None:
        return None
    # Without a month of its own the second must be a day: "May 3 and 4, 2020", not "May 3, 2020 troops".
    is_day = month is not None or hit.classes[match.start() + 1 : match.start() + 2] in ("N", "O")
    return (month or own or 1, int(year) if year is not None and is_day else None)


def _other_day(hit: Hit) -> Reading | None:
    """The second day of "April 24 and 25", in the month of the first."""
    day, first = _day_number(hit), first_day(hit.reference) if hit.reference else None
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


def _first_day(hit: Hit) -> Reading | None:
    """The first day of "18-20 December", "9 to 12 of June 2020", in the month of the second or in the one before."""
    match = _AHEAD.match(hit.classes, hit.match.end())
    day = _day_number(hit)
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


def _month_year(hit: Hit) -> Reading | None:
    return Reading("date", month_value(int(hit.number("y")), MONTH_NUMBERS[hit.word("m")]))


def _month(hit: Hit) -> Reading | None:
    month, word = MONTH_NUMBERS[hit.word("m")], hit.word("r")
    later = _partner(hit) if not word else None
    if later and later[1] is not None:
        return Reading("date", month_value(later[1] - (later[0] < month), month))
    if not hit.published:
        return Reading("date", None)
    year = hit.published.year
    begun = first_day(hit.reference) if hit.reference and _ends_stretch(hit) else None
    if hit.token("u"):
        value = month_value(year + steps(word), month)
    elif begun is not None and not word:
        value = month_value(begun.year + (month < begun.month), month)
    elif not word and (end := _stretch_end(hit)):
        value = month_near(hit.published, end[0], hit.is_future)
        value = month_value(int(value[:4]) - (end[0] < month), month) if value else None
    elif not word:
        value = month_near(hit.published, month, hit.is_future)
    elif steps(word) == 0:
        value = month_value(year, month)
    else:
        value = month_near(hit.published, month, steps(word) > 0, is_strict=True)
    return Reading("date", value, "published" if value else None)


def _ends_stretch(hit: Hit) -> bool:
    """True for the second month of "from May to March"."""
    return hit.before() in (*_TO, "and") and hit.before(2) in MONTH_NUMBERS


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
    ("", r"(?:(?<=M[NO][-&])|(?<=M[NO][-&]d)|(?<=MdO[-&]d))(?P<d>[NO])(?:,?(?P<y>Y))?", _other_day),
    (r"d?", r"(?P<d>[NO])(?=[-&]d?[NO]o?M)", _first_day),
    (NARROW, r"(?P<m>M)(?:,?[oi]?|-)(?P<y>Y)(?:zz)?", _month_year),
    ("", r"(?<=i)(?P<y>Y)(?P<m>M)(?!-?[NO])", _month_year),
    (NARROW, r"(?P<m>M),?o?(?P<r>[LTX])(?P<u>U)", _month),
    (rf"{NARROW}(?P<r>[LTX])?", r"(?P<m>M)", _month),
    (rf"{NARROW}(?:d?j?U|j)?", r"(?P<y>Y)(?:zz)?", _year),
    (r"d?m?-?", r"(?P<c>C)", _decade),
    (r"d?(?:m-?)?", r"(?P<n>O)-?(?P<u>U)", _century),
    (rf"{NARROW}d?", r"(?P<s>S),?o?(?P<y>Y)", _season),
    (rf"{NARROW}T?", r"(?P<r>[LTX])(?P<s>S)", _season),
    (r"(?P<d>d)m?", r"(?P<s>S)", _season),
)
