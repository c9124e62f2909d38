"""The texts that our labels are offsets of, by name: world news, wikinews, PolNeAR, MPQA, RAMS, TimeBank, AQUAINT."""

from __future__ import annotations

import csv
import hashlib
import json
from functools import cache
from pathlib import Path

from . import actlabels, corpora, tempeval


def digest(text: str) -> str:
    """The first 16 digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def text_of(name: str) -> str:
    """The text of "outlet_12" of `worldwide`, of "wikinews_2019:7", row 7 of that file, of "polnear:NAME", of
    "mpqa:PART:KEY", "rams:KEY" or "tempeval:NAME"."""
    data = corpora.shared() / "data"
    corpus, _, rest = name.partition(":")
    if corpus == "polnear":
        return (data / "polnear" / "train" / "text" / f"{rest}.txt").read_text(encoding="utf-8")
    if corpus.startswith("wikinews_"):
        row = _rows(data / "wikinews" / f"{corpus}.csv")[int(rest)]
        return f"{row['title']}\n\n{row['text']}"
    if corpus == "mpqa":
        return actlabels.texts("mpqa")[rest]
    if corpus in ("rams", "tempeval"):
        return (rams() if corpus == "rams" else timed())[name]
    path = data / "worldwide" / "original_articles" / f"{name}.txt"
    return path.read_text(encoding="utf-8", errors="replace")


@cache
def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(newline="", encoding="utf-8") as opened:
        return tuple(csv.DictReader(opened))


@cache
def rams() -> dict[str, str]:
    """Passages of five sentences as running text, those first that are the first of their article."""
    seen, first, rest = set(), {}, {}
    for line in (corpora.shared() / "data/rams/dev.jsonlines").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tokens = [token for sentence in row["sentences"] for token in sentence]
        (rest if row["source_url"] in seen else first)[f"rams:{row['doc_key']}"] = actlabels.joined(tokens)
        seen.add(row["source_url"])
    return first | rest


@cache
def timed() -> dict[str, str]:
    """The reports of TimeBank and AQUAINT."""
    data = corpora.shared() / "data" / "tempeval3"
    found = (each for name in ("TimeBank", "AQUAINT") for each in tempeval.reports(data / name))
    return {f"tempeval:{each.name}": each.text for each in found}
