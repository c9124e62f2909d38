"""Which statement is meant: by id, by number, by words; several and none are errors that help."""

from __future__ import annotations

import pytest

from sayso.errors import SaysoError
from sayso.export.pointing import pointed
from sayso.export.sheet import sheets
from tests.sample import LEDGER

ENTRIES = sheets(LEDGER)[0].entries


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.number))
def test_by_number_and_by_id_and_its_beginning(entry: object) -> None:
    number, identity = entry.number, entry.statement.id  # type: ignore[attr-defined]
    for wanted in (str(number), identity, identity[:8], f"  {number} "):
        assert pointed([LEDGER], wanted).statement.id == identity


@pytest.mark.parametrize(
    ("wanted", "cue"),
    [
        ("open its books", "demanded"),
        ("OPEN ITS  BOOKS", "demanded"),
        ("playground had been shut", "pointed out"),
        ('"Not one lorry', "said"),
        ("tainted gravel to three", "claim"),
    ],
)
def test_by_words_of_the_content_or_the_cue(wanted: str, cue: str) -> None:
    found = pointed([LEDGER], wanted).statement
    assert found.cue is not None
    assert cue in found.cue.text


def test_several_are_listed() -> None:
    with pytest.raises(SaysoError, match=r"fits \d+ statements:\n  \d+ ") as problem:
        pointed([LEDGER], "the")
    assert "id" in problem.value.hint


def test_a_number_means_several_where_there_are_several_reports() -> None:
    with pytest.raises(SaysoError, match="fits 2 statements") as problem:
        pointed([LEDGER, LEDGER], "1")
    assert f" in {LEDGER.documents[0].title}" in problem.value.message


@pytest.mark.parametrize("wanted", ["no such words", "99", "s0000000000000000", "", "  ", "s"])
def test_none_says_how_to_list_them(wanted: str) -> None:
    with pytest.raises(SaysoError) as problem:
        pointed([LEDGER], wanted)
    assert "sayso read" in problem.value.hint or "fits" in problem.value.message
