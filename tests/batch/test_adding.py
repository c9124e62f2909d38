"""Adding to a ledger: nothing lost, nothing twice, whatever stops it and whoever else adds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sayso.batch import FILES_OF_MANY
from sayso.batch.adding import Orders, Report, add
from sayso.batch.engines import Alone
from sayso.batch.rereading import reread
from sayso.batch.sources import expanded, place_of
from sayso.batch.workers import Outcome, Task
from sayso.errors import UnreadableReport
from sayso.ledger import Document, Ledger
from sayso.read import Failure, Given, Limits
from sayso.store import DocumentCard, Store

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]), "OMP_NUM_THREADS": "1"}


def reading(document: Document) -> Ledger:
    """In place of the network, for what does not hang on it."""
    if "refuse" in document.text:
        raise UnreadableReport("the report refuses", "ask again")
    return Ledger((document,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text("Ana Quill said no.\n")
    (folder / "deep" / "two.txt").write_text("Ana Quill said yes.\n")
    (folder / "empty.txt").write_text("")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    rows = [json.dumps({"text": f"The {at}th said so.", "id": at}) for at in range(6)]
    (folder / "many.jsonl").write_text("\n".join([*rows, "no row"]) + "\n")
    return folder


def added(folder: Path | Iterable[str], store: Store, engine: object = None, given: Given | None = None) -> Report:
    named = [str(folder)] if isinstance(folder, Path) else folder
    orders = Orders(given or Given(), Limits(), "1", FILES_OF_MANY)
    return add(expanded(named), store, engine or Alone(reading), orders)  # type: ignore[arg-type]


def test_a_folder_is_read_once(folder: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "sayso.db") as store:
        first = added(folder, store)
        assert (first.read, first.known) == (8, 0)
        assert sorted(Path(failure.where).name for failure in first.skipped) == [
            "empty.txt",
            "many.jsonl:7",
            "photo.jpg",
        ]
        assert {Path(place).name for place, _, _ in store.skipped()} == {"empty.txt", "many.jsonl:7", "photo.jpg"}
        before = store.ledger(), store.stats()
        again = added(folder, store)
        assert (again.read, again.known) == (0, 8)
        assert (store.ledger(), store.stats()) == before


def test_what_can_be_read_at_last_is_skipped_no_more(folder: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "sayso.db") as store:
        added(folder, store)
        (folder / "empty.txt").write_text("Ana Quill said nothing.")
        assert added(folder, store).read == 1
        assert "empty.txt" not in str(store.skipped())


class _Stopped:
    """An engine that is stopped after so many tasks."""

    def __init__(self, after: int) -> None:
        self.after = after

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Outcome]]:
        for at, outcomes in enumerate(Alone(reading).answers(tasks)):
            if at == self.after:
                raise KeyboardInterrupt
            yield outcomes


def test_a_file_of_many_goes_on_where_it_was_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.batch.adding._ENTRIES", 2)
    with Store(tmp_path / "sayso.db") as store:
        with pytest.raises(KeyboardInterrupt):
            added([str(folder / "many.jsonl")], store, _Stopped(4))
        assert store.stats().documents == 4
        report = added([str(folder / "many.jsonl")], store)
        assert (report.read, report.known) == (2, 4)
        assert store.stats().documents == 6


def test_the_same_bytes_with_another_date_are_read_again(folder: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "sayso.db") as store:
        one = [str(folder / "one.txt")]
        added(one, store)
        assert added(one, store, given=Given(publisher="The Tarn Courier")).read == 1
        (document,) = store.each("documents")
        assert document.publisher == "The Tarn Courier"
        card = store.show(document.id)
        assert isinstance(card, DocumentCard)
        assert len(card.appearances) == 2


def test_which_columns_are_meant_makes_an_intake_another(tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("Body,Note,Day\nAna Quill said no.,A note.,2021-03-04\n")
    body, day, note = ("text", "Body"), ("published", "Day"), ("text", "Note")
    with Store(tmp_path / "sayso.db") as store:
        counts = [
            (report.read, report.known)
            for fields in ((body, day), (day, body), (note,), (body, day))
            for report in [added([str(table)], store, given=Given(fields=fields))]
        ]
        assert counts == [(1, 0), (0, 1), (1, 0), (0, 1)]
        assert {(one.text, one.published and one.published.isoformat()) for one in store.each("documents")} == {
            ("Ana Quill said no.", "2021-03-04"),
            ("A note.", None),
        }


def test_reading_anew(folder: Path, tmp_path: Path) -> None:
    told: list[str] = []
    with Store(tmp_path / "sayso.db") as store:
        added(folder, store)
        ids = store.outdated("2")
        assert len(ids) == 8
        assert reread(ids, store, Alone(reading), "2", lambda place, _: told.append(place)) == []
        assert store.outdated("2") == []
    assert len(told) == 8


def test_sources_are_files_each_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = list(
        expanded(["one.txt", "*.txt", str(folder / "one.txt"), "nothing*", "deep", "-", "https://a.example/x"])
    )
    told = [source.where if isinstance(source, Failure) else source for source in found]
    assert told == ["one.txt", "empty.txt", "nothing*", "deep/two.txt", "-", "https://a.example/x"]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a/b.txt", "{here}/a/b.txt"),
        ("https://q.example/a#b", "https://q.example/a#b"),
        ("a/news.warc.gz#https://q.example/1", "{here}/a/news.warc.gz#https://q.example/1"),
        ("note #1.txt", "{here}/note #1.txt"),
        ("-", "-"),
    ],
)
def test_a_place_is_called_the_same_from_wherever_it_is_named(source: str, place: str) -> None:
    assert place_of(source) == place.format(here=Path.cwd())


def test_what_belongs_to_the_ledger_is_no_report(tmp_path: Path) -> None:
    names = (
        "a.txt",
        "my.db",
        "my.db-wal",
        "my.db.0001.backup",
        "my.db.warc/run.warc.gz",
        "my.db.txt",
        "my.db-notes.txt",
    )
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Ana Quill said no.")
    ledger = tmp_path / "my.db"
    found = [Path(str(one)).name for one in expanded([str(tmp_path), str(tmp_path / "*")], ledger)]
    assert found == ["a.txt", "my.db-notes.txt", "my.db.txt"]
    (named,) = expanded([str(ledger)], ledger)
    assert named == str(ledger)


# --- The whole command, with the network

NAMES = ("Ana Quill", "Bo Tarn", "Cy Lund", "Di Marsh", "Ed Firth", "Flo Garth", "Gus Holm", "Ida Kelp")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "short"
    folder.mkdir()
    for at, name in enumerate(NAMES):
        text = f"Mayor {name} denied on Monday that the quay had sunk. “Not one stone moved,” {name} told the council."
        (folder / f"{at}.txt").write_text(text)
    return folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sayso", *arguments]


def exported(ledger: Path) -> bytes:
    return subprocess.run(
        command("export", "--ledger", str(ledger)), env=ENVIRONMENT, check=True, capture_output=True
    ).stdout


def test_killed_and_begun_again_and_two_at_once_end_in_the_same_ledger(reports: Path, tmp_path: Path) -> None:
    quiet, killed, shared = (tmp_path / f"{name}.db" for name in ("quiet", "killed", "shared"))
    subprocess.run(command("add", str(reports), "--ledger", str(quiet)), env=ENVIRONMENT, check=True)
    for wait in (0.6, 1.6, None):
        with subprocess.Popen(command("add", str(reports), "--ledger", str(killed)), env=ENVIRONMENT) as process:
            if wait is not None:
                time.sleep(wait)
                process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    both = [subprocess.Popen(command("add", str(reports), "--ledger", str(shared)), env=ENVIRONMENT) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    expected = exported(quiet)
    assert len(json.loads(expected)["statements"]) >= len(NAMES)
    assert exported(killed) == expected
    assert exported(shared) == expected
