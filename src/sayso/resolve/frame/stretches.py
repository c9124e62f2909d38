"""The stretches of a sentence that belong to a saying and are neither its source nor its content."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...ledger import Attribution, Span
from ..times.sentences import sentence
from .tables import addressing

Stretch = tuple[int, int]
# What opens a phrase inside a cue that holds one: "said in a statement".
_LED = re.compile(r"\s(?=(?:in|on|at|during|via|by|through|over)\s)")
_LONGEST = 5000  # characters from the start of a content to a cue in it


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds one cue, as [start, end) offsets; an empty stretch is None.

    `ahead`: before the source, from where the sentence or its clause begins. `between`: from source to cue. `behind`:
    from the verb of the cue to whatever comes next. `after`: behind the content, where that follows the cue.
    `is_front`: `ahead` opens the sentence.
    """

    found: Attribution
    cue: Span
    ahead: Stretch | None
    between: Stretch | None
    behind: Stretch | None
    after: Stretch | None
    is_front: bool = False


Frames = Sequence[Frame | None]


def frames(text: str, attributions: Sequence[Attribution]) -> Frames:
    """The frame of each attribution, in their order; None for one without a cue.

    Made of cues, sources and contents alone: they hold whatever else the attributions are given.
    """
    spans = sorted({span for each in attributions for span in _outer(each)})
    pieces = sorted((piece, at) for at, each in enumerate(attributions) for piece in each.content)
    return [
        _frame(text, each, _holder(pieces, each.cue, at), spans) if each.cue is not None else None
        for at, each in enumerate(attributions)
    ]


def _holder(pieces: list[tuple[Span, int]], cue: Span, own: int) -> Span | None:
    """The smallest piece of another's content that the cue stands in."""
    low, high = (bisect_left(pieces, at, key=lambda row: row[0].start) for at in (cue.start - _LONGEST, cue.start + 1))
    holding = (piece for piece, at in pieces[max(0, low) : high] if at != own and piece.holds(cue))
    return min(holding, key=lambda piece: piece.end - piece.start, default=None)


def _outer(each: Attribution) -> Iterable[Span]:
    return (span for span in (each.cue, each.source) if span is not None)


def _frame(text: str, found: Attribution, holder: Span | None, spans: list[Span]) -> Frame:
    cue = found.anchor
    start, end = sentence(text, cue)
    if holder is not None:
        start, end = max(start, holder.start), min(end, holder.end)
    own = [span for span in (cue, found.source, *found.content) if span is not None]
    others = _among(spans, start, end, own)
    source = found.source if found.source is not None and found.source.end <= cue.start else None
    start = min(start, cue.start)
    opening = min([cue.start, *(span.start for span in (source or cue, *found.content) if span.start >= start)])
    begin = max([start, *(other.end for other in others if other.end <= opening)])
    ahead = (begin, opening) if begin < opening else None
    return Frame(
        found,
        cue,
        ahead,
        _between(source, cue, found.content, others),
        *_behind(text, found, end, others),
        is_front=begin == start,
    )


def _among(spans: list[Span], start: int, end: int, own: list[Span]) -> list[Span]:
    """The cues and sources of other attributions in `[start, end)`, but for what lies in this one's content."""
    low, high = (bisect_left(spans, at, key=lambda span: span.start) for at in (start, end))
    return [span for span in spans[low:high] if not any(piece.overlaps(span) for piece in own)]


def _between(source: Span | None, cue: Span, content: tuple[Span, ...], others: list[Span]) -> Stretch | None:
    if source is None:
        return None
    start = max([source.end, *(piece.end for piece in content if source.end <= piece.start and piece.end <= cue.start)])
    if any(start <= other.start < cue.start for other in others):
        return None
    return (start, cue.start) if start < cue.start else None


def _behind(text: str, found: Attribution, end: int, others: list[Span]) -> tuple[Stretch | None, Stretch | None]:
    """From the cue's verb to what comes next; and from the end of a content that follows to what comes next."""
    cue = found.anchor
    verb = cue.start + verb_end(cue.text)
    end = min([end, *(other.start for other in others if other.start >= cue.end)])
    own = [span for span in (*found.content, found.source) if span is not None and span.end > cue.end]
    stop = min([end, *(span.start for span in own if span.start >= verb)])
    last = max([0, *(piece.end for piece in found.content if cue.end <= piece.start < end)])
    after = (last, end) if last and last < end else None
    return ((verb, stop) if verb < stop else None), after


@lru_cache(maxsize=1024)
def verb_end(cue: str) -> int:
    """Where the verb of a cue ends that takes an addressee; 0 or the end of its first words where it has none."""
    lowered = cue.lower()
    ends = [at + len(form) for form in _verbs(lowered) for at in [lowered.rfind(form)]]
    return max(ends, default=len(_LED.split(cue, maxsplit=1)[0]))


@lru_cache(maxsize=1024)
def verb_of(cue: str) -> str | None:
    """The verb of a cue that takes an addressee, in the form that it has there, of one word or two."""
    words = cue[: verb_end(cue)].lower().split()
    return next((form for n in (2, 1) for form in [" ".join(words[-n:])] if form in addressing()), None)


def _verbs(cue: str) -> list[str]:
    """The forms of addressing verbs among the words of a cue, of one word or two."""
    words = cue.split()
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    return [form for form in (*words, *pairs) if form in addressing()]
