"""A table as text, CSV or TSV: the first row names the columns, each row after it is a report."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import replace

from ..errors import SaysoError, UnreadableReport
from ..ledger.document import Document
from . import plain, rows
from .lines import TOO_LONG, lines, megabytes, too_long
from .original import Failure, Original

_SEPARATORS = ",;\t|"
_TOO_LONG = "field larger than field limit"


class _Lines:
    """The lines as text, for the csv module; what was too long is set aside in `failures`."""

    def __init__(self, original: Original, encoding: str) -> None:
        self.original, self.failures = original, list[Failure]()
        self.most = original.limits.max_bytes
        self.label = encoding
        self.at = 0

    def __iter__(self) -> Iterator[str]:
        for line in lines(self.original.opened(), self.most):
            self.at += 1
            where = f"{self.original.name}:{self.at}"
            if isinstance(line, int):
                self.failures.append(Failure(where, too_long(where, line, self.most)))
                continue
            line = line.removeprefix(codecs.BOM_UTF8) if self.at == 1 else line
            yield plain.settled(line.decode(self.label, "sayso-stray" if self.label == "utf-8" else "replace"))


def read(original: Original) -> Iterator[Document | Failure]:
    """The reports of a CSV or TSV file, row by row; a bad row is a Failure, the rest go on."""
    if plain.is_marked(original.raw):  # UTF-16, as spreadsheets write it: its lines are not those of the bytes
        original = original.whole()
        text = plain.decoded(original.raw, original.name)
        original = replace(original, raw=text.encode("utf-8"))
    elif b"\n" not in original.raw and b"\r" in original.raw:  # as spreadsheets of old Macintoshes end their lines
        original = original.whole()
        original = replace(original, raw=original.raw.replace(b"\r", b"\n"))
    if not original.raw.strip():
        raise UnreadableReport(f"{original.name} is empty", "check that the right file was saved")
    separator = _separator(_first(original))
    if separator is None:
        raise UnreadableReport(f"{original.name} is no table", "the first line must name the columns, comma between")
    given = _Lines(original, plain.encoding_of(original))
    kept = csv.field_size_limit(min(original.limits.max_bytes, 2**31 - 1))
    try:
        yield from _rows(csv.reader(given, delimiter=separator), given, original)
    finally:
        csv.field_size_limit(kept)


def is_table(original: Original) -> bool:
    """True when the first line names several columns, one of them for texts."""
    first = _first(original)
    separator = _separator(first)
    if separator is None:
        return False
    try:
        names = _columns(next(csv.reader([first], delimiter=separator), []), original)
    except csv.Error:
        return False
    return len(names) > 1 and any(name in names for name in rows.aliases(original)["text"])


def _rows(reader: Iterator[list[str]], given: _Lines, original: Original) -> Iterator[Document | Failure]:
    names: list[str] = []
    while True:
        begins = given.at + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Failure(f"{original.name}:{begins}", _broken(original, begins, error))
            continue
        yield from given.failures
        given.failures.clear()
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        if names:
            yield rows.article(dict(zip(names, row, strict=False)), begins, original)
            continue
        names = _columns(row, original)
        if (lack := rows.lacking(names, original, row)) is not None:
            raise lack


def _columns(row: list[str], original: Original) -> list[str]:
    """The names of the columns; ours are found in any case, "Title" as "title"; one that the user named, as it is."""
    known = {alias for names in rows.ALIASES.values() for alias in names}
    named = {theirs for _, theirs in original.given.fields}
    stripped = [name.strip() for name in row]
    return [name.lower() if name not in named and name.lower() in known else name for name in stripped]


def _first(original: Original) -> str:
    """The first line, or its beginning, for telling what the file is; of rows below it nothing is presumed."""
    raw = original.raw
    text = plain.decoded(raw[: plain.HEAD], original.name) if plain.is_marked(raw) else ""
    line = text.splitlines()[0] if text else raw.split(b"\n", 1)[0][: plain.HEAD].decode("utf-8", "sayso-stray")
    return line.lstrip("\ufeff").rstrip("\r")


def _separator(first: str) -> str | None:
    """What stands between the names in the first line: of the usual ones, that which stands there most often."""
    best = max(_SEPARATORS, key=first.count)
    return best if best in first else "," if len(first.split()) == 1 else None


def _broken(original: Original, line: int, error: csv.Error) -> SaysoError:
    where = f"{original.name}:{line}"
    if _TOO_LONG in str(error):
        return UnreadableReport(f"{where} has a field of more than {megabytes(original.limits.max_bytes)}", TOO_LONG)
    return UnreadableReport(f"{where} is no row of a table", "check the quotation marks in this row")
