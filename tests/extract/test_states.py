"""The states of a text's pieces: each kept once, found by its span, and the two heads that are asked of them."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.extract import states, ties
from sayso.extract.states import Keeper, States
from sayso.extract.windows import Window
from sayso.ledger import Span

# Five pieces of two characters each, with one character between them.
START = np.arange(0, 15, 3)
PIECES = States(START, START + 2, np.arange(10, dtype=np.float16).reshape(5, 2))


def span(start: int, end: int) -> Span:
    return Span(start, end, "x" * (end - start))


@pytest.mark.parametrize(
    ("place", "pieces"),
    [((0, 2), (0, 1)), ((0, 5), (0, 2)), ((4, 10), (1, 4)), ((2, 3), None), ((14, 20), None), ((12, 14), (4, 5))],
)
def test_the_pieces_of_a_span(place: tuple[int, int], pieces: tuple[int, int] | None) -> None:
    assert PIECES.pieces(span(*place)) == pieces


@pytest.mark.parametrize(
    ("places", "mean"),
    [([(0, 2)], [0, 1]), ([(0, 5)], [1, 2]), ([(0, 2), (12, 14)], [4, 5]), ([(2, 3)], [0, 0]), ([], [0, 0])],
)
def test_the_mean_state_of_spans(places: list[tuple[int, int]], mean: list[float]) -> None:
    assert PIECES.mean([span(*place) for place in places]).tolist() == mean


def window(start: list[int], core: int) -> Window:
    zeros = np.zeros(len(start), dtype=np.int64)
    at = np.array(start, dtype=np.int64)
    return Window(zeros, at, np.where(at < 0, -1, at + 2), zeros, zeros, zeros, core)


def test_a_piece_that_two_windows_show_is_kept_once_and_in_the_order_of_the_text() -> None:
    keeper = Keeper(is_wanted=True)
    windows = [window([-1, 0, 3, -1], 0), window([-1, 3, 6, -1], 2)]
    seen = [np.full((4, 2), 1.0, np.float32), np.full((4, 2), 2.0, np.float32)]
    keeper.keep([1], [seen[1]], windows)
    keeper.keep([0], [seen[0]], windows)
    kept = keeper.states()
    assert kept is not None
    assert kept.start.tolist() == [0, 3, 6]
    assert kept.rows[:, 0].tolist() == [1.0, 1.0, 2.0]


@pytest.mark.parametrize("most", [0, 1])
def test_beyond_the_most_no_state_is_kept(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(states, "PIECES_AT_MOST", most)
    keeper = Keeper(is_wanted=True)
    keeper.keep([0], [np.zeros((4, 2), np.float32)], [window([-1, 0, 3, -1], 0)])
    assert keeper.states() is None


def test_nothing_is_kept_where_no_head_asks() -> None:
    keeper = Keeper(is_wanted=False)
    keeper.keep([0], [np.zeros((4, 2), np.float32)], [window([-1, 0, 3, -1], 0)])
    assert keeper.states() is None


def head(rng: np.random.Generator, width: int = 2, k: int = 3) -> ties.Head:
    later, earlier = (rng.normal(size=(2 * width + 1, 2 * k)).astype(np.float32) for _ in range(2))
    return ties.Head(later, earlier, np.ones(k, np.float32), np.zeros(k, np.float32), rng.normal(size=(k + 1, 4)))


def test_a_pair_is_scored_by_its_two_statements_alone() -> None:
    """Which others stand in the report makes no difference, and who answers whom does."""
    asked = [(span(0, 2), (span(3, 8),)), (None, (span(9, 14),)), (span(6, 8), ())]
    tied = ties.Ties(head(np.random.default_rng(3)), PIECES)
    whole = tied(asked)
    assert whole.shape == (3, 3, 4)
    np.testing.assert_allclose(whole[np.ix_([0, 2], [0, 2])], tied([asked[0], asked[2]]), rtol=1e-4)
    assert not np.allclose(whole[0, 1], whole[1, 0])


def test_no_statements_have_no_ties() -> None:
    assert ties.Ties(head(np.random.default_rng(3)), PIECES)([]).shape == (0, 0, 4)


def test_a_head_is_read_as_it_was_written(tmp_path) -> None:
    made = head(np.random.default_rng(5))
    assert ties.load(tmp_path) is None
    np.savez(tmp_path / ties.FILE, **{name: getattr(made, name) for name in made.__slots__})
    read = ties.load(tmp_path)
    assert read is not None
    np.testing.assert_allclose(read.out, made.out, rtol=1e-6)
