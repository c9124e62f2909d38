"""Acts labelled by reading as examples to learn from: those held back are none of them; acts put to cues by reading."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from lab import actlabels, corpora
from lab.corpora import Example, Gold
from lab.linkcases import shared
from sayso.ledger import ACTS

needs_data = pytest.mark.skipif(shared() is None, reason="the annotated data is not there (set SAYSO_SHARED)")
ROWS = list(csv.DictReader(actlabels.LABELS.open(newline="", encoding="utf-8")))


def test_every_label_is_an_act_with_places() -> None:
    assert {row["act"] for row in ROWS} <= set(ACTS)
    spans = [piece.split("-") for row in ROWS for piece in (row["cue"], *row["content"].split("|"))]
    assert all(int(start) < int(end) for start, end in spans)


@needs_data
def test_what_is_held_is_not_learnt() -> None:
    examples = actlabels.examples()
    assert sum(len(each.attributions or ()) for each in examples) == sum(row["part"] == "seen" for row in ROWS)
    assert all(each.is_partial and not each.known_roles for each in examples)
    held = {(each.text, each.found.anchor) for each in actlabels.labelled() if each.part == "held"}
    assert not [
        gold for each in examples for gold in each.attributions or () for text, cue in held
        if text == each.text and gold.cue == (cue.start, cue.end)
    ]  # fmt: skip


def test_every_reading_is_an_act_of_a_cue() -> None:
    readings = actlabels.readings()
    assert readings
    assert {act for acts in readings.values() for act in acts.values()} <= set(ACTS)
    assert all(0 <= start < end for acts in readings.values() for start, end in acts)


@needs_data
def test_every_reading_is_of_a_cue_of_the_article() -> None:
    cues = {each.name: {gold.cue for gold in each.attributions or ()} for each in corpora.polnear("train")}
    assert not [name for name, acts in actlabels.readings().items() if not acts.keys() <= cues.get(name, set())]


# Its corpus, the cues of an example with their acts, and these as read; the article "a" was read, at its first cue.
READ = [
    ("polnear", "a", [((0, 4), None), ((9, 12), "state")], ["warn", "state"]),
    ("polnear", "a", [((0, 4), "state"), (None, "ask")], ["warn", "ask"]),
    ("polnear", "b", [((0, 4), "state")], ["state"]),
    ("worldwide", "a", [((0, 4), "state")], ["state"]),
]


@pytest.mark.parametrize(("corpus", "name", "golds", "acts"), READ)
def test_an_example_has_the_acts_that_were_read(
    corpus: str, name: str, golds: list[tuple[tuple[int, int] | None, str | None]], acts: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(actlabels, "readings", lambda: {"a": {(0, 4): "warn"}})
    example = Example(name, corpus, "said nothing", tuple(Gold(cue, {}, act) for cue, act in golds))
    found = actlabels.as_read(example)
    assert [gold.act for gold in found.attributions or ()] == acts
    assert replace(found, attributions=example.attributions) == example


def test_an_article_without_attributions_stays_as_it_is() -> None:
    example = Example(next(iter(actlabels.readings())), "polnear", "Nobody spoke.")
    assert actlabels.as_read(example) == example
