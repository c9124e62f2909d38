"""`python -m lab.calibrate [--plot FILE] [--fit]`: how often statements of each confidence are right."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path

import numpy as np

from sayso.extract import confidence
from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.settings import Settings

from . import figures_ledgers, figures_polnear
from .reliability import Pairs, Weighed, error, picture, tenths

RIDGE = 1.0
FIFTHS = 5


def measured(network: Encoder, least: float) -> dict[str, Pairs]:
    """Confidence and truth of the statements of confidence `least` or more: PolNeAR dev, and the dossiers left out."""
    out = {figures_polnear.GROUP: figures_polnear.pairs(figures_polnear.read(network, least))}
    read = figures_ledgers.left_out(network, replace(Settings(), min_confidence=least))
    return out | {figures_ledgers.DOSSIERS: figures_ledgers.pairs(read)}


def evidence(network: Encoder) -> dict[str, list[Weighed]]:
    """What each statement's confidence is made of and whether it is right, with none left out for its confidence."""
    out = {figures_polnear.GROUP: figures_polnear.weighed(figures_polnear.read(network, 0.0))}
    read = figures_ledgers.left_out(network, replace(Settings(), min_confidence=0.0))
    return out | {figures_ledgers.DOSSIERS: figures_ledgers.weighed(network, read)}


def fitted(series: dict[str, list[Weighed]]) -> tuple[dict[str, float], float]:
    """Weights of the evidence and the bias: logistic regression with a little ridge, by Newton (Platt 1999).

    The dossiers are few beside PolNeAR; each counts half, so that neither's manner of annotating decides alone.
    """
    rows = [row for each in series.values() for row in each]
    x = np.array([[*(row.evidence[name] for name in confidence.WEIGHTS), 1.0] for row in rows])
    y = np.array([float(row.is_right) for row in rows])
    share = np.concatenate(
        [np.full(len(each), len(rows) / len(series) / max(1, len(each))) for each in series.values()]
    )
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (share * (y - p)) - RIDGE * w
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w = w + np.linalg.solve(curve, slope)
    return {name: round(float(value), 3) for name, value in zip(confidence.WEIGHTS, w, strict=False)}, round(
        float(w[-1]), 3
    )


def crossed(series: dict[str, list[Weighed]]) -> dict[str, float]:
    """The calibration error of each series by weights fitted on the other four fifths of both."""
    out: dict[str, Pairs] = {name: [] for name in series}
    for part in range(FIFTHS):
        weights, bias = fitted({name: _apart(rows, part, is_kept=True) for name, rows in series.items()})
        for name, rows in series.items():
            for row in _apart(rows, part, is_kept=False):
                odds = bias + sum(weights[of] * value for of, value in row.evidence.items())
                out[name].append((1 / (1 + math.exp(-odds)), row.is_right))
    bar = Settings().min_confidence
    return {name: error([pair for pair in pairs if pair[0] >= bar]) for name, pairs in out.items()}


def _apart(rows: list[Weighed], part: int, is_kept: bool) -> list[Weighed]:
    """All but the `part`th fifth, in text order, so that neighbours stay together; or that fifth alone."""
    fifth = len(rows) // FIFTHS + 1
    return [row for at, row in enumerate(rows) if (at // fifth != part) == is_kept]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--plot", type=Path, metavar="FILE", help="draw said against right as an SVG")
    options.add_argument(
        "--fit", action="store_true", help="also fit the weights anew, on the statements under the bar too"
    )
    chosen = options.parse_args()
    bar, network = Settings().min_confidence, Encoder(chosen.weights)
    measures = measured(network, bar)
    print(f"statements of confidence {bar} or more, which ship by default")
    for name, pairs in measures.items():
        print(f"{name}: {len(pairs)} statements, calibration error {error(pairs):.3f}")
        for each in tenths(pairs):
            print(f"  {each.low:.1f}–{each.low + 0.1:.1f}  said {each.said:.2f}  right {each.right:.2f}  n {each.n}")
    if chosen.plot:
        shown = {name.replace("polnear", "PolNeAR"): pairs for name, pairs in measures.items()}
        chosen.plot.write_text(picture(shown), encoding="utf-8")
    if chosen.fit:
        series = evidence(network)
        weights, bias = fitted(series)
        print(f"WEIGHTS = {weights}\nBIAS = {bias}")
        for name, wrong in crossed(series).items():
            print(f"{name}: calibration error by weights fitted on other texts {wrong:.3f}")


if __name__ == "__main__":
    main()
