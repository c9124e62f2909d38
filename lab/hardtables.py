"""A text with its reference statements in one readable line: `[s1 The union] [c1 denied] [t1 that it had left]`.

A file is a list of cases. A case is a block of lines, a line a paragraph, and an empty line ends it. A line that begins
with `#` is a remark. A line that begins with `= ` is a headline; a case without one gets a neutral first line, so that
its first sentence is not read as a headline.

`[s …]` is a source, `[c …]` a cue, `[t …]` what is told (the content). Brackets with the same digit belong to one
statement; without a digit they belong to the case's only one. `[t1 …] … [t1 …]` is a content in two pieces;
`[s1,s2 …]` is the source of two statements. Brackets nest: a statement whose cue lies in a content has the innermost
such content's statement as its parent. What follows the labels' one space is the span, exactly. `\\[` is a bracket.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

FIRST_LINE = "News in brief"
_TOKEN = re.compile(r"\\[\[\]]|\[(?P<labels>[sct]\d?(?:,[sct]\d?)*) |[\[\]]")
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference statement: [start, end) pieces in code points; `parent` is the index of another of its case."""

    source: Pieces
    cue: Pieces
    content: Pieces
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text as a report would have it, with all the statements that are in it; `name` is "family:line"."""

    name: str
    text: str
    references: tuple[Reference, ...]


def read(path: Path) -> tuple[Case, ...]:
    """The cases of one file, in order; ValueError names the line of a case that does not parse."""
    blocks: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if line and not is_open:
            blocks.append((number, []))
        if line:
            blocks[-1][1].append(line)
        is_open = bool(line)
    return tuple(parse("\n".join(lines), f"{path.stem}:{number}") for number, lines in blocks)


def parse(block: str, name: str = "case") -> Case:
    """One case from its lines."""
    lines = block.split("\n")
    if not lines[0].startswith("= "):
        lines = [FIRST_LINE, *lines]
    marked = "\n\n".join(line.removeprefix("= ") for line in lines)
    plain, found = _spans(marked, name)
    by_digit: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for label, start, end in found:
        if plain[start:end] != plain[start:end].strip() or start == end:
            raise ValueError(f"{name}: [{label} …] begins or ends with white space: {plain[start:end]!r}")
        by_digit[label[1:]][label[0]].append((start, end))
    rows = [{role: tuple(sorted(spans)) for role, spans in by_digit[digit].items()} for digit in sorted(by_digit)]
    if any(not row.get("t") and not row.get("c") for row in rows):
        raise ValueError(f"{name}: a source alone is no statement")
    plainly = tuple(Reference(row.get("s", ()), row.get("c", ()), row.get("t", ())) for row in rows)
    nested = (Reference(each.source, each.cue, each.content, _parent(at, plainly)) for at, each in enumerate(plainly))
    return Case(name, plain, tuple(nested))


def _spans(marked: str, name: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its brackets, and for each label the range that its bracket encloses."""
    plain, at = "", 0
    stack: list[tuple[list[str], int]] = []
    found: list[tuple[str, int, int]] = []
    for token in _TOKEN.finditer(marked):
        plain += marked[at : token.start()]
        at = token.end()
        if token["labels"]:
            stack.append((token["labels"].split(","), len(plain)))
        elif token.group().startswith("\\"):
            plain += token.group()[1]
        elif token.group() == "]" and stack:
            labels, start = stack.pop()
            found += [(label, start, len(plain)) for label in labels]
        else:
            raise ValueError(f"{name}: stray {token.group()!r} after {plain[-30:]!r}")
    if stack:
        raise ValueError(f"{name}: [{','.join(stack[-1][0])} … is not closed")
    return plain + marked[at:], found


def _parent(at: int, rows: tuple[Reference, ...]) -> int | None:
    """The statement with the shortest piece of content around the whole cue of `rows[at]`; None without one."""
    cue = rows[at].cue
    around = [
        (end - start, other)
        for other, row in enumerate(rows)
        for start, end in row.content
        if other != at and cue and all(start <= first and last <= end for first, last in cue)
    ]
    return min(around)[1] if around else None
