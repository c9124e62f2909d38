"""Which statement tells the same saying as an earlier one, and which says the same again."""

from __future__ import annotations

import re

from ..ledger.response import Relation
from .view import View, is_noun

_AGAIN = re.compile(r"\b(?:again|repeat\w*|reiterat\w*|restat\w*|once more|as before)\b", re.IGNORECASE)


def retelling(view: View, row: int, column: int) -> Relation:
    """`repeats` where the cue says so, or for a claim that another statement holds ("rejected her claim that …")."""
    cue = view.statements[row].cue
    is_again = cue is not None and bool(_AGAIN.search(cue.text))
    if is_again or _is_held_claim(view, row) or _is_held_claim(view, column):
        return "repeats"
    return "same_utterance"


def _is_held_claim(view: View, at: int) -> bool:
    """A noun for a saying, with what was said, inside the content of another statement."""
    return bool(view.parents[at] >= 0) and is_noun(view.statements[at].cue)
