"""What the network sees between two statements: what is trained is what the package reads, and it learns."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab import ties  # noqa: E402
from lab.tiecases import Choice, Item  # noqa: E402
from sayso.extract.ties import load  # noqa: E402
from sayso.link.candidates import WAYS  # noqa: E402

WIDTH = 2 * 384


def item(states: np.ndarray, fold: int = 0) -> Item:
    """Four statements, of which the second contradicts the first by one sign in its state, and the fourth nobody."""
    right = np.zeros((2, 4), bool)
    right[0, 0] = True
    pairs = np.array([[1, 0, 1, 1], [1, 1, 1, 0]], bool)
    given = (np.array([1, 3]), np.full((2, 4), -1.0, np.float32), pairs, right)
    choices = tuple(Choice(way, *map(torch.from_numpy, given)) for way in (0, len(WAYS)))
    return Item("one", ((None, ()),) * 4, "world news", fold, 1.0, torch.from_numpy(states.astype(np.float32)), choices)


def items(count: int) -> list[Item]:
    rng = np.random.default_rng(1)
    out = []
    for _ in range(count):
        states = rng.normal(size=(4, WIDTH))
        states[1, :20] += 3.0
        states[0, 20:40] += 3.0
        out.append(item(states))
    return out


def test_it_learns_what_the_table_leaves_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "_EPOCHS", 12)
    data = items(80)
    alone, with_it = (defaultdict(lambda: [0.0] * 4) for _ in range(2))
    ties.measured(data[60:], None, alone)
    ties.measured(data[60:], ties.train(data[:60]), with_it)
    assert set(alone) == {("world news", "contradict")}  # of the last score the table has no say
    hits, _, wanted, lost = with_it["world news", "contradict"]
    assert hits >= 0.9 * wanted
    assert lost < 0.7 * alone["world news", "contradict"][3]


def test_the_package_reads_what_was_trained(tmp_path: Path) -> None:
    data = items(8)
    head, mean, spread = ties.train(data)
    ties.save(head, mean, spread, tmp_path)
    read = load(tmp_path)
    assert read is not None
    states = data[0].states
    with torch.no_grad():
        expected = head((states - mean) / spread).numpy()
    np.testing.assert_allclose(read.scores(states.numpy()), expected, atol=0.05)
