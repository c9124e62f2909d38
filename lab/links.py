"""Fits and measures the links inside a report on the annotated dossiers, one dossier left out at a time.

python -m lab.links            the figures: weights of the package, a fit without the dossier, damaged statements
python -m lab.links --fit      the table of weights to paste into src/sayso/link/weights.py
python -m lab.links --errors   what the fit without the dossier gets wrong
"""

from __future__ import annotations

import collections
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lab.linkcases import Case, cases, damaged, shared
from sayso.ledger import Response
from sayso.ledger.response import ANSWERING
from sayso.link import respond, scoring, weights
from sayso.link.candidates import WAYS, Way, candidates
from sayso.link.features import FEATURES
from sayso.link.view import View, look

Links = frozenset[tuple[str, str, str]]
# Strength of the pull towards what is believed, chosen from a few by the figures with the dossier left out.
PULL: dict[Way, float] = {"contradict": 1.5, "reply": 0.75, "counter": 2.0}
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


@dataclass(frozen=True, slots=True)
class Row:
    """One statement's choice: candidates × features, and which candidates the reference links."""

    values: NDArray[np.float64]
    right: NDArray[np.bool_]


def wanted(case: Case, view: View) -> dict[Way, NDArray[np.bool_]]:
    """n × n: the reference's links of each way of answering."""
    place = {statement.id: i for i, statement in enumerate(view.statements)}
    tables = {way: np.zeros((len(view), len(view)), dtype=bool) for way in WAYS}
    for source, target, relation in case.links:
        if relation in ANSWERING and source in place and target in place:
            is_question = view.statements[place[target]].act == "ask"
            way = WAY_OF.get(relation) or ("reply" if is_question else "counter")
            tables[way][place[source], place[target]] = True
    return tables


def rows(case: Case) -> Iterator[tuple[Way, Row]]:
    """The choices of a report's statements under the weights now in force (they make the second pass's features)."""
    for view in look(case.document, case.statements, case.actors):
        yield from _choices(case, view)


def _choices(case: Case, view: View) -> Iterator[tuple[Way, Row]]:
    pairs, tables, values = candidates(view), wanted(case, view), scoring.score(view).values
    for way in WAYS:
        for i in range(len(view)):
            if pairs[way][i].any() and not (way == "counter" and tables["contradict"][i].any()):
                at = np.flatnonzero(pairs[way][i])
                table = np.stack([values[name][i, at] for name in weights.WEIGHTS[way]], axis=1)
                yield way, Row(table, tables[way][i, at])


def logit(choices: list[Row], way: Way) -> tuple[dict[str, float], float]:
    """Weights and bias of the conditional logit, by Adam on the penalised likelihood; signs are held to the table's."""
    names = list(weights.WEIGHTS[way])
    believed = np.array([BELIEVED.get(name, 0.0) for name in names])
    signs = np.array([SIGNS[name] for name in names])
    shape = (len(choices), max(len(row.right) for row in choices))
    values, is_there = np.zeros((*shape, len(names))), np.zeros(shape, dtype=bool)
    right = np.zeros(shape, dtype=bool)
    for i, row in enumerate(choices):
        values[i, : len(row.right)], right[i, : len(row.right)], is_there[i, : len(row.right)] = (
            row.values,
            row.right,
            True,
        )
    w, bias = believed.copy(), -2.0
    mean, spread = np.zeros(len(w) + 1), np.zeros(len(w) + 1)
    for step in range(1, STEPS + 1):
        scores = np.where(is_there, values @ w + bias, -np.inf)
        top = np.maximum(scores.max(axis=1), 0.0)[:, None]
        strength = np.exp(scores - top)
        chance = strength / (strength.sum(axis=1, keepdims=True) + np.exp(-top))
        share = np.where(right, strength, 0.0)
        share /= np.maximum(share.sum(axis=1, keepdims=True), 1e-300)
        error = share - chance
        slope = np.append(np.einsum("rm,rmk->k", error, values) - PULL[way] * (w - believed), error.sum() - 0.01 * bias)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        move = (
            (0.08 if step < 0.6 * STEPS else 0.02)
            * (mean / (1 - 0.9**step))
            / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        )
        w, bias = w + move[:-1], bias + move[-1]
        w = np.where(signs > 0, np.maximum(w, 0.0), np.minimum(w, 0.0))
    return dict(zip(names, w, strict=True)), float(bias)


@contextmanager
def using(fitted: dict[Way, tuple[dict[str, float], float]]) -> Iterator[None]:
    """The package's weights replaced for a while."""
    kept = {way: (dict(weights.WEIGHTS[way]), weights.BIAS[way]) for way in WAYS}
    _put(fitted)
    try:
        yield
    finally:
        _put(kept)


def _put(table: dict[Way, tuple[dict[str, float], float]]) -> None:
    for way, (w, bias) in table.items():
        weights.WEIGHTS[way].update(w)
        weights.BIAS[way] = bias


