"""Scores the resolving of actors: the reference's own source spans go in, or the network's; the actors are compared.

    python -m lab.actors [--errors] [--network] [FOLDER ...]

Without FOLDERs: every dossier under ../shared/dossiers and ../shared/seed. `right` follows the name rule of
../shared/score/score_ledger.py; pairs are those of sources within one report. With --network the
weights that ship read the reports, and only statements whose source and cue touch the reference's are scored.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sayso.ledger import Actor, Attribution, Document, Span
from sayso.pipeline import encoder, read_report
from sayso.resolve.actors import Cast, resolve_actors
from sayso.settings import Settings

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_ledger", SHARED / "score" / "score_ledger.py")
    if spec is None or spec.loader is None:
        raise ImportError("score_ledger.py is not a module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _reports(folder: Path) -> dict[str, Document]:
    listing = folder / "reports.json"
    seed = [{"id": "seed", "file": "report.txt", "published": "2021-12-21"}]
    rows = json.loads(listing.read_text("utf-8")) if listing.exists() else seed
    return {row["id"]: _document(folder, row) for row in rows}


def _document(folder: Path, row: dict[str, Any]) -> Document:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document((folder / row["file"]).read_bytes().decode("utf-8"), published=day)


def _span(form: dict[str, Any] | None) -> Span | None:
    return None if form is None else Span(form["start"], form["end"], form["text"])


def _attribution(row: dict[str, Any]) -> Attribution | None:
    content = tuple(span for span in map(_span, row["content"]) if span is not None)
    cue = _span(row["cue"])
    if cue is None and not content:
        return None
    return Attribution(cue, _span(row["source"]), content, _span(row.get("addressee")), via=_span(row.get("via")))


def _read(document: Document, rows: list[dict[str, Any]]) -> tuple[Cast, list[dict[str, Any]]]:
    """What the network makes of a report: the reference's statements that it found, with its own spans for theirs."""
    ledger = read_report(document, encoder(), Settings())
    found = []
    for row in rows:
        cue, source = _span(row["cue"]), _span(row["source"])
        for own in ledger.statements:
            is_same = (
                cue and source and own.cue and own.source and own.cue.overlaps(cue) and own.source.overlaps(source)
            )
            if is_same and own.source is not None:
                span = {"start": own.source.start, "end": own.source.end, "text": own.source.text}
                found.append({**row, "source": span})
                break
    of_span = {s.source: s.actor_id for s in ledger.statements if s.source and s.actor_id}
    return Cast(ledger.actors, _of_span=of_span), found


def score(
    folder: Path,
    same_name: Callable[[list[str], list[str]], bool],
    show_errors: bool = False,
    has_network: bool = False,
) -> Counter[str]:
    """Counts over one folder: sources, right, pairs (ours, theirs, both), countries known and right, kinds right."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    facts = {row["id"]: row for row in gold["actors"]}
    n: Counter[str] = Counter()
    for report, document in _reports(folder).items():
        rows = [row for row in gold["statements"] if row["report"] == report]
        if has_network:
            cast, rows = _read(document, rows)
        else:
            cast = resolve_actors(document, [a for a in map(_attribution, rows) if a is not None])
        actors = {actor.id: actor for actor in cast.actors}
        found: list[tuple[str, str | None]] = []
        for row in rows:
            span = _span(row["source"])
            if span is None or row["actor"] is None:
                continue
            theirs, ours = facts[row["actor"]], actors.get(cast.actor_of(span) or "")
            found.append((row["actor"], ours.id if ours else None))
            names = [ours.name, *ours.aliases] if ours else []
            right = same_name(names, [theirs["name"], *theirs.get("aliases", [])])
            is_known = theirs["country"] is not None
            n.update(sources=1, right=right, kind=ours is not None and ours.kind == theirs["kind"])
            n.update(countries=is_known, country=is_known and ours is not None and ours.country == theirs["country"])
            if show_errors:
                _show(f"{row['id']} {span.text[:60]!r} ({cast.reason(span)})", ours, theirs, right)
        for (g, o), (h, p) in itertools.combinations(found, 2):
            n.update(theirs=g == h, ours=o is not None and o == p, both=g == h and o is not None and o == p)
    return n


def _show(what: str, ours: Actor | None, theirs: dict[str, Any], right: bool) -> None:
    """A wrong actor, or ("~") a right one of another kind or country."""
    own = (ours.name, ours.kind, ours.country) if ours else (None, None, None)
    if not right or own[1:] != (theirs["kind"], theirs["country"]):
        print(f"  {'~' if right else ' '} {what}: {own} for {(theirs['name'], theirs['kind'], theirs['country'])}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what went wrong")
    parser.add_argument("--network", action="store_true", help="read with the weights that ship")
    options = parser.parse_args()
    if not (SHARED / "score" / "score_ledger.py").exists():
        print("skipped: the reference dossiers are not beside this checkout")
        return 0
    same_name = _scorer().same_name
    folders = options.folders or [SHARED / "seed", *sorted(p.parent for p in (SHARED / "dossiers").glob("*/gold.json"))]
    total: Counter[str] = Counter()
    for folder in folders:
        n = score(folder, same_name, options.errors, options.network)
        total += n
        print(_line(folder.name, n))
    print(_line("all", total))
    return 0


def _line(name: str, n: Counter[str]) -> str:
    f1 = 200 * n["both"] / ((n["ours"] + n["theirs"]) or 1)
    right, kind = 100 * n["right"] / (n["sources"] or 1), 100 * n["kind"] / (n["sources"] or 1)
    country = 100 * n["country"] / (n["countries"] or 1)
    return (
        f"{name:22} right {right:5.1f}  pairs F1 {f1:5.1f}  kind {kind:5.1f}  country {country:5.1f}  n {n['sources']}"
    )


if __name__ == "__main__":
    sys.exit(main())
