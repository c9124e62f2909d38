"""Rules for units of time: durations, and dates so many units from publication or from a date named before."""

from __future__ import annotations

from ..tokens import word_set
from .calendar import duration, vague_duration
from .quarters import year_before_quarter
from .reading import Hit, Reading, rules
from .timewords import steps

_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_MONEY_OR_SHARE = word_set(
    """
    hours days times nights     % percent cent million billion trillion times dollars euros pounds barrels tonnes tons
    """
)
# What a bare plural must follow to be a time: "for weeks", "in years", "after months of talks".
_BEFORE_PLURALS = word_set(
    """
    for in within after over of two three about take takes took spent lasting lasted recent last
    """
)


def _lasting(hit: Hit) -> Reading | None:
    """Reads "three months", "two-year", "at least 48 hours", "a week"; "$5 a year" is a set."""
    unit, count = hit.unit("u"), hit.number("n")
    if not unit or (hit.word("u") == "second" and hit.word("n") in ("a", "the")):
        return None
    if hit.word("n") in ("a", "an") and _is_rate(hit):
        return Reading("set", duration(1, unit))
    if hit.first.word == "last" and hit.before() in _HELPERS:
        return None  # "will last three weeks"
    if hit.token("v"):
        return Reading("duration", duration(2, unit) if hit.word("v") == "couple" else vague_duration(unit))
    if (unit == "quarter" and (hit.word("n") == "a" or "-" in hit.span.text)) or _is_age(hit):
        return None
    if hit.after() == "-" and hit.after(1) in ("ago", "earlier"):
        return None
    if (
        hit.before() == "in"
        and hit.after() != "or"
        and hit.tokens[hit.match.start("n")] is hit.first
        and hit.is_future
        and unit in ("day", "week", "fortnight", "month", "year")
        and count % 1 == 0
    ):
        # "will be redeemed in five years" tells when, not for how long.
        return hit.from_published(unit, int(min(count, 1e5)))
    if hit.token("half"):
        part = {"half": 0.5, "quarter": 0.25}.get(hit.word("half"))
        if part is None:
            return None
        count += part
    return Reading("duration", duration(count, unit))


# Behind these "last" is the verb.
_HELPERS = word_set("to will would could can may might should must shall not n't 'll ’ll")


def _is_age(hit: Hit) -> bool:
    """True for "52 years old", "a 6-year-old": how old, not how long."""
    return hit.after() == "old" or (hit.after() == "-" and hit.after(1) == "old")


def _is_rate(hit: Hit) -> bool:
    at = hit.match.start() - 1
    if at < 0 or hit.first.word not in ("a", "an"):
        return False
    token = hit.tokens[at]
    return token.kind == "number" or token.word in _MONEY_OR_SHARE or token.word in ("once", "twice", "annually")


def _half_unit(hit: Hit) -> Reading | None:
    unit = hit.unit("u")
    half = {"year": "P6M", "hour": "PT30M", "day": "PT12H", "decade": "P5Y", "century": "P50Y"}.get(unit)
    return Reading("duration", half) if half else None


def _some(hit: Hit) -> Reading | None:
    return _several(hit) if hit.first.word == "some" and hit.before() in _BEFORE_PLURALS else None


def _several(hit: Hit) -> Reading | None:
    return Reading("duration", vague_duration(hit.unit("u")))


def _bare_plural(hit: Hit) -> Reading | None:
    if hit.before() not in _BEFORE_PLURALS or hit.word("u") in ("minutes", "seconds", "quarters", "weekends"):
        return None
    return Reading("duration", vague_duration(hit.unit("u")))


def _in_time(hit: Hit) -> Reading | None:
    """Reads "in two weeks' time", which always lies ahead."""
    at = hit.match.end()
    is_time = hit.tokens[at].word in ("'", "’", "'s", "’s") and hit.tokens[at + 1].word == "time"
    if not is_time or hit.before() != "in" or hit.unit("u") in _CLOCK_UNITS:
        return None
    return hit.from_published(hit.unit("u"), int(min(hit.number("n"), 1e5)))


