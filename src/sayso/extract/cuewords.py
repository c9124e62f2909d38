"""What the words of a cue are: verbs or nouns of saying, or a closed class of hearsay."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .. import lexicon
from ..inflection import verb_forms

_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 3  # words of a form of the lexicon
_HEARSAY = re.compile(
    r"(?:.*\b)?(?:allegedly|reportedly|supposedly|purportedly|reputedly|ostensibly|rumou?redly)"
    r"|(?:it\s+)?(?:is|are|was|were|has been|have been|being)\s+(?:\w+ly\s+|also\s+|now\s+)?"
    r"(?:said|thought|believed|understood|alleged|reported|rumou?red|presumed|feared|claimed|reputed|suspected)",
    re.IGNORECASE,
)


def has_verb(cue: str) -> bool:
    """True for a cue with a verb, adverb or adjective of saying of the lexicon: "has flatly denied"."""
    return _has_any(cue, verbs())


def has_noun(cue: str) -> bool:
    """True for a cue with a noun of saying: "claim", "call for"."""
    return _has_any(cue, nouns())


def is_hearsay(cue: str) -> bool:
    """True where nobody is named by grammar: "reportedly", "is believed"."""
    return _HEARSAY.fullmatch(cue) is not None


def is_attitude(cue: str) -> bool:
    """True for a cue of thinking, wanting or seeing and no word of saying besides: "believe", "was considering"."""
    return _has_any(cue, attitudes()) and not _has_any(cue, _sayings())


_NOT_BARE = re.compile(r"(?:not|never)\s+(?:\w+ly\s+)?([a-z]+)", re.IGNORECASE)


def is_subjunctive(cue: str) -> bool:
    """True for "not ask" as in "a request that they not ask": nobody has said that, and nobody is told not to have."""
    found = _NOT_BARE.fullmatch(cue)
    return found is not None and found[1].lower() in _bare()


@cache
def _bare() -> frozenset[str]:
    """Bare forms of verbs of saying that differ from every other form of theirs."""
    verbs_of = (cue.forms for cue in lexicon.cues() if cue.part == "verb" and len(cue.forms) > 1)
    return frozenset(min(forms, key=len) for forms in verbs_of)


@lru_cache(maxsize=4096)
def _has_any(cue: str, forms: frozenset[str]) -> bool:
    words = [word.lower() for word in _WORD.findall(cue)]
    parts = (words[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(words) - length + 1))
    return any(" ".join(part) in forms for part in parts)


@cache
def verbs() -> frozenset[str]:
    """Every form of a verb, adverb or adjective of saying in the lexicon."""
    return frozenset(form for cue in lexicon.cues() if cue.part != "noun" for form in cue.forms)


@cache
def _sayings() -> frozenset[str]:
    return verbs() - attitudes()


# Verbs of attitude that may be told of anybody, whatever he says.
_ATTITUDES = (
    "hope want wish believe think expect fear feel plan intend know understand worry need trust like prefer consider "
    "view see regard mean seek aim try"
)


@cache
def attitudes() -> frozenset[str]:
    """Every form of a verb of attitude."""
    return frozenset(form for verb in _ATTITUDES.split() for form in verb_forms(verb))


@cache
def nouns() -> frozenset[str]:
    """Every form of a noun of saying in the lexicon."""
    forms = (form for cue in lexicon.cues() if cue.part == "noun" for form in cue.forms)
    return frozenset(forms) | frozenset(lexicon.sayings())