def fit(train: list[Case]) -> dict[Way, tuple[dict[str, float], float]]:
    """Fits three times over: the second pass's features follow from the weights before.

    Each report is learned from twice, as it is and damaged: acts are wrong at times, and words must then carry more.
    """
    train = train + [damaged(case, 7000 + i, acts=0.2, dropped=0.1) for i, case in enumerate(train)]
    fitted: dict[Way, tuple[dict[str, float], float]] = {
        way: (dict.fromkeys(weights.WEIGHTS[way], 0.0), -9.0) for way in WAYS
    }
    for _ in range(3):
        with using(fitted):
            choices = [choice for case in train for choice in rows(case)]
        fitted = {way: logit([row for known, row in choices if known == way], way) for way in WAYS}
    return fitted


def left_out(known: list[Case], variants: dict[str, list[Case]]) -> dict[str, list[tuple[Case, tuple[Response, ...]]]]:
    """For each variant of the reports their links under weights fitted without their dossier."""
    found: dict[str, list[tuple[Case, tuple[Response, ...]]]] = {title: [] for title in variants}
    for dossier in sorted({case.dossier for case in known}):
        with using(fit([case for case in known if case.dossier != dossier])):
            for title, tried in variants.items():
                mine = [case for case in tried if case.dossier == dossier]
                found[title] += [(case, respond(case.document, case.statements, case.actors)) for case in mine]
    return found


def figures(found: Iterable[tuple[Case, tuple[Response, ...]]], title: str) -> None:
    """Precision, recall, F1 of exact edges, as the scorer of ledgers counts them; the retellings as edges too."""
    gold: dict[str, set[object]] = collections.defaultdict(set)
    ours: dict[str, set[object]] = collections.defaultdict(set)
    for case, responses in found:
        for table, links in ((gold, case.links), (ours, {(r.from_id, r.to_id, r.relation) for r in responses})):
            for link in links:
                for kind in _kinds(link[2]):
                    table[kind].add((case.document.id, *link))
    print(title)
    for kind in sorted(gold | ours):
        hits, n, m = len(gold[kind] & ours[kind]), len(ours[kind]), len(gold[kind])
        shares = (hits / max(n, 1), hits / max(m, 1), 2 * hits / max(n + m, 1))
        row = "  ".join(f"{name} {100 * share:5.1f}" for name, share in zip(("P", "R", "F1"), shares, strict=True))
        print(f"  {kind:16} {row}  ({hits} of {n} found, {m} in the reference)")


def _kinds(relation: str) -> list[str]:
    kinds = [relation]
    if relation in ANSWERING:
        kinds.append("ALL ANSWERS")
    if relation in {"denies", "rejects"}:
        kinds.append("ALL DENIALS")
    return kinds


def _print_table(fitted: dict[Way, tuple[dict[str, float], float]], known: list[Case]) -> None:
    """The weights as Python, each with how often its feature holds in the reference's links and in other candidates."""
    for way, (w, bias) in fitted.items():
        with using(fitted):
            choices = [row for case in known for found, row in rows(case) if found == way]
        values = np.concatenate([row.values for row in choices])
        right = np.concatenate([row.right for row in choices])
        print(f'    "{way}": {{  # bias {bias:.2f}; {right.sum()} links, {(~right).sum()} other candidates')
        for i, (name, weight) in enumerate(w.items()):
            holds = np.abs(values[:, i]) >= 0.5
            share = [100 * holds[which].mean() for which in (right, ~right)]
            print(f'        "{name}": {weight:.2f},  # {share[0]:.0f} % of links, {share[1]:.0f} % of others')
        print("    },")


def _print_errors(case: Case, responses: tuple[Response, ...]) -> None:
    texts = {
        s.id: f"{s.act} <{s.cue and s.cue.text}> {' … '.join(p.text for p in s.content)[:110]}" for s in case.statements
    }
    ours = {(r.from_id, r.to_id, r.relation): r.confidence for r in responses}
    for source, target, relation in sorted(set(ours) ^ set(case.links)):
        verdict = f"wrong {ours[source, target, relation]:.2f}" if (source, target, relation) in ours else "missed"
        print(f"{case.dossier} {verdict} {relation}\n    {texts[source]}\n    {texts[target]}")


def main() -> None:
    folder = shared()
    if folder is None:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return
    # The seed is the acceptance case: measured on, never fitted to.
    known = [case for case in cases(folder) if case.dossier != "seed"]
    if "--fit" in sys.argv:
        _print_table(fit(known), known)
        return
    variants = {"fitted without the dossier": known}
    if "--errors" in sys.argv:
        for case, responses in left_out(known, variants)["fitted without the dossier"]:
            _print_errors(case, responses)
        return
    figures([(case, respond(case.document, case.statements, case.actors)) for case in known], "weights of the package")
    for seed in range(3):
        title = f"the same, 30 % of acts wrong, 20 % of statements and half of the targets missing, draw {seed + 1}"
        variants[title] = [damaged(case, 100 * seed + i) for i, case in enumerate(known)]
    for title, found in left_out(known, variants).items():
        figures(found, title)


if __name__ == "__main__":
    main()
