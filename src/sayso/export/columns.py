"""The values of a ledger as flat rows: one literal table of columns for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .json import json_text

# What a field becomes: a span its text and its two ends, spans their texts joined and the whole as JSON, a list JSON.
SPAN, SPANS, TIME, LIST, TEXT, WHOLE, NUMBER, TRUTH = (
    "span",
    "spans",
    "time",
    "list",
    "text",
    "whole",
    "number",
    "truth",
)
_GAP = " … "

Field = tuple[str, str]
# What a reader of statements wants beside each: the store gives it.
ABOUT: tuple[Field, ...] = (
    ("actor_name", TEXT),
    ("day", TEXT),
    ("unanswered", TRUTH),
    ("title", TEXT),
    ("publisher", TEXT),
    ("published", TEXT),
    ("url", TEXT),
    ("page", WHOLE),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "documents": tuple(
        (name, TEXT) for name in ("id", "path", "url", "title", "publisher", "published", "language", "text")
    ),
    "actors": (
        *((name, TEXT) for name in ("id", "name", "kind", "country", "sector")),
        *((name, LIST) for name in ("aliases", "roles", "mentions")),
    ),
    "statements": (
        *((name, TEXT) for name in ("id", "document", "actor", "act")),
        ("source", SPAN),
        ("cue", SPAN),
        ("content", SPANS),
        ("manner", TEXT),
        ("addressee", SPAN),
        ("targets", LIST),
        ("time", TIME),
        *((name, SPAN) for name in ("setting", "via", "condition")),
        ("negated", TRUTH),
        ("hedge", TEXT),
        ("parent", TEXT),
        ("confidence", NUMBER),
        *ABOUT,
    ),
    "responses": (("from", TEXT), ("to", TEXT), ("relation", TEXT), ("evidence", SPANS), ("confidence", NUMBER)),
    "events": (
        ("id", TEXT),
        ("document", TEXT),
        ("trigger", SPAN),
        *((name, TEXT) for name in ("type", "mode", "cameo")),
        *((name, LIST) for name in ("context", "sources", "targets", "figures")),
        ("place", SPAN),
        ("time", TIME),
        ("status", TEXT),
        ("according_to", TEXT),
        ("confidence", NUMBER),
    ),
    "figures": (
        ("id", TEXT),
        ("document", TEXT),
        ("span", SPAN),
        *((name, NUMBER) for name in ("value", "low", "high")),
        ("unit", TEXT),
        ("si_unit", TEXT),
        *((name, NUMBER) for name in ("si_value", "si_low", "si_high")),
        ("bound", TEXT),
        ("per", TEXT),
        ("what", SPAN),
    ),
}


def columns(kind: str) -> list[Field]:
    """The names of a kind's columns, each with TEXT, WHOLE (a whole number), NUMBER or TRUTH."""
    return [column for name, shape in FIELDS[kind] for column in _columns(name, shape)]


def _columns(name: str, shape: str) -> Iterator[Field]:
    if shape in (SPAN, TIME):
        yield from ((name, TEXT), (f"{name}_start", WHOLE), (f"{name}_end", WHOLE))
    if shape == TIME:
        yield from ((f"{name}_{part}", TEXT) for part in ("type", "value", "anchor"))
    if shape == SPANS:
        yield from ((name, TEXT), (f"{name}_spans", TEXT))
    if shape == LIST:
        yield name, TEXT
    if shape in (TEXT, WHOLE, NUMBER, TRUTH):
        yield name, shape


def cells(kind: str, form: Mapping[str, Any]) -> list[Any]:
    """A row of the JSON form as the cells of its columns."""
    return [cell for name, shape in FIELDS[kind] for cell in _cells(form.get(name), shape)]


def _cells(value: Any, shape: str) -> Iterator[Any]:
    if shape == SPAN:
        yield from _span(value)
    elif shape == TIME:
        yield from _span(value and value["span"])
        yield from ((value["type"], value["value"], value["anchor"]) if value else (None, None, None))
    elif shape == SPANS:
        yield _GAP.join(span["text"] for span in value)
        yield json_text(value)
    elif shape == LIST:
        yield json_text(value)
    else:
        yield float(value) if shape == NUMBER and value is not None else value


def _span(span: Any) -> tuple[Any, Any, Any]:
    return (span["text"], span["start"], span["end"]) if span else (None, None, None)
