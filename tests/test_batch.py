"""A batch: every report gives its ledger or its reason, in order, and nothing stops the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.batch import limits_of, read_reports
from sayso.errors import SaysoError, UnreadableReport
from sayso.ledger import Document, Ledger
from sayso.read import Failure, Given, Limits
from sayso.settings import Settings


def reading(document: Document) -> Ledger:
    if "will refuse" in document.text:
        raise UnreadableReport("the report refuses", "ask again")
    if "crash" in document.text:
        raise ZeroDivisionError("a defect")
    return Ledger((document,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Ana Quill said no.\n")
    (tmp_path / "refuse.txt").write_text("This will refuse.\n")
    (tmp_path / "crash.txt").write_text("This will crash.\n")
    rows = [json.dumps({"text": text}) for text in ("The first said so.", "This will refuse.", "The third said so.")]
    (tmp_path / "many.jsonl").write_text("\n".join([*rows, "no row"]) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "outcomes"),
    [
        ([], []),
        (["one.txt"], ["ledger"]),
        (["missing.txt", "one.txt"], ["UnreachableReport", "ledger"]),
        (["refuse.txt", "crash.txt", "one.txt"], ["UnreadableReport", "SaysoError", "ledger"]),
        (["many.jsonl", "one.txt"], ["ledger", "UnreadableReport", "ledger", "UnreadableReport", "ledger"]),
    ],
)
def test_each_report_gives_its_ledger_or_its_reason(folder: Path, names: list[str], outcomes: list[str]) -> None:
    sources = [str(folder / name) for name in names]
    found = list(read_reports(sources, reading, Given(), Limits()))
    assert [type(x.error).__name__ if isinstance(x, Failure) else "ledger" for x in found] == outcomes


def test_a_defect_names_the_report_and_keeps_its_cause(folder: Path) -> None:
    (failure,) = read_reports([str(folder / "crash.txt")], reading, Given(), Limits())
    assert isinstance(failure, Failure)
    assert "crash.txt" in failure.error.message
    assert "ZeroDivisionError: a defect" in failure.error.message
    assert isinstance(failure.error, SaysoError)
    assert isinstance(failure.error.__cause__, ZeroDivisionError)


def test_sources_are_taken_when_their_turn_comes(folder: Path) -> None:
    taken: list[int] = []

    def sources() -> object:
        for at in range(3):
            taken.append(at)
            yield str(folder / "one.txt")

    found = read_reports(sources(), reading, Given(), Limits())  # type: ignore[arg-type]
    next(found)
    assert taken == [0]
    assert len(list(found)) == 2


def test_what_the_user_says_reaches_the_document(folder: Path) -> None:
    (ledger,) = read_reports([str(folder / "one.txt")], reading, Given(publisher="The Tarn Courier"), Limits())
    assert isinstance(ledger, Ledger)
    assert ledger.documents[0].publisher == "The Tarn Courier"


def test_limits_are_the_deployments() -> None:
    limits = limits_of(Settings(max_bytes=7, timeout_s=2.5, max_redirects=1, allow_private=True))
    assert (limits.max_bytes, limits.timeout_s, limits.max_redirects, limits.allow_private) == (7, 2.5, 1, True)
