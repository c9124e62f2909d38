"""`python -m lab.selflabels`: labels that the network that ships gives to text without any, for the next one to learn.

PolNeAR forbids an attribution inside a content, so a network trained on it learns that there are none. Peeled out of
its frame ("said [that] the minister had denied it") a content is a sentence like any other, and the network reads it
well: of the dossiers' nested statements it found three in four so, of their pairs with a parent a fifth as they stand.
What it finds there, put back in its place, is what the next network learns from (self-training, Yarowsky 1995, with a
change of view). The labels are kept (`selflabels.jsonl`, offsets alone), those now of the network of decision 0023.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import Attribution, Document

from . import corpora
from .corpora import Example, Gold, Pieces

KEPT = Path(__file__).with_name("selflabels.jsonl")
# A label is believed above the first, and a cue between the two is left out of the loss. Not tuned.
SURE, UNSURE = 0.62, 0.3
_OPENING = re.compile(r"[“\"‘'«\s]*(?:that\s+)?(?:to\s+)?[“\"‘'«]*")
_SPEAKER_HIMSELF = re.compile(r"(?:I|we|my|our|me|us)\b", re.IGNORECASE)
_HEARER = re.compile(r"you(?:r)?\b", re.IGNORECASE)


def label(teacher: Encoder, example: Example) -> tuple[list[Gold], list[tuple[int, int]]]:
    """New attributions of `example`, and cues that may be some: nested ones, and where it has no labels the others."""
    golds: list[Gold] = []
    unsure: list[tuple[int, int]] = []
    outer = list(example.attributions or ())
    if example.attributions is None:
        for found in find(Document(example.text), teacher, UNSURE).attributions:
            _keep(found, 0, golds, unsure, is_nested=False)
        outer = list(golds)
    for gold in outer:
        for start, end in gold.roles.get("content", ()):
            for found, shift in _inside(example.text, start, end, teacher):
                _keep(found, shift, golds, unsure, is_nested=True)
    return golds, unsure


def _inside(text: str, start: int, end: int, teacher: Encoder) -> Iterator[tuple[Attribution, int]]:
    """Attributions of a content read as a sentence of its own, with what their offsets lack."""
    opening = _OPENING.match(text, start, end)
    begin = opening.end() if opening else start
    body = text[begin:end].rstrip("”\"’'»\r\n ")
    if body.count(" ") < 4 or "\n" in body:
        return
    sentence = body[0].upper() + body[1:] + ("" if body[-1] in ".!?" else ".")
    for found in find(Document(sentence), teacher, UNSURE).attributions:
        if max(span.end for span in (found.anchor, *found.content)) <= len(body):
            yield found, begin


def _keep(found: Attribution, shift: int, golds: list[Gold], unsure: list[tuple[int, int]], is_nested: bool) -> None:
    if found.cue is None:
        return  # a rule's, and no reading of the network's
    cue = (found.cue.start + shift, found.cue.end + shift)
    source = found.source.text if found.source else ""
    if is_nested and _SPEAKER_HIMSELF.match(source):
        return  # “I believe that …, ” he said: one statement
    if found.confidence < SURE or not found.content or _HEARER.match(source):
        unsure.append(cue)
        return
    roles: dict[str, Pieces] = {"content": tuple((s.start + shift, s.end + shift) for s in found.content)}
    if found.source:
        roles["source"] = ((found.source.start + shift, found.source.end + shift),)
    golds.append(Gold(cue, roles, None, is_nested))


def _persons(example: Example, teacher: Encoder) -> list[tuple[int, int]]:
    """Where the network finds names of persons: for lab/pronouns.py."""
    found = find(Document(example.text), teacher).mentions
    return [(mention.span.start, mention.span.end) for mention in found if mention.type == "person"]


def write(examples: Sequence[Example], teacher: Encoder, path: Path) -> None:
    with path.with_suffix(".part").open("w", encoding="utf-8") as file:
        for example in examples:
            golds, unsure = label(teacher, example)
            persons = [] if example.mentions is not None else _persons(example, teacher)
            rows = [{"cue": g.cue, "roles": g.roles, "nested": g.is_nested} for g in golds]
            row = {"name": example.name, "golds": rows, "unsure": unsure, "persons": persons}
            file.write(json.dumps(row, separators=(",", ":")) + "\n")
    path.with_suffix(".part").replace(path)


def labelled(examples: Sequence[Example], path: Path = KEPT) -> list[Example]:
    """The examples with the labels of `write` added, where it has them."""
    rows = {row["name"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    out = []
    for example in examples:
        row = rows.get(example.name)
        if row is None:
            out.append(example)
            continue
        more = tuple(_gold(each) for each in row["golds"])
        known = example.known_roles or frozenset({"source", "content"})
        unsure = tuple((start, end) for start, end in row["unsure"])
        named = ((start, end) for start, end, kind in example.mentions or () if kind == "person")
        persons = tuple(named) or tuple((start, end) for start, end in row["persons"])
        golds = (*(example.attributions or ()), *more)
        new = replace(example, attributions=golds, known_roles=known, knows_nesting=True, unsure=unsure)
        out.append(replace(new, persons=persons))
    return out


def _gold(row: dict) -> Gold:
    roles = {role: tuple((start, end) for start, end in pieces) for role, pieces in row["roles"].items()}
    return Gold(tuple(row["cue"]), roles, None, row["nested"])


def main() -> None:
    write(corpora.polnear("train") + corpora.worldwide(), Encoder(threads=1), KEPT)


if __name__ == "__main__":
    main()
