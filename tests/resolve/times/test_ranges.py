"""Times that bound a stretch, and times that are left open on one side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.times import find_ranges, find_times

TUESDAY = date(2021, 12, 21)


def days(text: str, published: date | None = TUESDAY) -> list[str]:
    return [each.interval.edtf for each in find_ranges(text, find_times(text, published), published)]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("He sat in 1986 and 1991.", ["1986-01-01/1986-12-31", "1991-01-01/1991-12-31"]),
        ("He sat from 1991 to 1986.", ["1991-01-01/1991-12-31", "1986-01-01/1986-12-31"]),
        ("Closed since at least early 2019.", ["2019-01-01/.."]),
        ("Closed in 2019 or later.", ["2019-01-01/.."]),
        ("A paper from 2019.", ["2019-01-01/2019-12-31"]),
        ("Closed since Friday.", ["2021-12-17/.."]),
        ("He lay ill for three months.", []),
        ("Sales of the last three months of 2019.", ["2019-10-01/2019-12-31"]),
        ("Sales of the first 14 months of 2019.", ["2019-01-01/2019-12-31"]),
    ],
)
def test_where_a_time_stands(text: str, covered: list[str]) -> None:
    assert days(text) == covered


def test_without_a_day_of_publication() -> None:
    assert days("Closed since Friday, for the past three days and since 1997.", None) == ["1997-01-01/.."]


WORDS = [
    "since",
    "from",
    "1986",
    "to",
    "9999",
    "the",
    "past",
    "next",
    "99999999",
    "days",
    "months",
    "Friday",
    "0001",
    "-",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.none() | st.dates())
def test_days_are_in_order(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for each in find_ranges(text, find_times(text, published), published):
        first, last = each.interval.first, each.interval.last
        assert first is None or last is None or first <= last
