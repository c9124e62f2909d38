"""Rules for times of day: "14:30 GMT", "3 p.m.", "noon on Thursday", each tied to the day it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace

from .calendar import first_day, grain
from .offsets import DAY, beside
from .reading import Hit, Reading, rule
from .timewords import PARTS_OF_DAY, ZONES

_HOURS = {"noon": 12, "midday": 12, "midnight": 24}


def _of_day(hit: Hit) -> Reading | None:
    """The clock's hour and minute on the day that stands beside it, that was named before, or of publication."""
    clock = clock_of(hit)
    if clock is None:
        return None
    named = beside(hit) or _day_of_second(hit)
    if named is not None:
        day, anchor = named.value, named.anchor
    elif hit.reference and grain(hit.reference) == "day":
        day, anchor = hit.reference[:10], "document"
    else:
        day, anchor = (hit.published.isoformat(), "published") if hit.published else (None, None)
    if day is None or first_day(day[:10]) is None or len(day) < 10:
        return Reading("time", None)
    return Reading("time", f"{day[:10]}T{clock}", anchor)


def _day_of_second(hit: Hit) -> Reading | None:
    """The day behind the second hour of "2:00 to 2:30 p.m. on Tuesday"."""
    match = _SECOND_DAY.match(hit.classes, hit.match.end())
    return beside(replace(hit, match=match)) if match else None


_SECOND_DAY = re.compile(rf"[-&](?:K|N(?=A))A?Z?,?(?:[io]d?)?{DAY}")
_SECOND = re.compile(r"[-&](?P<k>(?P<t>K)|N)(?P<a>A)")


def _shared_half(hit: Hit, hour: int, minute: int) -> str:
    """ "pm" for the first hour of "2 to 4 p.m."; "am" where the second is the smaller one, as in "11 to 1 p.m."."""
    match = _SECOND.match(hit.classes, hit.match.end("k"))
    second = replace(hit, match=match) if match else None
    half = second.word("a") if second else ""
    if second is None or half not in ("am", "pm") or not 1 <= hour <= 12:
        return ""
    later = (
        [int(part) for part in re.split(r"[:.]", second.word("k"))]
        if second.token("t")
        else [int(min(second.number("k"), 99))]
    )
    is_before = (hour % 12, minute) < (later[0] % 12, *later[1:])
    return half if is_before else {"am": "pm", "pm": "am"}[half]


def _half_by_part(hit: Hit, hour: int) -> str:
    """ "pm" for "eight o'clock in the evening", "4 in the afternoon"; "am" for "two at night"; "" where no part stands.

    A bare number is an hour only behind a word that leads to one: "at 4 in the morning", not "killed 4 in the morning".
    """
    part, at = hit.word("part"), hit.match.start("k")
    is_hour = bool(hit.token("t") or hit.token("a")) or (at > 0 and hit.tokens[at - 1].word in _LEADS)
    if not part or not is_hour or not 1 <= hour <= 12:
        return ""
    is_early = PARTS_OF_DAY[part] == "MO" or (PARTS_OF_DAY[part] == "NI" and (hour < 6 or hour == 12))
    return "am" if is_early else "pm"


_LEADS = frozenset({"at", "by", "until", "till", "since", "from", "around", "about", "before", "after", "and", "to"})


def clock_of(hit: Hit) -> str | None:
    """The form "14:30" with its zone; None when hour or minute are out of range."""
    word, half = hit.word("k"), hit.word("a")
    if hit.classes[hit.match.end("k") - 1] == "H":
        # "12 noon" is noon; no other number stands before it.
        word = hit.tokens[hit.match.end("k") - 1].word if hit.number("k") in (1.0, 12.0) else ""
    if word in _HOURS:
        hour, minute, tail = _HOURS[word], 0, ""
    else:
        parts = [int(part) for part in re.split(r"[:.]", word) if part.isdigit()] if hit.token("t") else []
        hour, minute = [*parts, 0, 0][:2] if parts else (int(min(hit.number("k"), 1e4)), 0)
        tail = f":{parts[2]:02d}" if len(parts) > 2 else ""
        is_military = len(word) == 4 and word.isdigit() and bool(hit.token("z"))
        if is_military:
            hour, minute = divmod(hour, 100)
        half = half or ("" if is_military or hit.token("z") else _shared_half(hit, hour, minute))
        if hit.number("k") % 1:
            return None
        half = half if half in ("am", "pm") else _half_by_part(hit, hour) or half
        if not (hit.token("t") or half or is_military):
            return None
    if half and not 1 <= hour <= 12:
        return None
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}{tail}{ZONES.get(hit.word('z'), '')}"


# A bare number is an hour only before "p.m.", a zone, a part of the day, or another hour: "between 9 and 11 a.m.".
CLOCK = "(?P<k>(?P<t>K)|N?H|N(?=[AZ]|[-&](?:K|N)A|(?:id?|m)P))(?P<a>A)?(?:(?:id?|m)(?P<part>P))?(?P<z>Z)?"
CLOCKS = tuple(
    rule(*row, _of_day)
    for row in (
        ("", r"(?P<k>[NY])(?P<z>Z)"),
        (r"b?", CLOCK),
        (r"b?", rf"{CLOCK},?(?:[io]d?)?{DAY}"),
        (r"(?:[mEF]i?d?)?", rf"{DAY},?i?b?{CLOCK}"),
    )
)
