"""World news annotated by reading, whole: every statement with its roles, act, nesting and answers, without the text.

`worldnews.jsonl` has a line a report: which (as `lab/texts.py` names them), a digest of its text, its part, offsets.
Part "learn" is trained with; "held" are outlets and articles that nothing was ever fitted to; "second" are ten of these
as another reader annotated them, blind. The annotators read with the guide (`spec/ledger.md`) beside them and no sight
of what the product finds (decision 0018).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from sayso.ledger import Span
from sayso.resolve.actors.wordlists import words_in
from sayso.resolve.manner import manner

from . import corpora
from .corpora import Example
from .figures import WORK
from .texts import digest, text_of

KEPT = Path(__file__).with_name("worldnews.jsonl")
Part = Literal["learn", "held", "second"]
# Never another name of somebody: where an actor's names are looked for in a text, these would find anybody.
_PRONOUNS = words_in("i you he she it we they me him her us them who whom which one his their its my our both")
_FIELDS = ("source", "addressee", "setting", "via", "condition")


def folder(part: Part, only: Part | None = None) -> Path:
    """A folder under lab/work with the reports of one part in the form of a dossier, for what reads dossiers.

    `only` leaves out the reports that this other part does not have.
    """
    out = WORK / f"worldnews-{part}{f'-{only}' if only else ''}"
    out.mkdir(parents=True, exist_ok=True)
    statements, actors, responses, listing = [], [], [], []
    wanted = {row["report"] for row in _kept(only)} if only else set()
    for row in _kept(part):
        if only and row["report"] not in wanted:
            continue
        text = text_of(row["report"])
        if digest(text) != row["digest"]:
            raise SystemExit(f"error: the text of {row['report']} is not the one that was annotated")
        name = row["report"].replace(":", "-")
        (out / f"{name}.txt").write_bytes(text.encode())
        listing.append({"id": name, "file": f"{name}.txt"})
        speakers = {each["actor"] for each in row["statements"] if each.get("actor")}
        speakers |= {target for each in row["statements"] for target in each.get("targets", ())}
        ids = {speaker: f"{name}/{speaker}" for speaker in speakers}
        statements += [_statement(each, name, text, ids) for each in row["statements"]]
        actors += [_actor(speaker, ids[speaker], row, text) for speaker in sorted(speakers)]
        links = ((f"{name}/{one}", f"{name}/{other}", relation) for one, other, relation in row["responses"])
        responses += [{"from": one, "to": other, "relation": relation} for one, other, relation in links]
    gold = {"actors": actors, "statements": statements, "responses": responses, "events": [], "figures": []}
    (out / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (out / "reports.json").write_text(json.dumps(listing), encoding="utf-8")
    return out


def _kept(part: Part) -> Iterator[dict[str, Any]]:
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == part:
            yield row


def _span(text: str, place: list[int] | None) -> dict[str, Any] | None:
    return {"start": place[0], "end": place[1], "text": text[place[0] : place[1]]} if place else None


def _statement(row: dict[str, Any], name: str, text: str, ids: dict[str, str]) -> dict[str, Any]:
    content = [Span(*piece, text[slice(*piece)]) for piece in row["content"]]
    return {
        "id": f"{name}/{row['id']}",
        "report": name,
        "cue": _span(text, row["cue"]),
        "content": [_span(text, piece) for piece in row["content"]],
        "act": row["act"],
        "actor": ids.get(row.get("actor", "")),
        "targets": [ids[target] for target in row.get("targets", ())],
        **{field: _span(text, row.get(field)) for field in _FIELDS},
        "time": {"span": _span(text, row["time"]), "value": None} if row.get("time") else None,
        "manner": manner(tuple(content)),
        "negated": row["negated"],
        "hedge": row.get("hedge", "neutral"),
        "parent": f"{name}/{row['parent']}" if row.get("parent") else None,
    }


def _actor(name: str, key: str, row: dict[str, Any], text: str) -> dict[str, Any]:
    sources = (each["source"] for each in row["statements"] if each.get("actor") == name and each.get("source"))
    own = {words for source in sources if (words := text[slice(*source)]).lower() not in _PRONOUNS}
    kind = "unnamed" if name.startswith("unnamed") else "person"
    return {"id": key, "name": name, "kind": kind, "country": None, "aliases": sorted(own)}


def examples(part: Part) -> list[Example]:
    """The reports as the trainer wants them, with every role and act, and nesting."""
    return [replace(example, corpus="worldnews") for example in corpora.dossier(folder(part))]
