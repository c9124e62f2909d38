"""Scores the fields of a statement beside its source, cue and content: addressee, setting, via, condition, targets …

    python -m lab.fields [--errors FIELD] [--network | --geneva] [FOLDER ...]

Without FOLDERs: every dossier under ../shared/dossiers and ../shared/seed. The reference's own source, cue and content
go in and everything else is hidden, so that the figures are of the rules alone. With --network the weights that ship
read the reports instead, and the statements whose cue and content touch the reference's are scored; those weights have
seen these reports, so that such figures flatter. With --geneva the rules find the addressees of GENEVA's frames of
saying, a check on text that the rules were not written with (its errors were read once, when they stood).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sayso.extract.relayed import with_relays
from sayso.ledger import Actor, Attribution, Document, Span, Statement
from sayso.pipeline import encoder, read_report
from sayso.resolve.frame import addressed
from sayso.resolve.statements import resolve
from sayso.resolve.times import find_times
from sayso.settings import Settings

from .corpora import Gold
from .figures import scorer
from .geneva import geneva
from .linkcases import shared

SPANS = ("addressee", "setting", "via", "condition")
_SHARED_PART = 0.5  # of the words of the shorter of two contents, for them to be one statement's


@dataclass(frozen=True, slots=True)
class Read:
    """One report: the reference's rows and actors by id, what was made of it, and each row's own statement, if any."""

    document: Document
    rows: tuple[dict[str, Any], ...]
    names: dict[str, list[str]]
    actors: dict[str, Actor]
    own: tuple[Statement | None, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--errors", default="", metavar="FIELD", help="list what went wrong with a field")
    parser.add_argument("--network", action="store_true", help="read with the weights that ship (it flatters)")
    parser.add_argument("--geneva", action="store_true", help="the addressees of GENEVA's frames of saying")
    options = parser.parse_args()
    root = shared()
    if root is None:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return 0
    if options.geneva:
        print(addressees(options.errors == "addressee"))
        return 0
    folders = options.folders or [root / "seed", *sorted(p.parent for p in (root / "dossiers").glob("*/gold.json"))]
    total: Counter[str] = Counter()
    for folder in folders:
        for read in readings(folder, options.network):
            total += tally(read, options.errors)
    for line in lines(total):
        print(line)
    return 0


def readings(folder: Path, has_network: bool = False) -> Iterator[Read]:
    """Each report of a folder, read from the reference's spans or by the network."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = {row["id"]: [row["name"], *row.get("aliases", ())] for row in gold["actors"]}
    listing = folder / "reports.json"
    seed: list[dict[str, Any]] = [{"id": None, "file": "report.txt", "published": "2021-12-21"}]
    for row in json.loads(listing.read_text(encoding="utf-8")) if listing.exists() else seed:
        text = (folder / row["file"]).read_bytes().decode("utf-8")
        document = Document(text, published=date.fromisoformat(row["published"]) if row.get("published") else None)
        rows = tuple(each for each in gold["statements"] if row["id"] in (None, each["report"]))
        statements, actors = by_network(document) if has_network else by_rules(document, rows)
        own = tuple(_own(each, statements) for each in rows)
        yield Read(document, rows, names, {actor.id: actor for actor in actors}, own)


def by_rules(document: Document, rows: tuple[dict[str, Any], ...]) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """What the rules make of the reference's sources, cues and contents."""
    given = [_attribution(row) for row in rows if row["cue"] or row["content"]]
    ordered = sorted(given, key=lambda each: each.anchor)
    resolved = resolve(document, with_relays(document.text, ordered), ())
    return resolved.statements, resolved.actors


def by_network(document: Document) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """What the whole pipeline makes of the text."""
    ledger = read_report(document, encoder(), Settings())
    return ledger.statements, ledger.actors


def _attribution(row: dict[str, Any]) -> Attribution:
    content = tuple(Span(each["start"], each["end"], each["text"]) for each in row["content"])
    return Attribution(_span(row["cue"]), _span(row["source"]), content)


def _span(form: dict[str, Any] | None) -> Span | None:
    return Span(form["start"], form["end"], form["text"]) if form else None


def _own(row: dict[str, Any], statements: tuple[Statement, ...]) -> Statement | None:
    """The statement whose cue touches the reference's and whose content shares half of the shorter one's letters."""
    wanted = _attribution(row) if row["cue"] or row["content"] else None
    near = [each for each in statements if wanted and (each.cue or each.content[0]).overlaps(wanted.anchor)]
    fitting = [each for each in near if _common(each.content, wanted.content if wanted else ()) >= _SHARED_PART]
    return max(fitting, key=lambda each: _common(each.content, wanted.content if wanted else ()), default=None)


