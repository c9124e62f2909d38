"""Figures against whole reference ledgers: the seed, world news, and the dossiers by weights that never saw them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import Document, Ledger
from sayso.pipeline import read_report
from sayso.settings import Settings

from . import actfit, corpora, worldnews
from .figures import Figure, f1, scorer
from .reliability import Pairs, Weighed, calibration

SEED, DOSSIERS, WORLD = "seed", "dossiers, left out", "world news by reading, held out"
_F1 = ("statements", "statements + actor", "statements + actor + act", "parent", "denials, within", "figures")
_RIGHT = ("actor", "act", "act class", "manner", "hedge", "negated")
_FIELDS = ("condition", "addressee", "setting", "via")


def ledgers(folders: Sequence[Path], network: Encoder, settings: Settings | None = None) -> Ledger:
    """One ledger over the reports of reference folders (a dossier each, or the seed's)."""
    parts = []
    for folder in folders:
        listing = folder / "reports.json"
        rows = (
            json.loads(listing.read_text()) if listing.exists() else [{"file": "report.txt", "published": "2021-12-21"}]
        )
        for row in rows:
            text = (folder / row["file"]).read_bytes().decode("utf-8")
            day = date.fromisoformat(row["published"]) if row.get("published") else None
            document = Document(text, title=row.get("title"), publisher=row.get("publisher"), published=day)
            parts.append(read_report(document, network, settings or Settings()))
    return Ledger.merged(parts)


def left_out(network: Encoder, settings: Settings | None = None) -> dict[Path, Ledger]:
    """The ledger of each dossier, by folder: the network has never seen one, acts are by a table fitted without it."""
    folders = sorted(path.parent for path in (corpora.shared() / "dossiers").glob("*/gold.json"))
    out = {}
    for folder in folders:
        with actfit.without(folder.name):
            out[folder] = ledgers([folder], network, settings)
    return out


def pairs(read: dict[Path, Ledger]) -> Pairs:
    """Confidence and truth of each statement: whether the scorer takes it for one of the reference's."""
    out: Pairs = []
    for folder, ledger in read.items():
        form = ledger.to_dict()
        _, _, extra = scorer("score_ledger").score(form, [str(folder)])
        wrong = {row[1:] for row in extra}
        out += [(row["confidence"], _as_listed(row) not in wrong) for row in form["statements"]]
    return out


def weighed(network: Encoder, read: dict[Path, Ledger]) -> list[Weighed]:
    """The evidence of each statement that has some, found again by its cue, and whether it is right."""
    out: list[Weighed] = []
    for folder, ledger in read.items():
        seen = {
            (document.id, each.anchor.start, each.anchor.end): each.evidence
            for document in ledger.documents
            for each in find(document, network).attributions
        }
        for statement, (_, is_right) in zip(ledger.statements, pairs({folder: ledger}), strict=True):
            anchor = statement.cue or statement.content[0]
            evidence = seen.get((statement.document_id, anchor.start, anchor.end))
            out += [Weighed(dict(evidence), is_right)] if evidence else []
    return out


def _as_listed(statement: dict[str, Any]) -> tuple[object, ...]:
    """A statement as the scorer lists it among its extra ones."""
    content = " … ".join(span["text"] for span in statement["content"])[:70]
    return statement["act"], (statement["source"] or {}).get("text"), (statement["cue"] or {}).get("text"), content


def seed_figures(network: Encoder) -> list[Figure]:
    folder = corpora.shared() / "seed"
    return _figures(SEED, ledgers([folder], network), [folder])


def dossier_figures(network: Encoder) -> list[Figure]:
    read = left_out(network)
    return [*_figures(DOSSIERS, Ledger.merged(list(read.values())), list(read)), calibration(DOSSIERS, pairs(read))]


def world_figures(network: Encoder) -> list[Figure]:
    """On the outlets and articles that nothing was ever fitted to: what to expect of news that nobody has read."""
    folder = worldnews.folder("held")
    ledger = ledgers([folder], network)
    return [*_figures(WORLD, ledger, [folder]), calibration(WORLD, pairs({folder: ledger}))]


def _figures(group: str, ledger: Ledger, folders: Sequence[Path]) -> list[Figure]:
    table: dict[str, Any] = scorer("score_ledger").score(ledger.to_dict(), [str(folder) for folder in folders])[0]
    out = [f1(group, name, table[name], table[name]["n"]) for name in _F1 if table[name]["n"]]
    must = table["statements"]["must_recall"]
    out.append(Figure(group, "must recall", must))
    out.append(f1(group, "all responses within", row := table["responses, within a report"], row["n"]))
    right = table["accuracy over matched"]
    out += [Figure(group, f"{name} right", right[name]) for name in _RIGHT]
    if right["time"]["n"]:
        out.append(Figure(group, "time right", right["time"]["right"], n=right["time"]["n"]))
    out += [
        Figure(group, f"{name} found", right[name]["found"], n=right[name]["n"]) for name in _FIELDS if right[name]["n"]
    ]
    out.append(Figure(group, "anchored", 100 * table["anchored"]["share"], n=table["anchored"]["n"]))
    return out
