"""What belongs to source, cue and content whatever the network cut off: a condition, an infinitive, a document."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..ledger import Attribution, Span
from .boundaries import content_span, sentence_begin, trimmed
from .cuewords import verbs


def completed(text: str, each: Attribution) -> Attribution:
    """The attribution with the verb behind "seemed" in its cue, its condition, its infinitive and all that is refused
    in its content, and the document that somebody issued in its source."""
    each = _refused(text, _seeming(text, _contracted(text, each)))
    return _held_in(text, _issued(text, _with_infinitive(text, _with_condition(text, each))))


_CONTRACTED = re.compile(
    r"(who|which|that|he|she|it|they|we|I|you|there)[’'](?:s|re|ve|d|ll|m)\s+\S.*", re.IGNORECASE | re.DOTALL
)


def _contracted(text: str, each: Attribution) -> Attribution:
    """ "who’s called for": the pronoun that is written with its verb is the source."""
    found = _CONTRACTED.fullmatch(each.cue.text) if each.cue is not None and each.source is None else None
    if found is None or each.cue is None or found[1].lower() == "there":
        return each
    end = each.cue.start + found.end(1)
    return replace(each, source=Span.of(text, each.cue.start, end), cue=Span.of(text, end, each.cue.end))


_SEEMS = re.compile(r"(?:\w+\s+)?(?:seem|appear)(?:s|ed)?")
_TO = re.compile(r"to\s+(?:have\s+)?")


def _seeming(text: str, each: Attribution) -> Attribution:
    """ "seemed" | "to pour cold water on the idea": the verb of saying is in the infinitive."""
    first = each.content[0] if each.content else None
    if first is None or each.cue is None or not _SEEMS.fullmatch(each.cue.text):
        return each
    opening = _TO.match(first.text)
    words = re.findall(r"\S+\s*", first.text[opening.end() :])[:4] if opening and first.start > each.cue.end else []
    lengths = (at for at in range(len(words), 0, -1) if "".join(words[:at]).strip().lower() in verbs())
    length = next(lengths, 0)
    if opening is None or not length or length == len(words):
        return each
    end = first.start + opening.end() + len("".join(words[:length]).rstrip())
    rest = trimmed(text, end, first.end)
    return replace(each, cue=Span.of(text, each.cue.start, end), content=(rest, *each.content[1:])) if rest else each


# Not what is refused by saying nothing: "declined to comment on" stays a cue; nor what has another verb behind it.
_REFUSED = re.compile(
    r"(?:[\w’'-]+\s+){0,6}?(?:refus(?:e[sd]?|ing|als?)|declin(?:e[sd]?|ing))(?P<to>\s+)to\s+"
    r"(?!(?:\w+ly\s+)?(?:comment|respond|reply|answer|say|speak|talk|discuss|elaborate|be drawn)\b|.*\bcomment\b)"
    r"[a-z’'-]+(?:\s+(?!and\b|but\b)[a-z’'-]+){0,2}",
    re.IGNORECASE,
)


def _refused(text: str, each: Attribution) -> Attribution:
    """ "declined to back | the bill": what is declined is "to back the bill", as any infinitive is."""
    first = each.content[0] if each.content else None
    found = _REFUSED.fullmatch(each.cue.text) if each.cue is not None and first is not None else None
    if found is None or each.cue is None or first is None or not 0 < first.start - each.cue.end <= 1:
        return each
    begin, end = each.cue.start + found.end("to"), each.cue.start + found.start("to")
    whole = Span.of(text, begin, first.end)
    return replace(each, cue=Span.of(text, each.cue.start, end), content=(whole, *each.content[1:]))


# A clause of condition right behind a content, up to the next mark.
_CONDITION = re.compile(r"\s+(?:if|unless|as long as|provided that)\s[^.,;:?!\r\n]+")


def _with_condition(text: str, each: Attribution) -> Attribution:
    """ "threatened to strike" | "if the talks fail": what a threat or a promise hangs on is part of it."""
    last = each.content[-1] if each.content else None
    if last is None or last.start < each.anchor.start or last.text[-1] in "”\"’'»":
        return each
    found = _CONDITION.match(text, last.end)
    whole = content_span(text, last.start, found.end()) if found else None
    return replace(each, content=(*each.content[:-1], whole)) if whole else each


_INFINITIVE = re.compile(r"\S(\s+)to\s+[a-z]+$")


def _with_infinitive(text: str, each: Attribution) -> Attribution:
    """ "declined to comment" without a content: what was declined is "to comment", as any infinitive is."""
    cue = each.cue
    found = _INFINITIVE.search(cue.text) if cue is not None and not each.content else None
    if cue is None or found is None:
        return each
    end = cue.start + found.start(1)
    return replace(each, cue=Span.of(text, cue.start, end), content=(Span.of(text, cue.start + found.end(1), cue.end),))


_INCLUDING = re.compile(r",\s+including\s+(?:(?:an?|the|its|several|some)\s+)?(?:[a-z]+\s+)?$")
_NEAR = 60  # characters before a cue that say "…, including a further"
_FAR = 300  # characters from the beginning of a sentence


@cache
def _documents() -> str:
    return "|".join(sorted(map(re.escape, lexicon.documents()), key=len, reverse=True))


@cache
def _document_first() -> re.Pattern[str]:
    return re.compile(rf"(?:An?|The|This|Its|Their)\s+(?:[\w-]+\s+){{0,3}}?(?:{_documents()})(?=\s+[a-z])")


def _held_in(text: str, each: Attribution) -> Attribution:
    """ "The draft went far beyond this, including | a demand that …": what a document holds the document says."""
    if each.source is not None or each.cue is None:
        return each
    if not _INCLUDING.search(text, max(0, each.cue.start - _NEAR), each.cue.start):
        return each
    begin = sentence_begin(text, each.cue.start, _FAR)
    document = _document_first().match(text, begin, each.cue.start) if begin is not None else None
    return replace(each, source=Span.of(text, *document.span())) if document else each


@cache
def _document_by() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=\s))(?:[Aa]n?|[Tt]he|[Tt]his|[Aa]nother|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){0,3}?"
        rf"(?:{_documents()})\s+"
        r"(?:[a-z]+ed|written|sent|made|given|read out|drawn up|(?:put|brought) (?:in|forward))\s+"
        r"(?:[\w,]+\s+){0,4}?by\s+$"
    )


def _issued(text: str, each: Attribution) -> Attribution:
    """ "A bill brought in this week by | four senators | calls for": the bill speaks, by and all."""
    source = each.source
    if source is None or each.cue is None or not 0 < each.cue.start - source.end <= 3:
        return each
    if not text.endswith("by", 0, max(0, source.start - 1)):
        return each  # most end here: the pattern is dear
    found = _document_by().search(text, max(0, source.start - 90), source.start)
    is_free = found is not None and not any(
        span.start < source.start and span.end > found.start() for span in each.content
    )
    return replace(each, source=Span.of(text, found.start(), source.end)) if found and is_free else each
