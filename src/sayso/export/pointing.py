"""Which statement a reader means: by its id, by the number that the sheet gives it, or by words of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..errors import SaysoError
from ..ledger import Ledger, Statement
from . import wording
from .sheet import Entry, sheets

_ID = re.compile(r"s[0-9a-f]{4,16}")
_MOST, _ROOM = 8, 60  # candidates told, more are no help; characters of each


@dataclass(frozen=True, slots=True)
class Pointed:
    """A statement found, with its number on the sheet of its report, and that report: its place among those given."""

    report: int
    title: str
    entry: Entry

    @property
    def statement(self) -> Statement:
        return self.entry.statement


def pointed(ledgers: Iterable[Ledger], wanted: str) -> Pointed:
    """The one statement that `wanted` means; SaysoError lists the candidates of several, or says how to list them all.

    An id, or the beginning of one; a number as `sayso read` prints it; else words that stand in its content or cue,
    whatever their case and spaces.
    """
    every = [
        Pointed(at, sheet.title, entry)
        for at, ledger in enumerate(ledgers)
        for sheet in sheets(ledger)
        for entry in sheet.entries
    ]
    words = " ".join(wanted.split())
    for fits in (_by_id, _by_number, _by_words):
        found = list(fits(every, words))
        if len(found) == 1:
            return found[0]
        if found:
            raise SaysoError(
                f"{wanted!r} fits {len(found)} statements:\n{_listed(found)}", "give more of its words, or its id"
            )
    raise SaysoError(
        f"no statement fits {wanted!r}; there are {len(every)}",
        "sayso read REPORT lists them by number; give a number, an id or words of the statement",
    )


def _by_id(every: list[Pointed], words: str) -> Iterator[Pointed]:
    if _ID.fullmatch(words):
        yield from (each for each in every if each.statement.id.startswith(words))


def _by_number(every: list[Pointed], words: str) -> Iterator[Pointed]:
    if words.isdecimal():
        yield from (each for each in every if each.entry.number == int(words))


def _by_words(every: list[Pointed], words: str) -> Iterator[Pointed]:
    """Those whose words hold them; where a nested statement and the one around it do, the nested one alone."""
    plain = _plain(words)
    if not plain:
        return
    found = [each for each in every if plain in _plain(_words_of(each.statement))]
    around = {each.statement.parent_id for each in found}
    yield from (each for each in found if each.statement.id not in around)


def _words_of(statement: Statement) -> str:
    return " ".join(span.text for span in (statement.cue, *statement.content) if span is not None)


def _plain(words: str) -> str:
    return " ".join(words.translate(_MARKS).casefold().split())


_MARKS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


def _listed(found: list[Pointed]) -> str:
    are_apart = len({each.report for each in found}) > 1
    told = [f"  {_told(each)}" + (f" in {each.title}" if are_apart else "") for each in found[:_MOST]]
    return "\n".join([*told, *([f"  and {len(found) - _MOST} more"] if len(found) > _MOST else [])])


def _told(each: Pointed) -> str:
    words = wording.clipped(each.entry.wording or _words_of(each.statement), _ROOM)
    return f"{each.entry.number} {each.entry.act}, {each.entry.speaker}: {words} ({each.statement.id})"
