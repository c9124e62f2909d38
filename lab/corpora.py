"""The annotated corpora as one kind of example: a text, its attributions by role, its mentions, and what is known."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from sayso.extract.heads import MENTION_TYPES
from sayso.extract.heads import ROLES as HEAD_ROLES

__all__ = ["HELD_OUT_OUTLETS", "MENTION_TYPES", "ROLES", "Example", "Gold", "Pieces", "Pronoun"]

# The roles that a corpus may annotate; a tagger each, so that they may overlap (a condition lies in the content).
ROLES = tuple(role for role in HEAD_ROLES if role != "cue")
# The outlets of `worldwide` whose mentions are never trained on: one or two a region, for measuring.
HELD_OUT_OUTLETS = ("ghana_newsghana", "in_kash", "kr_kherald", "nz_rnz", "peru_andina", "saud_gazette", "canada_yukon")

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One reference attribution, offsets in code points; `roles` has the pieces of every role that is there."""

    cue: tuple[int, int] | None
    roles: dict[str, Pieces]
    act: str | None = None
    is_nested: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun with its candidates and which of them are what it means; none of them may be."""

    span: tuple[int, int]
    candidates: Pieces
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is known of it; roles outside `known_roles` are not annotated: unknown, not absent.

    `knows_nesting` is False where a corpus forbids attributions inside contents: cues there are unknown, not absent.
    `unsure` holds stretches where a cue may stand or not, and is None where all labels are a person's.
    `persons` are names of persons that may be put as pronouns (lab/pronouns.py); only training sets them.
    `is_partial`: the attributions are some of those in the text; where none is given a cue is unknown.
    `links` are places in `attributions`, of the one that answers or retells and of the earlier one, and the relation;
    None where it is not known which answers which.
    """

    name: str
    corpus: str
    text: str
    attributions: tuple[Gold, ...] | None = None
    mentions: tuple[tuple[int, int, str], ...] | None = None
    known_roles: frozenset[str] = field(default_factory=frozenset)
    knows_nesting: bool = False
    unsure: Pieces | None = None
    is_partial: bool = False
    pronouns: tuple[Pronoun, ...] = ()
    persons: Pieces = ()
    links: tuple[tuple[int, int, str], ...] | None = None


def shared() -> Path:
    """The folder of annotated data: $SAYSO_SHARED, else `shared` beside the checkout. Fails with what is missing."""
    folder = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    if not folder.is_dir():
        raise SystemExit(
            f"error: no annotated data at {folder}\nhint: set SAYSO_SHARED; training and measuring need it"
        )
    return folder


def polnear(split: str) -> list[Example]:
    """PolNeAR (Newell and others 2018), `split` "train" or "dev"; the first annotator's file by name."""
    folder = shared() / "data" / "polnear" / split
    files = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    out = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        golds = tuple(_brat(files[path.stem][0])) if files[path.stem] else ()
        out.append(Example(path.stem, "polnear", text, golds, None, frozenset({"source", "content"}), False))
    return out


def _brat(path: Path) -> list[Gold]:
    spans: dict[str, tuple[str, Pieces]] = {}
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not re.match(r"[TE]\d+\t", line):
            continue
        key, rest = line.split("\t")[:2]
        if key[0] == "T":
            label, pieces = rest.split(" ", 1)
            spans[key] = (label, tuple((int(a), int(b)) for a, b in (p.split() for p in pieces.split(";"))))
            continue
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for item in rest.split():
            name, target = item.split(":")
            roles[re.sub(r"\d+$", "", name).lower()] += spans[target][1] if target in spans else ()
        cue = roles.pop("cue", None)
        kept = {role: tuple(sorted(roles[role])) for role in ("source", "content") if roles.get(role)}
        if cue:
            out.append(Gold(cue[0], kept))
    return out


def dossiers() -> list[Example]:
    """The annotated disputes, a report an example, named "dossier/report"; nested, with every role and act."""
    folders = sorted(path.parent for path in (shared() / "dossiers").glob("*/gold.json"))
    return [example for folder in folders for example in dossier(folder)]


