"""`sayso watch --once` as cron has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.batch import engines
from sayso.batch.one import Reading
from sayso.cli import run
from sayso.ledger import Document, Ledger
from sayso.settings import Settings
from sayso.store import Store
from tests.read.fetch.server import rss, serving


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def open_reading(_: Settings) -> Reading:
        def reading(document: Document) -> Ledger:
            return Ledger((document,))

        return reading

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engines, "open_reading", open_reading)
    return tmp_path


def test_once_for_cron(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving() as server:
        server.feed = rss((f"{server.site}/page", "19"), (f"{server.site}/text", "20"))
        (folder / "press.opml").write_text(
            f'<opml><body><outline xmlUrl="{server.site}/feed"/><outline xmlUrl="{server.site}/broken"/></body></opml>'
        )
        asked = ["watch", "press.opml", "--once", "--allow-private", "--delay", "0", "--warc", "run.warc.gz"]
        assert run(asked) == 1
        printed = capfd.readouterr()
        assert printed.out == f"{server.site}/feed: 2 read, 0 already there\n"
        assert "/broken answered 503" in printed.err
        assert run(["watch", f"{server.site}/feed", "--once", "--allow-private", "--delay", "0"]) == 0
        assert capfd.readouterr().out == f"{server.site}/feed: 0 read, 0 already there\n"
    with Store("sayso.db") as store:
        assert store.stats().documents == 2
    assert (folder / "run.warc.gz").exists()
    # Where no file is named it lies beside the ledger; a run that fetches nothing makes none.
    assert len(list((folder / "sayso.db.warc").iterdir())) == 1


def test_a_warc_lies_beside_the_ledger(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Mayor Ana Quill said no.")
    assert run(["add", "a.txt"]) == 0
    assert not (folder / "sayso.db.warc").exists()
    with serving() as server:
        asked = ["add", f"{server.site}/page", "--allow-private", "--delay", "0"]
        assert run(asked) == 0
        (warc,) = (folder / "sayso.db.warc").iterdir()
        with warc.open("rb") as file:
            kinds = [record.rec_type for record in ArchiveIterator(file)]
        assert kinds.count("response") == 2  # robots.txt and the page
        monkeypatch.setenv("SAYSO_WARC", "false")
        assert run([*asked[:-3], "--ledger", "other.db", *asked[-3:]]) == 0
    assert not (folder / "other.db.warc").exists()
    capfd.readouterr()
    # What lies beside a ledger is no report of the folder.
    assert run(["add", "."]) == 1
    told = capfd.readouterr()
    assert "other.db: no kind of report" in told.err
    assert "sayso.db" not in told.err


def test_a_list_without_feeds(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "no.opml").write_text("<opml/>")
    assert run(["watch", "no.opml", "--once"]) == 2
    assert "no.opml names no feed" in capfd.readouterr().err
    assert not (folder / "sayso.db").exists()
