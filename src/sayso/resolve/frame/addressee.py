"""Whom something was said to: the object of a verb of telling, what "to" governs, the subject of a passive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ... import lexicon
from ...inflection import verb_forms
from ...ledger import Attribution, Span, Timex
from .passives import is_passive, subject
from .phrases import Phrase, Word, core, phrases
from .setting import occasion_in
from .stretches import Frame, Frames, Stretch, frames, verb_of
from .tables import DETERMINERS, OBJECTS, POSSESSIVES, PREPOSITIONS, addressing, hearers

# Phrases that go on with the one before: "the board of the ministry", "reporters from abroad".
_GOES_ON = frozenset({"of", "from", "for"})
_OWNING = DETERMINERS | POSSESSIVES
_NO_VERB = _OWNING | OBJECTS | PREPOSITIONS
_TO = frozenset({"to"})
# What is sent to somebody, or said with him: "a letter to the governor", "a call with his counterpart".
_SENT = re.compile(
    r"\b(?:letters?|messages?|notes?|memos?|memorand(?:um|a)|e-?mails?|texts?|address|speech|remarks|comments|appeals?|"
    r"statements?|submission|petition|cable|telegram|testimony|report|briefing|reply|response|warnings?|pleas?|complaint)"
    r"\s+(?:[a-z]+ed\s+)?(?=to\s)"
)
_TALKED = re.compile(r"\b(?:calls?|conversations?|phone calls?|telephone calls?|chat|exchange)\s+(?=with\s)")
_SPEAKING = re.compile(
    r"(?:[Ss]peaking|[Tt]alking)\s+(?:[a-z]+ly\s+|(?:by|over|via)\s+(?:the\s+|video\s+)?\w+\s+)?(?=(?:to|with)\s)"
)
_ADDRESSING = re.compile(r"\b[Aa]ddressing\s+")
_WRITTEN = re.compile(r"\b(?:written|wrote|writes|writing|spoke|spoken|speaks)\s+(?=to\s)")
_INFINITIVE = re.compile(r"\s*(?:,\s*)?(?:not )?to \w")
_INSIDE = re.compile(r"(?P<who>\S+(?: \S+){0,7}?)\s+(?:not )?(?P<link>to(?= (?P<next>[a-z]+))|that\b)")
# Verbs whose object is told a fact: "told [the board] that"; of the others it is a thing that "that" stands behind.
_INFORMING = "tell inform notify assure reassure remind warn caution advise promise persuade convince brief"


def addressed(
    text: str, attributions: Sequence[Attribution], times: Sequence[Timex], made: Frames | None = None
) -> tuple[Attribution, ...]:
    """The attributions with whom each was said to: as the network has it, else as the grammar shows.

    The grammar corrects the network where that has a part of what the grammar has ("[The] Coast Tribune"), where the
    subject of a passive hears and does not speak, and where what it has is nobody ("by") or an occasion.
    `made` are the `frames` of the attributions, where these are made already.
    """
    made = frames(text, attributions) if made is None else made
    out = []
    for found, frame in zip(attributions, made, strict=True):
        given = found.addressee if found.addressee is not None and _is_phrase(text, found.addressee) else None
        span = None if frame is None else _addressee(text, frame, attributions, times)
        if given is not None and span is not None and not span.holds(given) and not is_passive(text, found):
            span = given
        out.append(_heard(text, found, span or given, times))
    return tuple(out)


def _is_phrase(text: str, span: Span) -> bool:
    """False for what cannot hear: a preposition alone, a meeting."""
    parts = phrases(text, (span.start, span.end))
    return bool(parts) and occasion_in(core(parts[0].words)) != "occasion"


def _heard(text: str, found: Attribution, addressee: Span | None, times: Sequence[Timex]) -> Attribution:
    """With its addressee, which its setting does not hold: of "reporters in Lisbon" the setting is "in Lisbon"."""
    setting = found.setting
    if setting is None:
        return found if addressee == found.addressee else replace(found, addressee=addressee)
    parts = phrases(text, (setting.start, setting.end), times)
    first = parts[0] if parts else None
    if first is not None and not first.preposition and occasion_in(core(first.words)) != "occasion":
        is_told = (
            found.cue is not None and verb_of(found.cue.text) is not None and 0 < setting.start - found.cue.end <= 2
        )
        if addressee is None and is_told:
            addressee = _noun_phrase(text, parts, 0)
        if addressee is not None and addressee.start <= setting.start < addressee.end:
            setting = Span.trimmed(text, first.end, setting.end)
    return replace(found, addressee=addressee, setting=setting)


def _addressee(text: str, frame: Frame, attributions: Sequence[Attribution], times: Sequence[Timex]) -> Span | None:
    found = frame.found
    for span in _candidates(text, frame, attributions, times):
        taken = [piece for piece in (found.source, found.cue) if piece is not None]
        is_source = found.source is not None and span is not None and found.source.holds(span)
        if span is None or is_source or any(piece.overlaps(span) and not piece.holds(span) for piece in taken):
            continue
        return span
    return None


def _candidates(
    text: str, frame: Frame, attributions: Sequence[Attribution], times: Sequence[Timex]
) -> Iterator[Span | None]:
    """What may be the addressee, the surest first."""
    if is_passive(text, frame.found):
        yield subject(text, frame, attributions)
        return
    yield _behind(text, frame, times)
    yield _in_content(text, frame)
    sent = _sent(text, frame.ahead, times)
    if sent is not None and _is_front(text, frame.ahead, times):
        yield sent
    for stretch in (frame.between, frame.behind, frame.after):
        yield _sent(text, stretch, times)


def _behind(text: str, frame: Frame, times: Sequence[Timex]) -> Span | None:
    """ "told [the committee]", "called on [both sides]", "wrote to [the mayor]", "X to [Parliament]:"."""
    verb = verb_of(frame.cue.text)
    entry = addressing().get(verb or "")
    if frame.cue.text == ":":
        return _governed(text, phrases(text, frame.between, times), _TO, is_any=True)
    parts = phrases(text, frame.behind, times)
    if not parts:
        return None
    first = parts[0]
    if entry is not None and entry.has_object and not first.preposition and first.kind == "plain":
        if entry.is_infinitive and not _INFINITIVE.match(text, first.end):
            return None
        return _noun_phrase(text, parts, 0)
    taken = entry.prepositions if entry is not None else frozenset()
    if verb and frame.cue.text.lower().endswith(tuple(f"{verb} {word}" for word in taken)):
        return _noun_phrase(text, parts, 0)
    return _governed(text, parts, taken, is_any=True) or _governed(text, parts, _TO, is_any=verb is not None)


def _governed(text: str, parts: list[Phrase], prepositions: frozenset[str], is_any: bool) -> Span | None:
    """The first phrase with one of these prepositions; unless `is_any` only one that names somebody who can hear."""
    for at, part in enumerate(parts):
        if part.is_parted:
            return None
        if part.preposition in prepositions and part.kind == "plain" and (is_any or _can_hear(part.words)):
            return _noun_phrase(text, parts, at)
    return None


def _noun_phrase(text: str, parts: list[Phrase], at: int) -> Span | None:
    """The words of a phrase with what goes on "of" them; None where they name no one that could be told a thing."""
    words = core(parts[at].words)
    if not words or not _is_someone(words) or occasion_in(words) == "occasion":
        return None
    end = words[-1].end
    if words[-1] == parts[at].words[-1]:
        for part in parts[at + 1 :]:
            if part.preposition not in _GOES_ON or part.is_parted or part.kind != "plain":
                break
            end = core(part.words)[-1].end if core(part.words) else end
    return Span.of(text, words[0].start, end)


def _is_someone(words: Sequence[Word]) -> bool:
    first = words[0]
    if len(words) == 1:
        is_plural = first.low.endswith("s") and not first.low.endswith("ss")
        return first.low in OBJECTS or first.is_capital or first.low in hearers() or is_plural
    return first.low in _OWNING or first.is_capital or first.is_owner or _can_hear(words)


def _can_hear(words: Sequence[Word]) -> bool:
    """True for a name, a pronoun, or a noun for people or a body."""
    words = core(words)
    if not words:
        return False
    last = words[-1]
    is_name = last.is_capital and not last.is_owner
    return is_name or last.low in OBJECTS or last.low in hearers() or last.low in _people()


@cache
def _people() -> frozenset[str]:
    titles = (form.split(" of ")[0].split()[-1].lower() for title in lexicon.titles() for form in title.forms)
    return frozenset(titles)


def _in_content(text: str, frame: Frame) -> Span | None:
    """Where a content begins with it: "urged | [skippers] to wait", "told | [reporters] that"."""
    verb = verb_of(frame.cue.text)
    entry = addressing().get(verb or "")
    first = next((piece for piece in frame.found.content if 0 <= piece.start - frame.cue.end <= 1), None)
    if entry is None or verb is None or first is None:
        return None
    with_particle = tuple(f"{verb} {word}" for word in entry.prepositions)
    if not frame.cue.text.lower().endswith((verb, *with_particle) if entry.has_object else with_particle):
        return None
    match = _INSIDE.match(text, first.start, first.end)
    if match is None or not _is_link(match, verb):
        return None
    parts = phrases(text, match.span("who"))
    span = _noun_phrase(text, parts, 0) if parts and not parts[0].preposition else None
    return span if span is not None and span.end == match.end("who") else None


def _is_link(match: re.Match[str], verb: str) -> bool:
    """Whether what follows is what somebody is told, or asked to do; not "ordered a search that"."""
    if match["link"] == "that":
        return verb in _informing()
    return match["next"] not in _NO_VERB


@cache
def _informing() -> frozenset[str]:
    return frozenset(form for verb in _INFORMING.split() for form in verb_forms(verb))


def _is_front(text: str, stretch: Stretch | None, times: Sequence[Timex]) -> bool:
    """True for "In a letter to the mayor," and "Speaking to voters,": before the source stands no clause of its own."""
    parts = [part for part in phrases(text, stretch, times) if part.kind != "time"]
    return bool(parts) and (bool(parts[0].preposition) or parts[0].words[0].low.endswith("ing"))


def _sent(text: str, stretch: Stretch | None, times: Sequence[Timex]) -> Span | None:
    """Who a letter went to, who was at the other end of a call, whom one was "addressing" or "speaking to"."""
    if stretch is None or not any(link in text[slice(*stretch)] for link in ("to", "with", "ddressing")):
        return None
    for pattern in (_SENT, _TALKED, _SPEAKING, _ADDRESSING, _WRITTEN):
        match = pattern.search(text, *stretch)
        parts = phrases(text, (match.end(), stretch[1]), times) if match else []
        if parts and (pattern is _ADDRESSING or _can_hear(parts[0].words) or pattern is _WRITTEN):
            return _noun_phrase(text, parts, 0)
    return None