def dossier(folder: Path) -> list[Example]:
    """The reports of one folder with reports.json and gold.json."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    by_report = defaultdict(list)
    for statement in gold["statements"]:
        by_report[statement["report"]].append(statement)
    out = []
    for row in json.loads((folder / "reports.json").read_text(encoding="utf-8")):
        text = (folder / row["file"]).read_bytes().decode("utf-8")
        name = f"{folder.name}/{row['id']}"
        golds = tuple(_dossier_gold(statement, text) for statement in by_report[row["id"]])
        at = {statement["id"]: place for place, statement in enumerate(by_report[row["id"]])}
        inside = (r for r in gold["responses"] if r["from"] in at and r["to"] in at)
        links = tuple((at[r["from"]], at[r["to"]], r["relation"]) for r in inside)
        out.append(Example(name, "dossiers", text, golds, None, frozenset(ROLES), True, links=links))
    return out


def _dossier_gold(statement: dict, text: str) -> Gold:
    def pieces(span: dict | None) -> Pieces:
        return ((span["start"], span["end"]),) if span else ()

    roles = {role: pieces(statement.get(role)) for role in ROLES if role not in ("content", "time")}
    cue = next(iter(pieces(statement.get("cue"))), None)
    content = tuple((span["start"], span["end"]) for span in statement["content"])
    cue, roles["content"] = _with_that(text, cue, content)
    roles["time"] = pieces((statement.get("time") or {}).get("span"))
    kept = {role: found for role, found in roles.items() if found}
    return Gold(cue, kept, statement["act"], bool(statement.get("parent")))


def _with_that(text: str, cue: tuple[int, int] | None, content: Pieces) -> tuple[tuple[int, int] | None, Pieces]:
    """The dossiers leave the "that" which opens a clause in the cue; here it opens the content, as in PolNeAR."""
    ends = re.search(r"(?<=\w)(\s+)that$", text[cue[0] : cue[1]], re.IGNORECASE) if cue else None
    at = next((at for at, piece in enumerate(content) if cue and 0 <= piece[0] - cue[1] <= 1), None)
    if cue is None or ends is None or at is None:
        return cue, content
    start = cue[0] + ends.start()
    return (cue[0], start), (*content[:at], (start + len(ends[1]), content[at][1]), *content[at + 1 :])


_NER = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "place",
    "Facility": "place",
    "NORP": "people",
    "Product": "misc",
    "Misc": "misc",
}


def worldwide(held_out: bool = False) -> list[Example]:
    """World news with names (Shan and others 2023); `held_out` gives the outlets kept for measuring instead."""
    folder = shared() / "data" / "worldwide"
    out = []
    for path in sorted((folder / "processed_annotated").iterdir()):
        name = path.name.split(".")[0]
        if name.startswith(HELD_OUT_OUTLETS) != held_out:
            continue
        raw = next((p for p in (folder / "original_articles").glob(f"{name}.txt")), None)
        rows = list(csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
        text, spans = _aligned(raw.read_text(encoding="utf-8", errors="replace") if raw else "", rows)
        out.append(Example(name, "worldwide", text, None, tuple(_named(rows, spans))))
    return out


def _aligned(raw: str, rows: list[list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Each token's place in the raw text; tokens not there (mangled letters) share what lies between the others."""
    spans: list[tuple[int, int]] = []
    at = 0
    lost = 0
    for row in rows:
        token = row[0] if row else ""
        found = raw.find(token, at, at + len(token) + 40 * (1 + lost)) if token else at
        if found < 0 or (lost and len(token) < 2):
            lost += 1
            continue
        spans += [_between(raw, at, found)] * lost
        lost = 0
        spans.append((found, found + len(token)))
        at = found + len(token)
    return raw, spans + [_between(raw, at, at)] * lost


def _between(raw: str, start: int, end: int) -> tuple[int, int]:
    """What stands between two tokens that were found, without space and commas around it."""
    inside = raw[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, max(start, end - len(inside) + len(inside.rstrip(" ,;\n")))


def _named(rows: list[list[str]], spans: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for row, (start, end) in zip(rows, spans, strict=True):
        mark, _, label = (row[1] if len(row) > 1 else "O").partition("-")
        kind = _NER.get(label)
        if kind is None or start == end:
            continue
        if mark in "IE" and out and out[-1][2] == kind and start - out[-1][1] <= 2:
            out[-1] = (out[-1][0], end, kind)
        else:
            out.append((start, end, kind))
    return out
