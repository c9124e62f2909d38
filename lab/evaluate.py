"""`python -m lab.evaluate`: every figure of the model card, from the weights that ship, held to floors."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.extract.attribution import find
from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import Document, Ledger
from sayso.link import nest
from sayso.pipeline import read_report
from sayso.resolve.statements import resolve
from sayso.settings import Settings

from . import corpora

_DENYING = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|reject|refus|disput|dismiss|rebut|refut|declin)", re.IGNORECASE)
FLOORS = Path(__file__).with_name("floors.json")
WORK = Path(__file__).with_name("work")


def scorer(name: str) -> ModuleType:
    """One of the scorers that lie with the annotated data, loaded from its file."""
    path = corpora.shared() / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"error: no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def polnear(network: Encoder, split: str = "dev") -> dict[str, float]:
    """Attribution figures on PolNeAR; nested statements are left out, as its annotators left them out."""
    score = scorer("score_attribution")
    articles, gold, _ = score.load_gold(str(corpora.shared() / "data" / "polnear" / split))
    predicted = {name: _flat(Document(article.text), network) for name, article in articles.items()}
    table, _ = score.score(articles, gold, predicted)
    out = {"attribution F1": table["all"]["attribution"]["f1"], "content alone F1": table["all"]["content only"]["f1"]}
    out |= {f"{kind} F1": table[kind]["attribution"]["f1"] for kind in ("direct", "mixed", "indirect")}
    out |= {f"{role} piece exact F1": table["all"][role]["piece"]["f1"] for role in ("source", "cue", "content")}
    out["denials and refusals found"] = _denials_found(score, articles, gold, predicted)
    return {name: round(100 * value, 1) for name, value in out.items()}


def _denials_found(
    score: ModuleType, articles: dict[str, Any], gold: dict[str, Any], predicted: dict[str, Any]
) -> float:
    """The share of reference attributions with a cue of denying or refusing that some prediction matches."""
    there = found = 0
    for name, article in articles.items():
        items = [score.Item(article, row) for row in gold[name]]
        hits = score.match(items, [score.Item(article, row) for row in predicted[name]], 0.5, True)
        for at, row in enumerate(gold[name]):
            if any(_DENYING.search(article.text[start:end]) for start, end in row["cue"]):
                there, found = there + 1, found + (at in hits)
    return found / max(1, there)


def _flat(document: Document, network: Encoder) -> list[dict[str, Any]]:
    found = find(document, network, Settings().min_confidence)
    statements = nest(resolve(document, found.attributions, found.mentions).statements)
    # PolNeAR's source of "Kyiv, which says" is "which"; a statement's is "Kyiv".
    sources = {each.cue: each.source for each in found.attributions}
    out = []
    for statement in statements:
        if statement.parent_id is None and statement.content and statement.cue:
            roles = {"source": [sources[statement.cue]], "cue": [statement.cue], "content": statement.content}
            row = {name: [[s.start, s.end] for s in spans if s is not None] for name, spans in roles.items()}
            out.append({"id": statement.id, **row})
    return out


def ledgers(folders: Sequence[Path], network: Encoder) -> Ledger:
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
            parts.append(read_report(document, network, Settings()))
    return Ledger.merged(parts)


def against_reference(folders: Sequence[Path], weights: Sequence[Path]) -> dict[str, Any]:
    """Score each folder with its own weights (the ones that never saw it), summed over all folders."""
    parts = [ledgers([folder], Encoder(path)) for folder, path in zip(folders, weights, strict=True)]
    table: dict[str, Any] = scorer("score_ledger").score(Ledger.merged(parts).to_dict(), [str(f) for f in folders])[0]
    return table


def mentions(network: Encoder) -> dict[str, float]:
    """Exact span and type F1 of names on the held-out outlets of `worldwide`."""
    hit = found = there = 0
    for example in corpora.worldwide(held_out=True):
        gold = set(example.mentions or ())
        got = {(m.span.start, m.span.end, m.type) for m in find(Document(example.text), network).mentions}
        hit, found, there = hit + len(gold & got), found + len(got), there + len(gold)
    return {"mentions F1": round(200 * hit / max(1, found + there), 1)}


def digest() -> str:
    """SHA-256 over the reference files that the floors were measured on."""
    folder = corpora.shared()
    files = [
        *(folder / "data/polnear/dev").rglob("*.*"),
        *(folder / "dossiers").rglob("*.*"),
        *(folder / "seed").iterdir(),
    ]
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def figures(weights: Path, folds: Path) -> dict[str, float]:
    """All that the floors hold; `folds` has weights for each dossier left out, else those are skipped."""
    network = Encoder(weights)
    out = {f"polnear dev: {name}": value for name, value in polnear(network).items()}
    out |= {f"worldwide held out: {name}": value for name, value in mentions(network).items()}
    out |= _ledger_figures("seed", against_reference([corpora.shared() / "seed"], [weights]))
    folders = sorted(path.parent for path in (corpora.shared() / "dossiers").glob("*/gold.json"))
    paths = [folds / folder.name for folder in folders]
    if all((path / "encoder.onnx").exists() for path in paths):
        out |= _ledger_figures("dossiers, left out", against_reference(folders, paths))
    else:
        print(
            f"note: no folds under {folds}; the dossiers' figures are left out (make train writes them)",
            file=sys.stderr,
        )
    return out


def _ledger_figures(name: str, table: dict[str, Any]) -> dict[str, float]:
    keys = ("statements", "statements + actor", "statements + actor + act", "parent", "denials, within", "figures")
    out = {f"{name}: {key} F1": table[key]["f1"] for key in keys}
    out[f"{name}: must recall"] = table["statements"]["must_recall"]
    out[f"{name}: all responses within F1"] = table["responses, within a report"]["f1"]
    right = table["accuracy over matched"]
    out |= {f"{name}: {key} right": right[key] for key in ("actor", "act", "act class", "manner", "hedge", "negated")}
    out[f"{name}: time right"] = right["time"]["right"]
    out[f"{name}: anchored"] = 100 * table["anchored"]["share"]
    return out


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--folds", type=Path, default=WORK / "folds")
    options.add_argument("--raise-floors", action="store_true", help="write what was measured as the new floors")
    options.add_argument("--lower-floors", metavar="WHY", help="also where it is lower; the reason is kept in the file")
    chosen = options.parse_args()
    measured, mark = figures(chosen.weights, chosen.folds), digest()
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"digest": mark, "floors": {}, "lowered": []}
    if kept["digest"] != mark:
        print(f"error: the reference data changed ({kept['digest']} → {mark})")
        print("hint: floors of other data cannot be compared; measure the old weights on the new data first")
        return 2
    floors: dict[str, float] = kept["floors"]
    sunk = sorted(name for name, floor in floors.items() if measured.get(name, floor) < floor)
    for name, value in measured.items():
        mark_sunk = "  SUNK" if name in sunk else ""
        print(f"{name:58} {value:6.1f}   floor {floors.get(name, float('nan')):6.1f}{mark_sunk}")
    if sunk and not chosen.lower_floors:
        print(f"error: {len(sunk)} figures are below their floors\nhint: --lower-floors WHY, if that is meant")
        return 1
    if chosen.raise_floors or chosen.lower_floors:
        if sunk:
            kept["lowered"].append({"why": chosen.lower_floors, "figures": sunk})
        kept["floors"] = floors | measured
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
