"""Reads the user's own actors, CSV or FollowTheMoney JSON lines: every row is an actor, or an error that says which."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

from .. import lexicon
from ..errors import SaysoError
from ..ledger.actor import Kind
from .checks import check_apart, check_names, check_office, without_common
from .followthemoney import entity
from .known import Known, split

COLUMNS = ("name", "kind", "aliases", "country", "sector", "office", "since", "until")
KINDS = ("person", "organisation", "state", "bloc", "group")
# PLOVER’s, with IGO and NGO for bodies of several states and of none.
SECTORS = (
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "NGO",
    "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
)  # fmt: skip
_EXAMPLE = "name,kind,aliases,country,sector"


def given_actors(path: str | Path) -> tuple[Known, ...]:
    """The actors of a file, read once a process. Raises SaysoError that names file, row and what to do."""
    file = Path(path)
    try:
        stamp = file.stat()
        return _read(file, stamp.st_mtime_ns, stamp.st_size)
    except OSError as problem:
        reason = problem.strerror or problem
        raise SaysoError(
            f"the actors file {path} cannot be read: {reason}", "give a CSV or JSON lines file"
        ) from problem


@cache
def _read(file: Path, changed: int, size: int) -> tuple[Known, ...]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise SaysoError(
            f"{file}, line {line}: no UTF-8 text", "save it as UTF-8 (Excel: “CSV UTF-8 (comma delimited)”)"
        ) from problem
    lines = text.split("\n")
    opening = next((line.strip() for line in lines if line.strip()), "")
    if opening.startswith("["):
        raise SaysoError(
            f"{file}, line 1: a list of JSON", "JSON lines hold one entity a line, with no list around them"
        )
    if "\0" in text or opening.startswith("PK\3\4"):
        raise SaysoError(f"{file} is no text", "of a spreadsheet, save the sheet as CSV")
    found = _from_json(file, lines) if opening.startswith("{") else _from_csv(file, text)
    if not found:
        raise SaysoError(f"{file} holds no actor", f"a CSV has a header and a row for each actor: {_EXAMPLE}")
    return found


def _from_json(file: Path, lines: Iterable[str]) -> tuple[Known, ...]:
    rows = ((at, entity(line, f"{file}, line {at}")) for at, line in enumerate(lines, 1) if line.strip())
    return tuple(_checked(without_common(_placed(row)), f"{file}, line {at}") for at, row in rows if row is not None)


def _placed(row: Known) -> Known:
    """A data set's code that names no state of ours ("eu", "zz", "suhh") is no country; in a CSV it is an error."""
    return row if (row.country or "").casefold() in _codes() else replace(row, country=None)


def _from_csv(file: Path, text: str) -> tuple[Known, ...]:
    first = text.lstrip().partition("\n")[0]
    # Spreadsheets write semicolons where the comma is the decimal mark.
    delimiter = next((mark for mark in ",;\t" if mark in first), ",")
    reader = csv.DictReader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter, strict=True)
    found: list[Known] = []
    try:
        header = [column.strip().lower() for column in reader.fieldnames or ()]
        _check_header(file, header, first.strip())
        reader.fieldnames = header
        found.extend(_row(row, f"{file}, line {reader.line_num}") for row in reader)
    except csv.Error as problem:
        where = f"{file}, line {reader.line_num}"
        raise SaysoError(
            f"{where}: no CSV: {problem}", "put a value with commas or quotes in double quotes"
        ) from problem
    check_apart(found)
    return tuple(found)


def _check_header(file: Path, header: list[str], first: str) -> None:
    twice = next((column for column in header if header.count(column) > 1 and column), None)
    if twice:
        raise SaysoError(f"{file}, line 1: two columns are called {twice!r}", "take one of them out")
    if len(header) > 1 and not set(header) & set(COLUMNS) and not difflib.get_close_matches("name", header, n=1):
        raise SaysoError(f"{file}, line 1: {first!r} is no header", f"put a first line above it: {_EXAMPLE}")
    for column in header:
        if column not in COLUMNS:
            close = difflib.get_close_matches(column, COLUMNS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"columns are: {', '.join(COLUMNS)}"
            raise SaysoError(f"{file}, line 1: {column!r} is no column", hint)
    if "name" not in header:
        raise SaysoError(f"{file}, line 1: the column name is missing", f"the first line is a header: {_EXAMPLE}")


def _row(row: dict[str, str | None], where: str) -> Known:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if None in row or any(row.get(column) is None for column in row):
        raise SaysoError(
            f"{where}: more or fewer cells than the header has",
            "count its commas; put a value with commas in double quotes",
        )
    aliases = tuple(alias.strip() for alias in split(cells["aliases"]) if alias.strip())
    kind = cast(Kind, cells["kind"].lower().replace("organization", "organisation") or "person")
    terms = (cells["office"].lower(), "", cells["since"], cells["until"])
    return _checked(Known(cells["name"], kind, cells["country"], cells["sector"].upper(), aliases, "", *terms), where)


def _checked(row: Known, where: str) -> Known:
    """The row with its codes as the ledger has them, or the reason why it cannot be one."""
    if not any(character.isalnum() for character in row.name):
        raise SaysoError(f"{where}: no name", "give each row a name, or take it out")
    if row.kind not in KINDS:
        raise SaysoError(f"{where}: {row.kind!r} is no kind of actor", f"kinds are: {', '.join(KINDS)}")
    if row.sector and row.sector not in SECTORS:
        raise SaysoError(f"{where}: {row.sector!r} is no sector of PLOVER", f"sectors are: {', '.join(SECTORS)}")
    for column, day in (("since", row.since), ("until", row.until)):
        if day and not _is_date(day):
            raise SaysoError(f"{where}: {column} {day!r} is no date", "dates are written 2021-12-21, 2021-12 or 2021")
    if row.since and row.until and row.until < row.since[: len(row.until)]:
        raise SaysoError(f"{where}: until {row.until!r} is before since {row.since!r}", "change the two round")
    check_names(row, where)
    check_office(row.office, where)
    country = _country(row.country, where) if row.country else None
    if row.kind == "state" and country is None:
        raise SaysoError(f"{where}: a state without its country", "give the country's code, as ISO 3166 has it: KEN")
    return replace(row, country=country, sector=row.sector or None, is_given=True, source=where)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    if not all(part.isdecimal() and len(part) == size for part, size in zip(parts, (4, 2, 2), strict=False)):
        return False
    bounds = zip(parts[1:], (12, 31), strict=False)
    return len(parts) <= 3 and all(1 <= int(part) <= most for part, most in bounds)


@cache
def _codes() -> dict[str, str]:
    return {
        form.casefold(): country.alpha3
        for country in lexicon.countries()
        for form in (country.alpha3, country.alpha2, country.name, *country.aliases)
        if form
    }


def _country(text: str, where: str) -> str:
    code = _codes().get(text.casefold())
    if code is None:
        names = [country.name for country in lexicon.countries()]
        close = difflib.get_close_matches(text, names, n=1, cutoff=0.7)
        hint = f"did you mean {close[0]}?" if close else "countries are ISO 3166 codes (KEN, KE) or English names"
        raise SaysoError(f"{where}: {text!r} is no country", hint)
    return code
