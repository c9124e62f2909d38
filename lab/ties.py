"""Trains what the network sees between two statements: a small head on the finished states (`extract/ties.py`).

    python -m lab.ties [--weights FOLDER]    # train and write ties.npz there; measure by turns, a fifth left out
    python -m lab.ties --measure             # measure alone

Four of its scores learn what the linker's table of features (`link/weights.py`) leaves over: they are added to the
table's log odds, and the choice between the candidates is fitted on the sum. The fifth learns by itself which statement
contradicts which, whatever their acts: the acts are weighed by it (`link/context.py`). From world news annotated whole,
its statements as the readers have them and as the product finds them, and from what was found in news and judged; the
dossiers and the seed are never learnt from, so that both measure it. Again whenever the encoder's weights change, since
its states do.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.extract.encoder import WEIGHTS
from sayso.extract.ties import FILE, Asked
from sayso.ledger import Document
from sayso.link.candidates import WAYS
from sayso.link.view import Ties
from sayso.link.weights import THRESHOLD

from .figures import WORK
from .tiecases import FOLDS, Choice, Item, fold_of, items

_WIDTH, _K = 384, 48
_EPOCHS, _RATE, _DECAY, _BATCH, _DROP = 4, 1.5e-3, 0.05, 8, 0.5
_FAR = -1e4
KEPT = WORK / "ties-left-out.pickle"
# The fifth score: how much its loss counts, and where it begins, since most statements contradict nothing.
_BARE, _SELDOM = 0.5, -5.0


class Head(nn.Module):
    """Scores [n, n, ways] of n statements, nothing to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.later, self.earlier = nn.Linear(2 * _WIDTH, 2 * _K), nn.Linear(2 * _WIDTH, 2 * _K)
        self.norm, self.out = nn.LayerNorm(_K), nn.Linear(_K, len(WAYS) + 1)
        self.drop, self.less = nn.Dropout(_DROP), nn.Dropout(0.2)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        nn.init.constant_(self.out.bias[-1:], _SELDOM)

    def forward(self, statements: Tensor) -> Tensor:
        statements = self.drop(statements)
        one, times = self.later(statements)[:, None].chunk(2, dim=-1)
        two, by = self.earlier(statements)[None].chunk(2, dim=-1)
        bent = F.gelu(self.norm(one + two + times * by), approximate="tanh")
        return self.out(self.less(bent))


def _logs(choice: Choice, seen: Tensor) -> Tensor:
    """Log chances [m, n + 1] of each candidate, and of nobody."""
    odds = (choice.odds + seen[choice.rows, :, choice.way]).masked_fill(~choice.pairs, _FAR)
    return torch.cat([odds, torch.zeros(len(odds), 1)], dim=1).log_softmax(dim=1)


def _loss(item: Item, seen: Tensor) -> Tensor:
    lost = torch.zeros(())
    for choice in item.choices:
        right = torch.cat([choice.right, ~choice.right.any(dim=1, keepdim=True)], dim=1)
        each = -torch.logsumexp(_logs(choice, seen).masked_fill(~right, _FAR), dim=1).sum()
        lost = lost + (_BARE if choice.way == len(WAYS) else 1.0) * each
    return item.weight * lost


