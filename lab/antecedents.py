"""Trains what tells the antecedent of "he" and "she": weights of readable signs, and a small head on the states.

    python -m lab.antecedents               # train, measure on GAP development and GUM dev, write both files
    python -m lab.antecedents --measure     # measure what ships
    python -m lab.antecedents --folds 5     # besides, train and measure by turns within GAP development
    python -m lab.antecedents --left-out    # besides, each dossier by weights that have not seen it

Trained on GUM train, MEANTIME, GAP validation and the pronouns that speak in the dossiers; again whenever the encoder's
weights change, since its states do. The signs are fitted twice: alone, for texts whose states are not at hand, and
joined with the head's scores.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.extract.likeness import FILE
from sayso.extract.weights import WEIGHTS
from sayso.resolve.actors.antecedents import NONE
from sayso.resolve.actors.signs import NAMES

from . import anaphora, gap
from .candidates import Row, rows
from .judging import Shares, marks, right_and_wrong

TABLE = Path(__file__).parents[1] / "src" / "sayso" / "data" / "antecedents.csv"
_WIDTH, _K = 384, 48
_EPOCHS, _RATE, _DECAY, _BATCH, _DROP = 12, 3e-3, 0.05, 32, 0.6
_SIGN_RATE, _SIGN_DECAY = 2e-2, 0.02  # few numbers of their own scale: they move faster
# What a case of each corpus counts: GAP's are checked by several people, and two names of one gender stand in each.
_COUNTS = {"gap validation": 4.0, "gum train": 0.5, "meantime": 0.5, "world news": 1.0}
_DOSSIER = 3.0  # few, and the only ones whose pronouns are all sources
# Laid on top of what was fitted, since training has few such pronouns. In the dossiers the plain rule is right for 101
# of 104; 1, 2, 3, 4 and 6 gave actor right 98.8, pairs F1 98.6 there (`lab.actors`), without it 97.9 and 96.4.
_PRIOR = {"spoke before and is likeliest to speak on": 2.0}
_FAR = -1e4


class Weigher(nn.Module):
    """Scores of a pronoun's candidates, and of none of them."""

    def __init__(self, is_joined: bool) -> None:
        super().__init__()
        self.is_joined = is_joined
        self.signs = nn.Linear(len(NAMES), 1, bias=False)
        self.none = nn.Parameter(torch.zeros(1))
        self.pronoun, self.phrase = nn.Linear(_WIDTH, 2 * _K), nn.Linear(2 * _WIDTH, 2 * _K)
        self.norm, self.out, self.drop = nn.LayerNorm(_K), nn.Linear(_K, 1, bias=False), nn.Dropout(_DROP)

    def forward(self, signs: Tensor, pronoun: Tensor, phrases: Tensor, is_there: Tensor) -> Tensor:
        """signs [batch, n, signs], pronoun [batch, width], phrases [batch, n, 2 × width] → [batch, n + 1]."""
        scores = self.signs(signs).squeeze(-1)
        if self.is_joined:
            one, times = self.pronoun(self.drop(pronoun))[:, None].chunk(2, dim=-1)
            two, by = self.phrase(self.drop(phrases)).chunk(2, dim=-1)
            bent = F.gelu(self.norm(one + two + times * by), approximate="tanh")
            scores = scores + self.out(self.drop(bent)).squeeze(-1)
        return torch.cat([scores.masked_fill(~is_there, _FAR), self.none.expand(len(scores), 1)], dim=1)


