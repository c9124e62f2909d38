"""What makes a row of the user's actors one that could never be found, or be found where it should not be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..errors import SaysoError
from .known import Known


def is_common(name: str) -> bool:
    """True for a name in small letters alone: "the board" would be found wherever a text has these words."""
    return name.isascii() and name == name.lower() and not any(character.isdigit() for character in name)


def without_common(row: Known) -> Known:
    """The row without such aliases: data sets have them, and nobody can mend those by hand."""
    return replace(row, aliases=tuple(alias for alias in row.aliases if not is_common(alias)))


def check_names(row: Known, where: str) -> None:
    """An alias of a CSV that is a common word is an error; so is a name."""
    common = next((name for name in row.names if is_common(name)), None)
    if common is not None and not row.source:
        raise SaysoError(
            f"{where}: {common!r} has no capital, and would be found in every text that has the word",
            "write names as reports do, with their capitals",
        )


def check_office(office: str, where: str) -> None:
    """An office none of whose words is a title is never found in a report."""
    words = _title_words()
    if not office or any(word in words for word in office.replace("-", " ").split()):
        return
    close = difflib.get_close_matches(office, sorted(_titles()), n=1, cutoff=0.7)
    hint = f"did you mean {close[0]!r}?" if close else "an office is a title as reports have it: “foreign minister”"
    raise SaysoError(f"{where}: {office!r} is no office", hint)


def check_apart(rows: Iterable[Known]) -> None:
    """One name, one actor: rows of one name are terms of one actor, and no alias belongs to two."""
    of_name: dict[str, Known] = {}
    for row in rows:
        for name in row.names:
            other = of_name.setdefault(name.casefold(), row)
            if other.name.casefold() != row.name.casefold():
                raise SaysoError(
                    f"{row.source}: {name!r} is {other.name!r} too ({_line(other)})",
                    "leave it to one of the two, or give both longer names",
                )
            is_other = other.kind != row.kind or (other.country and row.country and other.country != row.country)
            if is_other:
                raise SaysoError(
                    f"{row.source}: another {name!r} stands in {_line(other)}, of another kind or country",
                    "rows of one name are terms of office of one actor; tell two actors apart by their names",
                )


def _line(row: Known) -> str:
    return row.source.rpartition(", ")[2]


@cache
def _titles() -> frozenset[str]:
    return frozenset(form for row in lexicon.titles() for form in row.forms)


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for form in _titles() for word in form.split() if word not in ("of", "the", "for"))
