"""Training at the smallest size: a toy network learns six sentences, is kept, and goes on where it was cut off."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab.batches import collated, samples  # noqa: E402
from lab.corpora import ROLES, Example, Gold  # noqa: E402
from lab.fit import Plan, drawn, fit, losses  # noqa: E402
from lab.network import Network, Shape  # noqa: E402

torch.set_num_threads(1)  # a network this small is slower on several

SHAPE = Shape(vocabulary=512, positions=300, width=24, inner=48, layers=2, heads=2, roles=16, dropout=0.0)
PLAN = Plan(epochs=12, rate=5e-3, shares={"toy": 2.0}, batch=4, average=0.8)
# Source, cue, content, act: the rest of a sentence is outside.
SENTENCES = [
    ("The harbour master", "said", "the pier was safe", "state"),
    ("A ferry captain", "denied", "that he had left early", "deny"),
    ("The council", "demanded", "that the gates be opened", "demand"),
    ("Two skippers", "warned", "of a rising tide", "warn"),
    ("Her deputy", "said", "the nets were cut", "state"),
    ("The union", "denied", "that it had asked for more", "deny"),
]


def tokenise(texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """A word is a piece; its id is a hash, so that no vocabulary need be at hand."""
    found = [[(m.group(), m.span()) for m in re.finditer(r"\w+|[^\w\s]", text)] for text in texts]
    return [
        ([200 + zlib.crc32(word.encode()) % 300 for word, _ in words], [span for _, span in words]) for words in found
    ]


def example(source: str, cue: str, content: str, act: str) -> Example:
    text = f"{source} {cue} {content}."
    at = [(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    gold = Gold(at[1], {"source": (at[0],), "content": (at[2],)}, act)
    return Example(content, "toy", text, (gold,), ((*at[0], "person"),), frozenset(ROLES), True)


EXAMPLES = [example(*row) for row in SENTENCES]


def loss(network: Network) -> float:
    rows = [row for each in EXAMPLES for row in samples(each, tokenise, random.Random(1), is_training=False)]
    network.eval()
    with torch.no_grad():
        return sum(part.item() for part in losses(network, collated(rows)).values())


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, Network, Path]:
    folder = tmp_path_factory.mktemp("fit")
    torch.manual_seed(3)
    network = Network(SHAPE)
    before = loss(network)
    return before, fit(network, lambda _: EXAMPLES, tokenise, PLAN, folder), folder


def test_the_loss_falls_by_half(trained: tuple[float, Network, Path]) -> None:
    before, network, _ = trained
    assert loss(network) < before / 2


def test_each_epoch_is_kept_as_it_would_have_ended(trained: tuple[float, Network, Path]) -> None:
    before, network, folder = trained
    losses = [loss(Network.load(folder / f"epoch{at}.pt")) for at in range(1, PLAN.epochs + 1)]
    assert losses[0] < before
    assert losses[-1] == pytest.approx(loss(network))


def test_what_is_kept_is_the_network(trained: tuple[float, Network, Path]) -> None:
    _, network, folder = trained
    again = Network.load(folder / "network.pt")
    assert again.shape == SHAPE
    assert loss(again) == pytest.approx(loss(network))


def test_a_run_that_was_cut_off_ends_where_the_whole_one_does(tmp_path: Path) -> None:
    calls = 0

    def failing(texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        nonlocal calls
        calls += 1
        if calls > 4 * len(EXAMPLES):  # in the third epoch: each text is seen twice an epoch
            raise KeyboardInterrupt
        return tokenise(texts)

    def run(tokeniser: Callable[..., object], folder: Path) -> Network:
        torch.manual_seed(3)
        return fit(Network(SHAPE), lambda _: EXAMPLES, tokeniser, replace(PLAN, epochs=3), folder)  # type: ignore[arg-type]

    whole = run(tokenise, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        run(failing, tmp_path / "cut")
    assert loss(run(tokenise, tmp_path / "cut")) == pytest.approx(loss(whole), rel=1e-3)


def test_a_run_that_another_follows_stops_early_at_the_rate_of_the_whole(tmp_path: Path) -> None:
    def run(folder: Path, until: int | None) -> Network:
        torch.manual_seed(3)
        plan = replace(PLAN, epochs=6, until=until)
        return fit(Network(SHAPE), lambda _: EXAMPLES, tokenise, plan, folder)

    network, first = run(tmp_path / "whole", None), run(tmp_path / "part", 2)
    assert sorted(path.name for path in (tmp_path / "part").glob("epoch*.pt")) == ["epoch1.pt", "epoch2.pt"]
    as_then = Network.load(tmp_path / "whole" / "epoch2.pt")
    assert loss(first) == pytest.approx(loss(as_then), rel=1e-4)
    assert loss(first) > loss(network)


def test_of_what_is_annotated_in_part_only_windows_with_a_cue_are_drawn() -> None:
    told = replace(EXAMPLES[0], is_partial=True)
    silent = replace(told, attributions=())
    assert len(drawn([told], tokenise, PLAN, 0)) == 2
    assert drawn([silent], tokenise, PLAN, 0) == []


def test_what_is_to_stay_as_it_is_stays(tmp_path: Path) -> None:
    torch.manual_seed(3)
    before = Network(SHAPE)
    after = Network(SHAPE)
    after.load_state_dict(before.state_dict())
    still = ("encoder.words", "encoder.layers.0.")
    fit(after, lambda _: EXAMPLES, tokenise, replace(PLAN, epochs=1, still=still), tmp_path)
    was, now = before.state_dict(), after.state_dict()
    changed = {name for name in was if not torch.equal(was[name], now[name])}
    assert not [name for name in changed if name.startswith(still)]
    assert {"encoder.layers.1.up.weight", "cue.weight"} <= changed
