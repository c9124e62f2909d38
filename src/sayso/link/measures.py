"""The measures behind the features of an answer: who is named, aimed at and asked, where the two stand, which acts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .actpairs import COUNTERED, COUNTERING, act_table, weights
from .view import Matrix, View


def holds_it(view: View) -> Matrix:
    n = len(view)
    table = np.zeros((n, n))
    inner = np.flatnonzero(view.parents >= 0)
    table[view.parents[inner], inner] = 1.0
    return table


def names_speaker(view: View) -> Matrix:
    return view.named[0]


def names_saying(view: View) -> Matrix:
    n = len(view)
    table = np.zeros((n, n))
    for i, found in enumerate(view.anaphors):
        acts = frozenset().union(*(anaphor.acts for anaphor in found))
        if acts:
            table[i] = view.acts @ weights(dict.fromkeys(acts, 1.0))
    return table


def shares_words(view: View) -> Matrix:
    return np.minimum(view.likeness / 0.5, 1.0)


def same_side(view: View) -> Matrix:
    return view.is_same_side.astype(np.float64)


def acts_fit(view: View) -> Matrix:
    return view.acts @ act_table("contradicted") @ view.acts.T


def awaits(view: View) -> Matrix:
    return np.broadcast_to(view.acts @ weights(COUNTERED), (len(view), len(view)))


def counters(view: View) -> Matrix:
    return np.broadcast_to((view.acts @ weights(COUNTERING))[:, None], (len(view), len(view)))


def contradicts(view: View) -> Matrix:
    """The row's act, by itself, answers something."""
    share = view.acts @ weights({"deny": 1.0, "reject": 1.0, "agree": 0.7, "acknowledge": 0.4, "praise": 0.3})
    return np.broadcast_to(share[:, None], (len(view), len(view)))


def row(flags: NDArray[Any]) -> Matrix:
    """What is told of each later statement, as a matrix."""
    n = len(flags)
    return np.broadcast_to(flags.astype(np.float64)[:, None], (n, n))


def denies_in_words(view: View) -> Matrix:
    """1 for a word of denial or refusal, 0.5 for a bare negation."""
    return row(np.maximum(view.marks["denies"] | view.marks["refuses"], 0.5 * view.marks["negates"]))


def replies_in_words(view: View) -> Matrix:
    return row(view.marks["replies"])


def comes_after(view: View) -> Matrix:
    return np.tril(np.ones((len(view), len(view))), -1)


def is_next(view: View) -> Matrix:
    """The row is the first outer statement after the column (what lies inside either of them is not counted)."""
    n = len(view)
    table = np.zeros((n, n))
    outer = np.cumsum(view.parents < 0)
    gap: NDArray[np.int64] = outer[:, None] - outer[None, :]
    table[(gap == 1) & (np.arange(n)[:, None] > np.arange(n)[None, :])] = 1.0
    return table


def near(view: View) -> Matrix:
    gap = np.abs(view.paragraphs[:, None] - view.paragraphs[None, :])
    near: Matrix = np.exp(-gap / 2.0)
    return near


def headline_apart(view: View) -> Matrix:
    apart: Matrix = (view.is_headline[:, None] != view.is_headline[None, :]).astype(np.float64)
    return apart


def told_before(view: View) -> Matrix:
    """The column tells again what its speaker was told to have said earlier in the body of the report."""
    n = len(view)
    again = view.is_same_voice & (view.likeness >= 0.25) & ~view.is_headline
    return np.broadcast_to(np.tril(again, -1).any(axis=1).astype(np.float64), (n, n))


def inside_another(view: View) -> Matrix:
    """The column lies in a statement that is not the row."""
    n = len(view)
    return np.broadcast_to((view.parents >= 0).astype(np.float64), (n, n)) * (1.0 - holds_it(view))


def central(view: View) -> Matrix:
    """How much of the report turns on the column: its mean likeness to the others, the largest 1."""
    n = len(view)
    mass = (view.likeness.sum(axis=0) - 1.0) * (view.acts @ weights(COUNTERED))
    return np.broadcast_to(mass / max(float(mass.max(initial=0.0)), 1e-9), (n, n))


def not_first(view: View) -> Matrix:
    """The speaker of the column had made another charge or demand before, in the body of the report."""
    n = len(view)
    waits = (view.acts @ weights(COUNTERED) >= 0.6) & (view.parents < 0) & ~view.is_headline
    later = np.tril(view.is_same_voice & waits, -1).any(axis=1)
    return np.broadcast_to(later.astype(np.float64), (n, n))


