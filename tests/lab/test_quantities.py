"""The scorer of Recognizers-Text cases: what it reads, what it leaves out, what it calls right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lab import quantities
from lab.quantities import SELECTIONS, Case, Expected, Selection, cases, is_right, score, why_left_out

CURRENCY = next(selection for selection in SELECTIONS if selection.name == "currency")
NUMBER = next(selection for selection in SELECTIONS if selection.name == "number")


def case(text: str, *wanted: tuple[str, dict[str, Any]]) -> Case:
    return Case(text, tuple(Expected(text.index(w), text.index(w) + len(w), "", found) for w, found in wanted))


def written(root: Path, rows: list[dict[str, Any]]) -> Path:
    path = root / "NumberWithUnit" / "English" / "CurrencyModel.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(rows), encoding="utf-8-sig")
    return root


ROW = {
    "Input": "It cost $5 then.",
    "Context": {"ReferenceDateTime": "2020-02-03T00:00:00"},
    "NotSupported": "javascript, python",
    "Results": [
        {"Text": "$5", "Start": 8, "End": 9, "TypeName": "currency", "Resolution": {"value": "5", "unit": "Dollar"}}
    ],
}


def test_cases_are_read_with_half_open_offsets(tmp_path: Path) -> None:
    [found] = cases("NumberWithUnit/English/CurrencyModel", written(tmp_path, [ROW]))
    assert (found.reference, found.unsupported) == ("2020-02-03T00:00:00", ("javascript", "python"))
    [one] = found.expected
    assert (found.text[one.start : one.end], one.kind, one.resolution["value"]) == ("$5", "currency", "5")


def test_offsets_that_are_not_given_are_looked_up(tmp_path: Path) -> None:
    row = ROW | {"Results": [{"Text": "$5", "Resolution": {"value": "5"}}]}
    [found] = cases("NumberWithUnit/English/CurrencyModel", written(tmp_path, [row]))
    assert (found.expected[0].start, found.expected[0].end) == (8, 10)


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no cases at .*CurrencyModel.json\nhint"):
        cases("NumberWithUnit/English/CurrencyModel", tmp_path)


def test_what_is_left_out_has_a_reason() -> None:
    assert (
        why_left_out(case("It grew to 1.5e9 then."), NUMBER.left_out)
        == "an exponent, as programmers and calculators write it"
    )
    assert why_left_out(case("It grew to 1.5 billion then."), NUMBER.left_out) is None
    original = Case("It grew.", (), None, ("dotnet",))
    assert why_left_out(original, ()) == "the original does not read it"


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: selection.name)
def test_patterns_compile_and_reasons_are_given(selection: Selection) -> None:
    assert all(why and re.compile(pattern) for why, pattern in selection.left_out)


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("It cost about $5 million a year.", ("$5 million", {"value": "5000000", "unit": "Dollar"}), True),
        ("It cost $5 million or more.", ("$5 million", {"value": "5000000", "unit": "Dollar"}), True),
        ("It cost $3-5 million.", ("5 million", {"value": "5000000", "unit": "Dollar"}), True),
        ("It paid 12-cent-a-share.", ("12-cent", {"value": "12", "unit": "Cent"}), True),
        (
            "It cost 5 Turkish lira.",
            ("5 Turkish lira", {"value": "5", "unit": "Turkish lira", "isoCurrency": "TRY"}),
            True,
        ),
        ("It cost $5 million.", ("$5", {"value": "5", "unit": "Dollar"}), False),
        ("It cost $5 million.", ("$5 million", {"value": "5000000", "unit": "Euro", "isoCurrency": "EUR"}), False),
        ("It cost nothing.", ("nothing", {"value": "5", "unit": "Dollar"}), False),
    ],
)
def test_right_is_value_unit_and_offsets(text: str, wanted: tuple[str, dict[str, Any]], right: bool) -> None:
    assert is_right(case(text, wanted), CURRENCY.read(text)) is right


def test_what_nobody_asked_for_is_wrong_and_a_bare_unit_is_not_asked_for() -> None:
    assert not is_right(case("It cost $5."), CURRENCY.read("It cost $5."))
    assert is_right(
        case("The dollar fell.", ("dollar", {"value": None, "unit": "Dollar"})), CURRENCY.read("The dollar fell.")
    )


def test_the_score_counts_right_measured_and_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(tmp_path / "data" / "recognizers", [ROW, ROW | {"NotSupported": "dotnet"}]).parents[1]
    monkeypatch.setattr(quantities, "shared", lambda: root)
    assert score(CURRENCY) == (1, 1, 2)


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: selection.name)
def test_nine_in_ten_cases_are_right(shared: Path, selection: Selection) -> None:
    right, chosen, _ = score(selection)
    assert right >= 0.9 * chosen
