"""Relayed speech: whoever is quoted or cited is the source, whoever quotes or cites him is the way it came (via)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..ledger import Attribution, Span
from .ways import OUTLET, quoter, way_of

_QUOTED = r"(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))"
_NAME = r"[^\s,;:.!?“”\"()][^;:!?“”\"()\r\n]{1,160}?"
# "quoted the interior minister as saying": the cue is what follows "as".
_AS_SAYING = re.compile(
    rf"\b(?P<verb>{_QUOTED})\s+(?P<who>{_NAME}),?\s+(?P<cue>as\s+(?:also\s+|having\s+)?(?:\w+ing|said|told|called)\b)"
)
# "was quoted by the Gazette as saying"
_WAS_QUOTED = re.compile(
    rf"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|also\s+|later\s+)?(?P<verb>quoted|cited)"
    rf"\s+(?:by|in)\s+(?P<via>{_NAME}),?\s+(?P<cue>as\s+(?:having\s+)?\w+ing\b)"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?$")
# "Channel Six, citing two officials, reported", "reported, quoting the navy, that", "the station said, citing an aide."
_BETWEEN = re.compile(rf",?\s+(?P<verb>citing|quoting)\s+(?P<who>{_NAME}),\s+")
_BEHIND = re.compile(
    rf"(?:\s+(?:on|late|early|this|last)\s+[\w ]{{2,20}})?,?\s+(?P<verb>citing|quoting)\s+(?P<who>{_NAME})"
    r"(?=,\s+(?:that\b|[“\"])|[.;](?:\s|$)|\s+as\b|[\r\n]|$)"
)
_SHOWS = re.compile(r"(?:\w+ )?(?:shows?|showed|showing|has shown|captured?|caught|recorded|filmed)", re.IGNORECASE)
_FAR = 200  # characters from a cue to the verb that quotes


def with_relays(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with the one who spoke for their source, the one who passed it on for their via."""
    out: list[Attribution] = []
    for each in found:
        changed = _as_saying(text, each, found) if each.cue else each
        if changed is not None:
            out.append(_cited(text, changed) if changed.cue and changed is each else changed)
    shown = {at: way for way, each in enumerate(out) for at in [_shown(each, out)] if at is not None}
    out = [replace(each, via=each.via or out[shown[at]].source) if at in shown else each for at, each in enumerate(out)]
    out = [
        replace(each, via=way) if each.via is None and (way := way_of(text, each)) is not None else each for each in out
    ]
    passed_on = [each.source for each in out if each.via is not None and each.source is not None]
    return tuple(each for at, each in enumerate(out) if at not in shown.values() and not _repeats(each, passed_on))


def _shown(each: Attribution, found: Sequence[Attribution]) -> int | None:
    """Where a film or a paper only "shows the premier telling …": the place of what he tells."""
    if each.cue is None or each.source is None or len(each.content) != 1 or not _SHOWS.fullmatch(each.cue.text):
        return None
    whole = each.content[0]
    for at, other in enumerate(found):
        if other.cue is None or other.source is None or not whole.holds(other.cue):
            continue
        if other.source.start - whole.start <= len("how ") and other.cue.text.split()[0].endswith("ing"):
            return at
    return None


def _repeats(each: Attribution, passed_on: Sequence[Span]) -> bool:
    """True for "citing" alone with a source that another attribution has by now."""
    cue = each.cue
    if cue is None or each.source is None or each.via is not None or cue.text.lower() not in ("citing", "quoting"):
        return False
    return any(each.source.overlaps(span) for span in passed_on)


def _as_saying(text: str, each: Attribution, found: Sequence[Attribution]) -> Attribution | None:
    """ "X quoted Y as saying": Y's; None for what the network made of "quoted" alone beside it."""
    cue = each.anchor
    near = text[max(0, cue.start - _FAR) : cue.end + _FAR]
    if "quot" not in near and "cit" not in near:
        return each
    was = _at(_WAS_QUOTED, text, cue)
    if was is not None:
        way = Span.of(text, *was.span("via"))
        source = None if each.source is not None and each.source.overlaps(way) else each.source
        return replace(each, source=source, via=each.via or way)
    match = _at(_AS_SAYING, text, cue)
    if match is None or _PASSIVE.search(text, max(0, match.start() - 30), match.start()):
        return each
    who, says = Span.of(text, *match.span("who")), Span.of(text, *match.span("cue"))
    if not says.overlaps(cue) and any(other.cue is not None and other.cue.overlaps(says) for other in found):
        return None
    content = tuple(span for span in each.content if not span.overlaps(who) and not span.overlaps(says))
    if not content:
        return each if says.overlaps(cue) else None
    via = each.via or _relayer(text, match.start("verb"), each, found)
    return replace(each, source=who, cue=says, content=content, via=via)


def _relayer(text: str, verb: int, each: Attribution, found: Sequence[Attribution]) -> Span | None:
    """Whoever stands before the verb that quotes: the source that some attribution there has."""
    sources = [other.source for other in (each, *found) if other.source is not None and other.source.end <= verb]
    near = [span for span in sources if verb - span.end <= 30 and not re.search(r"[.!?\r\n]", text[span.end : verb])]
    return max(near, key=lambda span: span.end) if near else quoter(text, verb)


def _cited(text: str, each: Attribution) -> Attribution:
    """An outlet's report that is another's words: "…, citing the navy, …"."""
    source, cue = each.source, each.anchor
    if source is None or OUTLET.search(source.text) is None:
        return each
    match: re.Match[str] | None = None
    if source.end < cue.start:
        match = _BETWEEN.fullmatch(text, source.end, cue.start)
    match = match or _BEHIND.match(text, cue.end, cue.end + 200)
    if match is None:
        return each
    who = Span.of(text, *match.span("who"))
    content = tuple(span for span in each.content if not span.overlaps(who))
    return replace(each, source=who, via=each.via or source, content=content) if content else each


def _at(pattern: re.Pattern[str], text: str, cue: Span) -> re.Match[str] | None:
    """The match that the cue is part of, its verb or what follows "as"."""
    for match in pattern.finditer(text, max(0, cue.start - _FAR), cue.end + _FAR):
        if match.start("verb") < cue.end and cue.start < match.end("cue"):
            return match
    return None
