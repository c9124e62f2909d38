"""Rules for times of day: "14:30 GMT", "3 p.m.", "noon on Thursday", each tied to the day it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace

from ..tokens import Token
from .calendar import first_day, grain, moved
from .offsets import DAY, beside
from .reading import Hit, Reading, rule
from .timewords import PARTS_OF_DAY
from .zones import is_dotted, offset
from .zones import is_military as is_four_digits

_HOURS = {"noon": 12, "midday": 12, "midnight": 24}


def _of_day(hit: Hit) -> Reading | None:
    """The clock's hour and minute on the day that stands beside it, that was named before, or of publication."""
    clock = clock_of(hit)
    if clock is None:
        return None
    named = beside(hit) or _day_behind(hit)
    if named is not None:
        day, anchor = named.value, named.anchor
    elif hit.reference and grain(hit.reference) == "day":
        day, anchor = _day_of_pair(hit, clock), "document"
    else:
        day, anchor = (hit.published.isoformat(), "published") if hit.published else (None, None)
    if day is None or first_day(day[:10]) is None or len(day) < 10:
        return Reading("time", None)
    return Reading("time", f"{day[:10]}T{clock}", anchor)


def _day_behind(hit: Hit) -> Reading | None:
    """The day behind what may part it from its hour: a second hour, a bracket, a place.

    "2:00 to 2:30 p.m. on Tuesday", "7 a.m. (0500 GMT) on Tuesday", "9 p.m. in Kyiv on Tuesday". Of "10 p.m. to 5 a.m.
    on Tuesday" nothing tells which of the two hours the day belongs to.
    """
    match = _SECOND_DAY.match(hit.classes, hit.match.end())
    if match:
        second = clock_of(replace(hit, match=match))
        is_over_night = second is not None and second[:5] < (clock_of(hit) or "")[:5]
        return Reading("date", None) if is_over_night else beside(replace(hit, match=match))
    match = _DAY.match(hit.classes, _past_bracket(hit, _past_place(hit, hit.match.end())))
    return beside(replace(hit, match=match)) if match else None


def _past_place(hit: Hit, at: int) -> int:
    """The token after "in Kyiv", "in New York"; `at` where no place stands."""
    end = at + 1
    while end < min(len(hit.tokens), at + 4) and hit.tokens[end].is_capital and hit.classes[end] in "xn":
        end += 1
    return end if end > at + 1 and hit.tokens[at].word == "in" else at


def _past_bracket(hit: Hit, at: int) -> int:
    words = [token.word for token in hit.tokens[at : at + _LONGEST_BRACKET]]
    return at + words.index(")") + 1 if words[:1] == ["("] and ")" in words else at


_LONGEST_BRACKET = 12
_DAY = re.compile(rf",?(?:[io]d?)?{DAY}")


def _day_of_pair(hit: Hit, clock: str) -> str | None:
    """The day of the second of two hours: of the first, or of the one beside it.

    "10 p.m. to 5 a.m." ends on the next day. In "1 a.m. Tokyo time (1600 GMT)" Greenwich is on the day before, for no
    land is sixteen hours behind it.
    """
    day, first = (hit.reference or "")[:10], _minutes((hit.reference or "")[11:])
    begun, second = first_day(day), _minutes(clock)
    zone = _ZONE.search(clock)
    if begun is None or first is None or second is None:
        return day
    step = 0
    if hit.before() == "(" and zone and hit.classes[hit.match.start() - 2] in "KNYAHZ_":
        away = first - second + (_minutes(zone[2] or "") or 0) * (-1 if zone[1] == "-" else 1)
        step = 1 if away > _EARLIEST else -1 if away < _LATEST else 0
    elif first >= _EVENING and second <= _NOON and _is_end(hit):
        step = 1
    moved_on = moved(begun, "day", step)
    return moved_on.isoformat() if moved_on else None


def _is_end(hit: Hit) -> bool:
    """True for the second hour of "from 10 p.m. to 5 a.m.", "between 10 p.m. and 5 a.m."."""
    earlier = [token.word for token in hit.tokens[max(0, hit.match.start() - 6) : hit.match.start()]]
    return hit.before() in _TO or (hit.before() == "and" and "between" in earlier)


