"""Weights of a statement's evidence are found again, and are measured on texts that they were not fitted on."""

import math
import random

import pytest

pytest.importorskip("numpy")

from lab.calibrate import crossed, fitted
from lab.reliability import Weighed
from sayso.extract.confidence import WEIGHTS

TRUE = {"cue": 0.5, "source": 0.4, "quoted": 1.0}


def rows(seed: int, shift: float, count: int = 3000) -> list[Weighed]:
    rng = random.Random(seed)
    out = []
    for _ in range(count):
        evidence = {name: rng.uniform(-3, 3) for name in WEIGHTS}
        odds = shift + sum(weight * evidence[name] for name, weight in TRUE.items())
        out.append(Weighed(evidence, rng.random() < 1 / (1 + math.exp(-odds))))
    return out


def test_what_counts_is_found_again() -> None:
    weights, bias = fitted({"one": rows(1, 0.3), "two": rows(2, 0.3, 300)})
    assert bias == pytest.approx(0.3, abs=0.25)
    for name, weight in weights.items():
        assert weight == pytest.approx(TRUE.get(name, 0.0), abs=0.25)


def test_the_error_on_other_texts_is_small_where_both_agree_and_seen_where_they_do_not() -> None:
    alike = crossed({"one": rows(1, 0.0), "two": rows(2, 0.0)})
    apart = crossed({"one": rows(1, 1.5), "two": rows(2, -1.5)})
    assert max(alike.values()) < 0.05 < min(apart.values())
