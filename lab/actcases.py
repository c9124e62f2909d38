"""Attributions whose act a reader gave, with what the tables have for each: what lab.actfit fits and measures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso import lexicon
from sayso.ledger import Attribution, Span
from sayso.resolve import acts, acts_evidence

from . import corpora, worldnews
from .actlabels import labelled, readings
from .texts import digest

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """An attribution whose act is known; `block` is the report or dossier that is left out as a whole."""

    group: str
    block: str
    text: str
    found: Attribution
    act: str
    entry: lexicon.Cue | None
    signs: tuple[Key, ...]

    @property
    def word(self) -> Key | None:
        return (self.entry.lemma, self.entry.part) if self.entry else None


@cache
def known() -> tuple[Known, ...]:
    """World news of part "learn", the dossiers, and the labels by reading."""
    out = list(_of_folder(worldnews.folder("learn"), "learn"))
    for folder in sorted(path.parent for path in (corpora.shared() / "dossiers").glob("*/gold.json")):
        out += _of_folder(folder, "dossiers")
    for label in labelled():
        block = f"{label.corpus} {digest(label.text)}"
        out.append(example(f"labels {label.part}", block, label.text, label.found, label.act))
    return tuple(out)


def to_learn() -> list[Known]:
    """What the table is fitted to."""
    return [each for each in known() if each.group != "labels held"]


def of_polnear() -> Iterator[Known]:
    """PolNeAR's training part with its acts by reading, which the table is only measured on.

    With 9,770 of these among what is fitted to, each counted 1 or 0.3, the dossiers left out fell from 68.6 % of acts
    right to 65.6 and 66.9 and the labels "held" stayed: its politics is another matter. The network learns from them.
    """
    for article in corpora.polnear("train"):
        read = readings().get(article.name, {})
        for gold in article.attributions or ():
            if gold.cue in read:
                source, content = (_cut(article.text, gold.roles.get(role, ())) for role in ("source", "content"))
                found = Attribution(_cut(article.text, (gold.cue,))[0], _whole(article.text, source), content)
                yield example("polnear", f"polnear {article.name}", article.text, found, read[gold.cue])


def _cut(text: str, pieces: corpora.Pieces) -> tuple[Span, ...]:
    return tuple(Span(start, end, text[start:end]) for start, end in pieces)


def _whole(text: str, pieces: Sequence[Span]) -> Span | None:
    return _cut(text, ((pieces[0].start, pieces[-1].end),))[0] if pieces else None


def _of_folder(folder: Path, group: str) -> Iterator[Known]:
    listing = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    texts = {row["id"]: (folder / row["file"]).read_bytes().decode("utf-8") for row in listing}
    for row in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["statements"]:
        content = tuple(Span(**piece) for piece in row["content"])
        found = Attribution(_span(row["cue"]), _span(row.get("source")), content)
        if found.cue is not None:
            block = folder.name if group == "dossiers" else row["report"]
            yield example(group, block, texts[row["report"]], found, row["act"])


def _span(row: dict[str, Any] | None) -> Span | None:
    return Span(row["start"], row["end"], row["text"]) if row else None


def example(group: str, block: str, text: str, found: Attribution, act: str) -> Known:
    """An attribution with what the tables have for it looked up."""
    entry = acts.entry_of(found)
    signs = tuple((sign.where, sign.why) for sign in acts_evidence.signs(found, entry))
    return Known(group, block, text, found, act, entry, signs)
