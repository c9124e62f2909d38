"""How a text opens: headline, byline, dateline, and the character where its running text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from . import dateline
from .dated import ADDRESS, DATELINE, Dated, first
from .dates import Written

_LINE = re.compile(r"[^\r\n]+")
# How far a headline, byline and dateline are looked for.
_REACH = 4_000
_LINES = 12
# A dateline may follow a standfirst or two.
_PARAGRAPHS = 4
_MONTH = 31
_LONGEST_HEADLINE = 220
_MOST_WORDS = 32
# In a text without blank lines a first line is a headline only if this much longer a paragraph follows it.
_RUNNING = 120
_CLOCK_ONLY = re.compile(r"[\W\d]*(?:[ap]\.?m\.?|[A-Z]{2,4})?[\W\d]*$")
_BYLINE = re.compile(r"\s*(?:by|story by|report by|reporting by|written by|from)\s+(?=[^\W\d_])", re.IGNORECASE)
_BYLINE_SMALL = frozenset({
    "and", "in", "at", "of", "the", "for", "with", "from", "to", "de", "la", "von", "van", "der", "bin", "al", "el",
    "y", "on", "staff", "writers", "writer",
})  # fmt: skip
_ADDRESS = re.compile(r"\s*(https?://[^\s/]+\.[^\s/]+(?:/\S*)?)[ \t]*[\r\n]", re.IGNORECASE)
_ROLE = re.compile(r"correspondent|editor|reporter|staff|writer|agenc|news|desk|bureau", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """`title` as it stands in the text (None without one), `body` the offset after title, byline and dateline line."""

    title: str | None
    body: int
    when: Written | None

    def dated(self, near: date | None = None, year: int | None = None) -> Dated:
        """The day that the dateline names, or the address.

        A dateline without a year takes it from `near`, the day in the report's address, if within a month of it
        ("Dec. 31" under /2022/01/01/ is in 2021), or from `year`; without a dateline `near` itself is the day.
        """
        written = None
        if self.when is not None and (self.when.year or near is None):
            written = self.when.on(year)
        elif self.when is not None and near is not None:
            days = [day for step in (0, -1, 1) if (day := self.when.on(near.year + step))]
            written = next((day for day in days if abs(day - near).days <= _MONTH), None)
        return first((written, DATELINE), (near, ADDRESS))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    is_apart: bool  # a blank line follows
    is_new: bool  # a blank line, or nothing, stands before


def read(text: str, title_end: int | None = None) -> Opening:
    """The opening of `text`; `title_end` is the end of a headline already known, or None to look for one."""
    lines, has_blanks = _lines(text)
    if title_end is None and len(lines) > 1 and address(text):
        lines = lines[1:]
    at, title = 0, None
    if title_end is not None:
        at = next((i for i, line in enumerate(lines) if line.start >= title_end), len(lines))
    elif len(lines) > 1 and _is_headline(text, lines, has_blanks):
        title, at = text[lines[0].start : lines[0].end].strip(" \t#*"), 1
    found: Written | None = None
    first_after = at
    while at < len(lines):
        here = lines[at]
        whole = dateline.line(text, here.start, here.end, is_first=at == 0)
        if whole:
            found = found or whole.when
        elif not is_byline(text[here.start : here.end]):
            break
        at += 1
    if at == len(lines):  # nothing but an opening: then it is the text itself
        at = first_after if first_after < len(lines) else 0
    body = lines[at].start if lines else 0
    return Opening(title, body, found or _prefix_date(text, lines[at:], has_blanks))


def address(text: str) -> str | None:
    """The web address that the text has as its first line, where whoever saved it noted where it stood; else None."""
    match = _ADDRESS.match(text)
    return match.group(1) if match else None


def is_byline(line: str) -> bool:
    """True for "By Ann Example and Bo Sample in Kyiv": By, then capitalised names, no full stop at the end."""
    line = line.strip()
    match = _BYLINE.match(line)
    if match is None or len(line) > 160 or line.endswith((".", "!", "?", ":")):
        return False
    names, _, role = line[match.end() :].rpartition(",")
    named = names if names and _ROLE.search(role) else line[match.end() :]
    words = re.findall(r"[^\W\d_][\w'’.-]*", named)
    small = [word for word in words if not word[0].isupper() and word.lower() not in _BYLINE_SMALL]
    return 0 < len(words) <= 20 and all(_ROLE.search(word) for word in small)


def _lines(text: str) -> tuple[list[_Line], bool]:
    matches = []
    for match in _LINE.finditer(text, 0, _REACH):
        if match.group().strip():
            matches.append(match)
        if len(matches) > _LINES:
            break
    blank = [
        text.count("\n", one.end(), other.start()) > 1 or text.count("\r", one.end(), other.start()) > 1
        for one, other in pairwise(matches)
    ]
    lines = [
        _Line(match.start(), match.end(), i < len(blank) and blank[i], i == 0 or blank[i - 1])
        for i, match in enumerate(matches)
    ]
    return lines, any(blank)


def _is_headline(text: str, lines: list[_Line], has_blanks: bool) -> bool:
    first, second = lines[0], lines[1]
    line = text[first.start : first.end].strip()
    if len(line) > _LONGEST_HEADLINE or len(line.split()) > _MOST_WORDS:
        return False
    follower = text[second.start : second.end]
    is_announced = (
        is_byline(follower)
        or dateline.line(text, second.start, second.end) is not None
        or (first.is_apart and dateline.opening(text, second.start, second.end) is not None)
    )
    is_stopped = line.rstrip("\"'”’»)").endswith((".", ",", ";", "…")) and not line.endswith("...")
    if is_stopped and not (is_announced and line.endswith(".")):
        return False
    if _CLOCK_ONLY.match(line) or is_byline(line) or dateline.line(text, first.start, first.end, is_first=True):
        return False
    place = dateline.opening(text, first.start, first.end)
    if place and place.when:
        return False
    if first.is_apart or is_announced:
        return True
    return not has_blanks and len(follower) > _RUNNING and len(line) < _RUNNING


def _prefix_date(text: str, lines: list[_Line], has_blanks: bool) -> Written | None:
    seen = 0
    for line in lines:
        if has_blanks and not line.is_new and seen:
            continue
        seen += 1
        if seen > _PARAGRAPHS:
            break
        found = dateline.opening(text, line.start, line.end)
        if found:
            return found.when
    return None
