"""A ledger as one self-contained HTML page: the report with its statements marked, and their cards in the margin."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, BinaryIO

from ..ledger import Document, Ledger
from . import marks, wording
from .sheet import KEPT, SURE, Sheet, sheets

if TYPE_CHECKING:
    from jinja2 import Template


class Page:
    """One page over all ledgers, a section each report in the order given; needs no network and no script."""

    suffix = ".html"

    def write(self, ledgers: Iterable[Ledger], stream: BinaryIO) -> None:
        parts = tuple(ledgers)
        given: dict[str, Document] = {d.id: d for part in parts for d in part.documents}
        merged = Ledger.merged(parts)
        known = {document.id: document for document in merged.documents}
        stream.write(self.written(replace(merged, documents=tuple(known[i] for i in given))))

    def written(self, ledger: Ledger) -> bytes:
        return _template().render(_context(sheets(ledger))).encode("utf-8")


def _context(found: tuple[Sheet, ...]) -> dict[str, Any]:
    style, script = _data("page.css"), _data("page.js")
    entries = [entry for sheet in found for entry in sheet.entries]
    return {
        "title": found[0].title if len(found) == 1 else f"{len(found)} reports",
        "language": next((sheet.document.language for sheet in found if sheet.document.language), "en"),
        "sheets": [(at, sheet, marks.rows(sheet)) for at, sheet in enumerate(found, 1)],
        "ids": {e.statement.id: f"s{at}-{e.number}" for at, sheet in enumerate(found, 1) for e in sheet.entries},
        "speakers": _counted(entry.speaker for entry in entries),
        "acts": _counted(entry.act for entry in entries),
        "style": style,
        "script": script,
        "style_hash": _digest(style),
        "script_hash": _digest(script),
    }


def _counted(names: Iterable[str]) -> list[tuple[str, int]]:
    """Each name with how often it occurs, the most frequent first."""
    return sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))


def _classes(segment: marks.Segment, sheet: Sheet) -> str:
    """The style classes of a segment: its roles, and the colour of the innermost statement it is content of."""
    roles = [mark.role for mark in segment.marks]
    inner = next(
        (m for role in ("cue", "content") for m in reversed(segment.marks) if m.role == role), segment.marks[-1]
    )
    names = [short for role, short in (("source", "src"), ("cue", "cue"), ("content", "con")) if role in roles]
    deep = ["deep"] if roles.count("content") > 1 else []
    return " ".join([*names, *deep, sheet.entries[inner.number - 1].searle])


def _numbers(segment: marks.Segment) -> str:
    return " ".join(str(number) for number in dict.fromkeys(mark.number for mark in segment.marks))


def _is_told(sheet: Sheet, rows: tuple[marks.Row, ...]) -> bool:
    """True when the text begins with its own headline, so that the title need not stand twice."""
    return any(row.is_headline for row in rows)


@cache
def _template() -> Template:
    # Here, not above: the command line's help should not wait for a template engine.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_finished, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        beside=wording.beside,
        si=wording.si_words,
        one_line=wording.one_line,
        classes=_classes,
        numbers=_numbers,
        is_told=_is_told,
        sure=SURE,
        kept=KEPT,
    )
    return environment.from_string(_data("page.html"))


def _finished(value: Any) -> Any:
    """What every expression of the template passes before it is escaped: nothing may steer how a line reads."""
    return wording.visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _data(name: str) -> str:
    return (resources.files("sayso") / "data" / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The text as a Content-Security-Policy source: a page runs our script and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