def _minutes(clock: str) -> int | None:
    return int(clock[:2]) * 60 + int(clock[3:5]) if re.match(r"\d\d:\d\d", clock) else None


# Minutes that local time may be before and behind Greenwich: Tonga and New Zealand's summer, Hawaii. Between these any
# two hours have one answer; Kiribati (+14) and American Samoa (-11) would be taken for the other end of the day.
_EARLIEST, _LATEST = 13 * 60, -10 * 60
_EVENING, _NOON = 18 * 60, 12 * 60
_TO = frozenset({"to", "until", "till", "through", "-", "–"})
_ZONE = re.compile(r"(?:Z|([+-])(\d\d:\d\d))$")
_SECOND_DAY = re.compile(rf"[-&](?P<k>(?P<t>K)|[NY](?=[AZ]))(?P<a>A)?(?P<z>Z_*)?,?(?:[io]d?)?{DAY}")
_SECOND_ZONE = re.compile(r"[-&](?:K|[NY](?=[AZ]))A?(?P<z>Z_*)")
_SECOND = re.compile(r"[-&](?P<k>(?P<t>K)|N)(?P<a>A)")


def _shared_half(hit: Hit, hour: int, minute: int) -> str:
    """ "pm" for the first hour of "2 to 4 p.m."; "am" where the second is the smaller one, as in "11 to 1 p.m."."""
    match = _SECOND.match(hit.classes, hit.match.end("k"))
    second = replace(hit, match=match) if match else None
    half = second.word("a") if second else ""
    if second is None or half not in ("am", "pm") or not 1 <= hour <= 12:
        return ""
    later = _parts(second.word("k")) if second.token("t") else [int(min(second.number("k"), 99))]
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
        number, has_zone = hit.tokens[hit.match.start("k")], bool(_zone(hit))
        parts = _parts(word) if hit.token("t") or (has_zone and (is_four_digits(number) or is_dotted(number))) else []
        is_military = bool(parts) and number.kind == "number"
        hour, minute = [*parts, 0, 0][:2] if parts else (int(min(hit.number("k"), 1e4)), 0)
        tail = f":{parts[2]:02d}" if len(parts) > 2 else ""
        half = half or ("" if is_military or hit.token("z") else _shared_half(hit, hour, minute))
        if hit.number("k") % 1 and not is_military:
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
    suffix = offset(_zone(hit))
    return None if suffix is None else f"{hour:02d}:{minute:02d}{tail}{suffix}"


def _parts(word: str) -> list[int]:
    """Hour, minute and second of "14:30", "14.30", "1430"."""
    parts = re.split(r"[:.]", word) if not word.isdigit() else [word[:2], word[2:]]
    return [int(part) for part in parts]


def _zone(hit: Hit) -> list[Token]:
    """The tokens of the zone behind the hour, or behind the second of two hours; none where no zone stands."""
    if hit.token("z"):
        return hit.tokens[hit.match.start("z") : hit.match.end("z")]
    match = _SECOND_ZONE.match(hit.classes, hit.match.end("a") if hit.token("a") else hit.match.end("k"))
    return hit.tokens[match.start("z") : match.end("z")] if match else []


# A bare number is an hour only before "p.m.", a zone, a part of the day, or another hour: "between 9 and 11 a.m.".
CLOCK = (
    "(?P<k>(?P<t>K)|N?H|N(?=[AZ]|[-&](?:K|N)A|(?:id?|m)P)|Y(?=Z)|[NY](?=[-&][NYK]Z))(?P<a>A)?(?:(?:id?|m)(?P<part>P))?"
    "(?P<z>Z_*)?"
)
CLOCKS = tuple(
    rule(*row, _of_day)
    for row in (
        (r"b?", CLOCK),
        (r"b?", rf"{CLOCK},?(?:[io]d?)?{DAY}"),
        (r"(?:[mEF]i?d?)?", rf"{DAY},?i?b?{CLOCK}"),
    )
)
