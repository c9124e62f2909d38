"""Scores the times found in reports: spans and values on TempEval-3's training documents, values on the dossiers.

    python lab/times.py [DATA_ROOT] [--errors]

DATA_ROOT holds `data/tempeval3` and `dossiers`. Spans match when they overlap; value F1 counts the matched spans whose
TIMEX3 value is the same (the measure of TempEval-3, UzZaman et al. 2013).
"""

from __future__ import annotations

import collections
import html
import json
import re
import sys
import time
from datetime import date
from pathlib import Path

from sayso.resolve.times import find_times

_TAG = re.compile(r"<TIMEX3([^>]*)>|</TIMEX3>|<[^>]+>")


def tempeval(path: Path) -> tuple[str, date | None, list[tuple[int, int, str]]]:
    """(text, day of creation, [(start, end, value)]) of one TimeML document."""
    raw = path.read_text(encoding="utf-8")
    created = re.search(r'value="(\d{4}-\d{2}-\d{2})[^"]*"[^>]*functionInDocument="CREATION_TIME"', raw)
    created = created or re.search(r'functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d{2}-\d{2})', raw)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, gold, at, opened = "", [], 0, None
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[1] is not None:
            opened = (len(text), dict(re.findall(r'(\w+)="([^"]*)"', tag[1])).get("value", ""))
        elif tag[0] == "</TIMEX3>" and opened:
            gold.append((opened[0], len(text), opened[1]))
            opened = None
    text += html.unescape(body[at:])
    return text, date.fromisoformat(created[1]) if created else None, gold


def f1(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / (found + gold), 1) if found + gold else 0.0


def score(folder: Path, show: bool) -> None:
    counts: collections.Counter[str] = collections.Counter()
    wrong: collections.Counter[tuple[str, ...]] = collections.Counter()
    began = time.perf_counter()
    words = 0
    for path in sorted(folder.glob("*.tml")):
        text, created, gold = tempeval(path)
        words += len(text.split())
        found = find_times(text, created)
        counts["found"] += len(found)
        counts["gold"] += len(gold)
        used: set[int] = set()
        for timex in found:
            start, end = timex.span.start, timex.span.end
            near = [k for k, g in enumerate(gold) if k not in used and start < g[1] and g[0] < end]
            if not near:
                wrong["extra", timex.text.lower(), str(timex.value), "", _around(text, start, end)] += 1
                continue
            used.add(near[0])
            one = gold[near[0]]
            counts["span"] += 1
            counts["strict"] += (start, end) == one[:2]
            counts["value"] += timex.value == one[2]
            if timex.value != one[2]:
                wrong[
                    "value", timex.text.lower(), str(timex.value), one[2], f"{created} {_around(text, start, end)}"
                ] += 1
        for k, (start, end, value) in enumerate(gold):
            if k not in used:
                wrong["missed", text[start:end].lower(), "", value, _around(text, start, end)] += 1
    took = time.perf_counter() - began
    result = {name: f1(counts[name], counts["found"], counts["gold"]) for name in ("span", "strict", "value")}
    print(folder.name, result, dict(counts), f"{1000 * took * 600 / max(words, 1):.1f} ms for 600 words")
    if show:
        for row, n in sorted(wrong.items(), key=lambda item: (item[0][0], item[0][1])):
            print(n, *(part.replace("\n", " ") for part in row), sep=" | ")


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}"


def dossiers(root: Path) -> None:
    """The share of the reference's resolved times of statements and events that are found with the same value."""
    for folder in sorted(root.glob("*/")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        rows = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
        right = total = 0
        for row in rows:
            text = (folder / row["file"]).read_text(encoding="utf-8")
            found = find_times(text, date.fromisoformat(row["published"]) if row.get("published") else None)
            for one in gold["statements"] + gold["events"]:
                if one["report"] != row["id"] or not one.get("time"):
                    continue
                span, value = one["time"]["span"], one["time"]["value"]
                values = [t.value for t in found if t.span.start < span["end"] and span["start"] < t.span.end]
                total += 1
                right += value in values
                if value not in values:
                    print("  ", row["id"], repr(span["text"]), "reference", value, "found", values)
        print(folder.name, f"{right}/{total}")


def main() -> int:
    args = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    root = Path(args[0]) if args else Path(__file__).resolve().parents[2] / "shared"
    if not (root / "data" / "tempeval3").is_dir():
        print(f"skipped: no data/tempeval3 under {root}")
        return 0
    for name in ("TimeBank", "AQUAINT"):
        score(root / "data" / "tempeval3" / name, "--errors" in sys.argv)
    dossiers(root / "dossiers")
    return 0


if __name__ == "__main__":
    sys.exit(main())
