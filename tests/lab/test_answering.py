"""Which cue of a window answers which: what the links of a text are to the network."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab.answering import LINKS, among, pairs  # noqa: E402
from lab.corpora import Example, Gold  # noqa: E402

GOLDS = tuple(Gold((at, at + 1), {}) for at in range(4))


def told(*links: tuple[int, int, str], at: tuple[int, ...] = (0, 1, 2, 3)) -> dict[tuple[int, int, str], int]:
    """What is not plainly no link, by the places of the two cues in the window."""
    known = among(Example("one", "worldnews", "x" * 9, GOLDS, links=links), at)
    assert known is not None
    places = ((row, column, kind) for row, column, kind in zip(*np.nonzero(known), strict=True) if row != column)
    return {(int(row), int(column), LINKS[kind]): int(known[row, column, kind]) for row, column, kind in places}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([(1, 0, "denies")], {(1, 0, "contradicts"): 1}),
        ([(1, 0, "accepts"), (2, 0, "answers")], {(1, 0, "contradicts"): 1, (2, 0, "answers"): 1}),
        ([(1, 0, "repeats")], {(1, 0, "retells"): 1, (0, 1, "retells"): 1}),
        # another telling of what is denied may as well be what is denied
        (
            [(1, 0, "same_utterance"), (2, 0, "denies")],
            {(1, 0, "retells"): 1, (0, 1, "retells"): 1, (2, 0, "contradicts"): 1, (2, 1, "contradicts"): -1},
        ),
    ],
)
def test_links_are_targets(links: list[tuple[int, int, str]], expected: dict[tuple[int, int, str], int]) -> None:
    assert told(*links) == expected


def test_one_saying_is_told_through_a_third() -> None:
    retold = told((1, 0, "repeats"), (2, 1, "same_utterance"))
    assert {pair[:2] for pair in retold} == {(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)}


def test_a_window_has_its_own_cues_and_knows_nothing_of_false_ones() -> None:
    known = told((3, 2, "denies"), at=(2, -1, 3))
    assert known.pop((2, 0, "contradicts")) == 1
    assert known == {(row, column, kind): -1 for row, column in ((0, 1), (1, 0), (1, 2), (2, 1)) for kind in LINKS}


def test_pairs_are_counted_through_the_windows() -> None:
    golds = Example("one", "worldnews", "x" * 9, GOLDS, links=((1, 0, "denies"),))
    found, links = pairs([(2, among(golds, (0, 1))), (3, None), (2, among(golds, (1, 0)))])
    assert found.tolist() == [[0, 1], [1, 0], [5, 6], [6, 5]]
    assert links.tolist() == [[0, 0, 0], [1, 0, 0], [1, 0, 0], [0, 0, 0]]


def test_where_no_links_are_known_there_are_no_pairs() -> None:
    assert among(Example("one", "polnear", "x", GOLDS), (0, 1)) is None
    found, links = pairs([(2, None)])
    assert found.shape == (0, 2)
    assert links.shape == (0, len(LINKS))
