"""The options of fetching: what each one changes, and that one run keeps one pace and one WARC."""

from __future__ import annotations

from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso import batch
from sayso.cli import run
from sayso.ledger import Document, Ledger
from sayso.settings import Settings
from tests.read.fetch.server import ROBOTS, Server, serving


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def open_reading(_: Settings) -> batch.Reading:
        def reading(document: Document) -> Ledger:
            return Ledger((document,))

        return reading

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch, "open_reading", open_reading)
    return tmp_path


def test_what_the_options_say(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving() as server:
        server.robots = ROBOTS
        page, forbidden = f"{server.site}/page", f"{server.site}/private/page"
        asked = ["read", "--format", "jsonl", "--delay", "0", forbidden]
        assert run([*asked]) == 2
        assert "--allow-private" in capfd.readouterr().err
        assert run([*asked, "--allow-private"]) == 2
        assert "forbids reading" in capfd.readouterr().err
        assert run([*asked, page, "--allow-private", "--ignore-robots", "--warc", "run.warc.gz"]) == 0
        assert server.paths == ["/robots.txt", "/private/page", "/page"]
    with (folder / "run.warc.gz").open("rb") as file:
        kinds = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI")) for record in ArchiveIterator(file)
        ]
    assert kinds[1:] == [("response", forbidden), ("request", forbidden), ("response", page), ("request", page)]


def test_one_run_keeps_one_pace(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SAYSO_DELAY_S", "0.1")
    monkeypatch.setenv("SAYSO_ALLOW_PRIVATE", "yes")
    with serving() as server:
        assert run(["read", "--format", "jsonl", f"{server.site}/page", f"{server.site}/once"]) == 0
        assert server.paths == ["/robots.txt", "/page", "/once", "/page"]


def test_a_warc_that_cannot_be_written_is_told_of_first(capfd: pytest.CaptureFixture[str]) -> None:
    server: Server
    with serving() as server:
        assert run(["read", "--allow-private", "--warc", "no/run.warc", f"{server.site}/page"]) == 2
        assert not server.seen
    assert "no/run.warc cannot be written" in capfd.readouterr().err


def test_pages_that_a_file_leads_to_are_fetched_as_the_options_say(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sayso.batch.engines.open_reading", batch.open_reading)
    with serving() as server:
        server.robots = ROBOTS
        (folder / "list.txt").write_text(f"{server.site}/page\n{server.site}/private/page\n")
        said = ["--allow-private", "--ignore-robots", "--delay", "0"]
        assert run(["read", "--format", "jsonl", "list.txt", *said]) == 0
        assert server.paths == ["/page", "/private/page"]
        assert run(["add", "list.txt", "--engine", "pool", "--ledger", "new.db", *said]) in (0, 1)
        assert server.paths == ["/page", "/private/page"] * 2
