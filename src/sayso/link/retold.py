"""The measures behind the features of a retelling: who tells, how alike, a summary and the quotation behind it."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from ..ledger import ACTS
from .measures import is_next, row
from .view import Matrix, View

# Acts that two tellings of one saying may be given: a headline that "blames" and a body that "alleges".
KINDRED = (
    {"state", "announce", "assess", "predict", "acknowledge", "warn", "promise"},
    {"allege", "condemn", "state"},
    {"condemn", "assess"},
    {"deny", "reject"},
    {"demand", "urge", "propose"},
    {"threaten", "warn", "promise"},
    {"praise", "agree", "assess"},
)
_QUOTED = re.compile(r"[“\"‘]([^“”\"’‘]{4,200})[”\"’]")
_SHORT = 6.0  # words of its own below which a content counts as a summary


def same_speaker(view: View) -> Matrix:
    return view.is_same_voice.astype(np.float64)


def may_speak_for(view: View) -> Matrix:
    """Two speakers of one side, not the same one, of whom at least one is no person: a spokesman and his ministry."""
    kinds = [view.names.kinds.get(voice or "") for voice in view.voices]
    is_body = np.array([kind in {"state", "organisation", "bloc", "group"} for kind in kinds], dtype=bool)
    flags = view.is_same_side & ~view.is_same_voice & (is_body[:, None] | is_body[None, :])
    table: Matrix = flags.astype(np.float64)
    return table


def is_unnamed(view: View) -> Matrix:
    """One of the two has no known speaker, or one without a name, and the other is a different one."""
    kinds = [view.names.kinds.get(voice or "", "unnamed") for voice in view.voices]
    open_ = np.array([kind in {"unnamed", "group"} for kind in kinds], dtype=bool)
    table: Matrix = ((open_[:, None] | open_[None, :]) & ~view.is_same_voice).astype(np.float64)
    return table


def one_act(view: View) -> Matrix:
    table: Matrix = view.acts @ view.acts.T
    return table


def kindred_acts(view: View) -> Matrix:
    """Different acts that two tellings of one saying are often given."""
    table: Matrix = view.acts @ _kindred() @ view.acts.T
    return table


@cache
def _kindred() -> Matrix:
    rows = [[a != b and any(a in kin and b in kin for kin in KINDRED) for b in ACTS] for a in ACTS]
    return np.array(rows, dtype=np.float64)


def quotes_it(view: View) -> Matrix:
    """The two have a quoted phrase in common."""
    n = len(view)
    table = np.zeros((n, n))
    told = [" ".join(span.text for span in s.content).lower() for s in view.statements]
    phrases = [{found.strip(" ,.") for found in _QUOTED.findall(text)} for text in told]
    for i in range(n):
        for phrase in phrases[i]:
            if " " in phrase:
                table[i, [j for j in range(n) if j != i and phrase in told[j]]] = 1.0
    both: Matrix = np.maximum(table, table.T)
    return both


def gives_quotation(view: View) -> Matrix:
    """The row is the quotation right behind its speaker's words in the report's own: summary first, then in full."""
    direct = np.array([s.manner != "indirect" for s in view.statements], dtype=bool)
    flags = direct[:, None] & ~direct[None, :] & view.is_same_voice
    return is_next(view) * flags


def is_summary(view: View) -> Matrix:
    """The column says little: "criticised the strike", of which the fuller telling may follow."""
    n = len(view)
    return np.broadcast_to(np.maximum(1.0 - view.own_words / _SHORT, 0.0), (n, n))


def adds(view: View) -> Matrix:
    """It is told as something further: "he also said", "she added"."""
    return row(view.marks["adds"])


def first_again(view: View) -> Matrix:
    """The row is the first thing that the column's speaker says after it, outside of other statements."""
    n = len(view)
    table = np.zeros((n, n))
    for j in range(n):
        later = (i for i in range(j + 1, n) if view.parents[i] < 0 and view.is_same_voice[i, j])
        if (first := next(later, None)) is not None:
            table[first, j] = 1.0
    return table


def fills_out_opening(view: View) -> Matrix:
    """The column stands in the report's opening (1, less with each paragraph), the row in a paragraph behind it."""
    behind = view.depths[:, None] > view.depths[None, :]
    table: Matrix = np.exp(-view.depths / 1.5)[None, :] * behind
    return table


def one_claim(view: View) -> Matrix:
    """Both contradict one claim."""
    table: Matrix = np.minimum(view.contradicted @ view.contradicted.T, 1.0)
    np.fill_diagonal(table, 0.0)
    return table


def is_inner(view: View) -> Matrix:
    """One of the two lies in another statement."""
    inner = view.parents >= 0
    table: Matrix = (inner[:, None] | inner[None, :]).astype(np.float64)
    return table


def other_targets(view: View) -> Matrix:
    """Both tell at whom they are aimed, and have none in common."""
    targets = [set(s.target_ids) for s in view.statements]
    return np.array([[float(bool(a and b and not a & b)) for b in targets] for a in targets]).reshape(len(view), len(view))


def differs_negated(view: View) -> Matrix:
    """One of them tells what its source did not say, the other what it said."""
    flags = np.array([s.negated for s in view.statements], dtype=bool)
    table: Matrix = (flags[:, None] != flags[None, :]).astype(np.float64)
    return table


def opening_shares(view: View) -> Matrix:
    """Words that the row shares with a column in the opening: there a saying is summed up, and less is enough."""
    return fills_out_opening(view) * np.minimum(view.likeness / 0.3, 1.0)


def shares_own(view: View) -> Matrix:
    """Words that two tellings by one speaker share."""
    return np.minimum(view.likeness / 0.4, 1.0) * view.is_same_voice
