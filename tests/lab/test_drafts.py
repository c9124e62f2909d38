"""Drafts of annotated reports: short lines become offsets, and what cannot be read is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab import drafts

TEXT = """Mayor denies gift of boats

On Monday, Mayor Ines Calder denied that “the harbour firm gave her two boats.” She told reporters: “I own one.
It is old.”

The firm, which Mr. Oke runs, said it gave nothing if not a map."""


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(drafts, "text_of", lambda _: TEXT)

    def checked(*lines: str) -> tuple[drafts.Report, list[str]]:
        path = tmp_path / "draft.txt"
        path.write_text("\n".join(("# harbour", *lines)), encoding="utf-8")
        reports, errors = drafts.read(path)
        return reports[0], errors

    return checked


def test_sentences_end_at_lines_and_not_at_titles() -> None:
    assert [TEXT[a:b].split("\n")[0][:12] for a, b in drafts.sentences(TEXT)] == [
        "Mayor denies",
        "On Monday, M",
        "She told rep",
        "It is old.”",
        "The firm, wh",
    ]


DENIED = (
    's1 | 2 | deny | src=Mayor Ines Calder | cue=denied | con=that "the ... boats." | actor=Ines Calder | '
    "time=On Monday"
)
SAID = "s3 | 5 | state | src=The firm | cue=said | con=it gave ... map | cond=if not a map"
INSIDE = "s2 | 2 | allege | src=the harbour firm | cue=gave | con=her two boats | parent=s1"
SPANS = [
    (DENIED, "content", ["that “the harbour firm gave her two boats.”"]),
    (DENIED, "source", "Mayor Ines Calder"),
    (DENIED, "time", "On Monday"),
    ("s4 | 3 | state | src=She | cue=told | con=“I own one. ... old.”", "content", ["“I own one.\nIt is old.”"]),
    ("s4 | 3 | state | src=[2] Mayor Ines Calder | cue=told | con=“I own || old.”", "content", ["“I own", "old.”"]),
    ("s4 | 3 | state | src=Mayor#1 | cue=told | con=“I own one.", "source", "Mayor"),
    (SAID, "condition", "if not a map"),
    ("s5 | 5 | apologise | src=The firm | cue=said | con=", "content", []),
]


@pytest.mark.parametrize(("line", "field", "words"), SPANS)
def test_spans_are_found(check, line: str, field: str, words: str | list[str]) -> None:
    report, errors = check(line)
    assert errors == []
    found = report.row["statements"][0][field]
    if isinstance(words, list):
        assert [TEXT[a:b] for a, b in found] == words
    else:
        assert TEXT[slice(*found)] == words


BAD = [
    (["s1 | 2 | doubt | cue=denied | con=that"], "unknown act"),
    (["s1 | 2 | deny | cue=denies | con=that"], "not found: 'denies' in sentence 2"),
    (["s1 | 2 | deny | cue=denied"], "no content"),
    (["s1 | 2 | deny | cue=denied | con=Calder denied that"], "overlap"),
    (["s1 | 2 | deny | cue=denied | con=that ... two ... boats"], "more than one elision"),
    (["s1 | 99 | deny | cue=denied | con=that"], "line 2"),
    ([DENIED, DENIED], "s1 is there already"),
    ([INSIDE], "must come before"),
    ([DENIED, SAID + " | parent=s1"], "does not lie in what s1 says"),
    ([DENIED, "s1 > s9 denies"], "no such statement or relation"),
]


@pytest.mark.parametrize(("lines", "told"), BAD)
def test_a_line_that_cannot_be_read_is_told(check, lines: list[str], told: str) -> None:
    _, errors = check(*lines)
    assert len(errors) == 1
    assert told in errors[0]


def test_nesting_and_answers(check) -> None:
    report, errors = check(DENIED, INSIDE, SAID, "s3 > s1 confirms")
    assert errors == []
    assert [row.get("parent") for row in report.row["statements"]] == [None, "s1", None]
    assert report.row["responses"] == [["s3", "s1", "confirms"]]


def test_offsets_alone_are_kept(check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    check(DENIED, "s9 | 2 | deny | cue=nothing | con=such")
    monkeypatch.setattr(drafts, "KEPT", tmp_path / "kept.jsonl")
    errors = list(drafts.keep("learn", [tmp_path / "draft.txt"]))
    assert len(errors) == 1
    kept = (tmp_path / "kept.jsonl").read_text()
    assert '"cue": [57, 63]' in kept
    assert "harbour firm" not in kept
    assert list(drafts.keep("learn", [tmp_path / "draft.txt"])) == errors
    assert (tmp_path / "kept.jsonl").read_text() == kept
