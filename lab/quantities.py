"""Scores values and offsets on the English cases of Recognizers-Text: those that can occur in a news report.

    python -m lab.quantities [--errors]

`cases` reads any model of the corpus. `SELECTIONS` says which of its cases are left out and why, as a table. That table
was written, and the reader mended, with the failing cases in view: the figure is one on development data. So that a
rule which only hides failures shows, the share of all cases is printed beside it, and for each rule how many it takes
away and how many of those were read right. A case is right when every quantity of it is found with value, unit and
offsets, and nothing else of its kind is. Spans of ours hold bound words and rates, which the corpus leaves out: these
are shorn off. What news can print stays in though sayso fails it: ratios ("one out of three"), "15 dollars and 50".
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from sayso.ledger import Figure as Amount
from sayso.resolve.figures import find_figures
from sayso.resolve.figures.bounds import AFTER, BEFORE
from sayso.resolve.figures.quantity import number_at
from sayso.resolve.figures.units import unit_at
from sayso.resolve.numbers import numbered
from sayso.resolve.tokens import is_glued

from .corpora import shared
from .quantities_left_out import CURRENCY, DIMENSION, NUMBER, PERCENT, TEMPERATURE


@dataclass(frozen=True, slots=True)
class Expected:
    """One quantity of a case: half-open offsets into its text, its kind, and what the corpus makes of it."""

    start: int
    end: int
    kind: str
    resolution: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what is to be found in it, the moment that relative dates count from, and who is not held to it."""

    text: str
    expected: tuple[Expected, ...]
    reference: str | None = None
    unsupported: tuple[str, ...] = ()


class Found(NamedTuple):
    """One quantity of ours: offsets, the values it may stand for (two of a range), unit, is it a range."""

    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """A model, how we read it, and which of its cases no report can hold: (why, pattern of the text)."""

    name: str
    model: str
    read: Callable[[str], list[Found]]
    left_out: tuple[tuple[str, str], ...]


def cases(model: str, root: Path | None = None) -> list[Case]:
    """The cases of one model, such as "NumberWithUnit/English/CurrencyModel", in their order."""
    path = (root or shared() / "data" / "recognizers") / f"{model}.json"
    if not path.is_file():
        raise SystemExit(f"error: no cases at {path}\nhint: the corpus Recognizers-Text belongs into that folder")
    rows = json.loads(path.read_text(encoding="utf-8-sig"))
    return [_case(row) for row in rows if "Results" in row]


def _case(row: dict[str, Any]) -> Case:
    return Case(
        row["Input"],
        tuple(_expected(row["Input"], one) for one in row["Results"]),
        row.get("Context", {}).get("ReferenceDateTime"),
        tuple(name for name in re.split(r"[,\s]+", row.get("NotSupported", "")) if name),
    )


def _expected(text: str, one: dict[str, Any]) -> Expected:
    """Offsets as the corpus gives them ("End" is the last character), else where the words stand."""
    start = one["Start"] if "Start" in one else max(text.lower().find(one["Text"].lower()), 0)
    end = one["End"] + 1 if "End" in one else start + len(one["Text"])
    return Expected(start, end, one.get("TypeName", ""), one.get("Resolution") or {})


def why_left_out(case: Case, left_out: tuple[tuple[str, str], ...]) -> str | None:
    """The reason for which a case is not measured; None for one that is."""
    if "dotnet" in case.unsupported:
        return "the original does not read it"
    return next((why for why, pattern in left_out if re.search(pattern, case.text)), None)


def _numbers(text: str) -> list[Found]:
    tokens = list(numbered(text))
    found = []
    for at, token in enumerate(tokens):
        if token.kind in ("number", "fraction"):
            one = number_at(tokens, at)
            if one.end < len(tokens) and is_glued(tokens, one.end) and unit_at(tokens, one.end):
                continue  # "29km": the corpus gives it to another model
            first = at if one.is_money else one.first
            found.append(Found(tokens[first].start, tokens[one.end - 1].end, (one.value,), ""))
    return found


def _of_kind(*kinds: str) -> Callable[[str], list[Found]]:
    def read(text: str) -> list[Found]:
        figures = [figure for figure in find_figures("", text) if _kind(figure) in kinds]
        return [_shorn(text, figure) for figure in figures]

    return read


_SHARES = {"percent", "percentage point", "basis point"}
_SMALL_MONEY = {"cent", "pence", "bitcoin", "satoshi"}


def _kind(figure: Amount) -> str:
    unit = figure.unit or ""
    if unit in _SHARES:
        return "percent"
    if unit in _SMALL_MONEY or (figure.si_unit is None and (unit.isupper() or unit in _MONEYS)):
        return "currency"
    if figure.si_unit == "K" or (unit == "degree" and figure.si_unit is None):
        return "temperature"
    return "dimension" if figure.si_unit else ""


