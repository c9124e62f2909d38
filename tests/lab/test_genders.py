"""Which given names tell a gender: those of one alone, long enough, that the hand-made table has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab import genders

# name, share of its gender in per cent, of the Census' two lists
MALE = ("TOLVIN 0.5", "SANDRY 0.1", "MERREL 0.99", "LI 0.2")
FEMALE = ("ORSELLA 0.3", "SANDRY 0.2", "MERREL 0.01", "BRIMMA 0.1")


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    for sort, lines in (("male", MALE), ("female", FEMALE)):
        told = "".join(f"{line}  1.0  1\n" for line in lines)
        (tmp_path / f"dist.{sort}.first").write_text(told, encoding="ascii")
    return tmp_path


def test_the_census_tells_a_gender_where_nearly_all_have_it(counted: Path) -> None:
    assert set(genders.census(counted)) == {
        ("Tolvin", "m"), ("Orsella", "f"), ("Sandry", "m"), ("Sandry", "f"), ("Merrel", "m"), ("Li", "m"),
        ("Brimma", "f"),
    }  # fmt: skip


def test_the_table_has_the_names_on_which_the_lists_agree(counted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [("Tolvin", "m"), ("Brimma", "m"), ("Querida", "f"), ("Ann-Bo", "f"), ("Mary", "f")]
    monkeypatch.setattr(genders, "faker", lambda: iter(told))
    assert genders.table(counted) == [
        ("f", "Faker", "Querida"),
        ("f", "US Census 1990", "Orsella"),
        ("m", "US Census 1990", "Merrel|Tolvin"),
    ]


def test_the_table_that_ships_has_no_name_for_both() -> None:
    rows = [line.rsplit(",", 1)[1].split("|") for line in genders.TABLE.read_text("utf-8").splitlines()[1:]]
    names = [name for row in rows for name in row]
    assert len(names) == len(set(names))
    assert min(map(len, names)) >= 5
