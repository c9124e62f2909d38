"""The passive of a verb of telling: its subject hears, and whoever speaks stands behind "by", if at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...ledger import Attribution, Span
from .stretches import Frame, verb_end, verb_of
from .tables import ADVERBS, BREAKS, PREPOSITIONS, addressing

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+|also\s+|once\s+|again\s+)?$", re.IGNORECASE
)
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|will|would|was|were|is|are|been|being|be|also|already|once|again|later|then|not))*\s*$"
)
# Here the clause of a passive begins: "said that the mayor", "…; the mayor", "…, and the mayor".
_CLAUSE = re.compile(
    r"\b(?:that|when|while|because|whether|after|before|if)\s|[;:—“\"]\s*|,\s(?:and|but|so|which|who)\s"
)


def is_passive(text: str, found: Attribution) -> bool:
    """True for "was told", "has been warned by", and "Asked whether …, he": the subject does not speak, it hears."""
    cue = found.anchor
    entry = addressing().get(verb_of(cue.text) or "")
    if entry is None or not entry.has_object:
        return False
    if entry.is_infinitive and not (found.content and found.content[0].text.startswith("to ")):
        return False
    end = cue.start + verb_end(cue.text)
    verb = text[cue.start : end].split()[-1]
    if verb.lower() not in _participles():
        return False
    ahead = text[max(0, cue.start - 40) : end - len(verb)]
    if found.source is not None and found.source.end <= cue.start:
        return False
    return bool(_PASSIVE.search(ahead)) or _is_opening(text, cue, verb)


@cache
def _participles() -> frozenset[str]:
    return frozenset(form for form in addressing() if form.endswith(("ed", "told")) or form in ("begged", "bid"))


def _is_opening(text: str, cue: Span, verb: str) -> bool:
    """ "Asked by reporters about it, he …", "When pressed for figures, she …": a participle that opens its clause."""
    if not cue.text.lower().startswith(verb.lower()):
        return False
    before = text[max(0, cue.start - 12) : cue.start]
    return verb[0].isupper() or re.search(r"(?:^|[\s.,(“\"])(?:[Ww]hen|[Ii]f|[Oo]nce|,)\s$", before) is not None


def subject(text: str, frame: Frame, attributions: Sequence[Attribution]) -> Span | None:
    """Who hears: before "was told" the nearest noun phrase; behind "Asked whether …," the next who speaks."""
    cue = frame.cue
    if _PASSIVE.search(text, max(0, cue.start - 40), cue.start) or _PASSIVE.search(cue.text + " ") or _be_inside(cue):
        return _before(text, frame)
    end = max([cue.end, *(piece.end for piece in frame.found.content)])
    next_up = [
        each.source
        for each in attributions
        if each.source is not None
        and 0 <= each.source.start - end <= 60
        and not re.search(r"[.!?]\s|\n", text[end : each.source.start])
    ]
    return min(next_up, key=lambda span: span.start, default=None)


def _be_inside(cue: Span) -> bool:
    return re.match(r"(?:has|have|had|is|are|was|were|be|been|being|will|would|to)\b", cue.text) is not None


def _before(text: str, frame: Frame) -> Span | None:
    """The subject before a passive: from where its clause begins, without the phrases that open the sentence."""
    if frame.ahead is None:
        return None
    start, end = frame.ahead[0], frame.cue.start
    end = start + len(_AUXILIARIES.sub("", text[start:end]))
    for match in _CLAUSE.finditer(text, start, end):
        start = match.end()
    while (comma := text.find(",", start, end)) >= 0 and _opens(text[start:comma]):
        start = comma + 1
    return Span.trimmed(text, start, end) if start < end else None


def _opens(piece: str) -> bool:
    """True for what stands before the subject: "On his way out", "Later"."""
    words = piece.lower().split()
    return not words or words[0] in PREPOSITIONS | ADVERBS | BREAKS
