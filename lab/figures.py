"""What a figure is, where weights in the making lie, and the scorers that lie with the annotated data."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from . import corpora

WORK = Path(__file__).with_name("work")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number, most of them in per cent; `n` is over how many references it is taken.

    `bound` says how it is held: a floor that it must not sink under, a ceiling that it must not pass, or not at all.
    """

    group: str
    name: str
    value: float
    precision: float | None = None
    recall: float | None = None
    n: int | None = None
    bound: Literal["floor", "ceiling", "none"] = "floor"

    @property
    def key(self) -> str:
        return f"{self.group}: {self.name}"


def f1(group: str, name: str, row: dict[str, Any], n: int | None = None) -> Figure:
    """The figure of a scorer's row {"p", "r", "f1"}, already in per cent."""
    value, precision, recall = (round(float(row[part]), 1) for part in ("f1", "p", "r"))
    return Figure(group, f"{name} F1", value, precision, recall, n)


def share(group: str, name: str, part: int, whole: int) -> Figure:
    """`part` of `whole` in per cent."""
    return Figure(group, name, round(100 * part / max(1, whole), 1), n=whole)


def scorer(name: str) -> ModuleType:
    """One of the scorers that lie with the annotated data, loaded from its file."""
    path = corpora.shared() / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"error: no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
