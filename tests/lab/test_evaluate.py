"""The gate: floors and ceilings are kept with the digest of their data, and no figure gets worse silently."""

import json
import sys
from pathlib import Path

import pytest

from lab import evaluate
from lab.figures import Figure


class Gate:
    """The command with figures given instead of measured; returns its exit status."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, floors: Path) -> None:
        self.floors, self._patch = floors, monkeypatch
        monkeypatch.setattr(evaluate, "FLOORS", floors)

    def run(self, figures: list[Figure], *options: str, digest: str = "abc") -> int:
        self._patch.setattr(evaluate, "measure", lambda *_: figures)
        self._patch.setattr(evaluate, "digest", lambda: digest)
        self._patch.setattr(sys, "argv", ["evaluate", *options])
        return evaluate.main()

    def kept(self, bound: str) -> dict[str, float]:
        kept: dict[str, float] = json.loads(self.floors.read_text())[bound]
        return kept


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gate:
    return Gate(monkeypatch, tmp_path / "floors.json")


def f1(value: float) -> list[Figure]:
    return [Figure("dossiers", "statements F1", value, 71.0, 69.0, 40)]


def wrong(value: float) -> list[Figure]:
    return [Figure("dossiers", "calibration error", value, bound="ceiling")]


def test_floors_rise_and_do_not_sink_silently(gate: Gate) -> None:
    assert gate.run(f1(70.0), "--raise-floors") == 0
    assert gate.kept("floors") == {"dossiers: statements F1": 70.0}
    assert gate.run(f1(69.0)) == 1
    assert gate.run(f1(69.0), "--raise-floors") == 1
    assert gate.kept("floors") == {"dossiers: statements F1": 70.0}
    assert gate.run(f1(71.0)) == 0
    assert gate.kept("floors") == {"dossiers: statements F1": 70.0}


def test_ceilings_come_down_and_are_not_passed_silently(gate: Gate) -> None:
    assert gate.run(wrong(0.05), "--raise-floors") == 0
    assert gate.run(wrong(0.06)) == 1
    assert gate.run(wrong(0.04), "--raise-floors") == 0
    assert gate.kept("ceilings") == {"dossiers: calibration error": 0.04}
    assert gate.kept("floors") == {}
    assert gate.run(wrong(0.05)) == 1


def test_a_figure_that_is_only_shown_is_not_held(gate: Gate) -> None:
    shown = Figure("names", "one outlet F1", 50.0, bound="none")
    assert gate.run([shown], "--raise-floors") == 0
    assert gate.kept("floors") == gate.kept("ceilings") == {}


def test_a_floor_is_lowered_only_with_a_reason(gate: Gate) -> None:
    gate.run(f1(70.0) + wrong(0.05), "--raise-floors")
    assert gate.run(f1(60.0) + wrong(0.06), "--lower-floors", "a fairer split") == 0
    assert gate.kept("floors") == {"dossiers: statements F1": 60.0}
    assert gate.kept("ceilings") == {"dossiers: calibration error": 0.06}
    (lowered,) = json.loads(gate.floors.read_text())["lowered"]
    assert lowered["why"] == "a fairer split"
    assert lowered["figures"] == ["dossiers: calibration error", "dossiers: statements F1"]


def test_groups_that_are_not_measured_keep_their_floors(gate: Gate) -> None:
    gate.run([*f1(70.0), Figure("seed", "statements F1", 80.0)], "--raise-floors")
    assert gate.run([Figure("seed", "statements F1", 81.0)], "--only", "seed", "--raise-floors") == 0
    assert gate.kept("floors") == {"dossiers: statements F1": 70.0, "seed: statements F1": 81.0}


def test_floors_of_other_data_are_not_compared(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    gate.run(f1(70.0), "--raise-floors")
    assert gate.run(f1(99.0), digest="other") == 2
    assert "the reference data changed" in capsys.readouterr().out


def test_the_table_is_grouped_and_marks_what_is_worse() -> None:
    kept = {"floors": {"dossiers: statements F1": 72.5}, "ceilings": {"dossiers: calibration error": 0.05}}
    rows = evaluate.table([*f1(70.0), *wrong(0.04), Figure("seed", "time right", 66.7, n=3)], kept).split("\n")
    assert [row.split() for row in rows] == [
        ["dossiers", "precision", "recall", "n", "held", "to"],
        ["statements", "F1", "70.0", "71.0", "69.0", "40", "72.5", "WORSE"],
        ["calibration", "error", "0.040", "0.050"],
        [],
        ["seed", "precision", "recall", "n", "held", "to"],
        ["time", "right", "66.7", "3"],
    ]
    assert len({len(row.removesuffix("  WORSE")) for row in rows if "held" in row or "72.5" in row}) == 1
