"""Rules for quarters and halves of a year, and for the comparisons with the year before that reports of them make."""

from __future__ import annotations

from .calendar import first_day, unit_value
from .reading import Hit, Reading, rules
from .timewords import steps, unit_of


def _quarter(hit: Hit) -> Reading | None:
    """Reads "the third quarter of 2021", "this year's second half", "Q3 2021"; bare, the latest one that has begun."""
    unit = hit.word("q")
    number = int(hit.number("n"))
    letter, size = ("Q", 4) if unit == "quarter" else ("H", 2)
    if unit not in ("quarter", "half") or not 1 <= number <= size:
        return None
    if hit.token("y"):
        return Reading("date", f"{int(hit.number('y')):04d}-{letter}{number}")
    units = [unit_of(hit.tokens[at].word) for at in range(*hit.match.span()) if hit.classes[at] == "U"]
    if units not in ([], ["year"]):
        return None  # "the second half of the month"
    is_named = bool(units)
    if letter == "H" and not is_named:
        return None  # of a match, a list, a war
    if not hit.published:
        return Reading("date", None)
    year = hit.published.year
    if hit.token("r"):
        year += steps(hit.word("r"))
    elif letter == "Q" and (number - 1) * 12 // size + 1 > hit.published.month and hit.is_future is not True:
        year -= 1
    value = f"{year:04d}-{letter}{number}"
    return Reading("date", value, "published") if first_day(value) else Reading("date", None)


def _last_half(hit: Hit) -> Reading | None:
    """Reads "the last half of 1989": its second one."""
    return Reading("date", f"{int(hit.number('y')):04d}-H2") if hit.word("q") == "half" else None


def _quarter_near(hit: Hit) -> Reading | None:
    """Reads "the quarter", "the latest quarter", "the year-ago quarter"."""
    if hit.token("ago"):
        number = int(min(hit.number("n"), 9))
        if hit.token("n") and hit.published:
            return Reading("date", f"{hit.published.year - 1:04d}-Q{number}", "published") if 1 <= number <= 4 else None
        return year_before_quarter(hit) if hit.quarter else hit.from_published("quarter", -5)
    if hit.token("r"):
        return hit.from_published("quarter", steps(hit.word("r")))
    if hit.quarter:
        return Reading("date", hit.quarter, "document")
    return hit.from_published("quarter", -1)


def _period(hit: Hit) -> Reading | None:
    """Reads "the latest period", "the 1988 period": the quarter spoken of, or that of the year named."""
    if hit.token("y"):
        year = f"{int(hit.number('y')):04d}"
        return Reading("date", year + (hit.quarter[4:] if hit.quarter else ""), "document" if hit.quarter else None)
    return Reading("date", hit.quarter, "document") if hit.quarter else None


def _year_earlier(hit: Hit) -> Reading | None:
    return year_before_quarter(hit) if hit.quarter else hit.from_reference("year", -1)


def _short_quarter(hit: Hit) -> Reading | None:
    """Reads "Q3 2021", "H1"; bare, that of the running year."""
    if hit.token("y"):
        return Reading("date", f"{int(hit.number('y')):04d}-{hit.word('j').upper()}")
    if not hit.published:
        return Reading("date", None)
    return Reading("date", f"{hit.published.year:04d}-{hit.word('j').upper()}", "published")


def _quarter_of_year(hit: Hit) -> Reading | None:
    """Reads "the 1988 quarter": the quarter spoken of, in that year."""
    return Reading("date", f"{int(hit.number('y')):04d}{hit.quarter[4:]}", "document") if hit.quarter else None


def year_before_quarter(hit: Hit) -> Reading:
    """A report that speaks of a quarter compares it with the same quarter of the year before."""
    day = first_day(hit.quarter or "")
    value = unit_value(day, "quarter", -4) if day else None
    return Reading("date", value, "document" if value else None)


QUARTERS = rules(
    (r"(?:dj-?|d|j)?", r"(?P<n>O)j?(?P<q>[QB])(?:o?(?P<y>Y)|od?(?P<r>[LTX])U|od?jU|odU)?", _quarter),
    (r"(?:j-?)?", r"(?P<n>O)-(?P<q>[QB])(?:o?(?P<y>Y)|od?(?P<r>[LTX])U)?", _quarter),
    ("d?", r"L(?P<q>B)o?(?P<y>Y)", _last_half),
    ("", r"(?P<r>[LTX])U'(?P<n>O)-?(?P<q>[QB])", _quarter),
    (r"d?", r"(?P<y>Y)'?(?P<n>O)-?(?P<q>[QB])", _quarter),
    ("", r"d(?P<r>[LTX])?(?P<q>Q)", _quarter_near),
    ("", r"(?P<r>[LTX])(?P<q>Q)", _quarter_near),
    ("", r"d(?P<ago>U-[GE])(?:(?P<n>O)-?)?(?P<q>Q)", _quarter_near),
    (r"d?", r"U-[GE]y", _year_earlier),
    ("", r"U-[GE]", _year_earlier),
    ("", r"d(?:L|(?P<y>Y))y", _period),
    ("", r"d(?P<y>Y)Q", _quarter_of_year),
    ("", r"(?P<j>J)(?:[,o-]?(?P<y>Y))?", _short_quarter),
    ("", r"(?P<y>Y),?-?(?P<j>J)", _short_quarter),
)