_MONEYS = {"franc", "peso", "rupee", "dinar", "pound", "krone", "yen", "shilling", "mark"}
_BOUND_BEFORE = re.compile(
    rf"(?:{'|'.join(sorted((re.escape(' '.join(words)) for words in BEFORE), key=len, reverse=True))})\s*",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(rf"\s*(?:{'|'.join(re.escape(' '.join(words)) for words in AFTER)})$", re.IGNORECASE)
_RATE = re.compile(r"\s*(?:-|/|\b(?:a|an|per|each|every|daily|annually|yearly|monthly|weekly)\b).*$", re.IGNORECASE)


def _shorn(text: str, figure: Amount) -> Found:
    """A figure without its bound words and its rate, as the corpus cuts it."""
    start, end = figure.span.start, figure.span.end
    before = _BOUND_BEFORE.match(text, start, end)
    start = before.end() if before else start
    if figure.per and (rate := _RATE.search(text, start + 1, end)):
        tied = re.match(r"-\w+", text[rate.start() : end])  # "12-cent-a-share"
        end = rate.start() + (tied.end() if tied and not tied[0].lower().startswith(("-a", "-per")) else 0)
    after = _BOUND_AFTER.search(text, start, end)
    end = after.start() if after else end
    values = tuple(value for value in (figure.value, figure.low, figure.high) if value is not None)
    return Found(start, end, values, figure.unit or "", figure.value is None)


SELECTIONS = (
    Selection("number", "Number/English/NumberModel", _numbers, NUMBER),
    Selection("percent", "Number/English/PercentModel", _of_kind("percent"), PERCENT),
    Selection("currency", "NumberWithUnit/English/CurrencyModel", _of_kind("currency"), CURRENCY),
    Selection("dimension", "NumberWithUnit/English/DimensionModel", _of_kind("dimension"), DIMENSION),
    Selection("temperature", "NumberWithUnit/English/TemperatureModel", _of_kind("temperature"), TEMPERATURE),
)
# How the corpus calls units that the ledger calls otherwise: without a state "pound" and "rupee" are the usual ones.
_UNITS = {
    "dollar": {"USD"},
    "pound": {"GBP", "pound"},
    "rupee": {"INR"},
    "penny": {"pence"},
    "finnish markka": {"FIM"},
    "peseta": {"ESP"},
    "netherlands guilder": {"NLG"},
    "metric ton": {"tonne"},
    "ton": {"ton", "tonne"},
    "c": {"degree Celsius"},
    "f": {"degree Fahrenheit"},
}


def is_right(case: Case, found: list[Found]) -> bool:
    """True when each quantity of the case is one of ours and each of ours is one of the case's."""
    wanted = [one for one in case.expected if one.resolution.get("value") not in (None, "null")]
    return all(any(_is_same(ours, one) for ours in found) for one in wanted) and all(
        any(_is_same(ours, one) for one in wanted) for ours in found
    )


def _is_same(ours: Found, one: Expected) -> bool:
    value = float(str(one.resolution["value"]).rstrip("%"))
    is_placed = ours[:2] == (one.start, one.end)
    if ours.is_range:
        is_placed = ours.start <= one.start and one.end <= ours.end
    is_valued = any(isclose(value, own, rel_tol=1e-9, abs_tol=1e-15) for own in ours.values)
    return is_placed and is_valued and _is_same_unit(ours.unit, one.resolution)


def _is_same_unit(ours: str, resolution: dict[str, Any]) -> bool:
    if "isoCurrency" in resolution:
        return bool(ours == resolution["isoCurrency"])
    theirs = str(resolution.get("unit", "")).lower().replace("meter", "metre").replace("liter", "litre")
    return not theirs or ours.lower() == theirs or ours in _UNITS.get(theirs, set())


def score(selection: Selection, show: bool = False) -> tuple[int, int, int]:
    """(right, measured, all) cases of a selection; with `show` what is wrong is printed."""
    found = cases(selection.model)
    chosen = [case for case in found if why_left_out(case, selection.left_out) is None]
    right = 0
    for case in chosen:
        ours = selection.read(case.text)
        hit = is_right(case, ours)
        right += hit
        if show and not hit:
            theirs = [(case.text[one.start : one.end], *one.resolution.values()) for one in case.expected]
            print("  ", repr(case.text), theirs, "found", [(case.text[one.start : one.end], *one[2:4]) for one in ours])
    return right, len(chosen), len(found)


def rules(selection: Selection) -> dict[str | None, tuple[int, int]]:
    """For each reason, and None for what is measured: (cases read right, cases)."""
    counts: dict[str | None, tuple[int, int]] = {}
    for case in cases(selection.model):
        why = why_left_out(case, selection.left_out)
        right, every = counts.get(why, (0, 0))
        counts[why] = (right + is_right(case, selection.read(case.text)), every + 1)
    return counts


def main() -> None:
    for selection in SELECTIONS:
        right, chosen, every = score(selection, "--errors" in sys.argv)
        counts = rules(selection)
        of_all = sum(hits for hits, _ in counts.values())
        print(f"{selection.name}: {100 * right / max(chosen, 1):.1f} ({right} of {chosen} cases)", end="; ")
        print(f"of all cases {100 * of_all / max(every, 1):.1f} ({of_all} of {every})")
        for why, (hits, taken) in counts.items():
            if why:
                print(f"    left out, {why}: {taken}, of which right {hits}")


if __name__ == "__main__":
    main()
