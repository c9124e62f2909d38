"""Verbs that share a subject ("said A and declared B"): one source for both, and no content runs into the next cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..ledger import Attribution, Span
from .boundaries import content_span

# What may stand between the end of one saying and the cue of the next when the subject is not said again.
_JOINT = re.compile(
    r"[\s,;–—”\"’]*(?:and|but|or|then|while|before|adding|though)?[\s,]*(?:also|then|later|again|even|further)?\s*"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+[A-Z“\"‘]|[\r\n]")


def coordinated(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in text order, with the sources that coordination gives and without contents that run on."""
    out: list[Attribution] = []
    for each in found:
        before = _before(text, each, out) or _around(text, each, out)
        out.append(replace(each, source=before.source) if before is not None and each.source is None else each)
    cues = [each.anchor.start for each in out]
    return tuple(_ended(text, each, _inside(each, out, cues)) for each in out)


def _before(text: str, each: Attribution, earlier: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose subject goes on: nothing but a conjunction stands between its end and this cue."""
    for other in reversed(earlier[-4:]):
        ends = [span.end for span in (other.anchor, *other.content) if span.end <= each.anchor.start]
        if not ends or other.source is None:
            continue
        between = text[max(ends) : each.anchor.start]
        if _JOINT.fullmatch(between) and not _SENTENCE_END.search(between):
            return other
    return None


def _inside(each: Attribution, found: Sequence[Attribution], cues: Sequence[int]) -> list[Attribution]:
    """Of attributions in text order, their cues beginning at `cues`, those with the cue in the content of `each`."""
    return [
        other for span in each.content for other in found[bisect_right(cues, span.start) : bisect_left(cues, span.end)]
    ]


def _around(text: str, each: Attribution, earlier: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content runs on over a second verb of its subject: "admitted that … but denied that …".

    Only where the verb has no source of its own, is finite and stands right behind a conjunction.
    """
    if each.source is not None or not _is_finite(each.anchor.text):
        return None
    for other in reversed(earlier[-4:]):
        span = next((span for span in other.content if span.start > other.anchor.end and span.holds(each.anchor)), None)
        if span is not None and other.source is not None and _JOINED.search(text, span.start, each.anchor.start):
            return other
    return None


# As _JOINT, but inside a content, where a conjunction there must be; "when asked," may stand behind it.
_JOINED = re.compile(
    r"[\s,;–—”\"’]+(?:and|but|yet|or|then|though)[\s,]+(?:(?:also|then|later|again|even|further|now)\s+)?(?:[^,.]{1,30},\s+)?$"
)
_AUXILIARIES = frozenset(["has", "had", "is", "was", "were", "have", "did", "does", "would", "will"])


@cache
def _finite() -> frozenset[str]:
    """Inflected forms of the verbs of saying: a bare one may be an infinitive, one in -ing is none."""
    forms = {(form, cue.forms) for cue in lexicon.cues() if cue.part == "verb" for form in cue.forms}
    return frozenset(form for form, all_of_it in forms if form != min(all_of_it, key=len) and not form.endswith("ing"))


def _is_finite(cue: str) -> bool:
    words = cue.lower().split()
    return (bool(words) and words[0] in _AUXILIARIES) or any(
        " ".join(words[:length]) in _finite() for length in (1, 2, 3)
    )


def _ended(text: str, each: Attribution, inside: Sequence[Attribution]) -> Attribution:
    """Cut the content before a later cue of the very same source: that cue says the next thing, no part of this one.

    The same source is the same place in the text, be it with its apposition or without. An infinitive is no second
    verb: "her refusal to apologise".
    """
    source = each.source
    same = (other for other in inside if source and other.source is not None and other.source.overlaps(source))
    is_same = (other for other in same if not text.endswith("to ", 0, other.anchor.start))
    starts = [other.anchor.start for other in is_same if other.anchor.start > each.anchor.end]
    if not starts:
        return each
    spans: list[Span] = []
    for span in each.content:
        end = min((start for start in starts if span.start < start < span.end), default=span.end)
        if span.start > min(starts):
            continue
        kept = span if end == span.end else content_span(text, span.start, _without_joint(text, span.start, end))
        spans += [kept] if kept else []
    return replace(each, content=tuple(spans)) if spans else each


def _without_joint(text: str, start: int, end: int) -> int:
    """`end` moved back over a conjunction ("…, and also" → "…")."""
    words = re.search(
        r"[\s,;–—]+(?:(?:and|but|yet|or|then|while|before|though)\b[\s,]*(?:when [^,.]{1,24},)?)?\s*"
        r"(?:also|then|later|again|even|now)?\s*$",
        text[start:end],
    )
    return start + words.start() if words else end
