"""Scores times: TempEval-3's documents, Recognizers-Text's cases, and times of sayings from the reference's own spans.

    python -m lab.times [DATA_ROOT] [--errors]

DATA_ROOT holds `data/tempeval3`, `data/recognizers`, `dossiers` and `seed`. Sayings are read from the reference's spans
of cue, source and content, so that the figure is of the choice of the time alone; `lab.evaluate` has it over what the
network finds. All of it is development data that the grammar was written with.
"""

from __future__ import annotations

import collections
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.ledger import Attribution, Span
from sayso.resolve.times import Sayings, dated, find_times, time_within

from . import recognizers, tempeval

CORPORA = ("TimeBank", "AQUAINT")


def main() -> int:
    args = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    root, show = Path(args[0]) if args else Path(__file__).resolve().parents[2] / "shared", "--errors" in sys.argv
    if not (root / "data" / "tempeval3").is_dir():
        print(f"skipped: no data/tempeval3 under {root}")
        return 0
    documents(root / "data" / "tempeval3", show)
    suite(root / "data" / "recognizers", show)
    for published in (True, False):
        sayings("seed", [root / "seed"], show, published)
        events("seed", [root / "seed"], show, published)
    dossiers = sorted(path.parent for path in (root / "dossiers").glob("*/gold.json"))
    sayings("dossiers", dossiers, show)
    events("dossiers", dossiers, show)
    return 0


def documents(folder: Path, show: bool) -> None:
    """Spans and values on TempEval-3's training documents, by corpus and together, and what finding them costs."""
    whole, words, took = tempeval.Tally(), 0, 0.0
    for name in CORPORA:
        tally = tempeval.Tally()
        for report in tempeval.reports(folder / name):
            began = time.process_time()
            found = find_times(report.text, report.created)
            took += time.process_time() - began
            words += len(report.text.split())
            for each in (tally, whole):
                each.add(report, found)
        print(f"{name}: {_line(tally)}")
        if show:
            print(*_errors(tally), sep="\n")
    print(f"both: {_line(whole)}; {1e6 * took / max(words, 1):.1f} ms of processor for 1000 words")


def _line(tally: tempeval.Tally) -> str:
    figures = ", ".join(f"{name} {tally.f1(name)}" for name in ("relaxed", "strict", "value"))
    written = f"{tally.f1('same')} where 1949-XX is 1949 and 2000-W7 is 2000-W07"
    return f"F1 {figures} ({written}); found {tally.found}, annotated {tally.marked}"


def _errors(tally: tempeval.Tally) -> Iterator[str]:
    for report, timex in tally.extra:
        yield f"  extra | {timex.text} | {timex.value} | {_around(report.text, timex.span.start, timex.span.end)}"
    for report, marked in tally.missed:
        yield f"  missed | {marked.value} | {_around(report.text, marked.start, marked.end)}"
    for report, timex, marked in tally.wrong:
        around = _around(report.text, timex.span.start, timex.span.end)
        yield f"  value | {timex.text} | {timex.value} for {marked.value} | {report.created} {around}"


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")


def suite(folder: Path, show: bool) -> None:
    """Right of the cases that can occur in news, of all, and of what each rule leaves out."""
    right: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    for one in recognizers.cases(folder):
        rule, is_right = recognizers.left_out(one), recognizers.is_right(one)
        for key in ("whole file", f"left out: {rule}" if rule else "can occur in news"):
            total[key] += 1
            right[key] += is_right
        if show and not rule and not is_right:
            print("  wrong |", one.day, "|", one.text[:120].replace("\n", " "))
    for key, count in total.most_common():
        print(f"recognizers, {key}: {right[key]}/{count} = {100 * right[key] / count:.1f}")


def sayings(name: str, folders: list[Path], show: bool, is_published: bool = True) -> None:
    """The share of the reference's times of sayings that are chosen with the same value, and how many it has not."""
    right = total = extra = without = 0
    for folder in folders:
        for text, published, rows in _reports(folder):
            day = published if is_published else None
            attributions = tuple(_attribution(row) for row in rows)
            told = Sayings(text, attributions, find_times(text, day), day)
            for row, each in zip(rows, attributions, strict=True):
                found = told.when(each)
                if not row.get("time"):
                    extra, without = extra + (found is not None), without + 1
                    continue
                is_right = found is not None and found.value == _value(row["time"], is_published)
                right, total = right + is_right, total + 1
                if show and not is_right:
                    print("  wrong |", folder.name, "|", row["time"]["span"]["text"], "| found", found and found.text)
    known = name if is_published else f"{name}, not dated"
    print(f"sayings, {known}: {right}/{total} right; a time given to {extra} of {without} that have none")


def events(name: str, folders: list[Path], show: bool, is_published: bool = True) -> None:
    """The share of the reference's times of events, at their spans, that have the same value; null is one too."""
    right = total = 0
    for folder in folders:
        for text, published, rows in _reports(folder, "events"):
            times = find_times(text, published if is_published else None)
            for row in rows:
                span = _span(row.get("time", {}).get("span") if row.get("time") else None)
                if span is None:
                    continue
                found = time_within(times, span)
                value = dated(found).value if found else None
                is_right = found is not None and value == _value(row["time"], is_published)
                right, total = right + is_right, total + 1
                if show and not is_right:
                    print("  wrong |", folder.name, "|", span.text, "| found", value)
    print(f"times of events, {name if is_published else f'{name}, not dated'}: {right}/{total} right")


def _reports(folder: Path, kind: str = "statements") -> Iterator[tuple[str, date | None, list[dict[str, Any]]]]:
    """Each report of a folder: text, day of publication, and the rows of the reference that have a span."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    listing = folder / "reports.json"
    seed = [{"id": None, "file": "report.txt", "published": "2021-12-21"}]
    for row in json.loads(listing.read_text(encoding="utf-8")) if listing.exists() else seed:
        text = (folder / row["file"]).read_bytes().decode("utf-8")
        mine = [each for each in gold[kind] if row["id"] is None or each["report"] == row["id"]]
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        yield text, day, [each for each in mine if kind == "events" or each["cue"] or each["content"]]


def _attribution(row: dict[str, Any]) -> Attribution:
    spans = [_span(row[name]) for name in ("cue", "source", "addressee", "setting", "via", "condition")]
    content = tuple(Span(each["start"], each["end"], each["text"]) for each in row["content"])
    return Attribution(spans[0], spans[1], content, *spans[2:])


def _span(form: dict[str, Any] | None) -> Span | None:
    return Span(form["start"], form["end"], form["text"]) if form else None


def _value(form: dict[str, Any], is_published: bool) -> str | None:
    dated = form.get("value_if_published_2021_12_21") if is_published else None
    value: str | None = form.get("value") if form.get("value") is not None else dated
    return value


if __name__ == "__main__":
    sys.exit(main())