def _within_unit(hit: Hit) -> Reading | None:
    """Reads "earlier in the year", "later in the week", "late in the day": the running one, or the day named before."""
    unit = hit.unit("u")
    if unit in _CLOCK_UNITS:
        return None
    return hit.from_reference("day", 0) if unit == "day" else hit.from_published(unit, 0)


def _unit_near(hit: Hit) -> Reading | None:
    """Reads "last week", "this month", "next year"; "the next day" counts from the date named before."""
    unit, word = hit.unit("u"), hit.word("r")
    if unit in _CLOCK_UNITS:
        return Reading("duration", duration(1, unit)) if word in ("last", "past", "next", "coming") else None
    if unit == "fortnight":
        return Reading("duration", duration(1, unit))
    has_article = hit.token("d") is not None
    if word == "past" and has_article:
        return Reading("duration", duration(1, unit)) if unit != "year" else hit.from_published("year", -1)
    if word in ("following", "previous", "preceding") or (word == "next" and has_article) or unit == "day":
        if word in ("this", "current", "last", "past", "latest"):
            return None
        return hit.from_reference(unit, steps(word))
    return hit.from_published(unit, steps(word))


def _that_unit(hit: Hit) -> Reading | None:
    """Reads "that day", "the same week": the date named before, at the size of the unit."""
    unit = hit.unit("u")
    if unit in _CLOCK_UNITS:
        return None
    if not hit.reference:
        return Reading("date", None)
    return hit.from_reference(unit, 0)


def _end_of_unit(hit: Hit) -> Reading | None:
    """Reads "the end of the year", "year-end", "the rest of the month": the running one."""
    unit = hit.unit("u")
    return hit.from_published(unit, 0) if unit not in _CLOCK_UNITS else None


def _the_unit(hit: Hit) -> Reading | None:
    """Reads "the weekend": the last one, or the next one for a clause that looks ahead; "the year": the running one."""
    unit = hit.unit("u")
    if hit.after() == "-":
        return None
    if unit == "year":
        is_span = hit.after() in ("ended", "ending", "of")
        return Reading("duration", "P1Y") if is_span else hit.from_published("year", 0)
    if unit in ("week", "month") and hit.after() not in _DEFINING and hit.before() not in ("than", "before", "after"):
        return hit.from_published(unit, 0)
    if unit != "weekend":
        return None
    is_over = hit.published is not None and hit.published.weekday() < 5 and hit.is_future is not True
    return hit.from_published("weekend", -1 if is_over else 0)


# Behind "the week" they say which week it is.
_DEFINING = word_set("of that before after when in which ended ending since leading following prior to and or - ago")


def _ago(hit: Hit) -> Reading | None:
    """Reads "two weeks ago" as a week, "three days ago" as a day; without a number ("weeks ago") PAST_REF."""
    unit, count = hit.unit("u"), hit.number("n")
    if unit in _CLOCK_UNITS:
        return Reading("duration", duration(count, unit) if hit.token("n") else vague_duration(unit))
    if not hit.token("n") or hit.token("v"):
        return hit.loosely("PAST_REF")
    if count % 1 and unit == "year":
        unit, count = "month", count * 12
    if unit == "year" and count == 1 and hit.quarter:
        return year_before_quarter(hit)
    return hit.from_published(unit, -int(min(count, 1e6)))


def _from_named(hit: Hit) -> Reading | None:
    """Reads "a year earlier", "two days later", "the day before": so many units from the date named before."""
    unit, count = hit.unit("u"), int(min(hit.number("n"), 1e6))
    if not unit:
        return None
    if hit.word("r") in ("before", "after", "prior") and hit.after() not in (
        ".",
        ",",
        ";",
        "?",
        "!",
        "”",
        '"',
        ")",
        "",
        "'s",
        "’s",
    ):
        # "10 days before the vote": what it counts from is named after it, and is mostly no date.
        return None
    if unit in _CLOCK_UNITS:
        return Reading("duration", duration(count, unit))
    sign = -1 if hit.word("r") in ("earlier", "before", "prior", "ago") else 1
    if unit == "year" and hit.quarter and count == 1 and sign < 0:
        return year_before_quarter(hit)
    return hit.from_reference(unit, sign * count)


