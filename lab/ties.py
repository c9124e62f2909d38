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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.extract.states import Keeper, States
from sayso.extract.ties import FILE, Asked, vectors
from sayso.extract.windows import cut
from sayso.ledger import Document, Span, Statement
from sayso.ledger.response import Relation
from sayso.link.candidates import WAYS
from sayso.link.context import may_contradict
from sayso.link.scoring import finished
from sayso.link.view import Ties
from sayso.link.weights import BIAS, THRESHOLD
from sayso.link.weights import WEIGHTS as TABLE

from . import linkfit, verdicts, worldnews
from .figures import WORK
from .linkcases import Case, cases, dossier, shared
from .linkread import as_read, readings, with_our_actors

_WIDTH, _K = 384, 48
_EPOCHS, _RATE, _DECAY, _BATCH, _DROP = 4, 1.5e-3, 0.05, 8, 0.5
_FAR, FOLDS = -1e4, 5
KEPT = WORK / "ties-left-out.pickle"
# How much a statement of judged articles counts beside one annotated whole: what lies between them was read faster.
_OF_JUDGED = 0.5
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


@dataclass(frozen=True, slots=True)
class Choice:
    """One way of a report's statements: the rows that have candidates, the table's log odds, and what is right."""

    way: int
    rows: Tensor  # [m]
    odds: Tensor  # [m, n]
    pairs: Tensor  # [m, n] of bool
    right: Tensor  # [m, n] of bool


@dataclass(frozen=True, slots=True)
class Item:
    """The statements of one report in one form (where they stand, and their states [n, 2 × width]) with the choices."""

    document: str
    asked: tuple[Asked, ...]
    group: str
    fold: int
    weight: float
    states: Tensor
    choices: tuple[Choice, ...]


def items(weights: Path) -> list[Item]:
    """Every report in each of its forms."""
    network = Encoder(weights)
    out: list[Item] = []
    kept: tuple[str, States] | None = None  # a report's forms come one after the other
    for group, case in _cases(weights):
        if kept is None or kept[0] != case.document.id:
            kept = (case.document.id, _states(network, case.document))
        weight = _OF_JUDGED if group == "judged" else 1.0
        for prepared in linkfit.prepared(case):
            if len(prepared.view) > 1:
                asked = tuple((each.cue, each.content) for each in prepared.view.statements)
                states = torch.from_numpy(vectors(kept[1], asked))
                fold, found = _fold(case.document), tuple(_choices(prepared))
                out.append(Item(case.document.id, asked, group, fold, weight, states, found))
    return out


def _cases(weights: Path) -> Iterator[tuple[str, Case]]:
    """(group, case): world news in both forms, judged articles as found, the dossiers in both forms."""
    folder = shared()
    assert folder is not None
    ours = [case for case in cases(folder) if case.dossier != "seed"]
    world, judged = dossier(worldnews.folder("learn")), list(_judged())
    read = readings([*ours, *world, *judged], weights)
    for case in world:
        reading = read[case.document.id]
        yield "world news", with_our_actors(case, reading)
        yield "world news as read", as_read(case, reading)
    yield from (("judged", as_read(case, read[case.document.id])) for case in judged)
    for case in ours:
        yield "dossiers", case
        yield "dossiers as read", as_read(case, read[case.document.id])


def _judged() -> Iterator[Case]:
    """The judged articles as cases: statements by their places alone, which the product's own are laid on."""
    for name, text, found in verdicts.judged():
        document = Document(text)
        made = {
            at: Statement(
                document_id=document.id,
                source=_span(text, each.source) if each.source else None,
                actor_id=None,
                cue=_span(text, each.cue),
                content=tuple(_span(text, piece) for piece in each.content),
                manner="indirect",
                act=each.act,  # type: ignore[arg-type]
            )
            for at, each in enumerate(found, 1)
            if each.act and each.content
        }
        links: set[tuple[str, str, Relation]] = set()
        for at, each in enumerate(found, 1):
            if each.link and at in made and each.link[0] in made:
                links.add((made[at].id, made[each.link[0]].id, each.link[1]))  # type: ignore[arg-type]
        if links:
            yield Case(name, document, tuple(made.values()), (), frozenset(links))


def _span(text: str, place: tuple[int, int]) -> Span:
    return Span(place[0], place[1], text[slice(*place)])


def _fold(document: Document) -> int:
    return int(document.id[:8], 16) % FOLDS


def _states(network: Encoder, document: Document) -> States:
    windows, keeper = cut(document.text, network.tokenise), Keeper(True)
    for encoded in network.encode(windows):
        keeper.keep(encoded.windows, encoded.states, windows)
    states = keeper.states()
    assert states is not None
    return states


def _choices(prepared: linkfit.Prepared) -> Iterator[Choice]:
    """What the table says of each way after both of its passes."""
    scored = finished(prepared.view, prepared.pairs, prepared.values)
    for at, way in enumerate(WAYS):
        pairs = prepared.pairs[way]
        rows = np.flatnonzero(pairs.any(axis=1))
        if len(rows):
            odds = np.full(pairs.shape, BIAS[way])
            for name, weight in TABLE[way].items():
                odds += weight * scored.values[name]
            right = prepared.wanted[way] & pairs
            yield Choice(
                at,
                torch.from_numpy(rows),
                torch.from_numpy(odds[rows]).float(),
                torch.from_numpy(pairs[rows]),
                torch.from_numpy(right[rows]),
            )
    others = may_contradict(prepared.view)
    rows = np.flatnonzero(others.any(axis=1))
    if len(rows):
        given = (rows, np.zeros((len(rows), len(others)), np.float32), others[rows])
        right = prepared.wanted["contradict"][rows] & others[rows]
        yield Choice(len(WAYS), *map(torch.from_numpy, (*given, right)))


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

    def ties(document: Document) -> Ties:
        head, mean, spread = folds[_fold(document)]
        rows, nothing = known.get(document.id, {}), torch.zeros(2 * _WIDTH)

        @torch.no_grad()
        def of(statements: Sequence[Asked]) -> NDArray[np.float32]:
            states = torch.stack([rows.get(each, nothing) for each in statements])
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
    known: dict[str, dict[Asked, Tensor]] = defaultdict(dict)
    for item in data:
        known[item.document] |= dict(zip(item.asked, item.states, strict=True))
    KEPT.write_bytes(pickle.dumps((folds, dict(known))))
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
