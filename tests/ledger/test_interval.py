"""The days of a TIMEX3 value, and its form in EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Interval, Span, Timex
from sayso.ledger.interval import edtf, interval


@pytest.mark.parametrize(
    ("value", "days", "written"),
    [
        ("2021-12-21", "2021-12-21", "2021-12-21"),
        ("2021-12", "2021-12-01/2021-12-31", "2021-12"),
        ("2020-02", "2020-02-01/2020-02-29", "2020-02"),
        ("2021", "2021-01-01/2021-12-31", "2021"),
        ("199", "1990-01-01/1999-12-31", "199X"),
        ("18", "1800-01-01/1899-12-31", "18XX"),
        ("2021-W51", "2021-12-20/2021-12-26", "2021-12-20/2021-12-26"),
        ("2021-W51-WE", "2021-12-25/2021-12-26", "2021-12-25/2021-12-26"),
        ("2021-Q4", "2021-10-01/2021-12-31", "2021-36"),
        ("2021-H2", "2021-07-01/2021-12-31", "2021-41"),
        ("2021-SU", "2021-06-01/2021-08-31", "2021-22"),
        ("2021-WI", "2021-12-01/2022-02-28", "2021-24"),
        ("2021-12-21T14:30", "2021-12-21", "2021-12-21T14:30:00"),
        ("2021-12-21T14:30Z", "2021-12-21", "2021-12-21T14:30:00Z"),
        ("2021-12-21T14:30:05-05:00", "2021-12-21", "2021-12-21T14:30:05-05:00"),
        ("2021-12-21T24:00", "2021-12-21", "2021-12-22T00:00:00"),
        ("2021-12-21TNI", "2021-12-21", "2021-12-21"),
    ],
)
def test_values_of_the_calendar(value: str, days: str, written: str) -> None:
    covered = interval(value)
    assert covered is not None
    assert (covered.edtf, edtf(value)) == (days, written)


@pytest.mark.parametrize(
    "value",
    [None, "", "P3M", "PT48H", "PAST_REF", "XXXX-WXX-2", "2021-13", "2021-02-30", "2021-W54", "0000", "9999-WI"],
)
def test_no_days(value: str | None) -> None:
    assert (interval(value), edtf(value)) == (None, None)


def test_open_sides() -> None:
    assert Interval(date(1997, 1, 1), None).edtf == "1997-01-01/.."
    assert Interval(None, date(1997, 1, 1)).edtf == "../1997-01-01"


@pytest.mark.parametrize(
    ("text", "kind", "value", "written"),
    [
        ("Tuesday", "date", "2021-12-21", "2021-12-21"),
        ("nearly five years ago", "date", "2016", "2016~"),
        ("about 10 a.m.", "time", "2021-12-21T10:00", "2021-12-21T10:00:00"),
        ("every year", "set", "P1Y", None),
        ("three months", "duration", "P3M", None),
        ("Friday", "date", None, None),
    ],
)
def test_a_time_in_edtf(text: str, kind: str, value: str | None, written: str | None) -> None:
    assert Timex(Span.of(text, 0, len(text)), kind, value).edtf == written  # type: ignore[arg-type]


@given(st.text(alphabet="0123456789-WQHTSPUX:Z", max_size=12))
def test_anything_is_days_in_order_or_none(value: str) -> None:
    days = interval(value)
    assert days is None or (days.first is not None and days.last is not None and days.first <= days.last)
    assert (edtf(value) is None) == (days is None)