def train(data: Sequence[Item], seed: int = 0) -> tuple[Head, Tensor, Tensor]:
    """Fits by the likelihood of the right choices; also the mean and the spread of the states, which are taken off."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    whole = torch.cat([item.states for item in data])
    mean, spread = whole.mean(dim=0), whole.std(dim=0)
    head = Head()
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps, done = _EPOCHS * -(-len(data) // _BATCH), 0
    for _ in range(_EPOCHS):
        order = chance.sample(list(data), len(data))
        for begin in range(0, len(order), _BATCH):
            group = order[begin : begin + _BATCH]
            lost = torch.stack([_loss(item, head((item.states - mean) / spread)) for item in group]).mean()
            optimiser.param_groups[0]["lr"] = _RATE * (1 - done / steps)
            optimiser.zero_grad()
            lost.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 5.0)
            optimiser.step()
            done += 1
    return head.eval(), mean, spread


def save(head: Head, mean: Tensor, spread: Tensor, folder: Path) -> None:
    """The head as half-precision arrays, the mean and the spread worked into its projections."""
    arrays = {"scale": head.norm.weight, "shift": head.norm.bias}
    for name in ("later", "earlier"):
        layer = getattr(head, name)
        weight = layer.weight / spread
        arrays[name] = torch.cat([weight.T, (layer.bias - weight @ mean)[None]])
    arrays["out"] = torch.cat([head.out.weight.T, head.out.bias[None]])
    np.savez(folder / FILE, **{name: value.detach().numpy().astype(np.float16) for name, value in arrays.items()})


def sights() -> Callable[[Document], Ties]:
    """What the network sees in a report that was left out, for fits on top of it; after `--measure` or a training."""
    folds, known = pickle.loads(KEPT.read_bytes())
    heads = [Head().eval() for _ in folds]
    for head, (state, *_) in zip(heads, folds, strict=True):
        head.load_state_dict(state)

    def ties(document: Document) -> Ties:
        fold = fold_of(document)
        head, (_, mean, spread) = heads[fold], folds[fold]
        rows, nothing = known.get(document.id, {}), np.zeros(2 * _WIDTH, np.float16)

        @torch.no_grad()
        def of(statements: Sequence[Asked]) -> NDArray[np.float32]:
            states = torch.from_numpy(np.stack([rows.get(each, nothing) for each in statements]).astype(np.float32))
            seen: NDArray[np.float32] = head((states - mean) / spread).numpy()
            return seen

        return of

    return ties


Trained = tuple[Head, Tensor, Tensor]
Counts = dict[tuple[str, str], list[float]]


@torch.no_grad()
def measured(data: Iterable[Item], trained: Trained | None, into: Counts) -> None:
    """Adds up hits, links made, links of the reference and the loss, by group and way."""
    for item in data:
        seen = torch.full((len(item.states), len(item.states), len(WAYS) + 1), 0.0)
        if trained is not None:
            head, mean, spread = trained
            seen = head((item.states - mean) / spread)
        for choice in item.choices:
            if trained is None and choice.way == len(WAYS):
                continue  # the table has no say of it
            logs = _logs(choice, seen)
            most, at = logs.exp()[:, :-1].max(dim=1)
            way = (*WAYS, "contradict, bare")[choice.way]
            is_made = most >= THRESHOLD.get(way, 0.4)  # type: ignore[call-overload]
            right = torch.cat([choice.right, ~choice.right.any(dim=1, keepdim=True)], dim=1)
            lost = -torch.logsumexp(logs.masked_fill(~right, _FAR), dim=1).sum()
            hits = (choice.right[torch.arange(len(at)), at] & is_made).sum()
            row = (hits, is_made.sum(), choice.right.any(dim=1).sum(), lost)
            kept = into[item.group, way]
            into[item.group, way] = [old + float(new) for old, new in zip(kept, row, strict=True)]


def table(title: str, counts: Counts) -> None:
    print(title)
    for (group, way), (hits, made, wanted, lost) in sorted(counts.items()):
        shares = (hits / max(made, 1), hits / max(wanted, 1), 2 * hits / max(made + wanted, 1))
        row = "  ".join(f"{name} {100 * share:5.1f}" for name, share in zip(("P", "R", "F1"), shares, strict=True))
        print(f"  {group:20} {way:11} {row}  n {wanted:.0f}  loss {lost:.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--measure", action="store_true", help="by turns, and write nothing")
    options = parser.parse_args()
    data = items(options.weights)
    learnt = [item for item in data if not item.group.startswith("dossiers")]
    folds = [train([item for item in learnt if item.fold != fold]) for fold in range(FOLDS)]
    known: dict[str, dict[Asked, NDArray[np.float16]]] = defaultdict(dict)
    for item in data:
        known[item.document] |= dict(zip(item.asked, item.states.numpy().astype(np.float16), strict=True))
    # as plain arrays: this module is another one where it is imported
    KEPT.write_bytes(pickle.dumps(([(head.state_dict(), *rest) for head, *rest in folds], dict(known))))
    alone: Counts = defaultdict(lambda: [0.0] * 4)
    with_it: Counts = defaultdict(lambda: [0.0] * 4)
    measured(data, None, alone)
    for fold, trained in enumerate(folds):
        measured((item for item in data if item.fold == fold), trained, with_it)
    table("by the table alone, which has seen the reports and the dossiers", alone)
    table("with what the network sees, left out", with_it)
    if not options.measure:
        save(*train(learnt), options.weights)


if __name__ == "__main__":
    main()
