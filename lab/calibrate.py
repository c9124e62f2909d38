"""`python -m lab.calibrate [--plot FILE] [--fit]`: how often statements of each confidence are right."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.extract import attribution
from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.settings import Settings

from . import figures_ledgers, figures_polnear
from .figures import WORK
from .reliability import Pairs, error, picture, tenths


def measured(weights: Path, folds: Path, least: float) -> dict[str, Pairs]:
    """Confidence and truth of the statements of confidence `least` or more: PolNeAR dev, and the dossiers left out."""
    out = {figures_polnear.GROUP: figures_polnear.pairs(figures_polnear.read(Encoder(weights), least))}
    read = figures_ledgers.left_out(folds, replace(Settings(), min_confidence=least))
    return out | ({figures_ledgers.DOSSIERS: figures_ledgers.pairs(read)} if read else {})


def platt(x: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and intercept of the log odds of being right on the log odds `x` (Platt 1999), by Newton."""
    design = np.stack([x, np.ones_like(x)], axis=1)
    w = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ w))
        slope = design.T @ (right - p)
        curve = (design * (p * (1 - p))[:, None]).T @ design
        w = w + np.linalg.solve(curve, slope)
    return float(w[0]), float(w[1])


def fitted(series: dict[str, Pairs], shipped: tuple[float, float]) -> tuple[float, float]:
    """A new line over the raw confidence, which is what the shipped line was drawn over.

    The dossiers are few beside PolNeAR; each counts half, so that neither's manner of annotating decides alone.
    """
    most = max(len(pairs) for pairs in series.values())
    both = [pair for pairs in series.values() for pair in pairs * max(1, round(most / max(1, len(pairs))))]
    said, right = (np.array([float(pair[part]) for pair in both]) for part in (0, 1))
    p = np.clip(said, 0.001, 0.999)
    return platt((np.log(p / (1 - p)) - shipped[1]) / shipped[0], right)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--folds", type=Path, default=WORK / "folds")
    options.add_argument("--plot", type=Path, metavar="FILE", help="draw said against right as an SVG")
    options.add_argument("--fit", action="store_true", help="also fit a new line, on the statements under the bar too")
    chosen = options.parse_args()
    shipped, bar = attribution.CALIBRATION, Settings().min_confidence
    series = measured(chosen.weights, chosen.folds, bar)
    print(f"statements of confidence {bar} or more, which ship by default; the line is {shipped}")
    for name, pairs in series.items():
        print(f"{name}: {len(pairs)} statements, calibration error {error(pairs):.3f}")
        for each in tenths(pairs):
            print(f"  {each.low:.1f}–{each.low + 0.1:.1f}  said {each.said:.2f}  right {each.right:.2f}  n {each.n}")
    if chosen.plot:
        shown = {name.replace("polnear", "PolNeAR"): pairs for name, pairs in series.items()}
        chosen.plot.write_text(picture(shown), encoding="utf-8")
    if chosen.fit:
        slope, intercept = fitted(measured(chosen.weights, chosen.folds, 0.0), shipped)
        print(f"a new line would be ({slope:.3f}, {intercept:.3f})")


if __name__ == "__main__":
    main()
