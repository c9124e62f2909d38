"""The times near a saying that are not its own, each with what speaks against it."""

from __future__ import annotations

from ...ledger import Attribution, Timex
from .saying import Sayings
from .sentences import sentence

# Why a time of the sentence is not taken to which `Sayings.objection` has none: no place of its tables fits it.
_APART = "it dates something else in the sentence: too far from the cue, in a clause of its own, or a bound"


def refused(sayings: Sayings, found: Attribution) -> tuple[tuple[Timex, str], ...]:
    """The other times of the cue's sentence and of the content, in text order, each with the reason."""
    if found.cue is None:
        return ()
    start, end = sentence(sayings.text, found.cue)
    end = max([end, *(piece.end for piece in found.content)])
    chosen = sayings.choose(found).time
    near = (time for time in sayings.times if start <= time.span.start < end)
    others = (time for time in near if chosen is None or time.span != chosen.span)
    return tuple((time, sayings.objection(time, found) or _APART) for time in others)
