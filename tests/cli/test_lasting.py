"""The commands on a ledger that lasts: add, search, show, actors, stats, export, reread."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from sayso.cli import run
from sayso.cli.asking import excerpt
from sayso.store import Store
from sayso.store.found import CLOSE, OPEN
from tests.sample import BRANDT, DOCUMENT, HOSTILE, LEDGER, TEXT, THREAT, hostile
from tests.store.readings import reading, report


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Store("sayso.db") as store:
        store.write([reading()])
    return tmp_path / "sayso.db"


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    return capsys.readouterr().out


def test_search(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "search", "power", "--actor", "brandt", "--unanswered")
    assert "Ilse Brandt" in out
    assert "the town will cut the power to the yard" in out
    assert THREAT.id in out
    (row,) = json.loads(said(capsys, "search", "power", "--format", "json"))
    assert (row["id"], row["actor_name"], row["unanswered"]) == (THREAT.id, "Ilse Brandt", True)
    assert row["permalink"] == THREAT.id
    assert row["snippet"] == "the town will cut the **power** to the yard"
    assert row["content"][0]["text"] == "the town will cut the power to the yard"
    rows = list(csv.DictReader(StringIO(said(capsys, "search", "--act", "deny", "--format", "csv"))))
    assert len(rows) == 3
    assert all(row["permalink"] == row["id"] for row in rows)
    run(["search", "--limit", "2", "--offset", "1"])
    assert f"2–3 of {len(LEDGER.statements)}, the next: --offset 3" in capsys.readouterr().err
    assert said(capsys, "search", "unheard-of", code=1) == ""


def test_show(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "rejected by" in said(capsys, "show", LEDGER.responses[2].to_id)
    assert "The Tarn Courier" in said(capsys, "show", DOCUMENT.id)
    assert "Mayor" in said(capsys, "show", "ilse brandt")
    for what in (THREAT.id, DOCUMENT.id, BRANDT.id):
        assert json.loads(said(capsys, "show", what, "--format", "json"))
        rows = list(csv.DictReader(StringIO(said(capsys, "show", what, "--format", "csv"))))
        assert rows[0]["as"] == ("is" if what == THREAT.id else "says")
    assert THREAT.document_id in said(capsys, "show", THREAT.id)
    place = json.loads(said(capsys, "show", DOCUMENT.id, "--format", "json"))["appearances"][0]["place"]
    assert said(capsys, "show", DOCUMENT.id) == said(capsys, "show", place)
    assert run(["show", "nobody"]) == 2
    assert "nothing is called “nobody”" in capsys.readouterr().err


def test_the_original_is_shown_as_it_came(ledger: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["show", DOCUMENT.id, "--original"]) == 0
    assert capfdbinary.readouterr().out == TEXT.encode()


def test_actors_and_stats(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "actors").startswith("Ilse Brandt")
    assert json.loads(said(capsys, "actors", "--format", "json"))[0]["statements"] == 3
    assert json.loads(said(capsys, "stats", "--format", "json"))["statements"] == len(LEDGER.statements)
    assert "acts deny" in said(capsys, "stats")


@pytest.mark.parametrize(
    "arguments", [[], ["actors", "--format", "csv"], ["statements", "--act", "deny", "-o", "x.jsonl"]]
)
def test_export(ledger: Path, capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str]) -> None:
    assert run(["export", *arguments]) == 0
    out = capfdbinary.readouterr().out
    if not arguments:
        assert json.loads(out)["documents"][0]["id"] == DOCUMENT.id
    elif "-o" in arguments:
        assert len(Path("x.jsonl").read_text().splitlines()) == 3
    else:
        assert out.startswith(b"id,name,kind,country")


def test_hostile_words_steer_no_terminal(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store("sayso.db") as store:
        store.write([reading(hostile(), "/hostile")])
    for arguments in (["search", "onerror"], ["actors"], ["show", hostile().documents[0].id]):
        out = said(capsys, *arguments)
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "\x1b" in HOSTILE


def test_no_ledger_is_made_by_asking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["search", "x"], ["stats"], ["actors"], ["show", "x"], ["export"], ["reread"]):
        assert run([*command, "--ledger", str(tmp_path / "none.db")]) == 2
    assert "there is no ledger" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_add_tells_what_came_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Mayor Ana Quill denied on Monday that the quay had sunk.")
    (tmp_path / "b.txt").write_text("")
    ledger = ["--ledger", str(tmp_path / "new.db")]
    assert run(["add", str(tmp_path / "*.txt"), *ledger, "--publisher", "The Quay"]) == 1
    told = capsys.readouterr()
    assert "1  read" in told.out
    assert "1  skipped" in told.out
    assert "b.txt is empty" in told.err
    assert run(["add", str(tmp_path / "a.txt"), *ledger, "--publisher", "The Quay", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["known"] == 1
    assert "b.txt" in said(capsys, "stats", "--skipped", *ledger)
    assert "Ana Quill" in said(capsys, "search", "quay", "--publisher", "the quay", *ledger)
    assert "1  read anew" in said(capsys, "reread", "--all", *ledger)


def test_add_takes_a_field_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("Body,Day\nMayor Ana Quill denied on Monday that the quay had sunk.,2021-03-04\n")
    where = [str(tmp_path / "a.csv"), "--ledger", str(tmp_path / "new.db")]
    assert run(["add", *where, "--field", "text=Nothing"]) == 1
    assert "--field text=COLUMN; its columns are Body, Day" in capsys.readouterr().err
    said(capsys, "add", *where, "--field", "text=Body", "--field", "published=Day")
    (row,) = json.loads(said(capsys, "search", "quay", *where[1:], "--format", "json"))
    assert row["published"] == "2021-03-04"
    assert run(["add", *where, "--field", "words=Body"]) == 2


def test_a_file_too_large_to_be_kept_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sayso.batch.originals.MOST_KEPT", 50)
    rows = tmp_path / "large.jsonl"
    rows.write_text(json.dumps({"text": "Mayor Ana Quill denied on Monday that the quay had sunk."}) + "\n")
    ledger = ["--ledger", str(tmp_path / "new.db")]
    out = said(capsys, "add", str(rows), *ledger)
    assert "1  not kept" in out
    assert str(rows) in out
    (found,) = json.loads(said(capsys, "search", *ledger, "--format", "json"))
    assert "original not kept: it has 0 MB" in said(capsys, "show", found["document"], *ledger)
    for what in (found["document"], found["id"]):
        assert run(["show", what, "--original", *ledger]) == 2
        assert "it was read from" in capsys.readouterr().err
    assert run(["show", "Ana Quill", "--original", *ledger]) == 2
    assert "is an actor" in capsys.readouterr().err
    assert "not kept" not in said(capsys, "add", str(rows), *ledger)


@pytest.mark.parametrize("words", ['"', "***", "- ?", "😀"])
def test_a_search_without_a_word_says_so(ledger: Path, capsys: pytest.CaptureFixture[str], words: str) -> None:
    assert run(["search", "--", words]) == 2
    assert "there is no word in" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", ['po"wer', "power AND", "(power", "power*", "NEAR(power)", "content:power", "naïve", "Ж", "a\x00b", "U.S."]
)
def test_odd_words_are_words(ledger: Path, words: str) -> None:
    assert run(["search", words]) in (0, 1)


def test_what_is_asked_for_and_not_there_is_said(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, told in (
        (["search", "--actor", "nobody"], "no actor is called nobody"),
        (["actors", "nobody"], "no actor is called nobody"),
        (["actors", "--kind", "bloc"], "no bloc is in it"),
        (["stats", "--skipped"], "nothing was skipped"),
        (["show", " "], "nothing is called"),
    ):
        run(arguments)
        assert told in capsys.readouterr().err
    assert run(["search", "  "]) == 0


def test_an_actor_is_told_from_others_so_called(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = report("Ilse Brandt said no.")
    brandt = replace(other.actors[0], country="NOR")
    said_so = replace(other.statements[0], actor_id=brandt.id)
    with Store("sayso.db") as store:
        store.write([reading(replace(other, actors=(brandt,), statements=(said_so,)), "/other")])
    assert f"also so called: Ilse Brandt  {brandt.kind} · NOR" in said(capsys, "show", BRANDT.id)
    assert "1 in 1 report  " in said(capsys, "actors")


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("one two three", 20, "one two three"),
        ("one two three four", 10, "one two …"),
        (f"{'far ' * 20}{OPEN}here{CLOSE} {'and ' * 20}on", 30, f"… far far far {OPEN}here{CLOSE} and and …"),
        (f"{'far ' * 20}{OPEN}here{CLOSE}", 30, f"… far far far {OPEN}here{CLOSE}"),
        ("x" * 50, 10, "x" * 10 + " …"),
    ],
)
def test_of_long_words_those_around_what_was_found(words: str, room: int, shown: str) -> None:
    assert excerpt(words, room) == shown


def test_a_pipe_that_closes_ends_quietly(ledger: Path) -> None:
    for arguments in ("search", "export"):
        command = [sys.executable, "-m", "sayso", *arguments.split()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.close()
            assert (process.wait(), process.stderr and process.stderr.read()) == (141, b"")
