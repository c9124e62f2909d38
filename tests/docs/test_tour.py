"""The tour in the docs, run: each of its examples prints what the page says."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_tour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(
        (ROOT / "docs/tour.md").read_text(encoding="utf-8").replace("\n```", "\n"),
        {},
        "docs/tour.md",
        "docs/tour.md",
        0,
    )
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=told.append)
    assert result.attempted > 30
    assert result.failed == 0, "".join(told)
