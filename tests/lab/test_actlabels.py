"""Acts labelled by reading as examples to learn from: those held back are none of them."""

from __future__ import annotations

import csv

import pytest

from lab import actlabels
from lab.linkcases import shared
from sayso.ledger import ACTS

ROWS = list(csv.DictReader(actlabels.LABELS.open(newline="", encoding="utf-8")))


def test_every_label_is_an_act_with_places() -> None:
    assert {row["act"] for row in ROWS} <= set(ACTS)
    spans = [piece.split("-") for row in ROWS for piece in (row["cue"], *row["content"].split("|"))]
    assert all(int(start) < int(end) for start, end in spans)


@pytest.mark.skipif(shared() is None, reason="the annotated data is not there (set SAYSO_SHARED)")
def test_what_is_held_is_not_learnt() -> None:
    examples = actlabels.examples()
    assert sum(len(each.attributions or ()) for each in examples) == sum(row["part"] == "seen" for row in ROWS)
    assert all(each.is_partial and not each.known_roles for each in examples)
    held = {(each.text, each.found.anchor) for each in actlabels.labelled() if each.part == "held"}
    assert not [
        gold for each in examples for gold in each.attributions or () for text, cue in held
        if text == each.text and gold.cue == (cue.start, cue.end)
    ]  # fmt: skip
