"""Refusals that the network passed over: who "refuses to", "has declined to", "his refusal to" do something.

A verb or noun of refusing with an infinitive is a statement wherever it stands: of 132 such places in PolNeAR train
that lie in no content, the annotators took 120 for one. A network that reads piece by piece takes what is refused
("to cooperate", "to release the records") for an act and no saying, and leaves a third out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..inflection import noun_forms, verb_forms
from ..ledger import Attribution, Mention, Span
from .boundaries import trimmed
from .nouns import OWNERS
from .subjects import Rank, subjects

_VERBS, _NOUNS = ("refuse", "decline"), ("refusal", "reluctance", "unwillingness")
# Letters that every form of a word begins with: to look for these is a hundredth of the search for the forms.
_STEMS = tuple(word[:-1] for word in (*_VERBS, *_NOUNS))
# What was not done, or only may be: "could decline to", "not to refuse to", "if they refuse to".
_UNREAL = re.compile(
    r"(?:\b(?:to|not|never|can|could|may|might|should|would|must|shall|if|unless|whether|cannot|or|nor)|n[’']t)"
    r"(?:\s+(?:be|have|also|then|ever|\w+ly))*\s+$",
    re.IGNORECASE,
)
_HELPING = re.compile(r"(?:\b(?:has|have|had|is|are|was|were|been|be|being|will|also|still|again|\w+ly)\s+)+$")
# What was refused ends at a mark, before a clause that joins on, and before the reason or the occasion.
_END = re.compile(
    r"[.!?](?=\s|[”\"’']|$)|[;:\r\n“”\"–—]|,\s+(?:and|but|while|as|which|who|although|though|even|yet|or)\b|,\s+\w+ing\b|"
    r"\s+(?:despite|because|after|before|when|while|citing|until|since|as|for fear)\s|"
    r"\s+(?:and|but)\s+(?:has|have|had|is|was|were|will|would|did|then|later|instead|said|insisted|called|told|left)\b|$"
)
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘(]*[A-Z])|[\r\n]+")
_SUBJECTS = (Rank.SUBJECT, Rank.SUBORDINATE, Rank.BODY)
_IF = re.compile(r"\b(?:if|unless|whether|should|when|where)\s+$", re.IGNORECASE)
_BETWEEN = 2  # words between an owner and his noun: "’s outright refusal"
_LONGEST = 400  # characters of a sentence before the verb that are looked at
# The share of these places that are statements, on PolNeAR train.
_CONFIDENCE = 0.9


@cache
def _pattern() -> re.Pattern[str]:
    verbs = {form for verb in _VERBS for form in verb_forms(verb)}
    names = {form for noun in _NOUNS for form in noun_forms(noun)}
    return re.compile(
        rf"\b(?:(?P<verb>{'|'.join(sorted(verbs))})|(?P<noun>{'|'.join(sorted(names))}))\s+(?=to\s+[a-z])",
        re.IGNORECASE,
    )


def with_refusals(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions with the refusals that lie in none of them; each needs somebody who refuses."""
    low = text.lower()
    more = [
        each
        for match in (_pattern().finditer(text) if any(letters in low for letters in _STEMS) else ())
        if not any(_touches(known, match.start(), match.end()) for known in found)
        and (each := _refusal(text, match, mentions)) is not None
    ]
    return tuple(sorted([*found, *more], key=lambda each: each.anchor))


def _touches(known: Attribution, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in (known.anchor, *known.content))


def _refusal(text: str, match: re.Match[str], mentions: Sequence[Mention]) -> Attribution | None:
    start = max([match.start() - _LONGEST, *_breaks(text, match.start())])
    source = _source(text, start, match, mentions)
    end = _END.search(text, match.end() + len("to "))
    content = trimmed(text, match.end(), end.start() if end else len(text))
    if source is None or content is None or (match["verb"] and _UNREAL.search(text, start, match.start())):
        return None
    helping = _HELPING.search(text, source.end, match.start()) if match["verb"] else None
    cue = Span.of(text, helping.start() if helping else match.start(), match.end("verb" if match["verb"] else "noun"))
    return Attribution(cue, source, (content,), confidence=_CONFIDENCE)


def _breaks(text: str, at: int) -> Iterator[int]:
    """Where sentences begin before `at`."""
    yield from (found.end() for found in _SENTENCE.finditer(text, max(0, at - _LONGEST), at))


def _source(text: str, start: int, match: re.Match[str], mentions: Sequence[Mention]) -> Span | None:
    """The nearest subject before a verb, anybody before a participle ("fined Lee for refusing"), a noun's owner."""
    near = [mention for mention in mentions if start <= mention.span.start < match.end()]
    found = [(span, rank) for span, rank in subjects(text, start, match.end(), near) if span.end <= match.start()]
    if match["noun"]:
        return found[-1][0] if found and _owns(text, found[-1][0], match.start()) else None
    is_participle = match[0].lower().rstrip().endswith("ing")
    fit = [span for span, rank in found if rank in _SUBJECTS or (is_participle and rank is Rank.OTHER)]
    return fit[-1] if fit and not _IF.search(text, start, fit[-1].start) else None


def _owns(text: str, span: Span, noun: int) -> bool:
    """True for "her", "Lee’s" before a noun, with a word or two between ("her outright refusal")."""
    between = text[span.end : noun]
    is_owner = between.startswith(("’", "'")) or span.text.lower() in OWNERS
    return is_owner and len(between.split()) <= _BETWEEN
