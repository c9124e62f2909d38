"""A report's text cut into rows of flat segments, each knowing which statements it is a source, cue or content of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ledger import Statement
from . import wording
from .sheet import Entry, Sheet

# A paragraph: from its first character that is no white space to its last.
_PARAGRAPH = re.compile(r"\S(?:[^\n\u2028\u2029]*\S)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """The half-open range [start, end) of the text is the `role` ("source", "cue", "content") of entry `number`."""

    start: int
    end: int
    number: int
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text in which no mark begins or ends; `marks` lie over it, outermost first.

    `anchors` are the numbers of the entries whose reference stands right after the segment.
    """

    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph with the entries that are anchored in it."""

    is_headline: bool
    segments: tuple[Segment, ...]
    entries: tuple[Entry, ...]


def rows(sheet: Sheet) -> tuple[Row, ...]:
    """The paragraphs of the sheet's text; every entry stands in exactly one of them."""
    text = sheet.document.text
    ranges = [(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    if not ranges:
        return ()
    anchors = {entry.number: anchor(entry.statement) for entry in sheet.entries}
    starts = [start for start, _ in ranges]
    held: list[list[Entry]] = [[] for _ in ranges]
    for entry in sheet.entries:
        held[max(bisect_right(starts, anchors[entry.number] - 1) - 1, 0)].append(entry)
    marks = [mark for entry in sheet.entries for mark in marks_of(entry)]
    cut = segments(text, ranges, marks, anchors)
    is_titled = wording.one_line(text[slice(*ranges[0])]).casefold() == sheet.title.casefold()
    body = max(sheet.document.body, ranges[0][1] if is_titled else 0)
    return tuple(
        Row(end <= body, found, tuple(entries)) for (_, end), found, entries in zip(ranges, cut, held, strict=True)
    )


def anchor(statement: Statement) -> int:
    """The offset after which a statement's number stands: the end of its cue, else of its first content or source."""
    spans = [span for span in (statement.cue, *statement.content[:1], statement.source) if span is not None]
    return spans[0].end


def marks_of(entry: Entry) -> Iterator[Mark]:
    statement = entry.statement
    for role, spans in (
        ("content", statement.content),
        ("source", (statement.source,)),
        ("cue", (statement.cue,)),
    ):
        yield from (Mark(span.start, span.end, entry.number, role) for span in spans if span is not None)


def segments(
    text: str, ranges: Iterable[tuple[int, int]], marks: Iterable[Mark], anchors: dict[int, int]
) -> Iterator[tuple[Segment, ...]]:
    """For each of the disjoint, ascending `ranges` its segments, which join to exactly the text there.

    One sweep over all borders: marks may overlap and nest as they like, and run over several ranges.
    """
    opening = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number))
    standing = sorted((offset, number) for number, offset in anchors.items())
    borders = sorted({0, *(m.start for m in opening), *(m.end for m in opening), *anchors.values()})
    active: list[Mark] = []
    next_mark, next_anchor = 0, 0
    for start, end in ranges:
        found = []
        inner = borders[bisect_right(borders, start) : bisect_right(borders, end - 1)]
        for left, right in zip((start, *inner), (*inner, end), strict=True):
            while next_mark < len(opening) and opening[next_mark].start <= left:
                active.append(opening[next_mark])
                next_mark += 1
            active = [mark for mark in active if mark.end > left]
            here = []
            while next_anchor < len(standing) and standing[next_anchor][0] <= right:
                here.append(standing[next_anchor][1])
                next_anchor += 1
            found.append(Segment(text[left:right], tuple(active), tuple(here)))
        yield tuple(found)
