"""Denials whose object stands before them: "an accusation he denies", "…, which the bank disputes", "Lee disagreed."

The verb's object is before it, in a relative clause or in the sentence before, so that a network that reads on from a
cue finds nothing to be denied, or the wrong piece. What is denied is the noun of saying that the clause hangs on, what
somebody is reported to have said up to it, or the clause before; a noun ("her denial that …") has it behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..ledger import Attribution, Mention, Span
from .boundaries import content_span, sentence_begin, trimmed
from .cuewords import nouns
from .nouns import BREAKS, OWNERS, PRONOUNS, is_verb
from .subjects import Rank, subjects

_VERB = r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|rebut(?:s|ted)?)"
_ANY = re.compile(r"\b(?:den(?:y|i)|disput|reject|dismiss|refut|rebut|disagree)")
_HELPING = r"(?:(?:has|have|had|also|always|since|later|long|flatly|\w+ly)\s+){0,4}"
_WHO = r"(?:[^\s,;:.!?“”\"()–—]+\s+|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov)\.\s+){1,7}?"
# ", which the bank has denied"
_WHICH = re.compile(
    rf",\s+(?:(?:both|all)\s+of\s+)?which\s+(?P<who>{_WHO})(?P<cue>{_HELPING}{_VERB})\b(?!\s+(?:that|him|her|them|it)\b)"
)
_DISAGREED = re.compile(
    r"\b(?P<cue>(?:(?:strongly|firmly|also|flatly|fundamentally)\s+)?disagree(?:s|d))(?=[.,;](?:\s|$))"
)
_DENIAL = re.compile(
    r"\b(?P<who>(?i:his|her|its|their|my|our)|[A-ZÀ-Þ][\w-]+(?=[’']))(?:[’']s?)?\s+"
    r"(?:(?!and\b|or\b|of\b)[a-z-]+\s+){0,2}?"
    r"(?P<cue>denials?)\b(?:\s+(?=of\s|that\s)|(?=[.,;]|\s+$))"
)
_CONTENT_END = re.compile(
    r"[.!?](?=\s|[”\"’']|$)|[;:\r\n“”\"–—]|,|"
    r"\s+(?:when|after|before|because|until|while|and|but|in|on|at|as|to|did|was|were|is|has|have|will)\s|$"
)
_NEGATED = re.compile(r"\b(?:not|never|neither|nor|cannot|if|unless|whether|no)\b|n[’']t\b", re.IGNORECASE)
_SUBJECTS = (Rank.SUBJECT, Rank.BODY)
_FAR = 400  # characters back to the beginning of a sentence
_CONFIDENCE = 0.8  # by hand: all 11 of those that readers judged were a denial or a rejection


def with_denials(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions with the denials that the network passed over or gave the wrong object."""
    out = list(found)
    if _ANY.search(text):
        for each in (*_related(text, found), *_nominal(text, found), *_disagreed(text, found, mentions)):
            known = next((one for one in out if one.cue is not None and one.cue.overlaps(each.anchor)), None)
            if known is None:
                out += [each] if not _is_told(each, out) else []
            elif known.source is None or not known.content or _swallows(known, each):
                out[out.index(known)] = replace(known, cue=each.cue, source=each.source, content=each.content)
    return tuple(sorted(out, key=lambda each: each.anchor))


def _denial(cue: Span, source: Span, content: Span) -> Attribution:
    return Attribution(cue, source, (content,), acts=(("deny", 0.9), ("reject", 0.1)), confidence=_CONFIDENCE)


def _is_told(each: Attribution, found: Sequence[Attribution]) -> bool:
    """True inside a saying that ends behind it, where who denies is for the network to tell."""
    return any(span.start <= each.anchor.start and each.anchor.end < span.end for one in found for span in one.content)


def _swallows(known: Attribution, each: Attribution) -> bool:
    """True for "a charge Lee" as the source of "denies": the object stands in it."""
    return known.source is not None and any(known.source.overlaps(span) for span in each.content)


@cache
def _apposed() -> re.Pattern[str]:
    """ ", an accusation (that) he denies", "– something the bank disputes", "a report later denied by the bank"."""
    names = "|".join(sorted((re.escape(noun) for noun in nouns()), key=len, reverse=True))
    return re.compile(
        rf"(?:,|\s[–—-])\s+"
        rf"(?P<object>something|(?:an?|the|any|those|these)\s+(?:[a-z-]+\s+){{0,2}}?(?:{names}|point|account))\s+"
        rf"(?:(?:that|which)\s+)?(?:(?P<who>{_WHO})(?P<cue>{_HELPING}{_VERB})\b(?!\s+by\b)"
        rf"|(?P<passive>{_HELPING}(?:denied|disputed|rejected|dismissed|refuted)\s+by)\s+"
        rf"(?P<by>(?:[^\s,;:.!?“”\"()–—]+\s+){{0,7}}?[^\s,;:.!?“”\"()–—]+)(?=[.,;:](?:\s|$)))"
    )


