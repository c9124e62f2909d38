"""Verdicts on what was found: short lines become labels, and what cannot be read is told with its article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lab import verdicts, worldnews
from lab.corpora import HELD_OUT_OUTLETS
from lab.linkcases import shared
from lab.texts import digest

TEXT = "The union said the port was shut. The port denied it. It signed a lease."
FOUND = [
    {"cue": [10, 14], "source": [0, 9], "content": [[15, 32]], "parent": None},
    {"cue": [43, 49], "source": [34, 42], "content": [[50, 52]], "parent": None},
    {"cue": [57, 63], "source": [54, 56], "content": [[64, 71]], "parent": 2},
]


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    row = {"report": "port", "digest": digest(TEXT), "found": FOUND}
    monkeypatch.setattr(verdicts, "_found", lambda: {"port": row})
    monkeypatch.setattr(verdicts, "text_of", lambda _: TEXT)
    monkeypatch.setattr(verdicts, "KEPT", tmp_path / "verdicts.jsonl")


def test_cues_are_shown_numbered_with_what_holds_them() -> None:
    assert verdicts.show("port") == (
        "### 0 = port\nThe union [[1 said]] the port was shut. The port [[2 denied]] it. It [[3^2 signed]] a lease.\n"
    )


READ = [
    ("0: 1 allege; 2 deny >1; 3 x", "allege deny None", [None, [1, "denies"], None]),
    ("0: 1 demand; 2 reject>1; 3 state =1", "demand reject state", [None, [1, "rejects"], [1, "same_utterance"]]),
    ("0: 1 allege;2 deny >1 :answers;3 state ~ 2", "allege deny state", [None, [1, "answers"], [2, "repeats"]]),
    ("0: 1 state !; 2 condemn >1; 3 agree >2;", "state condemn agree", [None, [1, "answers"], [2, "accepts"]]),
]


@pytest.mark.parametrize(("line", "acts", "links"), READ)
def test_a_line_is_read(line: str, acts: str, links: list[object]) -> None:
    row = verdicts.read(line)
    assert " ".join(str(each["act"]) for each in row["found"]) == acts
    assert [each.get("link") for each in row["found"]] == links
    assert row["found"][0]["negated"] == ("1 state !" in line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("7: 1 x", "no article '7'"),
        ("port 1 x", "no article"),
        ("0: 1 allege; 2 deny", "no verdict on 3"),
        ("0: 1 shout; 2 x; 3 x", "no such number or act"),
        ("0: 1 x; 2 x; 9 x", "no such number or act"),
        ("0: 1 x; 2 deny >9; 3 x", "no such relation or number"),
        ("0: 1 x; 2 deny >2; 3 x", "no such relation or number"),
        ("0: 1 x; 2 deny >1 :hates; 3 x", "no such relation or number"),
        ("0: one x", "cannot read 'one x'"),
    ],
)
def test_what_cannot_be_read_is_told(line: str, told: str) -> None:
    with pytest.raises(verdicts.Bad, match=told):
        verdicts.read(line)


def test_drafts_are_kept_without_text_and_become_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("0: 1 allege; 2 deny >1; 3 x\n0: nonsense\n", encoding="utf-8")
    verdicts.keep([draft])
    assert "cannot read 'nonsense'" in capsys.readouterr().out
    assert "port was shut" not in verdicts.KEPT.read_text(encoding="utf-8")
    assert json.loads(verdicts.KEPT.read_text(encoding="utf-8"))["report"] == "port"
    (example,) = verdicts.examples()
    assert [(gold.cue, gold.act) for gold in example.attributions or ()] == [((10, 14), "allege"), ((43, 49), "deny")]
    assert example.links == ((1, 0, "denies"),)
    assert not example.is_partial


def test_whether_a_word_that_may_be_a_cue_is_one_can_stay_open(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("0: 1 allege; 2 deny >1; 3 x\n", encoding="utf-8")
    verdicts.keep([draft])
    (sure,), (wary,) = verdicts.examples(), verdicts.examples(is_wary=True)
    assert sure.unsure == ()
    assert [TEXT[start:end] for start, end in wary.unsure or ()] == ["said", "denied"]  # "signed" is no saying


@pytest.mark.skipif(shared() is None, reason="the annotated data is not there (set SAYSO_SHARED)")
def test_what_is_annotated_whole_or_held_out_is_not_judged() -> None:
    names = list(verdicts.names())
    whole = {json.loads(line)["report"] for line in worldnews.KEPT.read_text(encoding="utf-8").splitlines()}
    assert {name.partition(":")[0] for name in names} >= {"mpqa", "rams", "polnear", "tempeval"}
    assert not whole & set(names)
    assert not [name for name in names if name.startswith(HELD_OUT_OUTLETS)]
