"""World news annotated by reading: every span is inside its text, and nothing of the held part is learnt from."""

from __future__ import annotations

import json

import pytest

from lab import worldnews
from lab.corpora import HELD_OUT_OUTLETS
from lab.linkcases import shared

KEPT = [json.loads(line) for line in worldnews.KEPT.read_text(encoding="utf-8").splitlines()]
needs_data = pytest.mark.skipif(shared() is None, reason="the annotated data is not there (set SAYSO_SHARED)")


def test_the_parts_share_no_outlet_and_no_report() -> None:
    parts = {part: {row["report"] for row in KEPT if row["part"] == part} for part in ("learn", "held", "second")}
    assert not parts["learn"] & parts["held"]
    assert parts["second"] <= parts["held"]
    outlets = {part: {name.rpartition("_")[0] for name in names if ":" not in name} for part, names in parts.items()}
    assert not outlets["learn"] & outlets["held"]
    assert not [name for names in parts.values() for name in names if name.startswith(HELD_OUT_OUTLETS)]


def test_no_text_is_kept() -> None:
    assert not [row for row in KEPT if row.keys() - {"report", "digest", "part", "statements", "responses"}]
    words = {"id", "act", "actor", "hedge", "parent", "targets"}
    statements = [each for row in KEPT for each in row["statements"]]
    told = [value for each in statements for name, value in each.items() if name not in words]
    assert all(isinstance(value, (list, bool)) and '"' not in json.dumps(value) for value in told)
    assert max(len(each.get("actor", "").split()) for each in statements) <= 25  # a name, no sentence of a report


@needs_data
@pytest.mark.parametrize("part", ["learn", "held", "second"])
def test_each_part_is_a_folder_of_reports(part: worldnews.Part) -> None:
    folder = worldnews.folder(part)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    listing = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    assert len(listing) == sum(row["part"] == part for row in KEPT)
    texts = {row["id"]: (folder / row["file"]).read_bytes().decode() for row in listing}
    spans = [
        (texts[statement["report"]], span)
        for statement in gold["statements"]
        for span in (statement["cue"], statement["source"], *statement["content"])
        if span
    ]
    assert all(text[span["start"] : span["end"]] == span["text"] != "" for text, span in spans)
    ids = {statement["id"] for statement in gold["statements"]}
    assert {statement["parent"] for statement in gold["statements"]} <= {*ids, None}
    assert {link[end] for link in gold["responses"] for end in ("from", "to")} <= ids
    assert len(worldnews.examples(part)) == len(listing)
