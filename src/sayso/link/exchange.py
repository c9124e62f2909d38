"""The measures behind the features of an exchange: charge and reply, announcement and verdict, demand and response."""

from __future__ import annotations

import numpy as np

from .actpairs import weights
from .measures import comes_after, row
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


def _pairs(view: View, later: dict[str, float], earlier: dict[str, float]) -> Matrix:
    table: Matrix = np.outer(view.acts @ weights(later), view.acts @ weights(earlier))
    return table


def judges(view: View) -> Matrix:
    """A verdict on what was announced, demanded, promised or refused."""
    return _pairs(view, _VERDICTS, _JUDGED)


def meets_charge(view: View) -> Matrix:
    return _pairs(view, _PLEAS, _CHARGES)


def meets_request(view: View) -> Matrix:
    return _pairs(view, _RESPONSES, _REQUESTS)


def stays_silent(view: View) -> Matrix:
    return row(view.acts @ weights({"decline_comment": 1.0}))


def contrasts(view: View) -> Matrix:
    """A word of contrast before a statement that follows another one: "But", "for his part"."""
    return row(view.marks["contrasts"]) * comes_after(view)


def opens(view: View) -> Matrix:
    """How near the column stands to the opening of the report: 1 in it, less with each paragraph that holds sayings."""
    n = len(view)
    return np.broadcast_to(np.exp(-view.depths / 1.5), (n, n))


def one_paragraph(view: View) -> Matrix:
    together: Matrix = (view.paragraphs[:, None] == view.paragraphs[None, :]).astype(np.float64)
    return together


def first_of_speaker(view: View) -> Matrix:
    """The row is the first thing that its speaker says in the body of the report."""
    earlier = np.tril(view.is_same_voice & ~view.is_headline[None, :], -1).any(axis=1)
    known = np.array([voice is not None for voice in view.voices], dtype=bool)
    return row(known & ~earlier)


def has_words_of(view: View) -> Matrix:
    """How much of the shorter content is in the longer."""
    return view.held


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


def speaks_after(view: View) -> Matrix:
    """The row is the next thing said, inner statements aside, by another speaker than the column's after it."""
    n = len(view)
    table = np.zeros((n, n))
    outer = np.flatnonzero(view.parents < 0)
    for at, j in enumerate(outer):
        later = next((i for i in outer[at + 1 :] if not view.is_same_voice[i, j]), None)
        if later is not None:
            table[later, j] = 1.0
    return table


