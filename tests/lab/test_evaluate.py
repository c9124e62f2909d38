"""The gate: floors are kept with the digest of their data, and no figure sinks silently."""

import json
import sys
from pathlib import Path

import pytest

from lab import evaluate


def run(monkeypatch: pytest.MonkeyPatch, floors: Path, figure: float, *options: str, digest: str = "abc") -> int:
    monkeypatch.setattr(evaluate, "FLOORS", floors)
    monkeypatch.setattr(evaluate, "figures", lambda *_: {"statements F1": figure})
    monkeypatch.setattr(evaluate, "digest", lambda: digest)
    monkeypatch.setattr(sys, "argv", ["evaluate", *options])
    return evaluate.main()


def test_floors_rise_and_do_not_sink_silently(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert run(monkeypatch, floors, 70.0, "--raise-floors") == 0
    assert json.loads(floors.read_text())["floors"] == {"statements F1": 70.0}
    assert run(monkeypatch, floors, 69.0) == 1
    assert run(monkeypatch, floors, 69.0, "--raise-floors") == 1
    assert json.loads(floors.read_text())["floors"] == {"statements F1": 70.0}
    assert run(monkeypatch, floors, 71.0) == 0
    assert json.loads(floors.read_text())["floors"] == {"statements F1": 70.0}


def test_a_floor_is_lowered_only_with_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    run(monkeypatch, floors, 70.0, "--raise-floors")
    assert run(monkeypatch, floors, 60.0, "--lower-floors", "a fairer split") == 0
    kept = json.loads(floors.read_text())
    assert kept["floors"] == {"statements F1": 60.0}
    assert kept["lowered"] == [{"why": "a fairer split", "figures": ["statements F1"]}]


def test_floors_of_other_data_are_not_compared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    run(monkeypatch, floors, 70.0, "--raise-floors")
    assert run(monkeypatch, floors, 99.0, digest="other") == 2
    assert "the reference data changed" in capsys.readouterr().out
