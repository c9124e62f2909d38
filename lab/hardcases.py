"""`python -m lab.hardcases [--errors]`: how much is found of each hard family, a table of our own cases a family.

The tables are in tests/extract/hard, one file a family, in the notation of lab/hardtables.py, for measuring and
never for training. A statement is found when its content's words overlap with the reference's by a Jaccard index of at
least one half and the sources share a word (waived where the reference has no source); one without content
("declined to comment") when the cues share a word and the sources do. Matching is one to one, the best first.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import Document, Span, Statement
from sayso.pipeline import read_report
from sayso.settings import Settings

from .figures import Figure, f1, share
from .hardtables import Case, Reference, read

TABLES = Path(__file__).resolve().parents[1] / "tests" / "extract" / "hard"
GROUP = "hard cases"
LEAST = 0.5
_WORD = re.compile(r"\w+(?:['’.,&/\-]\w+)*")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case: reference index → statement index, both in text order, and the references' parents."""

    case: Case
    statements: tuple[Statement, ...]
    found: dict[int, int]

    @property
    def missed(self) -> tuple[Reference, ...]:
        return tuple(each for at, each in enumerate(self.case.references) if at not in self.found)

    @property
    def extra(self) -> tuple[Statement, ...]:
        hit = set(self.found.values())
        return tuple(each for at, each in enumerate(self.statements) if at not in hit)

    @property
    def hung(self) -> int:
        """How many nested references were found and lie in the statement that was found for their parent."""
        ids = [statement.id for statement in self.statements]
        return sum(
            at in self.found
            and each.parent in self.found
            and self.statements[self.found[at]].parent_id == ids[self.found[each.parent]]
            for at, each in enumerate(self.case.references)
            if each.parent is not None
        )


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one family; every share is in per cent."""

    cases: int
    there: int
    given: int
    hits: int
    nested: int
    hung: int
    clean: int

    @property
    def precision(self) -> float:
        return 100 * self.hits / max(1, self.given)

    @property
    def recall(self) -> float:
        return 100 * self.hits / max(1, self.there)

    @property
    def f1(self) -> float:
        return 200 * self.hits / max(1, self.given + self.there)

    @property
    def parents(self) -> float:
        """Of the nested references, those found under the right parent."""
        return 100 * self.hung / max(1, self.nested)

    @property
    def left_alone(self) -> float:
        """Of the cases, those in which nothing was found that is not there."""
        return 100 * self.clean / max(1, self.cases)


def families() -> dict[str, tuple[Case, ...]]:
    """Every table by the name of its family."""
    return {path.stem: read(path) for path in sorted(TABLES.glob("*.txt"))}


def outcomes(cases: Sequence[Case], network: Encoder) -> tuple[Outcome, ...]:
    """Each case read as a report of its own, with the settings that ship."""
    out = []
    for case in cases:
        statements = read_report(Document(case.text), network, Settings()).statements
        out.append(Outcome(case, statements, match(case, statements)))
    return tuple(out)


def score(results: Iterable[Outcome]) -> Score:
    rows = tuple(results)
    references = [each for row in rows for each in row.case.references]
    return Score(
        cases=len(rows),
        there=len(references),
        given=sum(len(row.statements) for row in rows),
        hits=sum(len(row.found) for row in rows),
        nested=sum(each.parent is not None for each in references),
        hung=sum(row.hung for row in rows),
        clean=sum(not row.extra for row in rows),
    )


def match(case: Case, statements: Sequence[Statement]) -> dict[int, int]:
    """Reference index → index of the statement that is taken for it."""
    spans = [(found.start(), found.end()) for found in _WORD.finditer(case.text)]
    candidates = []
    for at, reference in enumerate(case.references):
        source, cue, content = (_words(spans, part) for part in (reference.source, reference.cue, reference.content))
        for other, statement in enumerate(statements):
            if source and not source & _words(spans, _pieces(statement.source)):
                continue
            if content:
                overlap = _jaccard(content, _words(spans, _pieces(*statement.content)))
            else:
                overlap = LEAST if cue & _words(spans, _pieces(statement.cue)) else 0.0
            if overlap >= LEAST:
                # Two cues may tell one content ("announced … and repeated"): the same cue goes first.
                same = bool(cue & _words(spans, _pieces(statement.cue)))
                candidates.append((-overlap, not same, at, other))
    found: dict[int, int] = {}
    for _, _, at, other in sorted(candidates):
        if at not in found and other not in found.values():
            found[at] = other
    return found


def _pieces(*spans: Span | None) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)


def _words(spans: Sequence[tuple[int, int]], pieces: Iterable[tuple[int, int]]) -> Words:
    """Indices of the words that share a character with one of the pieces."""
    inside = list(pieces)
    return frozenset(
        at for at, (start, end) in enumerate(spans) if any(start < last and first < end for first, last in inside)
    )


def _jaccard(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def figures(network: Encoder) -> list[Figure]:
    """F1 of each family, the right parents of the nested one, and how often *nothing* is left alone."""
    out = []
    for name, cases in families().items():
        s = score(outcomes(cases, network))
        if s.there:
            out.append(f1(GROUP, name, {"f1": s.f1, "p": s.precision, "r": s.recall}, s.there))
        else:
            out.append(share(GROUP, f"{name}, left alone", s.clean, s.cases))
        if name == "nested":
            out.append(share(GROUP, "nested, parents right", s.hung, s.nested))
    return out


def _show(results: Sequence[Outcome]) -> None:
    for row in results:
        if not row.missed and not row.extra:
            continue
        print(f"\n{row.case.name}")
        print("   " + row.case.text.replace("\n\n", "\n   "))
        for each in row.missed:
            parts = (each.source, each.cue, each.content)
            print("  missed: " + " | ".join(_text(row.case, part) for part in parts))
        for one in row.extra:
            spans = (_pieces(one.source), _pieces(one.cue), _pieces(*one.content))
            print(f"  extra {one.confidence:.2f}: " + " | ".join(_text(row.case, part) for part in spans))


def _text(case: Case, pieces: Iterable[tuple[int, int]]) -> str:
    return " … ".join(case.text[start:end] for start, end in pieces) or "–"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--errors", action="store_true", help="list what was missed and what was too much")
    options.add_argument("families", nargs="*", help="all of them where none is named")
    chosen = options.parse_args()
    network = Encoder(chosen.weights, threads=1)
    print(f"{'family':14}{'cases':>6}{'there':>7}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>7}", end="")
    print(f"{'parents':>9}{'left alone':>12}")
    for name, cases in families().items():
        if chosen.families and name not in chosen.families:
            continue
        results = outcomes(cases, network)
        s = score(results)
        parents = f"{s.parents:9.1f}" if s.nested else f"{'–':>9}"
        rates = f"{s.precision:11.1f}{s.recall:8.1f}{s.f1:7.1f}" if s.there else f"{'–':>11}{'–':>8}{'–':>7}"
        print(f"{name:14}{s.cases:6}{s.there:7}{s.given:7}{rates}{parents}{s.left_alone:12.1f}")
        if chosen.errors:
            _show(results)


if __name__ == "__main__":
    main()