def _related(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Relative clauses and appositions in which somebody denies what they hang on."""
    for match in _apposed().finditer(text):
        who, cue = ("who", "cue") if match["cue"] else ("by", "passive")
        source = Span.trimmed(text, *match.span(who))
        if source is not None and _is_subject(source, is_passive=who == "by") and not _NEGATED.search(match[0]):
            yield _denial(Span.of(text, *match.span(cue)), source, Span.of(text, *match.span("object")))
    for match in _WHICH.finditer(text):
        source = Span.trimmed(text, *match.span("who"))
        content = _object_before(text, match.start(), found)
        if source is not None and content is not None and _is_subject(source) and not _NEGATED.search(match[0]):
            yield _denial(Span.of(text, *match.span("cue")), source, content)


def _is_subject(source: Span, is_passive: bool = False) -> bool:
    """True for words without a verb and without what ends a noun phrase."""
    words = source.text.split()
    low = [word.lower() for word in words]
    if low[0] in PRONOUNS:
        return len(words) == 1
    is_name = words[0][0].isupper() or low[0] in ("the", "a", "an", "both", "some", "many", *OWNERS)
    ends = BREAKS - {"of", "for", "in", "at", "and", "both"}
    return is_name and not any(word in ends for word in low) and (is_passive or not any(map(is_verb, words)))


@cache
def _noun_of_saying() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(noun) for noun in nouns()), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:the|an?|any|several|those|these)\s+(?:[a-z-]+\s+)?)?(?:{names})\s+(?:of|that|about)\s+[^,;:.!?“”\"]+$"
    )


def _object_before(text: str, end: int, found: Sequence[Attribution]) -> Span | None:
    """What "which" stands for: a noun of saying with its complement, what somebody said up to here, or the clause."""
    begin = sentence_begin(text, end, _FAR)
    if begin is None:
        return None
    noun = _noun_of_saying().search(text, begin, end)
    if noun is not None:
        return trimmed(text, noun.start(), end)
    said = _said_up_to(end, found)
    if said is not None:
        return said
    clause = content_span(text, begin, end)
    return clause if clause is not None and "," not in clause.text else None


def _said_up_to(end: int, found: Sequence[Attribution]) -> Span | None:
    """The shortest content that ends where the denial begins."""
    spans = [span for each in found for span in each.content if 0 <= end - span.end <= 1]
    return min(spans, key=lambda span: span.end - span.start, default=None)


_DESPITE = re.compile(r",?\s+(?:despite|amid|over|against)\s+$")


def _nominal(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """ "her denial of wrongdoing", "…, despite his fierce denials": with a complement, or behind what was said."""
    for match in _DENIAL.finditer(text):
        content: Span | None
        if text[match.end() : match.end() + 4].startswith(("of ", "that")):
            stop = _CONTENT_END.search(text, match.end() + len("that "))
            at = match.end() + (len("of ") if text.startswith("of ", match.end()) else 0)
            content = trimmed(text, at, stop.start() if stop else len(text))
            cue = Span.of(text, match.start("cue"), at - 1 if at > match.end() else match.end("cue"))
        else:
            despite = _DESPITE.search(text[max(0, match.start() - 12) : match.start()])
            content = _said_up_to(match.start() - len(despite[0]), found) if despite else None
            cue = Span.of(text, *match.span("cue"))
        if content is not None:
            yield _denial(cue, Span.of(text, *match.span("who")), content)


def _disagreed(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """ "The clerk disagreed." behind what somebody else said: that is what he says is not so."""
    for match in _DISAGREED.finditer(text):
        begin = sentence_begin(text, match.start(), _FAR)
        if begin is None or _NEGATED.search(text, begin, match.start()):
            continue
        near = [mention for mention in mentions if begin <= mention.span.start < match.start()]
        who = [(span, rank) for span, rank in subjects(text, begin, match.end(), near) if span.end <= match.start()]
        fit = [span for span, rank in who if rank in _SUBJECTS]
        before = text[:begin].rstrip()
        said = [
            (each, span)
            for each in found
            for span in each.content
            if each.source is not None and span.start < begin and 0 <= len(before) - max(span.end, each.anchor.end) <= 2
        ]
        if fit and said and text[fit[-1].end : match.start()].strip() in ("", "also"):
            each, span = max(said, key=lambda pair: pair[0].anchor)
            if each.source is not None and each.source.text != fit[-1].text:
                yield _denial(Span.of(text, *match.span("cue")), fit[-1], span)
