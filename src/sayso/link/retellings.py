"""Which statement tells the same saying (a headline's, a spokesman's for his body), and which says the same again."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from ..ledger.response import Relation
from .scoring import Link
from .view import View, is_noun

# Acts that two tellings of one saying may be given: a headline that "blames" and a body that "alleges".
_KINDRED = (
    {"state", "announce", "assess", "predict", "acknowledge", "warn", "promise"},
    {"allege", "condemn", "state"},
    {"deny", "reject"},
    {"demand", "urge", "propose"},
    {"threaten", "warn", "promise"},
    {"praise", "agree"},
)
_AGAIN = re.compile(r"\b(?:again|repeat\w*|reiterat\w*|restat\w*|once more|as before)\b", re.IGNORECASE)
# Measured on the same_utterance and repeats links inside the 20 dossier reports and the seed (18 and 3, with 1,900
# pairs of one side that are neither): the least shares of common content at which most are right.
_HEADLINE_LIKENESS = 0.12
_BODY_LIKENESS = 0.3
_REPEATED_LIKENESS = 0.4
# For a claim that a denial or the like holds ("rejected her claim that …") less will do: it was made elsewhere.
_CLAIM_LIKENESS = 0.3


def retellings(view: View, answered: Mapping[tuple[int, Relation], int]) -> list[Link]:
    """At most one link of each kind from each statement to an earlier one; `answered`: what (row, relation) answers."""
    stands = {row: column for (row, relation), column in answered.items() if relation in {"denies", "rejects"}}
    links = []
    is_kin = np.tril(view.is_same_side | view.is_same_voice, -1)
    for row in range(len(view)):
        told: dict[Relation, tuple[float, int, str]] = {}
        for column in map(int, np.flatnonzero(is_kin[row])):
            found = _retold(view, row, column, stands)
            if found and (found[0] not in told or told[found[0]][0] < found[1]):
                told[found[0]] = (found[1], column, found[2])
        links += [
            Link(row, column, relation, round(min(0.95, chance), 3), ((why, round(chance, 2)),))
            for relation, (chance, column, why) in told.items()
        ]
    return links


def _retold(view: View, row: int, column: int, stands: Mapping[int, int]) -> tuple[Relation, float, str] | None:
    """The relation, how likely it is, and what shows it; None where the two are not one saying."""
    later, earlier = view.statements[row], view.statements[column]
    is_same = view.is_same_voice[row, column]
    is_claim = _is_held_claim(view, row) or _is_held_claim(view, column)
    if (later.actor_id is None or earlier.actor_id is None) and not is_claim:
        return None  # its voice is only taken from what it is like, which is no evidence of a retelling
    if not (is_same or _is_spokesman(view, row, column)) or later.negated != earlier.negated:
        return None
    if view.parents[row] == column or view.parents[column] == row or not _are_kindred(later.act, earlier.act):
        return None
    alike = float(view.likeness[row, column])
    of_one_claim = row in stands and stands[row] == stands.get(column)
    if view.is_headline[column] and not view.is_headline[row]:
        if view.parents[row] < 0 and (alike >= _HEADLINE_LIKENESS or of_one_claim):
            return "same_utterance", 0.6 + 0.3 * alike + 0.2 * of_one_claim, "the headline tells it"
        return None
    if is_same and is_claim and alike >= _CLAIM_LIKENESS:
        return "repeats", 0.5 + 0.5 * alike, "the claim that another statement holds, told elsewhere"
    if is_same and (alike >= _REPEATED_LIKENESS or (of_one_claim and later.cue and _AGAIN.search(later.cue.text))):
        return "repeats", 0.5 + 0.5 * alike, "the same speaker, the same content"
    if not is_same and alike >= _BODY_LIKENESS:
        return "same_utterance", 0.4 + 0.5 * alike, "a spokesman and the body he speaks for, the same content"
    return None


def _is_held_claim(view: View, at: int) -> bool:
    """A noun for a saying, with what was said, inside the content of another statement."""
    return bool(view.parents[at] >= 0) and is_noun(view.statements[at].cue)


def _are_kindred(act: str, other: str) -> bool:
    return act == other or any(act in kin and other in kin for kin in _KINDRED)


def _is_spokesman(view: View, row: int, column: int) -> bool:
    """The two speakers are of one country and at least one of them is a body, not a person."""
    kinds = {view.names.kinds.get(view.voices[i] or "") for i in (row, column)}
    return bool(view.is_same_side[row, column]) and bool(kinds & {"state", "organisation", "bloc"})
