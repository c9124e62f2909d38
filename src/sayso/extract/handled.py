"""What is done to a claim is no saying of its own: "a fact-check on Lee's claim that …", "seized on his remark"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .. import lexicon
from ..ledger import Attribution, Span

_WORD = re.compile(r"[\w’'-]+")
# Characters between the borders of what the doubtful cue governs and those of the claim inside it: "the ", a stop.
_BEFORE, _AFTER = 24, 3
_NEAR = 6  # attributions after a cue among which the claim inside its content is looked for


def without_handlers(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those whose cue has no word of saying and whose whole content is another's claim, with its owner."""
    return tuple(each for at, each in enumerate(found) if not _handles(each, found[at + 1 : at + 1 + _NEAR]))


def _handles(each: Attribution, later: Sequence[Attribution]) -> bool:
    if each.cue is None or len(each.content) != 1 or _says(each.cue.text):
        return False
    whole = each.content[0]
    return any(_is_all_of(whole, other) for other in later if other.cue is not None)


def _is_all_of(whole: Span, claim: Attribution) -> bool:
    """True where `whole` is the noun phrase of the claim: its owner and noun first, the claimed content last."""
    if claim.cue is None or not claim.content or not _is_noun(claim.cue.text):
        return False
    start = min(claim.cue.start, claim.source.start if claim.source else claim.cue.start)
    end = max(span.end for span in claim.content)
    return 0 <= start - whole.start <= _BEFORE and whole.holds(claim.cue) and abs(whole.end - end) <= _AFTER


def _says(cue: str) -> bool:
    return _has_any(cue, _verbs())


def _is_noun(cue: str) -> bool:
    return _has_any(cue, _nouns())


def _has_any(cue: str, forms: frozenset[str]) -> bool:
    words = [word.lower() for word in _WORD.findall(cue)]
    parts = (words[at : at + length] for length in range(1, 4) for at in range(len(words) - length + 1))
    return any(" ".join(part) in forms for part in parts)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for cue in lexicon.cues() if cue.part != "noun" for form in cue.forms)


@cache
def _nouns() -> frozenset[str]:
    nouns = (form for cue in lexicon.cues() if cue.part == "noun" for form in cue.forms)
    return frozenset(nouns) | frozenset(lexicon.sayings())