def _common(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    if not one or not other:
        return 1.0
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return both / min(sum(span.end - span.start for span in spans) for spans in (one, other))


def tally(read: Read, errors: str = "") -> Counter[str]:
    """Counts by "field part": wanted (the reference's), given, right (shares a word), exact; and rows with a match."""
    n: Counter[str] = Counter()
    words, same_name = scorer("score_ledger").words, scorer("score_ledger").same_name
    for row, own in zip(read.rows, read.own, strict=True):
        n["rows"] += 1
        if own is None:
            continue
        n["matched"] += 1
        for field in SPANS:
            theirs, ours = row.get(field), getattr(own, field)
            form = {"start": ours.start, "end": ours.end} if ours else None
            is_right = bool(theirs and form and words(read.document.text, [form]) & words(read.document.text, [theirs]))
            is_exact = bool(theirs and ours and theirs["text"] == ours.text)
            n.update(_counts(field, bool(theirs), ours is not None, is_right, is_exact))
            if field == errors and (theirs or ours) and not is_right:
                _show(read, row, theirs and theirs["text"], ours and ours.text)
        n.update(_counts("negated", row["negated"], own.negated, row["negated"] and own.negated, False))
        n["negated same"] += own.negated == row["negated"]
        n["hedge same"] += own.hedge == row["hedge"]
        n["manner same"] += own.manner == row["manner"]
        is_told, is_ours = row["hedge"] != "neutral", own.hedge != "neutral"
        n.update(_counts("hedge", is_told, is_ours, is_told and own.hedge == row["hedge"], False))
        if errors in ("negated", "hedge", "manner") and row[errors] != getattr(own, errors):
            _show(read, row, row[errors], getattr(own, errors))
        wanted = [read.names[target] for target in row["targets"]]
        given = [[read.actors[t].name, *read.actors[t].aliases] for t in own.target_ids if t in read.actors]
        right = sum(any(same_name(one, other) for other in given) for one in wanted)
        n["targets wanted"] += len(wanted)
        n["targets given"] += len(given)
        n["targets right"] += right
        n["targets same"] += right == len(wanted) == len(given)
        if errors == "targets" and not right == len(wanted) == len(given):
            _show(read, row, [names[0] for names in wanted], [names[0] for names in given])
    return n


def addressees(has_errors: bool = False) -> str:
    """Found and precision of the rules' addressees in GENEVA, whose cues are single words."""
    n: Counter[str] = Counter()
    for example in geneva():
        golds = [gold for gold in example.attributions or () if gold.cue is not None]
        found = [_of_gold(example.text, gold) for gold in golds]
        for gold, own in zip(golds, addressed(example.text, found, find_times(example.text, None)), strict=True):
            wanted = _spans(example.text, gold, "addressee")
            is_right = bool(wanted and own.addressee and own.addressee.overlaps(wanted[0]))
            n.update(wanted=bool(wanted), given=own.addressee is not None, right=is_right)
            if has_errors and (wanted or own.addressee) and not is_right:
                ours = own.addressee and own.addressee.text
                print(f"  wanted {wanted[0].text if wanted else None!r}, got {ours!r} | {_around(example.text, own)}")
    found_share, precision = (100 * n["right"] / (n[whole] or 1) for whole in ("wanted", "given"))
    return f"GENEVA addressee found {found_share:.1f}  precision {precision:.1f}  (n {n['wanted']}, given {n['given']})"


def _of_gold(text: str, gold: Gold) -> Attribution:
    assert gold.cue is not None
    source = _spans(text, gold, "source")
    return Attribution(Span.of(text, *gold.cue), source[0] if source else None, _spans(text, gold, "content"))


def _spans(text: str, gold: Gold, role: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, *piece) for piece in gold.roles.get(role, ()))


def _around(text: str, found: Attribution) -> str:
    start, end = found.anchor.start, found.anchor.end
    return " ".join(f"{text[max(0, start - 130) : start]}[{text[start:end]}]{text[end : end + 90]}".split())


def _counts(field: str, is_wanted: bool, is_given: bool, is_right: bool, is_exact: bool) -> dict[str, int]:
    parts = {"wanted": is_wanted, "given": is_given, "right": is_right, "exact": is_exact}
    return {f"{field} {part}": int(count) for part, count in parts.items()}


def _show(read: Read, row: dict[str, Any], theirs: Any, ours: Any) -> None:
    around = _around(read.document.text, _attribution(row))
    print(f"  {row['report']} {row['id']} {row['act']}: wanted {theirs!r}, got {ours!r} | {around}")


def lines(n: Counter[str]) -> Iterator[str]:
    yield f"statements matched {n['matched']} of {n['rows']}"
    for field in (*SPANS, "negated", "hedge", "targets"):
        found, precise = (100 * n[f"{field} right"] / (n[f"{field} {whole}"] or 1) for whole in ("wanted", "given"))
        exact = f"  exact {100 * n[f'{field} exact'] / (n[f'{field} given'] or 1):5.1f}" if field in SPANS else ""
        counts = f"n {n[f'{field} wanted']}, given {n[f'{field} given']}"
        yield f"{field:10} found {found:5.1f}  precision {precise:5.1f}{exact}  ({counts})"
    shares = "  ".join(
        f"{field} {100 * n[f'{field} same'] / (n['matched'] or 1):.1f}"
        for field in ("negated", "hedge", "manner", "targets")
    )
    yield f"same as the reference, of all matched: {shares}"


if __name__ == "__main__":
    sys.exit(main())
