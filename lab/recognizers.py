"""Which of Recognizers-Text's English date cases can occur in news, and whether sayso reads them with the same days.

The cases were written for a calendar assistant. Chosen are, by rule and not by hand, those of the default mode
(`DateTimeModel.json`) of which all expected phrases are written as a newspaper writes them. Left out is a case in which

1. the text talks to an assistant about its calendar ("Cortana, schedule a meeting"), or is a telephone number;
2. a phrase is a day without letters but not ISO 8601 ("10/1", "22/04", "10-1-2018"), or letters run into digits ("Dec31");
3. an hour has nothing that shows it to be one ("at 7", "five to seven"): no colon, a.m., o'clock, zone, noon;
4. a phrase is dictated or typed in haste ("nine a m", "tmrw", "eod", "11ish", "3h", "20 min past eight").

A case is right when for every expected phrase sayso finds a time, or the two times of a range, with the same ends once
leading prepositions and articles are left off both (the suite keeps "since", "the" inside, TIMEX3 does not), and the same
meaning: a day, the days of a range, a clock time, a length, a set. Where the suite offers a past and a future day, either is
right. A case that expects nothing is right when nothing is found.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sayso.ledger import Interval, Timex
from sayso.resolve.times import Range, find_ranges, find_times

_ASSISTANT = re.compile(
    r"cortana|schedul|calendar|\bbook\b|appointment|remind|arrang|\bmeet|invite|availab|set up|\bfind\b|e-?mail|skype|"
    r"teams|\bcall\b|\btel\b|agenda|free\b|\bplan\b|date\?|confidential|how about|code\b|\+\d|\d{3}-\d{4}",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"^\W*(?:from|between|on|since|before|after)?\W*[\d/.\-\s]*\d[/.\-]\d[\d/.\-\s]*")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_GLUED = re.compile(
    r"\b[a-z]{3,}\d|\d(?:st|nd|rd|th)?(?!st|nd|rd|th|am|pm|s\b|a\b|p\b|h\b)[a-z]{3,}|[a-z]+/|/[a-z]|\d-[a-z]{3}-?\d?"
)
_HASTE = re.compile(
    r"\btmr\w*|\beo[dmy]\b|ish\b|\b\d+\.?\d*\s?(?:h|hrs?|sec|mins?|min)\b|\b[ap] \.? ?m\b|\bmin past\b|\d\s?[ap]\b|@|\boclock\b"
    r"|\d\.[ap]m|\bnoonish|\bcob\b",
)
_HOUR = re.compile(r"\d{1,2}:\d\d|\d\s?[ap]\.?m|o'clock|noon|midnight|\bgmt|\butc|morning|afternoon|evening|night")
_CLOCKED = frozenset({"time", "timerange", "datetime", "datetimerange"})
_LEAD = re.compile(
    r"^(?:(?:from|since|between|before|after|by|until|till|on|in|at|during|within|the|of|for|over|starting|beginning|"
    r"ending|prior to|as of|or|and)\b\s*)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the day it is read on, and the phrases expected in it."""

    text: str
    day: date
    expected: tuple[dict[str, Any], ...]


def cases(folder: Path) -> tuple[list[Case], int]:
    """The chosen cases of the suite under `folder`, and how many the file holds."""
    rows = json.loads((folder / "DateTime" / "English" / "DateTimeModel.json").read_text(encoding="utf-8-sig"))
    chosen = []
    for row in rows:
        day = datetime.fromisoformat(row.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")).date()
        case = Case(row["Input"], day, tuple(row["Results"]))
        if is_news(case):
            chosen.append(case)
    return chosen, len(rows)


def is_news(case: Case) -> bool:
    """Whether a newspaper could print the expected phrases so; the rules at the head of this file."""
    if _ASSISTANT.search(case.text):
        return False
    return all(_is_printed(row["Text"].lower(), kind_of(row)) for row in case.expected)


def _is_printed(phrase: str, kind: str) -> bool:
    if _HASTE.search(phrase) or _GLUED.search(phrase):
        return False
    if _NUMERIC.match(phrase) and not _ISO.search(phrase):
        return False
    return (
        kind not in _CLOCKED
        or bool(_HOUR.search(phrase))
        or not re.search(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", phrase)
    )


def kind_of(row: dict[str, Any]) -> str:
    """ "datetimeV2.daterange" → "daterange"."""
    return str(row.get("TypeName", row.get("Typename", ""))).rpartition(".")[2]


def is_right(case: Case) -> bool:
    """Whether sayso finds each expected phrase, and nothing where nothing is expected."""
    times = find_times(case.text, case.day)
    if not case.expected:
        return not times
    ranges = find_ranges(case.text, times, case.day)
    return all(_is_found(case, row, times, ranges) for row in case.expected)


def _is_found(case: Case, row: dict[str, Any], times: tuple[Timex, ...], ranges: tuple[Range, ...]) -> bool:
    start, end = row["Start"], row["End"] + 1
    inside = tuple(time for time in times if time.span.start < end and start < time.span.end)
    if not inside or _ends(case.text, inside[0].span.start, inside[-1].span.end) != _ends(case.text, start, end):
        return False
    days = next((each.interval for each in ranges if set(each.times) == set(inside)), None)
    values = row.get("Resolution", {}).get("values", [])
    return any(_is_same(inside, days, value) for value in values)


def _ends(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of a phrase without its leading prepositions and articles."""
    lead = _LEAD.match(text[start:end])
    return start + (lead.end() if lead else 0), end


def _is_same(times: tuple[Timex, ...], days: Interval | None, expected: dict[str, Any]) -> bool:
    value = times[0].value or ""
    if len(times) == 1 and value == expected.get("timex"):
        return True
    kind, wanted = expected.get("type", ""), str(expected.get("value", ""))
    if kind == "duration":
        return len(times) == 1 and seconds(value) == float(wanted or 0)
    if kind == "date":
        return len(times) == 1 and value == wanted
    if kind in ("datetime", "time"):
        clock = value.partition("T")[2]
        return bool(clock) and wanted.endswith(f"{clock}:00"[:8]) and (kind == "time" or value[:10] == wanted[:10])
    if kind == "daterange" and days:
        return _covers(days, expected)
    return False


def _covers(days: Interval, expected: dict[str, Any]) -> bool:
    """The suite ends a range on the day after its last, or where its last unit begins."""
    first, last = (date.fromisoformat(day[:10]) if (day := expected.get(side)) else None for side in ("start", "end"))
    if days.first != first or (last is None) != (days.last is None):
        return False
    return (
        last is None
        or days.last is None
        or days.last in (last, last - timedelta(days=1))
        or (last.day == 1 and days.last.replace(day=1) == last)
    )


_LENGTHS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "H": 3600, "TM": 60, "S": 1}


def seconds(value: str) -> float | None:
    """The length of an ISO 8601 duration, months of 30 and years of 365 days as in the suite."""
    match = re.fullmatch(
        r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?",
        value,
    )
    if match is None or value == "P":
        return None
    return sum(float(part or 0) * size for part, size in zip(match.groups(), _LENGTHS.values(), strict=True))
