"""`sayso explain` as a shell has it, with the network: text, JSON by its schema, errors that help."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import sayso
from sayso.cli import run
from sayso.cli.places import Places
from sayso.ledger import Document, Piece, Place, Span

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = """The mayor of Callao, Rosa Quispe, on Monday accused the port company of hiding an oil spill.
The company denied the accusation. “We hid nothing,” it said.

The harbour master said that the gate would close.
"""


@pytest.fixture(autouse=True)
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def validator() -> Draft202012Validator:
    forms = {
        name: json.loads((DOCS / name).read_text("utf-8")) for name in ("ledger.schema.json", "explanation.schema.json")
    }
    registry = Registry().with_resources((name, Resource.from_contents(form)) for name, form in forms.items())
    return Draft202012Validator(forms["explanation.schema.json"], registry=registry)


def test_text_tells_who_which_act_when_and_what_answers(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "report.txt", "1", "--published", "2021-12-21", "--width", "100"]) == 0
    printed = capfd.readouterr()
    for words in (
        "1 allege  Rosa Quispe",
        "“The mayor of Callao, Rosa Quispe” (line 1, 0–32)",
        "the word of saying, by the table of cues: allege",
        "the report: ",
        "counted from the day of publication, 2021-12-21",
        "2 denies 1",
        "The numbers are log odds",
    ):
        assert words in printed.out
    assert printed.err == ""
    assert "\x1b" not in printed.out
    assert not any(line.endswith(" ") for line in printed.out.splitlines())


def test_json_has_the_published_form(capfd: pytest.CaptureFixture[str]) -> None:
    for wanted in ("1", "2", "the gate would close"):
        assert run(["explain", "report.txt", *wanted.split(), "--format", "json"]) == 0
        form = json.loads(capfd.readouterr().out)
        validator().validate(form)
        assert {row["about"] for row in form["decisions"]} >= {"who", "act", "when", "confidence", "parent"}


def test_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "report.txt", "2", "-o", "why.txt"]) == 0
    assert capfd.readouterr().out == ""
    assert "deny" in (tmp_path / "why.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report.txt", "the"], "fits"),
        (["report.txt", "99"], "no statement fits '99'"),
        (["absent.txt", "1"], "absent.txt"),
        (["report.txt"], "STATEMENT"),
    ],
)
def test_errors_end_with_code_2_and_a_hint(arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *arguments]) == 2
    told = capfd.readouterr().err
    assert words in told
    assert "hint:" in told


def test_the_python_function_gives_frozen_values_that_add_up(report: Path) -> None:
    told = sayso.explain(report, 2, published=date(2021, 12, 21))
    assert isinstance(told, sayso.Explanation)
    assert told.statement.act == "deny"
    act = told.of("act")
    assert act is not None
    assert (act.probability or 0.0) > 0.5
    assert [reason.added for reason in act.reasons] == sorted((r.added or 0 for r in act.reasons), reverse=True)
    with pytest.raises(AttributeError):
        told.statement_id = "another"  # type: ignore[misc]


def test_the_confidence_is_the_sum_of_its_evidence(report: Path) -> None:
    from math import exp

    told = sayso.explain(report, 1).of("confidence")
    assert told is not None
    odds = sum(reason.added or 0.0 for reason in told.reasons)
    assert 1 / (1 + exp(-odds)) == pytest.approx(told.probability, abs=0.05)


def test_places_are_lines_of_a_file_and_paragraphs_of_a_page() -> None:
    text = "one\ntwo\n\nthree"
    span = Span.of(text, 9, 14)
    assert Places(Document(text)).of(span) == "line 4, 9–14"
    assert Places(Document(text, pieces=(Piece(0, len(text), 40),))).of(span) == "paragraph 3, 9–14"
    printed = Document(text, places=(Place(9, 5, 7, (0.0, 0.0, 1.0, 1.0)),))
    assert Places(printed).of(span) == "page 7, line 4, 9–14"
