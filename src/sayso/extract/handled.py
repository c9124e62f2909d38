"""What is done to a claim is no saying of its own: "a fact-check on Lee's claim that …", "seized on his remark"."""

from __future__ import annotations

from collections.abc import Sequence

from ..ledger import Attribution, Span
from .cuewords import has_noun, has_verb

# Characters between the borders of what the doubtful cue governs and those of the claim inside it: "the ", a stop.
_BEFORE, _AFTER = 24, 3
_NEAR = 6  # attributions after a cue among which the claim inside its content is looked for


def without_handlers(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those whose cue has no word of saying and whose whole content is another's claim, with its owner."""
    return tuple(each for at, each in enumerate(found) if not _handles(each, found[at + 1 : at + 1 + _NEAR]))


def _handles(each: Attribution, later: Sequence[Attribution]) -> bool:
    if each.cue is None or len(each.content) != 1 or has_verb(each.cue.text):
        return False
    whole = each.content[0]
    return any(_is_all_of(whole, other) for other in later if other.cue is not None)


def _is_all_of(whole: Span, claim: Attribution) -> bool:
    """True where `whole` is the noun phrase of the claim: its owner and noun first, the claimed content last."""
    if claim.cue is None or not claim.content or not has_noun(claim.cue.text):
        return False
    start = min(claim.cue.start, claim.source.start if claim.source else claim.cue.start)
    end = max(span.end for span in claim.content)
    return 0 <= start - whole.start <= _BEFORE and whole.holds(claim.cue) and abs(whole.end - end) <= _AFTER
