"""Speech acts labelled by reading: 930 attributions of public corpora, their places and acts, without their text.

`act_labels.csv` holds what PolNeAR's annotators marked and what the network of 0.1.0 found in wikinews and MPQA
(confidence 0.5 and more), each read and given an act by the guide. "held" are the 147 labelled last, after the signs
were written.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sayso.ledger import Attribution, Span

from . import corpora
from .corpora import Example, Gold, Pieces

LABELS = Path(__file__).with_name("act_labels.csv")
# A line an article of PolNeAR's training part: its name, and for the cues ("start-end") that were read the act.
READINGS = Path(__file__).with_name("act_readings.jsonl")
_MARKS = (("-LSB- ", "["), (" -RSB-", "]"), ("-LRB- ", "("), (" -RRB-", ")"), ("`` ", "“"), (" ''", "”"), ("''", "”"))
_TIGHT = re.compile(r" ([,.;:?!%]|n't|'s|'re|'ve|'ll|'d|'m|')(?= |$|[”])")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An attribution (cue and content; offsets in `text`) with the act that a reader gave it."""

    corpus: str
    part: str
    text: str
    found: Attribution
    act: str


def labelled() -> Iterator[Labelled]:
    """Every label whose text is at hand."""
    with LABELS.open(newline="", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            text = texts(row["corpus"])[row["document"]]
            cue, *content = (_span(text, piece) for piece in (row["cue"], *row["content"].split("|")))
            yield Labelled(row["corpus"], row["part"], text, Attribution(cue, None, tuple(content)), row["act"])


def examples() -> list[Example]:
    """The labels of part "seen" to learn from, a text an example; what else is said in the texts is unknown."""
    golds: defaultdict[tuple[str, str], list[Gold]] = defaultdict(list)
    for label in labelled():
        if label.part == "seen":
            content: Pieces = tuple((span.start, span.end) for span in label.found.content)
            cue = label.found.anchor
            golds[label.corpus, label.text].append(Gold((cue.start, cue.end), {"content": content}, label.act))
    return [
        Example(f"{corpus}-{at}", "acts", text, tuple(found), is_partial=True)
        for at, ((corpus, text), found) in enumerate(golds.items())
    ]


@cache
def readings() -> dict[str, dict[tuple[int, int], str]]:
    """Article of PolNeAR's training part → cue → the act that a reader gave it."""
    rows = map(json.loads, READINGS.read_text(encoding="utf-8").splitlines())
    return {row["article"]: {_ends(cue): act for cue, act in row["acts"].items()} for row in rows}


def _ends(piece: str) -> tuple[int, int]:
    start, end = map(int, piece.split("-"))
    return start, end


def as_read(example: Example) -> Example:
    """The example with the acts of its attributions as they were read, where they were."""
    acts = readings().get(example.name) if example.corpus == "polnear" else None
    if not acts or example.attributions is None:
        return example
    golds = (replace(gold, act=acts.get(gold.cue, gold.act) if gold.cue else gold.act) for gold in example.attributions)
    return replace(example, attributions=tuple(golds))


def _span(text: str, piece: str) -> Span:
    start, end = map(int, piece.split("-"))
    return Span(start, end, text[start:end])


@cache
def texts(corpus: str) -> dict[str, str]:
    if corpus == "polnear":
        return {example.name: example.text for example in corpora.polnear("train")}
    return dict(_wikinews() if corpus == "wikinews" else _mpqa())


def _wikinews() -> Iterator[tuple[str, str]]:
    for path in sorted((corpora.shared() / "data/wikinews").glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as opened:
            for at, row in enumerate(csv.DictReader(opened)):
                yield f"{path.name}:{at}", f"{row['title']}\n\n{row['text']}"


def _mpqa() -> Iterator[tuple[str, str]]:
    """Each document as running text, its tokens put together again."""
    for path in sorted((corpora.shared() / "data/mpqa").glob("*.json")):
        for key, document in json.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(document, dict):
                names = sorted((k for k in document if re.fullmatch(r"sentence\d+", k)), key=lambda k: int(k[8:]))
                yield f"{path.stem}:{key}", " ".join(joined(document[k]["sentence_tokenized"]) for k in names)


def joined(tokens: list[str]) -> str:
    text = " ".join(tokens)
    for mark, sign in (*_MARKS, ("``", "“"), ("` ", "‘")):
        text = text.replace(mark, sign)
    return _TIGHT.sub(r"\1", text).replace("$ ", "$")
