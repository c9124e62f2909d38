"""`sayso read` as a shell has it: formats, files, many reports, failures, exit codes, pipes and terminals."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import batch
from sayso.cli import run
from sayso.errors import UnreadableReport
from sayso.ledger import Document, Ledger
from sayso.settings import Settings
from tests.sample import LEDGER, TEXT

GOOD, BAD = "good.txt", "bad.txt"


def open_reading(settings: Settings) -> batch.Reading:
    """In place of the network: the sample's ledger for the sample's text, none for the rest, a refusal on request."""

    def reading(document: Document) -> Ledger:
        if "will refuse" in document.text:
            raise UnreadableReport("the report refuses", "ask again")
        return LEDGER if document.text.strip() == TEXT else Ledger((document,))

    return reading


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / GOOD).write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Nobody said a word.\n", encoding="utf-8")
    (tmp_path / BAD).write_text("This will refuse.\n", encoding="utf-8")
    (tmp_path / "wrong.csv").write_text("name,country\nTom Hale,KEN\nIda Holm,Kenia\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch, "open_reading", open_reading)
    return tmp_path


def test_text_is_the_default(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", GOOD]) == 0
    printed = capfd.readouterr()
    assert "↳ rejects Brandt’s demand (5)" in printed.out
    assert "\x1b" not in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("form", "begins", "lines"),
    [("json", '{\n "documents"', None), ("jsonl", '{"documents"', 2), ("html", "<!doctype", None)],
)
def test_formats(form: str, begins: str, lines: int | None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--format", form, GOOD, "other.txt"]) == 0
    out = capfd.readouterr().out
    assert out.startswith(begins)
    assert lines is None or out.count("\n") == lines


def test_many_reports_are_one_merged_ledger_in_json(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--format", "json", GOOD, "other.txt", GOOD]) == 0
    ledger = Ledger.from_dict(json.loads(capfd.readouterr().out))
    assert (len(ledger.documents), len(ledger.statements)) == (2, 10)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!doctype"), ("a.JSON", "{\n"), ("a.jsonl", "{"), ("a.txt", "Harbour")]
)
def test_the_name_of_the_output_tells_the_format(name: str, begins: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", GOOD, "-o", name]) == 0
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert capfd.readouterr().out == ""


def test_a_run_that_fails_leaves_the_output_as_it_was(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text("kept\n")
    assert run(["read", "--strict", GOOD, BAD, "-o", "a.jsonl"]) == 2
    assert run(["read", "missing.txt", "-o", "a.jsonl"]) == 2
    assert Path("a.jsonl").read_text() == "kept\n"
    assert len(list(Path().glob("*jsonl*"))) == 1


def test_one_bad_report_is_named_and_the_rest_go_on(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--format", "jsonl", BAD, "missing.txt", GOOD]) == 1
    printed = capfd.readouterr()
    assert printed.out.count("\n") == 1
    assert "error: missing.txt cannot be opened" in printed.err
    assert "error: bad.txt: the report refuses\nhint: ask again\n" in printed.err


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["read", BAD], 2, "error: bad.txt: the report refuses\nhint: ask again\n"),
        (["read", "missing.txt"], 2, "missing.txt"),
        (["read", "--strict", BAD, GOOD], 2, "error: bad.txt: the report refuses\nhint: ask again\n"),
        (["read", BAD, BAD], 1, "the report refuses"),
        (
            ["read", GOOD, "--published", "yesterday"],
            2,
            "'yesterday' is no date of the form 2021-12-21\nhint: see sayso read --help",
        ),
        (
            ["read", GOOD, GOOD, "--title", "x"],
            2,
            "error: --title and --url describe one report, but several are given",
        ),
        (["read", GOOD, "--format", "pdf"], 2, "'pdf' is not one of 'text', 'json', 'jsonl', 'html'"),
        (["read", GOOD, "--min-confidence", "2"], 2, "2"),
        (
            ["read", GOOD, "-o", "no/such/folder/a.html"],
            2,
            "error: no/such/folder/a.html cannot be written: No such file",
        ),
        (["read", GOOD, "--actors", "none.csv"], 2, "error: the actors file none.csv cannot be read: No such file"),
        (
            ["read", GOOD, "--actors", "wrong.csv"],
            2,
            "error: wrong.csv, line 3: 'Kenia' is no country\nhint: did you mean Kenya?",
        ),
        (["reed"], 2, "hint: see sayso --help"),
        ([], 2, "Usage: sayso"),
    ],
)
def test_failures(arguments: list[str], code: int, complaint: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    printed = capfd.readouterr()
    assert complaint in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""


def test_what_the_user_says_wins(capfd: pytest.CaptureFixture[str]) -> None:
    given = [
        "--published",
        "2020-02-29",
        "--publisher",
        "Evening Post",
        "--title",
        "A title",
        "--url",
        "https://news.example/1",
    ]
    assert run(["read", "--format", "jsonl", "other.txt", *given]) == 0
    (document,) = json.loads(capfd.readouterr().out)["documents"]
    assert [document[name] for name in ("published", "publisher", "title", "url")] == [
        "2020-02-29", "Evening Post", "A title", "https://news.example/1"
    ]  # fmt: skip


def test_a_file_name_cannot_steer_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    run(["read", "\x1b[2Jmissing.txt"])
    assert "\x1b[2J" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (["--min-confidence", "0.7"], Settings(min_confidence=0.7)),
        (["--allow-private"], Settings(allow_private=True)),
        (["--actors", "actors.csv"], Settings(actors="actors.csv")),
        ([], Settings()),
    ],
)
def test_options_change_settings(arguments: list[str], settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Settings] = []

    def remember(given: Settings) -> batch.Reading:
        seen.append(given)
        return open_reading(given)

    monkeypatch.setattr(batch, "open_reading", remember)
    Path("actors.csv").write_text("name\nIda Holm\n", encoding="utf-8")
    assert run(["read", GOOD, *arguments]) == 0
    assert seen == [settings]


# A process of its own, with the reading of this test in place of the network.
PROGRAM = """
import sys
from sayso import batch
from sayso.cli import main
from tests.cli.test_read import open_reading
batch.open_reading = open_reading
main(sys.argv[1:])
"""
ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", PROGRAM]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")} | {
    "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    "TERM": "xterm-256color",
}


def at_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal of 100 columns shows of a run, standard error included."""
    ours, theirs = pty.openpty()
    os.set_inheritable(theirs, True)
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, env=ENVIRONMENT | {"COLUMNS": "100"} | environment,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    process.wait()
    return seen.decode("utf-8")


