"""Quotations kept whole: a piece goes on to its closing mark, and what a "he said" interrupts is one statement."""

from __future__ import annotations

import operator
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..ledger import Attribution, Span
from ..ledger.quotation import OUTSIDE, quoted

_RUN = re.compile(rb"\x01+|\x02+|\x03+")
# How a piece ends that is interrupted in the middle of its sentence, and how what interrupts it ends.
_BROKEN_OFF = re.compile(r"[,?!—–-][”\"’'»›]$")
_RESUMED = re.compile(r"[^\r\n.!?]*?,\s*$")
_GOES_ON = re.compile(r"[“\"‘'«‹]+[a-z]")
# What leads on from a quotation and its "she said" to what the report tells itself.
_DIGRESSES = re.compile(r"[^\r\n.!?]*,\s+(?:but|and|as|while|though|before|after)\s+$")
_DOUBLE, _OTHERS = 1, 2
_LONGEST = 160  # characters between the two pieces: "…," said the mayor of the town after the vote, "…"


def whole_quotations(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in their order, each with the rest of the quotations that it has the beginning of.

    Only those whose cue stands outside the quotation, and nothing that another attribution outside it has.
    """
    marks = quoted(text)
    runs = [run.span() for run in _RUN.finditer(marks)]
    # A byte a character: whether a saying outside quotation marks has it; _OTHERS where that does not begin with the
    # quotation, as the doubles of one saying do.
    held = bytearray(len(text))
    openings = {start for start, _ in runs}
    contents = (span for each in found if marks[each.anchor.start] == OUTSIDE for span in each.content)
    for span in sorted(contents, key=lambda span: span.start not in openings):
        mark = _DOUBLE if span.start in openings else _OTHERS
        held[span.start : span.end] = bytes([mark]) * (span.end - span.start)
    return tuple(_whole(text, each, runs, marks, held) for each in found)


def _whole(
    text: str,
    each: Attribution,
    runs: Sequence[tuple[int, int]],
    marks: bytes,
    held: bytearray,
) -> Attribution:
    if each.cue is None or marks[each.cue.start] != OUTSIDE or not each.content:
        return each
    content = [span for span in each.content if not _digresses(text, each, span, marks)]
    spans = [_to_its_mark(text, span, runs, held) for span in content]
    last = _interrupted(text, each, spans, runs, held)
    if last is None and len(spans) == len(each.content) and all(map(operator.is_, spans, each.content)):
        return each
    return replace(each, content=tuple(sorted((*spans, *([last] if last else [])))))


def _digresses(text: str, each: Attribution, span: Span, marks: bytes) -> bool:
    """A piece without quotation marks behind a whole quotation and its cue: "…," she said, but the talk moved on."""
    before = max((other for other in each.content if other.end <= each.anchor.start), default=None)
    return (
        before is not None
        and marks[before.start] != OUTSIDE
        and _BROKEN_OFF.search(before.text) is not None
        and not any(marks[span.start : span.end])
        and _DIGRESSES.fullmatch(text, each.anchor.end, span.start) is not None
    )


def _around(at: int, runs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The quotation that holds the character `at`."""
    which = bisect_right(runs, (at, float("inf"))) - 1
    return runs[which] if which >= 0 and at < runs[which][1] else None


def _to_its_mark(text: str, span: Span, runs: Sequence[tuple[int, int]], held: bytearray) -> Span:
    """The piece up to the closing mark, where it begins with the quotation and stops within."""
    run = _around(span.start, runs)
    if run is None or run[0] != span.start or span.end >= run[1]:
        return span
    return span if _OTHERS in held[span.end : run[1]] else Span.of(text, span.start, run[1])


def _interrupted(
    text: str,
    each: Attribution,
    spans: Sequence[Span],
    runs: Sequence[tuple[int, int]],
    held: bytearray,
) -> Span | None:
    """The quotation that takes up a sentence which the cue interrupts, if nobody has it."""
    before = max((span for span in spans if span.end <= each.anchor.start), key=lambda span: span.end, default=None)
    if before is None or not _BROKEN_OFF.search(before.text) or any(span.start > each.anchor.end for span in spans):
        return None
    which = bisect_right(runs, (each.anchor.end, float("inf")))
    if which >= len(runs):
        return None
    start, end = runs[which]
    between = text[each.anchor.end : start]
    if start - before.end > _LONGEST or not _RESUMED.fullmatch(between) or not _GOES_ON.match(text[start:end]):
        return None
    return None if any(held[start:end]) else Span.of(text, start, end)
