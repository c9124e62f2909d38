"""`python -m lab.contexts [--fit]`: what the rest of a report tells of a statement's act (`sayso/link/context.py`).

On reference statements of world news (part "learn", in five parts by report) and of the dossiers (each left out), with
the acts as a table decides them that was fitted without the report, no network: acts and classes right before and
after. The weights of the links, which say how likely a statement is contradicted, have seen the reports.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.ledger import ACTS
from sayso.link import context
from sayso.link.scoring import score
from sayso.link.view import Ties, look

from . import worldnews
from .figures import scorer
from .linkcases import Case, cases, dossier, shared
from .linkread import as_decided, decisions

# The pull towards nothing, and how much a dossier's statement counts. Counting 1 or 6 gave acts right 70.7 and 70.1 on
# the dossiers left out, 55.0 and 55.1 on world news (with a bias of each act and a scale, which are not used).
RIDGE, OF_DOSSIER, FOLDS, SEED = 3.0, 2.0, 5, 7
_FLOOR = 1e-4
# Weights nearer to nothing than this are left out of the table.
_NOTHING = 0.1


@dataclass(frozen=True, slots=True)
class Rows:
    """n statements: log chances [n, acts], measures [n, measures], the right act [n], group and fold of each."""

    logs: NDArray[np.float64]
    holds: NDArray[np.float64]
    right: NDArray[np.int64]
    is_dossier: NDArray[np.bool_]
    fold: NDArray[np.int64]


def rows() -> Rows:
    """Every statement that is in a report with another."""
    from .ties import sights  # here, so that what only reads the tables needs no torch

    folder, acts, sight = shared(), decisions(), sights()
    assert folder is not None
    ours = [case for case in cases(folder) if case.dossier != "seed"]
    names = sorted({case.dossier for case in ours})
    world = dossier(worldnews.folder("learn"))
    order = random.Random(SEED).sample(range(len(world)), len(world))
    every = [(case, True, FOLDS + names.index(case.dossier)) for case in ours]
    every += [(world[at], False, place % FOLDS) for place, at in enumerate(order)]
    found = [
        (*row, is_dossier, fold)
        for case, is_dossier, fold in every
        for row in _of(case, as_decided(case, acts), sight(case.document))
    ]
    logs, holds, right, is_dossier, fold = (np.array(column) for column in zip(*found, strict=True))
    return Rows(logs, holds, right, is_dossier, fold)


def _of(gold: Case, case: Case, seen: Ties) -> Iterator[tuple[list[float], list[float], int]]:
    right = {statement.id: ACTS.index(statement.act) for statement in gold.statements}
    for view in look(case.document, case.statements, case.actors, seen):
        if len(view) < 2:
            continue
        known = list(context.added(score(view)).values())
        for i, statement in enumerate(view.statements):
            chances = dict(statement.acts)
            if chances:
                logs = [math.log(max(chances.get(act, 0.0), _FLOOR)) for act in ACTS]
                yield logs, [float(values[i]) for values in known], right[statement.id]


def fit(known: Rows, which: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights [measures, acts] of a multinomial logistic regression on top of the log chances, by L-BFGS."""
    import torch

    logs, holds, right = (torch.tensor(x[which]) for x in (known.logs, known.holds, known.right))
    counts = torch.tensor(np.where(known.is_dossier, OF_DOSSIER, 1.0)[which])
    weights = torch.zeros(holds.shape[1], len(ACTS), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=60, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        lost = torch.nn.functional.cross_entropy(logs + holds @ weights, right, reduction="none")
        loss = (counts * lost).sum() + RIDGE * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    out: NDArray[np.float64] = weights.detach().numpy()
    return out


def figures(known: Rows) -> None:
    after = np.zeros(len(known.right), dtype=np.int64)
    for fold in sorted(set(known.fold.tolist())):
        here = known.fold == fold
        after[here] = (known.logs[here] + known.holds[here] @ fit(known, ~here)).argmax(axis=1)
    near = scorer("score_ledger").ACT_CLASS
    classes = np.array([near[act] for act in ACTS])
    for title, said in (("by its own words", known.logs.argmax(axis=1)), ("in the light of the report", after)):
        for group, which in (("dossiers", known.is_dossier), ("world news", ~known.is_dossier)):
            exact = 100 * (said == known.right)[which].mean()
            near_by = 100 * (classes[said] == classes[known.right])[which].mean()
            print(f"{title:28} {group:12} act right {exact:.1f}  class right {near_by:.1f}  n {which.sum()}")


def table(weights: NDArray[np.float64]) -> Iterator[str]:
    """The lines to paste into `ADDED`."""
    for name, row in zip(context.MEASURES, weights, strict=True):
        yield f'    "{name}": {{'
        yield from (f'        "{act}": {w:.2f},' for act, w in zip(ACTS, row, strict=True) if abs(w) >= _NOTHING)
        yield "    },"


def main(options: Sequence[str]) -> None:
    if shared() is None:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return
    known = rows()
    if "--fit" in options:
        print("\n".join(table(fit(known, np.ones(len(known.right), dtype=bool)))))
    figures(known)


if __name__ == "__main__":
    main(sys.argv[1:])