@lru_cache(maxsize=1)
def asked(view: View) -> Matrix:
    table = np.zeros((len(view), len(view)))
    for j, statement in enumerate(view.statements):
        if statement.target_ids:
            table[:, j] = [voice in statement.target_ids for voice in view.voices]
    return table


def asks_another(view: View) -> Matrix:
    n = len(view)
    return np.broadcast_to(np.array([float(bool(s.target_ids)) for s in view.statements]), (n, n)) - asked(view)


def first_since(view: View) -> Matrix:
    """The row is the first thing that the one who was asked says after the question, outside of other statements."""
    table = np.zeros((len(view), len(view)))
    for j in np.flatnonzero(asked(view).any(axis=0)):
        targets = view.statements[j].target_ids
        later = (i for i in range(j + 1, len(view)) if view.parents[i] < 0 and view.voices[i] in targets)
        if (first := next(later, None)) is not None:
            table[first, j] = 1.0
    return table


def companion(view: View) -> Matrix:
    """Another statement of the row's side contradicts the column."""
    same = same_side(view) * np.where(view.is_headline[:, None] | view.is_headline[None, :], 1.0, near(view))
    np.fill_diagonal(same, 0.0)
    best = np.zeros((len(view), len(view)))
    for other in np.flatnonzero(view.contradicted.any(axis=1)):
        rows = np.flatnonzero(same[:, other])
        best[rows] = np.maximum(best[rows], same[rows, other, None] * view.contradicted[other])
    return best


def goes_on(view: View) -> Matrix:
    """The row's speaker has just answered the column's question."""
    table = np.zeros((len(view), len(view)))
    for i in range(1, len(view)):
        if view.voices[i] is not None and view.voices[i] == view.voices[i - 1]:
            table[i] = view.questioned[i - 1]
    return table


def each_other(view: View) -> Matrix:
    """Each speaks of the other's side."""
    return view.named[1] * view.named[1].T


@lru_cache(maxsize=1)
def aimed_at(view: View) -> Matrix:
    """The column speaks of the row's speaker (1) or of his side (0.7): he is the one who would answer it."""
    return np.maximum(view.named[0], 0.7 * view.named[1]).T * (1.0 - same_side(view))


def opens_on(view: View) -> Matrix:
    """The column is the first thing that waits for an answer and speaks of the row's side, in the body of the report.

    Reports come back all along to the charge they begin with: "an answer links to the earliest telling".
    """
    waits = (view.acts @ weights(COUNTERED) >= 0.6) & ~view.is_headline
    open_to = (aimed_at(view) > 0) & waits[None, :]
    first = np.zeros((len(view), len(view)))
    rows = np.flatnonzero(open_to.any(axis=1))
    first[rows, open_to[rows].argmax(axis=1)] = 1.0
    return first


@lru_cache(maxsize=1)
def something_else(view: View) -> Matrix:
    """The row says what it is about in words of its own, the column has none of them, and nothing else ties the two."""
    says = np.minimum(np.maximum(view.own_words - 1.0, 0.0) / 1.5, 1.0)
    # That the column speaks of the row's side ties them a little: who is accused of one thing may deny another.
    spoken = [view.named[1], 0.1 * view.named[1].T]
    ties = np.maximum.reduce([*spoken, np.minimum(view.likeness / 0.2, 1.0), holds_it(view)])
    untied: Matrix = says[:, None] * (1.0 - ties)
    return untied


def names_another(view: View) -> Matrix:
    """The row names a speaker of the report who is of another side, and neither the column's speaker nor his side."""
    others = view.named[0] * (1.0 - same_side(view))
    elsewhere: Matrix = np.minimum(others.sum(axis=1, keepdims=True), 1.0) * (1.0 - view.named[1])
    return elsewhere


def anothers_saying(view: View) -> Matrix:
    """The row says whose saying it answers ("the demand by X", "X's claims"), and the column's speaker is another."""
    n = len(view)
    table = np.zeros((n, n))
    for i, found in enumerate(view.anaphors):
        owners = [mention for anaphor in found for mention in view.names.within((anaphor.owner,))]
        if not owners:
            continue
        actors, sides = {owner[2] for owner in owners}, {owner[3] for owner in owners}
        table[i] = [not (v in actors or s in sides) for v, s in zip(view.voices, view.sides, strict=True)]
    return table


def another_saying(view: View) -> Matrix:
    return row(view.marks["sets apart"])
