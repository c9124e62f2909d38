"""Labels that were read again: what is shown, and what becomes of the files that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lab import actlabels, doubts, texts, verdicts, worldnews
from sayso.extract.attribution import Found
from sayso.ledger import Attribution, Span

TEXT = "The union said the port was shut. The port denied it and, it says, it never signed a lease."
SAID, DENIED, SAYS = [10, 14], [43, 49], [61, 65]


def _row(file: str, cue: list[int], acts: list[str], is_new: bool = False) -> dict[str, Any]:
    content = {10: [[15, 32]], 43: [[50, 52]], 61: [[67, 90]]}[cue[0]]
    return {
        "file": file,
        "report": "port",
        "cue": cue,
        "source": None,
        "content": content,
        "acts": acts,
        "is_new": is_new,
    }


DOUBTED = [
    _row("worldnews", SAID, ["allege", "state"]),
    _row("worldnews", SAYS, ["deny", "x"], is_new=True),
    _row("verdicts", DENIED, ["deny", "reject"]),
    _row("verdicts", SAID, ["allege", "state"]),
    _row("act_readings", SAID, ["allege", "state"]),
]


@pytest.fixture(autouse=True)
def labels(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    judged = {"source": None, "parent": None, "negated": False}
    statement = {"id": "s2", "act": "deny", "cue": DENIED, "content": [[50, 90]], "negated": False}
    whole = [{"id": "s1", "act": "state", "cue": SAID, "content": [[15, 32]], "negated": False}, statement]
    found = [
        {"cue": SAID, "content": [[15, 32]], "act": "state"},
        {"cue": DENIED, "content": [[50, 52]], "act": "deny"},
    ]
    rows = {
        "worldnews": [
            {"report": "port", "statements": whole, "responses": [], "part": "learn"},
            {"report": "port", "statements": whole, "responses": [], "part": "held"},
        ],
        "verdicts": [{"report": "port", "found": [{**each, **judged} for each in found]}],
        "act_readings": [{"article": "port", "acts": {"10-14": "state"}}],
    }
    for module, constant, name in (
        (worldnews, "KEPT", "worldnews"), (verdicts, "KEPT", "verdicts"), (actlabels, "READINGS", "act_readings"),
    ):  # fmt: skip
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows[name]), encoding="utf-8")
        monkeypatch.setattr(module, constant, path)
    monkeypatch.setattr(doubts, "_found", lambda: tuple(DOUBTED))
    monkeypatch.setattr(texts, "text_of", lambda _: TEXT)


def test_both_acts_are_shown_and_not_whose_they_are() -> None:
    assert doubts.show(2).startswith(
        "#2 (deny / reject) The union said the port was shut. The port [[denied]] {it} and"
    )


def _kept(tmp_path: Path, answers: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{doubts.mark()}\n{answers}", encoding="utf-8")
    doubts.keep([draft])


def _rows(tmp_path: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_what_was_read_takes_the_place_of_the_label(tmp_path: Path) -> None:
    _kept(tmp_path, "0: allege\n1: deny\n2: x; 3: state\n4: allege\n")
    learnt, held = _rows(tmp_path, "worldnews")
    assert [(each["id"], each["act"]) for each in learnt["statements"]] == [
        ("s1", "allege"), ("s2", "deny"), ("d61", "deny"),
    ]  # fmt: skip
    assert learnt["statements"][2] == {
        "id": "d61", "act": "deny", "cue": SAYS, "content": [[67, 90]], "negated": False, "parent": "s2",
    }  # fmt: skip
    assert [each["act"] for each in held["statements"]] == ["state", "deny"]
    assert [each["act"] for each in _rows(tmp_path, "verdicts")[0]["found"]] == ["state", None]
    assert _rows(tmp_path, "act_readings")[0]["acts"] == {"10-14": "allege"}


@pytest.mark.parametrize("answers", ["0: x\n1: x\n2: deny\n4: x", "0: state\n1: x\n3: state"])
def test_what_stays_as_it_was(tmp_path: Path, answers: str) -> None:
    before = [_rows(tmp_path, name) for name in ("worldnews", "verdicts", "act_readings")]
    _kept(tmp_path, answers)
    assert [_rows(tmp_path, name) for name in ("worldnews", "verdicts", "act_readings")] == before


def test_what_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _kept(tmp_path, "0: shout\n99: deny\nzero: deny\n0: allege\n")
    assert capsys.readouterr().out.count("cannot read") == 3
    assert _rows(tmp_path, "worldnews")[0]["statements"][0]["act"] == "allege"


def test_drafts_of_another_search_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "old.txt"
    draft.write_text("# 00000000\n0: allege\n", encoding="utf-8")
    doubts.keep([draft])
    assert "of another `find`" in capsys.readouterr().out
    assert _rows(tmp_path, "worldnews")[0]["statements"][0]["act"] == "state"


def _found(cue: list[int], content: tuple[int, int], act: str, share: float, confidence: float) -> Attribution:
    chances = ((act, share), ("state", 1 - share))
    said = (Span.of(TEXT, *content),)
    return Attribution(Span.of(TEXT, *cue), None, said, acts=chances, confidence=confidence)


def test_what_the_network_doubts_and_what_it_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    """An act likelier by 0.3 is doubted, one likelier by less is not; new is what nobody has, and it is sure of."""
    found = (
        _found(SAID, (15, 32), "allege", 0.9, 0.9),
        _found(DENIED, (50, 52), "deny", 0.6, 0.9),
        _found(SAYS, (67, 90), "deny", 0.9, 0.6),
    )
    monkeypatch.setattr(doubts, "find", lambda *_: Found(found, ()))
    monkeypatch.setattr(doubts, "_network", lambda: None)
    acts = {(10, 14): "state", (43, 49): "state"}
    whole = doubts.doubted(("worldnews", "port", TEXT, acts, True))
    assert [(row["cue"], row["acts"], row["is_new"]) for row in whole] == [
        (SAID, ["allege", "state"], False), (SAYS, ["deny", "x"], True),
    ]  # fmt: skip
    assert [row["cue"] for row in doubts.doubted(("verdicts", "port", TEXT, acts, False))] == [SAID]


def test_a_verdicts_relation_goes_by_its_new_act(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    (row,) = _rows(tmp_path, "verdicts")
    row["found"][1]["link"] = [1, "denies"]
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    _kept(tmp_path, "2: reject")
    assert _rows(tmp_path, "verdicts")[0]["found"][1]["link"] == [1, "rejects"]
