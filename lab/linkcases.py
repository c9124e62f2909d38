"""The reference dossiers as the linker sees a report: values of the ledger and the links between them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.ledger import Actor, Document, Span, Statement


@dataclass(frozen=True, slots=True)
class Case:
    """One report; `links` are (from id, to id, relation) inside it."""

    dossier: str
    document: Document
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    links: frozenset[tuple[str, str, str]]


def shared() -> Path | None:
    """The folder of annotated data: $SAYSO_SHARED, else `shared` beside the checkout; None where there is none."""
    folder = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    return folder if (folder / "dossiers").is_dir() else None


def cases(folder: Path) -> list[Case]:
    """Every report of the seed and the dossiers."""
    folders = [folder / "seed", *sorted(path for path in (folder / "dossiers").iterdir() if path.is_dir())]
    return [case for one in folders for case in dossier(one)]


def dossier(folder: Path) -> list[Case]:
    """Every report of one folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    listing = folder / "reports.json"
    rows = (
        json.loads(listing.read_text(encoding="utf-8")) if listing.exists() else [{"id": "seed", "file": "report.txt"}]
    )
    return [_case(folder, gold, row) for row in rows]


def _case(folder: Path, gold: dict[str, Any], row: dict[str, Any]) -> Case:
    with (folder / row["file"]).open(encoding="utf-8", newline="") as opened:
        text = opened.read()
    title = row.get("title")
    document = Document(text, title=title, body=len(title) if title and text.startswith(title) else 0)
    rows = [s for s in gold["statements"] if s["report"] == row["id"]]
    used = {key for s in rows for key in (s.get("actor"), *s.get("targets", ()))}
    # of a folder of many reports only the actors of this one: those that speak or are aimed at in it, or named
    own = [a for a in gold["actors"] if a["id"] in used or any(name in text for name in (a["name"], *a["aliases"]))]
    actors = {a["id"]: _actor(a, rows, document) for a in own}
    made = {s["id"]: _statement(s, actors, document) for s in rows}
    nested = tuple(
        replace(made[s["id"]], parent_id=made[s["parent"]].id if s.get("parent") in made else None) for s in rows
    )
    links = [(r["from"], r["to"], r["relation"]) for r in gold["responses"] if r["from"] in made and r["to"] in made]
    return Case(
        folder.name, document, nested, tuple(actors.values()),
        frozenset((made[a].id, made[b].id, relation) for a, b, relation in links),
    )  # fmt: skip


def _span(row: dict[str, Any] | None) -> Span | None:
    return Span(row["start"], row["end"], row["text"]) if row else None


def _actor(row: dict[str, Any], statements: list[dict[str, Any]], document: Document) -> Actor:
    """An actor with its mentions: the sources that are its own, and the places where a name of its stands."""
    spans = {_span(s["source"]) for s in statements if s.get("source") and s.get("actor") == row["id"]}
    for name in {row["name"], *row.get("aliases", ())}:
        if name[:1].isupper() and name in document.text:
            spans |= {Span(m.start(), m.end(), m[0]) for m in re.finditer(rf"\b{re.escape(name)}\b", document.text)}
    mentions = tuple((document.id, span) for span in sorted(s for s in spans if s))
    return Actor(
        row["name"], row["kind"], row.get("country"), row.get("sector"), tuple(row.get("aliases", ())), (), mentions
    )


def _statement(row: dict[str, Any], actors: dict[str, Actor], document: Document) -> Statement:
    return Statement(
        document_id=document.id,
        source=_span(row.get("source")),
        actor_id=actors[row["actor"]].id if row.get("actor") else None,
        cue=_span(row.get("cue")),
        content=tuple(span for piece in row["content"] if (span := _span(piece))),
        manner=row["manner"],
        act=row["act"],
        addressee=_span(row.get("addressee")),
        target_ids=tuple(actors[target].id for target in row.get("targets", ())),
        negated=row["negated"],
        hedge=row["hedge"],
    )


def clusters(links: Iterable[tuple[str, str, str]]) -> list[frozenset[str]]:
    """The statements that are one saying, told or said again: the closure of `same_utterance` and `repeats`."""
    known: dict[str, frozenset[str]] = {}
    for source, target, relation in links:
        if relation in {"same_utterance", "repeats"}:
            joined = known.get(source, frozenset({source})) | known.get(target, frozenset({target}))
            known |= dict.fromkeys(joined, joined)
    return list(dict.fromkeys(known.values()))