def _whole_unit(hit: Hit) -> Reading | None:
    """Reads "all week"; "all the week" and "all hours" are left alone."""
    unit = hit.unit("u")
    return Reading("duration", duration(1, unit)) if unit in ("day", "week", "month", "year") else None


def _from_now(hit: Hit) -> Reading | None:
    """Reads "two weeks from now"."""
    unit = hit.unit("u")
    if unit in _CLOCK_UNITS:
        return Reading("duration", duration(hit.number("n"), unit))
    return hit.from_published(unit, int(min(hit.number("n"), 1e6)))


_N = r"(?P<n>[Na])"
SPELLS = rules(
    ("", rf"(?<=i){_N}(?P<u>[uU])(?=['x]#)", _in_time),
    (r"b{0,4}", rf"{_N}-?[+]?(?P<u>[UuQ])(?:zz)?", _lasting),
    (r"b{0,4}", rf"{_N}(?P<u>U)&a?(?P<half>B|(?<=a)Q)", _lasting),
    (r"b{0,4}", rf"{_N}&N(?P<u>[uUQ])", _lasting),
    (r"b{0,4}", rf"{_N}-N-?(?P<u>[uUQ])", _lasting),
    (r"b{0,4}", r"(?P<v>q)-(?P<u>[U])", _lasting),
    (r"b{0,4}a?", r"(?P<v>q)o?(?P<u>[uUQ])", _lasting),
    (r"b{0,2}", r"d(?:[OLXT]|TL)?(?P<n>N)(?:&N)?(?P<u>u)(?:zz)?", _lasting),
    ("", r"[LX](?P<n>N)(?:&N)?(?P<u>u)(?:zz)?", _lasting),
    ("", r"[OL](?P<n>N)(?P<u>u)(?=[oi])", _lasting),
    ("", r"d(?P<n>N)[LX](?P<u>u)", _lasting),
    ("", r"d(?:[OLXT]|TL)?(?P<v>q)o?(?P<u>[uQ])", _lasting),
    ("", r"[LX](?P<v>q)(?P<u>u)", _lasting),
    ("", r"Ba(?P<u>U)", _half_unit),
    ("", r"b(?P<u>u)(?![GEFkg])", _some),
    ("", r"(?P<u>u)", _bare_plural),
    (r"d?", r"v(?P<u>[uU])(?:&u)?", _several),
    (r"(?:b{0,2}(?:db?x?)?Bo|m-?|[EF]i?)?(?P<d>d)?(?:TL)?", r"(?P<r>[LTX])[j+]?(?P<u>U)(?:zz)?", _unit_near),
    (r"[mEF]", r"id(?P<u>U)", _within_unit),
    (r"[EF]?", r"(?:t=?|d=)(?P<u>U)", _that_unit),
    (r"b{0,2}(?:db?x?)?", r"Bod?T?j?(?P<u>U)", _end_of_unit),
    ("", r"(?P<u>U)[-']?B", _end_of_unit),
    ("", r"d[+]?j?(?P<u>U)", _the_unit),
    (r"b{0,4}", rf"{_N}(?:-?)(?P<u>[Uu])(?:&N|zz)?G", _ago),
    (r"b{0,4}a?", r"(?P<v>q)o?(?P<u>[Uu])G", _ago),
    (r"b?", r"(?P<u>u)G", _ago),
    (r"b{0,4}", rf"{_N}(?P<u>[Uu])(?P<r>[EFkg])", _from_named),
    ("", r"d(?P<u>U)(?P<r>[kg])", _from_named),
    ("", r"@(?P<u>U)", _whole_unit),
    ("", rf"{_N}(?P<u>[Uu])cV", _from_now),
)
