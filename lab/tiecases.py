"""The statements of reports with their states and what they may answer: what lab/ties.py learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.extract.encoder import Encoder
from sayso.extract.states import Keeper, States
from sayso.extract.ties import Asked, vectors
from sayso.extract.windows import cut
from sayso.ledger import Document, Span, Statement
from sayso.ledger.response import Relation
from sayso.link.candidates import WAYS
from sayso.link.context import may_contradict
from sayso.link.scoring import finished
from sayso.link.weights import BIAS
from sayso.link.weights import WEIGHTS as TABLE

from . import linkfit, verdicts, worldnews
from .linkcases import Case, cases, dossier, shared
from .linkread import as_read, readings, with_our_actors

FOLDS = 5
# How much a statement of judged articles counts beside one annotated whole: what lies between them was read faster.
_OF_JUDGED = 0.5


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
                fold, found = fold_of(case.document), tuple(_choices(prepared))
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


def fold_of(document: Document) -> int:
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
