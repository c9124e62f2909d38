"""When two names are one person's."""

from __future__ import annotations

import pytest

from sayso.resolve.actors.names import acronym_of, is_same_person, shortness


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Jane Roe", "Jane Q. Roe", True),
        ("Jane Roe", "Jane Mary Roe", True),
        ("Tom Hale", "Tom Hale Jr.", True),
        ("Yuri Kovalenko", "Yuriy Kowalenko", True),
        ("José Núñez", "Jose Nunez", True),
        ("Омар Саид", "Omar Said", True),
        ("Leila al-Amin", "Leila Amin", True),
        ("Jane Roe", "Peter Roe", False),
        ("Jane Roe", "Jane Hale", False),
        ("Jane Roe", "Roe", False),
        ("Li Wei", "Li Na", False),
    ],
)
def test_is_same_person(one: str, other: str, is_same: bool) -> None:
    assert is_same_person(one, other) is is_same
    assert is_same_person(other, one) is is_same


@pytest.mark.parametrize(
    ("short", "full", "fit"),
    [
        ("Roe", "Jane Roe", 3),
        ("Jane", "Jane Roe", 2),
        ("Mary", "Jane Mary Roe", 1),
        ("Amin", "Leila al-Amin", 3),
        ("Kowalenko", "Yuri Kovalenko", 3),
        ("van Dijk", "Piet van Dijk", 3),
        ("Hale", "Jane Roe", 0),
        ("Jane Roe", "Roe", 0),
    ],
)
def test_shortness(short: str, full: str, fit: int) -> None:
    assert shortness(short, full) == fit


def test_acronym() -> None:
    assert acronym_of("Bureau of Public Roads") == "BPR"
