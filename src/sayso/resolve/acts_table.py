"""What each sign of a speech act weighs and which acts each word of saying stands for: `data/acts.csv`, fitted."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from ..ledger.statement import Act

Weights = tuple[tuple[Act, float], ...]


@dataclass(frozen=True, slots=True, eq=False)  # as good as its identity, which is quickly looked up
class ActTable:
    """The fitted numbers of `acts.decide`.

    `usual` is added to every statement's scores; `cue` is what the log chance of a cue's word counts for; `signs` maps
    a sign's (place, why) to what it adds; `cues` maps a cue's (lemma, part) to the chances of its acts, where any were
    counted, and `open` has those of a word of mere saying that nobody counted.
    """

    usual: Weights
    cue: float
    open: Weights
    signs: dict[tuple[str, str], Weights]
    cues: dict[tuple[str, str], Weights]


@cache
def act_table() -> ActTable:
    """The table that ships; `python -m lab.actfit --fit` makes it."""
    text = files("sayso.data").joinpath("acts.csv").read_text(encoding="utf-8")
    return parsed(text)


def parsed(text: str) -> ActTable:
    """A table from its text: lines that begin with # say what made it, the rest is CSV of kind, place, name, acts."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = [(row["kind"], (row["place"], row["name"]), row["acts"]) for row in csv.DictReader(lines)]
    one = {kind: acts for kind, _, acts in rows}
    return ActTable(
        usual=_weights(one["usual"]),
        cue=float(one["cue's weight"]),
        open=_weights(one["open"]),
        signs={key: _weights(acts) for kind, key, acts in rows if kind == "sign"},
        cues={key: _weights(acts) for kind, key, acts in rows if kind == "cue"},
    )


def _weights(cell: str) -> Weights:
    pairs = (item.partition(":") for item in cell.split())
    return tuple((cast(Act, act), float(weight)) for act, _, weight in pairs)
