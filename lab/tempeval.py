"""TempEval-3's measure of time expressions: spans and TIMEX3 values found in documents in TimeML.

A found and an annotated time match when they share a character (relaxed) or have the same ends (strict). Precision is
the share of the found that match an annotated one, recall that of the annotated that match a found one. Value F1
takes as hits only relaxed matches whose value is, letter for letter, that of the one matched (UzZaman et al. 2013,
who multiply relaxed F1 by the share of matches with the right value). Each time matches one of the other side at
most, so that one long span cannot find several. The day of creation, given in the header, is not among the times.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sayso.ledger import Timex

_TAG = re.compile(r"<TIMEX3([^>]*)>|</TIMEX3>|<[^>]+>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Marked:
    """A time at `[start, end)` as an annotator marked it."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document in TimeML: its running text, the day it was made, the times in it."""

    name: str
    text: str
    created: date | None
    times: tuple[Marked, ...]


@dataclass(slots=True)
class Tally:
    """How many times were found, are annotated, and match, over the documents counted so far."""

    found: int = 0
    marked: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    same: int = 0
    extra: list[tuple[Report, Timex]] = field(default_factory=list)
    missed: list[tuple[Report, Marked]] = field(default_factory=list)
    wrong: list[tuple[Report, Timex, Marked]] = field(default_factory=list)

    def f1(self, name: str) -> float:
        """F1 in per cent of "relaxed", "strict", "value" or "same", the last for values that differ in writing only."""
        whole = self.found + self.marked
        return round(200 * int(getattr(self, name)) / whole, 1) if whole else 0.0

    def add(self, report: Report, found: Iterable[Timex]) -> None:
        """Count one document."""
        times, left = list(found), list(report.times)
        self.found += len(times)
        self.marked += len(left)
        for timex in times:
            marked = _partner(timex, left)
            if marked is None:
                self.extra.append((report, timex))
                continue
            left.remove(marked)
            self.relaxed += 1
            self.strict += (timex.span.start, timex.span.end) == (marked.start, marked.end)
            self.value += timex.value == marked.value
            self.same += _plain(timex.value or "") == _plain(marked.value)
            if timex.value != marked.value:
                self.wrong.append((report, timex, marked))
        self.missed += [(report, marked) for marked in left]


def _plain(value: str) -> str:
    """A value without what the annotators wrote one way and the other.

    "1949-XX" as 1949, "198X" as 198, "2000-W7" as 2000-W07, "1989-11-06T17" as 1989-11-06T17:00.
    """
    value = re.sub(r"(T[0-9]{2})$", r"\1:00", re.sub(r"-W([0-9])$", r"-W0\1", value))
    return re.sub(r"(?<=[0-9])(?:-XX)+$|(?<=^[0-9]{3})X$|(?<=^[0-9]{2})XX$", "", value)


def _partner(timex: Timex, left: list[Marked]) -> Marked | None:
    """Of the annotated times still free, the one that shares most characters with `timex`."""

    def shared(marked: Marked) -> int:
        return min(timex.span.end, marked.end) - max(timex.span.start, marked.start)

    best = max(left, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def reports(folder: Path) -> list[Report]:
    """The documents of a folder in TimeML, in the order of their names."""
    return [report(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.tml"))]


def report(name: str, raw: str) -> Report:
    """One document from its TimeML; SystemExit says which has no text."""
    begin, end = raw.find("<TEXT>"), raw.rfind("</TEXT>")
    if begin < 0 or end < 0:
        raise SystemExit(f"error: {name} has no <TEXT>\nhint: is it a document in TimeML?")
    text, times = _read(raw[begin + len("<TEXT>") : end])
    return Report(name, text, _created(raw[:begin]), times)


def _created(header: str) -> date | None:
    for tag in _TAG.finditer(header):
        attributes = dict(_ATTRIBUTE.findall(tag[1] or ""))
        if attributes.get("functionInDocument") == "CREATION_TIME":
            day = re.match(r"\d{4}-\d{2}-\d{2}", attributes.get("value", ""))
            return date.fromisoformat(day[0]) if day else None
    return None


def _read(body: str) -> tuple[str, tuple[Marked, ...]]:
    """Running text without tags, and its times."""
    text, at = "", 0
    times: list[Marked] = []
    opened: tuple[int, str] | None = None
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[1] is not None:
            opened = len(text), dict(_ATTRIBUTE.findall(tag[1])).get("value", "")
        elif tag[0] == "</TIMEX3>" and opened:
            times.append(Marked(opened[0], len(text), opened[1]))
            opened = None
    return text + html.unescape(body[at:]), tuple(times)
