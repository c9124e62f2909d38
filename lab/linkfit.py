"""The weights of the linker: a conditional logit over each statement's candidates, pulled towards what is believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lab.linkcases import Case, clusters
from sayso.ledger.response import ANSWERING
from sayso.link import scoring, weights
from sayso.link.candidates import ANSWERS, WAYS, Way, candidates
from sayso.link.features import FEATURES
from sayso.link.scoring import SECOND_PASS
from sayso.link.view import Flags, Matrix, Ties, View, look

Fitted = dict[Way, tuple[dict[str, float], float]]
# Strength of the pull towards what is believed, chosen from a few by the figures with the reports left out.
PULL: dict[Way, float] = {"contradict": 3.0, "reply": 0.75, "counter": 2.0, "retell": 2.0}
# What is believed before any counting; 0 for the rest. Too few dossiers to learn it, and the definition says so.
BELIEVED = {
    "its content holds the claim": 4.0,
    "it sets another saying apart": -2.0,
    "the saying it names is another's": -2.0,
    "it is about something else": -4.0,
    "it is the first that the one asked says": 2.0,
}
SIGNS = {name: sign for name, _, sign in FEATURES}
WAY_OF: dict[str, Way] = {
    "denies": "contradict",
    "rejects": "contradict",
    "accepts": "contradict",
    "confirms": "contradict",
}
STEPS = 200
ROUNDS = 3
# Of the statements that retell nothing one in so many is learned from, and counts as often: they are nine in ten.
SPARED = 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A view with all that does not hang on the weights: its candidates, the reference's links, the plain features."""

    view: View
    pairs: dict[Way, Flags]
    wanted: dict[Way, Flags]
    values: dict[str, Matrix]
    weight: float  # how much its statements count in a fit


@dataclass(frozen=True, slots=True)
class Choices:
    """The candidates of many statements, one after another: m × features, where each one's begin, which are right."""

    values: NDArray[np.float64]
    begins: NDArray[np.int64]
    right: NDArray[np.bool_]
    counts: NDArray[np.float64]  # by statement: how much it counts


def prepared(case: Case, weight: float = 1.0, ties: Ties | None = None) -> list[Prepared]:
    names = {name for table in weights.WEIGHTS.values() for name in table}
    return [
        Prepared(view, candidates(view), wanted(case, view), scoring.measure(view, names), weight)
        for view in look(case.document, case.statements, case.actors, ties)
    ]


def wanted(case: Case, view: View) -> dict[Way, Flags]:
    """n × n: the reference's links of each way; a retelling is right to any earlier telling of the same saying."""
    place = {statement.id: i for i, statement in enumerate(view.statements)}
    tables: dict[Way, Flags] = {way: np.zeros((len(view), len(view)), dtype=bool) for way in WAYS}
    for source, target, relation in case.links:
        if relation in ANSWERING and source in place and target in place:
            is_question = view.statements[place[target]].act == "ask"
            way = WAY_OF.get(relation) or ("reply" if is_question else "counter")
            tables[way][place[source], place[target]] = True
    for told in clusters(case.links):
        at = sorted(place[identity] for identity in told if identity in place)
        for i, later in enumerate(at):
            tables["retell"][later, at[:i]] = True
    return tables


def choices(known: Sequence[Prepared], way: Way) -> Choices:
    """The choices of all statements that have any, under the weights now in force (they make the second pass)."""
    names, values, begins, right, counts, at = list(weights.WEIGHTS[way]), [], [], [], [], 0
    for each in known:
        settled = each.wanted["contradict"].any(axis=1) if way == "counter" else np.zeros(len(each.view), dtype=bool)
        second = second_pass(each) if SECOND_PASS & set(names) else {}
        table = each.values | second
        for i in np.flatnonzero(each.pairs[way].any(axis=1) & ~settled):
            columns = np.flatnonzero(each.pairs[way][i])
            is_right = each.wanted[way][i, columns].any()
            if way == "retell" and not is_right and i % SPARED:
                continue
            values.append(np.stack([table[name][i, columns] for name in names], axis=1))
            right.append(each.wanted[way][i, columns])
            begins.append(at)
            counts.append(each.weight * (1 if is_right or way != "retell" else SPARED))
            at += len(columns)
    return Choices(np.concatenate(values), np.array(begins), np.concatenate(right), np.array(counts))


def second_pass(each: Prepared) -> dict[str, Matrix]:
    first = [scoring.chances(each.values, each.pairs[way], way) for way in ANSWERS]
    view = replace(each.view, contradicted=first[0], questioned=first[1], countered=first[2])
    return scoring.measure(view, SECOND_PASS)


def logit(given: Choices, way: Way) -> tuple[dict[str, float], float]:
    """Weights and bias of the conditional logit, by Adam on the penalised likelihood; signs are held to the table's."""
    names = list(weights.WEIGHTS[way])
    believed = np.array([BELIEVED.get(name, 0.0) for name in names])
    signs = np.array([SIGNS[name] for name in names])
    lengths = np.diff(np.append(given.begins, len(given.right)))
    row = np.repeat(np.arange(len(lengths)), lengths)
    w, bias = believed.copy(), -2.0
    mean, spread = np.zeros(len(w) + 1), np.zeros(len(w) + 1)
    for step in range(1, STEPS + 1):
        scores = given.values @ w + bias
        top = np.maximum(np.maximum.reduceat(scores, given.begins), 0.0)
        strength = np.exp(scores - top[row])
        chance = strength / (np.add.reduceat(strength, given.begins) + np.exp(-top))[row]
        share = np.where(given.right, strength, 0.0)
        share /= np.maximum(np.add.reduceat(share, given.begins), 1e-300)[row]
        error = (share - chance) * given.counts[row]
        slope = np.append(error @ given.values - PULL[way] * (w - believed), error.sum() - 0.01 * bias)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        pace = 0.08 if step < 0.6 * STEPS else 0.02
        move = pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        w, bias = w + move[:-1], bias + move[-1]
        w = np.where(signs > 0, np.maximum(w, 0.0), np.minimum(w, 0.0))
    return dict(zip(names, map(float, w), strict=True)), float(bias)


@contextmanager
def using(fitted: Fitted) -> Iterator[None]:
    """The package's weights replaced for a while."""
    kept: Fitted = {way: (dict(weights.WEIGHTS[way]), weights.BIAS[way]) for way in WAYS}
    _put(fitted)
    try:
        yield
    finally:
        _put(kept)


def _put(table: Fitted) -> None:
    for way, (w, bias) in table.items():
        weights.WEIGHTS[way].update(w)
        weights.BIAS[way] = bias


def fit(train: Mapping[Way, Sequence[Prepared]]) -> Fitted:
    """Fits each way on its reports, several times over: the second pass's features follow from the weights before."""
    fitted: Fitted = {way: (dict.fromkeys(weights.WEIGHTS[way], 0.0), -9.0) for way in WAYS}
    for _ in range(ROUNDS):
        with using(fitted):
            given = {way: choices(train[way], way) for way in WAYS}
        fitted = {way: logit(given[way], way) for way in WAYS}
    return fitted
