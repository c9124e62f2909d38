"""The dateline of a report ("MOSCOW, Dec 21 —"): the only place in a text that may say when it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import WEEKDAY, Written, written

# A dateline longer than this is a sentence.
_LONGEST = 140
_AUTHOR_WORDS = 3
_AGENCY = r"\([^()\n]{1,60}\)|/[^/\n]{1,40}/\.?"
_ANY_DATE = (
    r"\b[^\W\d_]{3,9}\.?\s?\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_]{3,9}\.?(?:,?\s\d{4})?"
    r"|\d{4}-\d\d-\d\d"
)
# The last line: at least one of the three must be there, and a sentence must follow.
_PREFIX = re.compile(
    rf"""\s*(?P<paren>\()?
    (?P<place>[^\W\d_][^\n;:()/\d—–―"“”]{{1,60}}?)??
    (?:[,.]?\s*\b{WEEKDAY}\b\.?)?
    (?:[,.]?\s*(?P<date>{_ANY_DATE})\.?)?
    (?(paren)\))
    ,?\s*(?P<agency>{_AGENCY})?
    \s*(?P<ender>—|–|―|--?|:)?
    (?(date)|(?(agency)|(?(ender)|(?!))))(?=\s+[^\W\d_]|\s+["'“‘(])""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that begin a sentence, not a place.
_NO_PLACE = frozenset({
    "on", "in", "by", "since", "until", "till", "from", "before", "after", "between", "through", "throughout",
    "during", "at", "as", "for", "when", "to", "around", "about", "late", "early", "this", "that", "these", "those",
    "it", "he", "she", "they", "we", "i", "last", "next", "the", "a", "an", "but", "and", "or", "if", "while",
    "born", "died", "updated", "correction", "published",
})  # fmt: skip
# Words inside a place name that may be in small letters.
_PARTICLES = frozenset({
    "of", "the", "and", "de", "la", "le", "du", "des", "do", "da", "el", "al", "ad", "an", "am", "im", "en", "sur",
    "upon", "on", "under", "bin", "y",
})  # fmt: skip
_WIRE = re.compile(r"news|wire|press|agenc|times|service|post|media|report", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:first\s+)?(?:published|posted|issued|released|date|publication date|filed)\b\s*(?:on|at)?[:\s]*", re.I
)
_UPDATED = re.compile(r"\b(?:last\s+)?(?:updated|modified|revised|edited|corrected|amended)\b.*", re.I | re.S)
_CLOCK = re.compile(
    r"\b(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\b(?:[A-Z]{1,4}T|UTC|Z|GMT|BST|MSK|IST)\b(?:\s*[+-]\d{1,2})?|\ball times(?:\s+are)?(?:\s+[\w/]+){1,3}\.?"
    r"|\b[\w ]{1,20}\btime\b",
    re.IGNORECASE,
)
_DAY_NAME = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at `[start, end)` of the text, with the day it names, if it names one."""

    start: int
    end: int
    when: Written | None


def opening(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` opens with, before its first sentence; None without one."""
    head = text[start : min(end, start + _LONGEST)]
    match = _PREFIX.match(head)
    if match is None or not match.end():
        return None
    day = written(head, 0, match.end())
    place, agency, ender = (match[name] or "" for name in ("place", "agency", "ender"))
    if match["date"] and not day:
        return None
    if day:
        is_dateline = bool(match["paren"] and day.year) or _is_dated(place, agency, ender, day)
    else:
        is_dateline = _is_placed(place, agency, ender)
    return Dateline(start, start + match.end(), day) if is_dateline else None


def line(text: str, start: int, end: int, is_first: bool = False) -> Dateline | None:
    """The dateline that the line `text[start:end]` consists of ("22 December 2021, Moscow"); None when it is more.

    Only a date with its year counts. In the first line of a text, where a headline may stand, no place is allowed
    unless it is in capitals. When a line was updated says nothing of when it was published.
    """
    content = text[start:end]
    if len(content) > _LONGEST:
        return None
    content = _UPDATED.sub("", content)
    labelled = _LABEL.match(content)
    at = labelled.end() if labelled else 0
    day = written(content, at)
    if day is None or day.year is None:
        return None
    rest = content[at : day.start] + "," + content[day.end :]
    for known in (_CLOCK, _DAY_NAME):
        rest = known.sub(",", rest)
    words = [part.strip(" \t.()[]-–—|·•/") for part in rest.split(",")]
    places = [part for part in words if part and not _is_author(part, is_labelled=labelled is not None)]
    if any(not _is_place(part) for part in places) or len(places) > 2:
        return None
    if is_first and any(part != part.upper() for part in places):
        return None
    return Dateline(start, end, day)


def _is_author(part: str, is_labelled: bool) -> bool:
    """True for "by Ann Roe"; behind "Posted on" also for "by admin"."""
    name = part[3:] if part.lower().startswith("by ") else ""
    return _is_place(name) or (is_labelled and 0 < len(name.split()) <= _AUTHOR_WORDS)


def _is_dated(place: str, agency: str, ender: str, day: Written) -> bool:
    if place:
        return bool(ender or agency) and _is_place(place)
    # "Dec 21 (Northern Wire) -": without a place only the agency tells it from "May 9, 1945 (Victory Day) –".
    is_wire = agency.startswith("/") or " " not in agency or bool(_WIRE.search(agency))
    return bool(agency and ender) and (is_wire or day.year is None)


def _is_placed(place: str, agency: str, ender: str) -> bool:
    if not place or not (ender or agency) or not _is_place(place):
        return False
    return _is_loud(place.split(",")[0])


def _is_loud(place: str) -> bool:
    letters = [ch for ch in place if ch.isalpha()]
    return len(letters) > 2 and all(ch.isupper() for ch in letters)


def _is_place(place: str) -> bool:
    names = re.findall(r"[^\s,]+", place)
    if not 1 <= len(names) <= 6 or names[0].lower() in _NO_PLACE:
        return False
    return all(name[0].isupper() or name.lower() in _PARTICLES or "’" in name or "'" in name for name in names)
