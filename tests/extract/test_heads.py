"""Scores decided into runs of pieces."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.extract import heads

OUT, BEGIN, INSIDE = (4.0, 0.0, 0.0), (0.0, 4.0, 0.0), (0.0, 0.0, 4.0)


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("OOO", []),
        ("OBIO", [(1, 2)]),
        ("BIBI", [(0, 1), (2, 3)]),
        ("OIIO", [(1, 2)]),
        ("BOB", [(0, 0), (2, 2)]),
    ],
)
def test_cues(labels: str, runs: list[tuple[int, int]]) -> None:
    scores = np.array([{"O": OUT, "B": BEGIN, "I": INSIDE}[label] for label in labels], dtype=np.float32)
    found = heads.cues(scores, np.ones(len(labels), dtype=bool), 0.5)
    assert [(run.first, run.last) for run in found] == runs
    assert all(run.probability > 0.9 for run in found)


def of(labels: str) -> np.ndarray:
    """Scores [1, length, labels] that speak plainly for O, B, I, E, and for nothing much where it says "?"."""
    plain = {name: 4.0 * np.eye(4, dtype=np.float32)[at] for at, name in enumerate("OBIE")}
    return np.array([[plain.get(label, np.array([0.3, 0, 0, 0])) for label in labels]], dtype=np.float32)


def real(labels: str) -> np.ndarray:
    return np.array([[label != "/" for label in labels]])


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("OOOO", []),
        ("OBIEO", [(1, 3)]),
        ("BIEBE", [(0, 2), (3, 4)]),
        ("OBO", [(1, 1)]),
        ("BB", [(0, 0), (1, 1)]),
        ("BII", [(0, 2)]),
        ("BI?IEO", [(0, 4)]),
        ("OBI/IEO", [(1, 5)]),
        ("OBE/BEO", [(1, 2), (4, 5)]),
    ],
)
def test_contents(labels: str, runs: list[tuple[int, int]]) -> None:
    found = heads.many_spans(heads.logs(of(labels)), real(labels))[0]
    assert [(run.first, run.last) for run in found] == runs
    assert all(run.probability > 0.5 for run in found)


@pytest.mark.parametrize(
    ("labels", "span", "is_there"),
    [
        ("OBEO", (1, 2), True),
        ("BOBIE", (2, 4), True),
        ("OOBO", (2, 2), True),
        ("BIIE", (0, 3), True),
        ("OO", None, False),
    ],
)
def test_one_span_is_the_likeliest_run(labels: str, span: tuple[int, int] | None, is_there: bool) -> None:
    first, last, total = heads.one_span(heads.logs(of(labels)))
    assert (total[0] > 0) == is_there
    assert not is_there or (first[0], last[0]) == span


def gain(logs: np.ndarray, first: int, last: int) -> float:
    """What a run is better than none, summed piece by piece."""
    odds = logs - logs[:, :1]
    if first == last:
        return float(odds[first, 1])
    return float(odds[first, 1] + odds[first + 1 : last, 2].sum() + odds[last, 3])


@given(arrays(np.float32, (2, 7, 4), elements=st.floats(-5, 5, width=32)))
def test_no_other_run_is_likelier(scores: np.ndarray) -> None:
    first, last, total = heads.one_span(heads.logs(scores))
    for row, logs in enumerate(np.log(heads.probabilities(scores))):
        every = [gain(logs, a, b) for a in range(7) for b in range(a, 7)]
        assert total[row] == pytest.approx(max(every), abs=1e-2)
        assert gain(logs, int(first[row]), int(last[row])) == pytest.approx(max(every), abs=1e-2)


@given(arrays(np.float32, (3, 12, 4), elements=st.floats(-20, 20, width=32)), arrays(np.bool_, (3, 12)))
def test_runs_are_in_order_and_apart_whatever_the_scores(scores: np.ndarray, is_real: np.ndarray) -> None:
    for row, runs in enumerate(heads.many_spans(heads.logs(scores), is_real)):
        assert all(0 <= run.first <= run.last < 12 for run in runs)
        assert all(is_real[row, [run.first, run.last]].all() for run in runs)
        assert all(one.last < two.first for one, two in itertools.pairwise(runs))
    assert np.allclose(heads.probabilities(scores).sum(-1), 1, atol=1e-4)
