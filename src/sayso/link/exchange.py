"""The measures behind the features of an exchange: charge and reply, decision and verdict, demand and response."""

from __future__ import annotations

import numpy as np

from .actpairs import weights
from .measures import aimed_at, asked, row, something_else
from .retold import opens
from .view import Matrix, View

_VERDICTS = {"condemn": 1.0, "praise": 1.0, "reject": 0.8, "urge": 0.4, "assess": 0.4, "warn": 0.5, "demand": 0.4}
_JUDGED = {
    "announce": 1.0,
    "demand": 0.8,
    "promise": 0.8,
    "propose": 0.8,
    "threaten": 0.8,
    "deny": 0.7,
    "reject": 0.7,
    "agree": 0.7,
    "urge": 0.6,
}
_PLEAS = {
    "deny": 1.0,
    "decline_comment": 1.0,
    "state": 0.8,
    "assess": 0.6,
    "acknowledge": 0.6,
    "promise": 0.6,
    "announce": 0.5,
    "condemn": 0.5,
    "ask": 0.5,
    "allege": 0.5,
    "reject": 0.5,
}
_CHARGES = {"allege": 1.0, "condemn": 0.9, "warn": 0.4, "assess": 0.3}
_RESPONSES = {
    "announce": 0.7,
    "promise": 0.8,
    "agree": 0.8,
    "propose": 0.7,
    "reject": 0.8,
    "decline_comment": 1.0,
    "state": 0.5,
    "assess": 0.5,
    "demand": 0.5,
    "urge": 0.5,
}
_REQUESTS = {"demand": 1.0, "urge": 1.0, "propose": 0.8, "threaten": 0.8, "ask": 0.7}
_CLAIMS = {"allege": 1.0, "condemn": 0.7, "state": 0.5, "predict": 0.5, "assess": 0.5}
_CRITICISM = {"condemn": 1.0, "allege": 0.8, "assess": 0.3, "ask": 0.3}


def _pairs(view: View, later: dict[str, float], earlier: dict[str, float]) -> Matrix:
    table: Matrix = np.outer(view.acts @ weights(later), view.acts @ weights(earlier))
    return table


def judges(view: View) -> Matrix:
    """A verdict on what was announced, demanded, promised or refused."""
    return _pairs(view, _VERDICTS, _JUDGED)


def judges_opening(view: View) -> Matrix:
    """A verdict on what was announced in the opening of the report: there stands the decision that all speak of."""
    table: Matrix = judges(view) * opens(view)
    return table


def judges_its_author(view: View) -> Matrix:
    """A verdict aimed at the one whose decision it is, or that names him."""
    table: Matrix = judges(view) * np.maximum(view.named[0], 0.7 * view.named[1])
    return table


def meets_charge(view: View) -> Matrix:
    """Something that the one who is accused or blamed, or his side, could say to it."""
    table: Matrix = _pairs(view, _PLEAS, _CHARGES) * aimed_at(view)
    return table


def meets_request(view: View) -> Matrix:
    """Something that the one who is asked to act, or his side, could say to it."""
    table: Matrix = _pairs(view, _RESPONSES, _REQUESTS) * aimed_at(view)
    return table


def first_after_charge(view: View) -> Matrix:
    """The row is the first thing that the one aimed at says after the column, outside of other statements."""
    n = len(view)
    table = np.zeros((n, n))
    target = asked(view).astype(bool)
    outer = np.flatnonzero(view.parents < 0)
    for j in np.flatnonzero(target.any(axis=0)):
        first = next((i for i in outer if i > j and target[i, j]), None)
        if first is not None:
            table[first, j] = 1.0
    return table


def hits_back(view: View) -> Matrix:
    """Criticism of the one who had criticised the speaker or his side."""
    back = np.maximum(view.named[0], 0.7 * view.named[1]) * aimed_at(view)
    table: Matrix = _pairs(view, _CRITICISM, _CRITICISM) * back
    return table


def stays_silent(view: View) -> Matrix:
    """No comment, near the thing said of the speaker or his side."""
    silent = row(view.acts @ weights({"decline_comment": 1.0}))
    table: Matrix = silent * np.maximum(aimed_at(view), 0.3)
    return table


def one_paragraph(view: View) -> Matrix:
    together: Matrix = (view.paragraphs[:, None] == view.paragraphs[None, :]).astype(np.float64)
    return together


def first_of_speaker(view: View) -> Matrix:
    """The row is the first thing that its speaker says in the body of the report."""
    earlier = np.tril(view.is_same_voice & ~view.is_headline[None, :], -1).any(axis=1)
    known = np.array([voice is not None for voice in view.voices], dtype=bool)
    return row(known & ~earlier)


def answers_elsewhere(view: View) -> Matrix:
    """Another statement of the row's speaker answers the column, near to the row."""
    n = len(view)
    gap = np.abs(np.arange(n)[:, None] - np.arange(n)[None, :])
    same = view.is_same_voice * np.exp(-np.maximum(gap - 1, 0) / 2.0)
    np.fill_diagonal(same, 0.0)
    given = np.maximum(view.contradicted, view.countered)
    best = np.zeros((n, n))
    for other in np.flatnonzero(given.any(axis=1)):
        rows = np.flatnonzero(same[:, other])
        best[rows] = np.maximum(best[rows], same[rows, other, None] * given[other])
    return best


def many_answer(view: View) -> Matrix:
    """How many others are held to answer the column: what one answers, more do."""
    given = np.maximum(view.contradicted, view.countered)
    others = given.sum(axis=0, keepdims=True) - given
    table: Matrix = np.minimum(others / 2.0, 1.0)
    return table


def speaks_after(view: View) -> Matrix:
    """The row is the next thing said, inner statements aside, by another speaker than the column's after it.

    Less where it is about something else: who speaks next may turn to another matter.
    """
    n = len(view)
    table = np.zeros((n, n))
    outer = np.flatnonzero(view.parents < 0)
    for at, j in enumerate(outer):
        later = next((i for i in outer[at + 1 :] if not view.is_same_voice[i, j]), None)
        if later is not None:
            table[later, j] = 1.0
    told: Matrix = table * (1.0 - something_else(view))
    return told


def from_nobody(view: View) -> Matrix:
    """A claim without a source ("accusations that …"): reports tell such a one for the sake of the answer to it."""
    n = len(view)
    flags = np.array([s.source is None for s in view.statements], dtype=bool)
    return np.broadcast_to(flags * (view.acts @ weights(_CLAIMS)), (n, n))