def test_colours_and_a_bar_at_a_terminal() -> None:
    seen = at_terminal("read", GOOD, "other.txt")
    assert "\x1b[1;36mdeny" in seen
    assert "0/2" in seen or "1/2" in seen
    # The bar is wiped away before a ledger is printed: no line of it stays in between.
    assert not re.search(r"/2[^\n]*Harbour board", seen)


@pytest.mark.parametrize(("arguments", "environment"), [(("--no-color",), {}), ((), {"NO_COLOR": "1"})])
def test_no_colours_where_none_are_wanted(arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    seen = at_terminal("read", GOOD, *arguments, **environment)
    assert "Piet Oduya" in seen
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", seen)


def test_whoever_stops_listening_hears_no_complaint() -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "--format", "jsonl", *[GOOD] * 400],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(1) == b"{"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_standard_input() -> None:
    done = subprocess.run(
        [*COMMAND, "read", "-"], input=TEXT.encode(), capture_output=True, env=ENVIRONMENT, check=True
    )
    assert "rejects Brandt’s demand" in done.stdout.decode("utf-8")


def test_a_terminal_of_few_letters_gets_question_marks() -> None:
    few = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, "read", GOOD], capture_output=True, env=few, check=True)
    assert b"Brandt?s demand" in done.stdout
