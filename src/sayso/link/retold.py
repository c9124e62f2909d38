"""The measures behind the features of a retelling: how alike the two are, a summary and the quotation behind it."""

from __future__ import annotations

import re

import numpy as np

from .measures import is_next, row
from .view import Flags, Matrix, View

_QUOTED = re.compile(r"[“\"‘]([^“”\"’‘]{4,200})[”\"’]")
_DEPTH = 1.5  # paragraphs with sayings within which the opening fades
_SHORT = 6.0  # words of its own below which a content counts as a summary


def opens(view: View) -> Matrix:
    """How near the column stands to the opening of the report: 1 in it, less with each paragraph that holds sayings."""
    n = len(view)
    return np.broadcast_to(np.exp(-view.depths / _DEPTH), (n, n))


def has_words_of(view: View) -> Matrix:
    """How much of the shorter content is in the longer."""
    return view.held


def one_act(view: View) -> Matrix:
    table: Matrix = view.acts @ view.acts.T
    return table


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
    behind: Matrix = is_next(view) * flags
    return behind


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
    table: Matrix = opens(view) * behind
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
    codes = {target: i for i, target in enumerate({t: None for s in view.statements for t in s.target_ids})}
    table = np.zeros((len(view), len(codes)))
    for row_at, statement in enumerate(view.statements):
        table[row_at, [codes[target] for target in statement.target_ids]] = 1.0
    told: Flags = table.sum(axis=1) > 0
    apart: Matrix = (told[:, None] & told[None, :] & (table @ table.T == 0)).astype(np.float64)
    return apart


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
