"""`python -m lab.drafts show NAME… | check DRAFT… | keep PART DRAFT…`: reports annotated by reading, in short lines.

A reader sees a report with its sentences numbered and writes a line a statement, the spans in the report's own words:

    # af_news_12
    s1 | 3 | deny | src=the minister | cue=denied | con=that ... stolen || a second piece | actor=Ana Lima
    s2 | 3 | allege | cue=the claim | con=that the vote had been stolen | parent=s1
    s2 > s1 answers

Fields: id, sentence of the cue, act, then `src`, `cue`, `con`, `addr`, `set`, `via`, `cond`, `time` (spans), `actor`,
`targets` (names, by ";"), `parent`, `hedge`, and the flag `neg`. A span is the nearest to the cue; "A ... B" runs from
A to the next B; `[7] he` stands in sentence 7, `he#2` is the second. `keep` writes offsets alone to `worldnews.jsonl`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from sayso.ledger import ACTS
from sayso.ledger.response import Relation

from .texts import digest, text_of
from .worldnews import KEPT, Part

Pair = tuple[int, int]
SPANS = {"src": "source", "addr": "addressee", "set": "setting", "via": "via", "cond": "condition", "time": "time"}
_NAMES = {"cue", "con", "actor", "parent", "targets", "hedge", *SPANS}
RELATIONS = get_args(Relation)
_HEDGES = ("neutral", "doubted", "endorsed")
_FAR = 700  # characters from its cue, beyond which a span must say its sentence: it is mostly another's
_LONG = 2500
_END = re.compile(r"[.!?]+[\"”’'»)]*(?=\s+[\"“‘'«(]?[A-Z0-9]|\s*$)")
_SHORT = re.compile(
    r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Rep|Sen|Gov|St|No|Prof|Rev|Hon|Maj|Capt|U\.S|U\.N|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
)
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…)\s*")
_RESPONSE = re.compile(r"(s\w+)\s*>\s*(s\w+)\s+(\w+)")


class Bad(ValueError):
    """A line of a draft that cannot be read."""


def sentences(text: str) -> list[Pair]:
    """Where each sentence stands; lines end sentences."""
    out: list[Pair] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _END.finditer(line[0]):
            before = line[0][: end.start()].split()
            if not (before and end[0][0] == "." and _SHORT.fullmatch(before[-1])):
                out.append((start, line.start() + end.end()))
                start = line.start() + end.end()
        out.append((start, line.end()))
    trimmed = ((a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in out)
    return [(a, b) for a, b in trimmed if a < b]


def _pattern(words: str) -> str:
    """The words whatever the white space and the shape of quotation marks; whole where a word begins or ends them."""
    found = r"\s+".join(re.escape(word) for word in words.split())
    found = re.sub("[‘’']", "[‘’']", re.sub('[“”"]', '[“”"]', found))
    return (r"(?<!\w)" if re.match(r"\w", words) else "") + found + (r"(?!\w)" if re.search(r"\w$", words) else "")


def _places(text: str, wanted: str) -> list[Pair]:
    """Where `wanted` stands, "A ... B" from each A to the first B after it."""
    parts = [wanted] if wanted in text else _ELLIPSIS.split(wanted)
    begins = [match.span() for match in re.finditer(_pattern(parts[0]), text)]
    if len(parts) == 1:
        return begins
    if len(parts) > 2:
        raise Bad(f"more than one elision: {wanted!r}")
    last = re.compile(_pattern(parts[1]))
    ends = ((start, last.search(text, end)) for start, end in begins)
    return [(start, end.end()) for start, end in ends if end and end.end() - start < _LONG]


class Report:
    """The draft of one report while its lines are read."""

    def __init__(self, name: str) -> None:
        self.text = text_of(name)
        self.sentences = sentences(self.text)
        self.row: dict[str, Any] = {"report": name, "digest": digest(self.text), "statements": [], "responses": []}

    def span(self, value: str, near: Pair | None, sentence: int | None = None) -> Pair:
        """The place of `value`: nearest to `near`, or the first."""
        if match := re.match(r"\[(\d+)\]\s*", value):
            sentence, value = int(match[1]), value[match.end() :]
        nth = re.search(r"#(\d+)$", value)
        value = value[: nth.start()] if nth else value
        found = _places(self.text, value)
        if sentence is not None:
            start, end = self.sentences[sentence - 1]
            found = [place for place in found if start <= place[0] < end]
        if len(found) < (int(nth[1]) if nth else 1):
            raise Bad(f"not found: {value!r}" + (f" in sentence {sentence}" if sentence else ""))
        if nth or near is None:
            return found[int(nth[1]) - 1 if nth else 0]
        best = min(found, key=lambda place: _apart(place, near))
        if _apart(best, near) > _FAR:
            raise Bad(f"{value!r} is far from its cue: give its sentence as [n]")
        return best

    def statement(self, line: str) -> None:
        key, at, act, *rest = (field.strip() for field in line.split(" | "))
        given = dict(field.split("=", 1) for field in rest if field != "neg")
        if act not in ACTS or not given.keys() <= _NAMES or given.get("hedge", "neutral") not in _HEDGES:
            raise Bad(f"unknown act, field or hedge: {act}, {', '.join(given.keys() - _NAMES)}")
        if any(other["id"] == key for other in self.row["statements"]):
            raise Bad(f"{key} is there already")
        cue = self.span(given["cue"], None, int(at))
        content = sorted(self.span(piece, cue) for piece in given.get("con", "").split(" || ") if piece)
        if "con" not in given and act != "decline_comment":
            raise Bad("no content")
        if any(_apart(piece, cue) < 0 for piece in content):
            raise Bad("content and cue overlap")
        row = {"id": key, "act": act, "cue": cue, "content": content, "negated": "neg" in rest}
        row |= {name: self.span(given[short], cue) for short, name in SPANS.items() if given.get(short, "-") != "-"}
        row |= {name: given[name] for name in ("actor", "hedge", "parent") if name in given}
        if "targets" in given:
            row["targets"] = [name.strip() for name in given["targets"].split(";")]
        self._nested(row)
        self.row["statements"].append(row)

    def _nested(self, row: dict[str, Any]) -> None:
        if parent := row.get("parent"):
            outer = next((other for other in self.row["statements"] if other["id"] == parent), None)
            if outer is None:
                raise Bad(f"the parent {parent} must come before")
            if not any(start <= row["cue"][0] and row["cue"][1] <= end for start, end in outer["content"]):
                raise Bad(f"the cue does not lie in what {parent} says")

    def response(self, one: str, other: str, relation: str) -> None:
        if not {one, other} <= {row["id"] for row in self.row["statements"]} or relation not in RELATIONS:
            raise Bad("no such statement or relation")
        self.row["responses"].append([one, other, relation])


def _apart(one: Pair, other: Pair) -> int:
    """Characters between two places; negative where they overlap."""
    return max(one[0] - other[1], other[0] - one[1]) if one[1] <= other[0] or other[1] <= one[0] else -1


def read(path: Path) -> tuple[list[Report], list[str]]:
    """The reports of a draft, and what could not be read, each with its line."""
    reports: list[Report] = []
    errors: list[str] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("# "):
                reports.append(Report(line[2:].strip()))
            elif match := _RESPONSE.fullmatch(line):
                reports[-1].response(*match.groups())
            elif line and not line.startswith("//"):
                reports[-1].statement(line)
        except (ValueError, KeyError, IndexError, OSError) as error:
            errors.append(f"{path}, line {number}: {error}\n    {line[:140]}")
    return reports, errors


def keep(part: str, paths: list[Path]) -> Iterator[str]:
    """Write the offsets of the drafts' reports into `worldnews.jsonl`, in place of what it had of them."""
    rows = map(json.loads, KEPT.read_text().splitlines()) if KEPT.exists() else ()
    kept = {(row["part"], row["report"]): row for row in rows}
    for path in paths:
        reports, errors = read(path)
        yield from errors
        kept |= {(part, each.row["report"]): {**each.row, "part": part} for each in reports if each.row["statements"]}
    KEPT.write_text("".join(json.dumps(kept[name], ensure_ascii=False) + "\n" for name in sorted(kept)))


def main() -> None:
    verb, *rest = sys.argv[1:] or ["help"]
    if verb == "show":
        for name in rest:
            text = text_of(name)
            print(f"# {name}")
            for number, (start, end) in enumerate(sentences(text), 1):
                print(f"[{number}] {' '.join(text[start:end].split())}")
    elif verb == "check":
        for path in map(Path, rest):
            reports, errors = read(path)
            for each in reports:
                print(f"{each.row['report']}: {len(each.row['statements'])} statements")
            print("\n".join(errors) or "no errors")
    elif verb == "keep" and rest and rest[0] in get_args(Part):
        print("\n".join(keep(rest[0], [Path(path) for path in rest[1:]])))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
