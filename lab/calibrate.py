"""`python -m lab.calibrate`: how often a statement of each confidence is right, and what makes the two agree."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.extract import attribution
from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import Document, Ledger
from sayso.link import nest
from sayso.resolve.statements import resolve

from . import corpora
from .evaluate import WORK, ledgers, scorer

Pairs = list[tuple[float, bool]]


def on_polnear(network: Encoder) -> Pairs:
    """Confidence and truth of each statement on PolNeAR dev that no other one holds."""
    score = scorer("score_attribution")
    articles, gold, _ = score.load_gold(str(corpora.shared() / "data" / "polnear" / "dev"))
    out: Pairs = []
    for name, article in articles.items():
        document = Document(article.text)
        found = attribution.find(document, network)
        statements = nest(resolve(document, found.attributions, found.mentions).statements)
        kept = [s for s in statements if s.parent_id is None and s.content and s.cue]
        rows = [
            {
                "source": [[s.source.start, s.source.end]] if s.source else [],
                "content": [[span.start, span.end] for span in s.content],
            }
            for s in kept
        ]
        items = [score.Item(article, row) for row in rows]
        right = set(score.match([score.Item(article, row) for row in gold[name]], items, 0.5, True).values())
        out += [(statement.confidence, at in right) for at, statement in enumerate(kept)]
    return out


def on_dossiers(folds: Path) -> Pairs:
    """The same on each dossier, by the weights that never saw it."""
    out: Pairs = []
    for folder in sorted(path.parent for path in (corpora.shared() / "dossiers").glob("*/gold.json")):
        ledger = ledgers([folder], Encoder(folds / folder.name))
        _, _, extra = scorer("score_ledger").score(ledger.to_dict(), [str(folder)])
        wrong = {row[1:] for row in extra}
        out += [
            (s.confidence, _row(s_row) not in wrong) for s, s_row in zip(ledger.statements, _rows(ledger), strict=True)
        ]
    return out


def _rows(ledger: Ledger) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = ledger.to_dict()["statements"]
    return rows


def _row(s: dict) -> tuple[object, ...]:
    """A statement as the scorer lists it among its extra ones."""
    content = " … ".join(span["text"] for span in s["content"])[:70]
    return s["act"], (s["source"] or {}).get("text"), (s["cue"] or {}).get("text"), content


def platt(pairs: Pairs) -> tuple[float, float]:
    """Slope and intercept of the log odds of being right on the log odds of the confidence (Platt 1999), by Newton."""
    x, y = _odds(pairs), np.array([right for _, right in pairs], dtype=float)
    design = np.stack([x, np.ones_like(x)], axis=1)
    w = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ w))
        slope = design.T @ (y - p)
        curve = (design * (p * (1 - p))[:, None]).T @ design
        w = w + np.linalg.solve(curve, slope)
    return float(w[0]), float(w[1])


def _odds(pairs: Pairs) -> NDArray[np.float64]:
    p = np.clip(np.array([confidence for confidence, _ in pairs]), 0.001, 0.999)
    return np.asarray(np.log(p / (1 - p)))


def error(pairs: Pairs, bins: int = 10) -> float:
    """Expected calibration error (Naeini and others 2015) over bins of equal width."""
    total = 0.0
    for at in range(bins):
        inside = [pair for pair in pairs if at / bins <= pair[0] < (at + 1) / bins or (at == bins - 1 and pair[0] == 1)]
        if inside:
            gap = np.mean([c for c, _ in inside]) - np.mean([r for _, r in inside])
            total += len(inside) / len(pairs) * abs(float(gap))
    return total


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--folds", type=Path, default=WORK / "folds")
    chosen = options.parse_args()
    shipped = attribution.CALIBRATION
    attribution.CALIBRATION = (1.0, 0.0)
    raw = {"polnear dev": on_polnear(Encoder(chosen.weights)), "dossiers, left out": on_dossiers(chosen.folds)}
    # The dossiers are few beside PolNeAR; each counts half, so that neither's manner of annotating decides alone.
    one, other = raw.values()
    both = one + other * max(1, round(len(one) / max(1, len(other))))
    slope, intercept = platt(both)
    print(f"shipped {shipped}; a new fit gives ({slope:.3f}, {intercept:.3f}); the tables are of the shipped line")
    for name, pairs in raw.items():
        odds = shipped[0] * _odds(pairs) + shipped[1]
        fitted = [(float(1 / (1 + np.exp(-x))), right) for x, (_, right) in zip(odds, pairs, strict=True)]
        print(f"{name}: {len(pairs)} statements, calibration error raw {error(pairs):.3f}, shipped {error(fitted):.3f}")
        for low in np.arange(0, 1, 0.1):
            inside = [pair for pair in fitted if low <= pair[0] < low + 0.1]
            if inside:
                said, right = (float(np.mean([pair[at] for pair in inside])) for at in (0, 1))
                print(f"  {low:.1f}–{low + 0.1:.1f}  said {said:.2f}  right {right:.2f}  n {len(inside)}")


if __name__ == "__main__":
    main()
