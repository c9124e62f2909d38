"""The tables of open facts: heads of state, government and organisations with their dates, bodies, provinces."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from ..ledger.actor import Kind


@dataclass(frozen=True, slots=True)
class Known:
    """An actor known beforehand, in one term of office if it has one.

    `short` is the name that goes alone ("Xi"); `body` what the office belongs to where that is no state; `since` and
    `until` are ISO dates, as exact as they are known, "" where open; `is_given` marks the user's own rows.
    `source` says where the row comes from: the table's own word, or the file and line of the user's.
    """

    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    short: str = ""
    office: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    is_given: bool = False
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def is_current(self, day: date) -> bool:
        """True where the row's dates do not speak against a day; the day of handing over belongs to both."""
        text = day.isoformat()
        return self.since <= text and (not self.until or text[: len(self.until)] <= self.until)

    def is_past(self, day: date) -> bool:
        return bool(self.until) and day.isoformat()[: len(self.until)] > self.until


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = (files("sayso") / "data" / f"{table}.csv").read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def split(cell: str) -> tuple[str, ...]:
    """ "a|b" → ("a", "b")."""
    return tuple(part for part in cell.split("|") if part)


@cache
def leaders() -> tuple[Known, ...]:
    """Persons with one term of office a row."""
    return tuple(
        Known(
            row["name"],
            "person",
            row["country"],
            "IGO" if row["body"] else "GOV",
            split(row["aliases"]),
            row["short"],
            row["office"],
            row["body"],
            row["since"],
            row["until"],
            source=row["source"],
        )
        for row in _rows("leaders")
    )


@cache
def bodies() -> dict[str, tuple[Known, ...]]:
    """Parties and parliaments by each of their names in lower case; one name may be a body of several states."""
    found: dict[str, list[Known]] = {}
    for row in _rows("bodies"):
        known = Known(
            row["name"], "organisation", row["country"], row["sector"], split(row["aliases"]), source=row["source"]
        )
        for name in known.names:
            found.setdefault(name.casefold(), []).append(known)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def ministries() -> dict[tuple[str, str], Known]:
    """Ministries under the name that their state has for them, by its code and the portfolio ("foreign", "defence")."""
    return {
        (row["country"], row["portfolio"]): Known(
            row["name"], "organisation", row["country"], row["sector"], split(row["aliases"]), source=row["source"]
        )
        for row in _rows("ministries")
    }


@cache
def provinces() -> dict[str, str]:
    """First-order divisions that one state alone has, with its alpha-3 code."""
    return {name: row["alpha3"] for row in _rows("provinces") for name in split(row["names"])}
