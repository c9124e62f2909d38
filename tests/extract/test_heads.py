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


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("OOOO", []),
        ("OBIIO", [(1, 3)]),
        ("BIIBI", [(0, 2), (3, 4)]),
        ("OIII", [(1, 3)]),
        ("BI", [(0, 1)]),
    ],
)
def test_contents(labels: str, runs: list[tuple[int, int]]) -> None:
    scores = np.array([[{"O": OUT, "B": BEGIN, "I": INSIDE}[label] for label in labels]], dtype=np.float32)
    assert [(run.first, run.last) for run in heads.many_spans(scores)[0]] == runs


def test_a_stray_piece_does_not_cut_a_content_in_two() -> None:
    doubt = (0.3, 0.0, 0.0)
    scores = np.array([[BEGIN, INSIDE, doubt, INSIDE, OUT]], dtype=np.float32)
    assert [(run.first, run.last) for run in heads.many_spans(scores)[0]] == [(0, 3)]


@pytest.mark.parametrize(
    ("inside", "span", "is_there"),
    [
        ([0.1, 0.9, 0.9, 0.1], (1, 2), True),
        ([0.6, 0.1, 0.9, 0.9], (2, 3), True),
        ([0.9, 0.4, 0.9, 0.9], (0, 3), True),
        ([0.1, 0.2, 0.1, 0.4], (3, 3), False),
    ],
)
def test_one_span_is_the_likeliest_run(inside: list[float], span: tuple[int, int], is_there: bool) -> None:
    first, last, total = heads.one_span(np.array([inside], dtype=np.float32))
    assert (total[0] > 0) == is_there
    assert (first[0], last[0]) == span


@given(arrays(np.float32, (3, 12, 3), elements=st.floats(-20, 20, width=32)))
def test_runs_are_in_order_and_apart_whatever_the_scores(scores: np.ndarray) -> None:
    for runs in heads.many_spans(scores):
        assert all(0 <= run.first <= run.last < 12 for run in runs)
        assert all(one.last < two.first for one, two in itertools.pairwise(runs))
    assert np.allclose(heads.probabilities(scores).sum(-1), 1, atol=1e-4)
