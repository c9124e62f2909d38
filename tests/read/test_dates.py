"""Dates of metadata: one day, or none where two are possible."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read import dates

DAY = date(2021, 12, 21)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-12-21", DAY),
        ("2021-12-21T23:30:00-05:00", DAY),
        ("2021-12-21T23:30:00.000Z", DAY),
        ("2021-12-21 10:00:00 UTC", DAY),
        ("2021-12-21T10:00:00+0000", DAY),
        ("20211221", DAY),
        ("20211221T101500Z", DAY),
        ("2021/12/21 10:00", DAY),
        ("Tue, 21 Dec 2021 10:00:00 GMT", DAY),
        ("21 Dec 2021", DAY),
        ("Dec. 21, 2021, 5:00 p.m. ET", DAY),
        ("Tuesday, December 21st, 2021", DAY),
        ("21.12.2021", DAY),
        ("12/21/2021", DAY),
        ("21/12/2021", DAY),
        (1640082000, DAY),
        ("1640082000", DAY),
        (1640082000000, DAY),
        (datetime(2021, 12, 21, 23, tzinfo=UTC), DAY),
        (DAY, DAY),
        ("03/04/2021", None),
        ("2021", None),
        ("2021-12", None),
        ("2021-W51", None),
        ("2021-13-41", None),
        ("2021-02-30", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
        (0, None),
        (True, None),
        (None, None),
        ([2021, 12, 21], None),
    ],
)
def test_the_day_of_a_value(value: object, day: date | None) -> None:
    assert dates.day_of(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/2021/12/21/ship-sale.html", DAY),
        ("https://post.example/world/2021/dec/21/ship-sale", DAY),
        ("https://post.example/2021-12-21/ship", DAY),
        ("https://post.example/2021/12/ship", None),
        ("https://post.example/article/20211221345", None),
        ("https://post.example/2021/99/21/x", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: date | None) -> None:
    assert dates.day_in_address(url) == day


@pytest.mark.parametrize(
    ("value", "url", "year"),
    [
        ("2021", None, 2021),
        ("2021-12", None, 2021),
        (2021, None, 2021),
        (None, "https://p.example/2020/x", 2020),
        ("x", None, None),
    ],
)
def test_the_year_in_metadata(value: object, url: str | None, year: int | None) -> None:
    assert dates.year_in(value, url) == year


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert dates.day_of(day.isoformat()) == day
    found = dates.written(f"HAVN, {day.strftime('%B')} {day.day}, {day.year} - The")
    assert found is not None
    assert found.on() == day


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    day = dates.day_of(text)
    assert day is None or day.year >= 1600