def _batch(group: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    most = max(1, *(len(row.spans) for row in group))
    signs = np.zeros((len(group), most, len(NAMES)), np.float32)
    phrases = np.zeros((len(group), most, 2 * _WIDTH), np.float32)
    is_there, right = np.zeros((len(group), most), bool), np.zeros((len(group), most + 1), bool)
    for at, row in enumerate(group):
        count = len(row.spans)
        signs[at, :count], phrases[at, :count], is_there[at, :count] = row.signs, row.phrases, True
        right[at, :count], right[at, most] = row.right, row.may_be_none
    pronoun = np.array([row.pronoun for row in group], np.float32)
    one, two, three, four, five = map(torch.from_numpy, (signs, pronoun, phrases, is_there, right))
    return one, two, three, four, five


def train(data: Sequence[Row], is_joined: bool, seed: int = 0) -> Weigher:
    """Fits by the likelihood of the right candidates together."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    data = [row for row in data if row.spans]
    weigher = Weigher(is_joined)
    epochs = _EPOCHS if is_joined else 2 * _EPOCHS
    steps = epochs * -(-len(data) // _BATCH)
    plain = [weigher.signs.weight, weigher.none]
    rest = [each for name, each in weigher.named_parameters() if name not in ("signs.weight", "none")]
    groups = [{"params": plain, "weight_decay": _SIGN_DECAY}, {"params": rest, "weight_decay": _DECAY}]
    optimiser = torch.optim.AdamW(groups, lr=_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [_SIGN_RATE, _RATE], total_steps=steps + 1)
    weigher.train()
    for _ in range(epochs):
        order = chance.sample(data, len(data))
        for begin in range(0, len(order), _BATCH):
            group = order[begin : begin + _BATCH]
            *given, right = _batch(group)
            logs = weigher(*given).log_softmax(dim=1)
            loss = -torch.logsumexp(logs.masked_fill(~right, _FAR), dim=1)
            counts = torch.tensor([_COUNTS.get(row.case.corpus, _DOSSIER) for row in group])
            optimiser.zero_grad()
            (loss * counts).mean().backward()
            optimiser.step()
            schedule.step()
    return weigher.eval()


@torch.no_grad()
def shares(weigher: Weigher, data: Sequence[Row]) -> list[Shares]:
    """For each row the probability of each candidate, and of none."""
    out = []
    for begin in range(0, len(data), _BATCH):
        group = data[begin : begin + _BATCH]
        *given, _ = _batch(group)
        each = weigher(*given).softmax(dim=1).numpy()
        out += [
            Shares(tuple(map(float, line[: len(row.spans)])), float(line[-1]))
            for row, line in zip(group, each, strict=True)
        ]
    return out


def save(alone: Weigher, joined: Weigher, folder: Path = WEIGHTS) -> None:
    """The signs' weights as a table, the head's as half-precision arrays."""
    columns = [[*_with_prior(w).signs.weight[0].tolist(), w.none.item()] for w in (alone, joined)]
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("sign", "alone", "joined"))
        table.writerows((name, f"{a:.3f}", f"{b:.3f}") for name, a, b in zip((*NAMES, NONE), *columns, strict=True))
    arrays = {name: _with_bias(getattr(joined, name)) for name in ("pronoun", "phrase")}
    arrays |= {"scale": joined.norm.weight, "shift": joined.norm.bias, "out": joined.out.weight[0]}
    np.savez(folder / FILE, **{name: value.detach().numpy().astype(np.float16) for name, value in arrays.items()})


def _with_bias(layer: nn.Linear) -> Tensor:
    return torch.cat([layer.weight.T, layer.bias[None]])


def load(is_joined: bool, folder: Path = WEIGHTS) -> Weigher:
    """What ships."""
    weigher = Weigher(is_joined)
    with TABLE.open(encoding="utf-8") as lines:
        column = {row["sign"]: float(row["joined" if is_joined else "alone"]) for row in csv.DictReader(lines)}
    with torch.no_grad():
        weigher.signs.weight[0] = torch.tensor([column[name] for name in NAMES])
        weigher.none.fill_(column[NONE])
        if is_joined:
            stored = {
                name: torch.from_numpy(value.astype(np.float32)) for name, value in np.load(folder / FILE).items()
            }
            for name in ("pronoun", "phrase"):
                getattr(weigher, name).weight.copy_(stored[name][:-1].T)
                getattr(weigher, name).bias.copy_(stored[name][-1])
            weigher.norm.weight.copy_(stored["scale"])
            weigher.norm.bias.copy_(stored["shift"])
            weigher.out.weight[0] = stored["out"]
    return weigher.eval()


def report(name: str, weigher: Weigher, development: Sequence[Row], gum: Sequence[Row]) -> None:
    found = shares(weigher, development)
    for is_between, how in ((False, "among all"), (True, "of the two")):
        print(f"{name:8} GAP development, {how}: {_figures(development, found, is_between)}")
    print(f"{name:8} GUM dev: {right_and_wrong(gum, shares(weigher, gum))}", flush=True)


def _figures(data: Sequence[Row], found: Sequence[Shares], is_between: bool) -> gap.Figures:
    answers = {row.case.name: marks(row, each, is_between) for row, each in zip(data, found, strict=True)}
    snippets = [each for each in gap.load("development") if each.id in answers]
    return gap.score(snippets, [answers[each.id] for each in snippets])


def folds(data: Sequence[Row], more: Sequence[Row], count: int) -> None:
    """GAP development by turns: trained on the rest of it too, so an estimate of what more such data would give."""
    found: dict[str, Shares] = {}
    order = random.Random(0).sample(list(data), len(data))
    for turn in range(count):
        held = order[turn::count]
        weigher = train([*more, *(row for at, row in enumerate(order) if at % count != turn)], True)
        found |= {row.case.name: each for row, each in zip(held, shares(weigher, held), strict=True)}
    print(f"by turns GAP development, of the two: {_figures(data, [found[row.case.name] for row in data], True)}")


def left_out(data: Sequence[Row]) -> None:
    """Each dossier's pronouns, by signs fitted without it."""
    dossiers = [row for row in data if row.case.corpus.startswith("dossier")]
    for name in sorted({row.case.corpus for row in dossiers}):
        held = [row for row in dossiers if row.case.corpus == name]
        weigher = train([row for row in data if row.case.corpus != name], False)
        print(f"left out {name}: {right_and_wrong(held, shares(_with_prior(weigher), held))}", flush=True)


def _with_prior(weigher: Weigher) -> Weigher:
    with torch.no_grad():
        weigher.signs.weight[0] += torch.tensor([_PRIOR.get(name, 0.0) for name in NAMES])
    return weigher


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", action="store_true", help="train nothing, measure what ships")
    parser.add_argument("--folds", type=int, default=0, help="also by turns within GAP development")
    parser.add_argument("--left-out", action="store_true", help="also each dossier by weights that have not seen it")
    options = parser.parse_args()
    development, gum = rows(anaphora.of_gap("development")), rows(anaphora.of_gum("dev"))
    if not options.measure:
        data = rows(
            [
                *anaphora.of_gap("validation"),
                *anaphora.of_gum("train"),
                *anaphora.of_meantime(),
                *anaphora.of_dossiers(),
                *anaphora.of_worldnews(),
            ]
        )
        save(train(data, False), train(data, True))
        if options.folds:
            folds(development, data, options.folds)
        if options.left_out:
            left_out(data)
    report("alone", load(False), development, gum)
    report("joined", load(True), development, gum)


if __name__ == "__main__":
    main()
