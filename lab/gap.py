"""GAP (Webster and others 2018): ambiguous pronouns with two names each, and its scorer by gender.

    python -m lab.gap            # what the resolver makes of the development compartment

Figures are the paper's: a name is right when it is marked as what the pronoun means, or rightly left unmarked;
F1 over all names, over those of masculine and of feminine pronouns, and bias, the feminine F1 over the masculine.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from .corpora import shared

MASCULINE = frozenset({"he", "him", "his"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a snippet and whether the pronoun means it."""

    start: int
    end: int
    is_meant: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text with one pronoun and two names."""

    id: str
    text: str
    pronoun: tuple[int, int]
    names: tuple[Name, Name]

    @property
    def is_masculine(self) -> bool:
        return self.text[slice(*self.pronoun)].lower() in MASCULINE


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 in percent, overall and by gender, and the feminine over the masculine."""

    overall: float
    masculine: float
    feminine: float
    precision: float
    recall: float

    @property
    def bias(self) -> float:
        return self.feminine / self.masculine if self.masculine else 0.0

    def __str__(self) -> str:
        return (
            f"overall F1 {self.overall:.1f} (P {self.precision:.1f}, R {self.recall:.1f})"
            f"  masculine {self.masculine:.1f}  feminine {self.feminine:.1f}  bias {self.bias:.3f}"
        )


def load(split: str) -> tuple[Snippet, ...]:
    """The snippets of "development" or "validation"; there is no other compartment here, and none is to be fetched."""
    if split not in ("development", "validation"):
        raise SystemExit(f"error: no GAP compartment {split!r}\nhint: development or validation")
    path = shared() / "data" / "gap" / f"gap-{split}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(_snippet(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _snippet(row: dict[str, str]) -> Snippet:
    def span(text: str, offset: str) -> tuple[int, int]:
        start = int(row[offset])
        if not row["Text"].startswith(row[text], start):
            raise SystemExit(f"error: {row['ID']}: {row[text]!r} is not at {start}\nhint: the file is damaged")
        return start, start + len(row[text])

    a, b = (Name(*span(x, f"{x}-offset"), row[f"{x}-coref"].upper() == "TRUE") for x in "AB")
    return Snippet(row["ID"], row["Text"], span("Pronoun", "Pronoun-offset"), (a, b))


def score(snippets: Sequence[Snippet], marked: Sequence[tuple[bool, bool]]) -> Figures:
    """The paper's figures for one pair of marks a snippet."""
    if len(snippets) != len(marked):
        raise ValueError(f"{len(marked)} answers for {len(snippets)} snippets")
    rows = list(zip(snippets, marked, strict=True))
    precision, recall, overall = _f1(rows)
    masculine = _f1([row for row in rows if row[0].is_masculine])[2]
    feminine = _f1([row for row in rows if not row[0].is_masculine])[2]
    return Figures(overall, masculine, feminine, precision, recall)


def _f1(rows: Sequence[tuple[Snippet, tuple[bool, bool]]]) -> tuple[float, float, float]:
    pairs = [(name.is_meant, mark) for snippet, marks in rows for name, mark in zip(snippet.names, marks, strict=True)]
    right = sum(meant and mark for meant, mark in pairs)
    precision = 100 * right / (sum(mark for _, mark in pairs) or 1)
    recall = 100 * right / (sum(meant for meant, _ in pairs) or 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)
