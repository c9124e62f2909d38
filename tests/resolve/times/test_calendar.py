"""Arithmetic on TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.resolve.times.calendar import (
    date_near,
    duration,
    first_day,
    grain,
    month_near,
    unit_value,
    vague_duration,
    weekday_near,
)

DAY = date(2021, 12, 21)  # a Tuesday


@pytest.mark.parametrize(
    ("unit", "steps", "value"),
    [
        ("day", -1, "2021-12-20"),
        ("week", -1, "2021-W50"),
        ("week", 2, "2022-W01"),
        ("weekend", 0, "2021-W51-WE"),
        ("month", 1, "2022-01"),
        ("month", -12, "2020-12"),
        ("quarter", -1, "2021-Q3"),
        ("year", -4, "2017"),
        ("decade", 0, "202"),
        ("decade", -3, "199"),
        ("century", -1, "19"),
        ("year", -5000, None),
        ("day", 10**9, None),
        ("parsec", 1, None),
    ],
)
def test_a_unit_so_many_away(unit: str, steps: int, value: str | None) -> None:
    assert unit_value(DAY, unit, steps) == value


@pytest.mark.parametrize(
    ("value", "day", "unit"),
    [
        ("2021", date(2021, 1, 1), "year"),
        ("2021-12", date(2021, 12, 1), "month"),
        ("2021-12-21", DAY, "day"),
        ("2021-12-21T14:30", DAY, "day"),
        ("2021-W50", date(2021, 12, 13), "week"),
        ("2021-W50-WE", date(2021, 12, 13), "week"),
        ("2021-Q3", date(2021, 7, 1), "quarter"),
        ("2021-H2", date(2021, 7, 1), "half"),
        ("2021-SU", date(2021, 6, 1), "season"),
        ("P3M", None, None),
        ("PAST_REF", None, None),
        ("2021-13", None, "month"),
    ],
)
def test_first_day_and_grain(value: str, day: date | None, unit: str | None) -> None:
    assert (first_day(value), grain(value)) == (day, unit)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "month", "P3M"),
        (48, "hour", "PT48H"),
        (2.5, "year", "P2Y6M"),
        (5.5, "hour", "PT5H30M"),
        (2, "decade", "P20Y"),
        (1, "fortnight", "P2W"),
        (1e30, "day", None),
        (1, "league", None),
    ],
)
def test_durations(count: float, unit: str, value: str | None) -> None:
    assert duration(count, unit) == value


def test_vague_durations() -> None:
    assert [vague_duration(unit) for unit in ("month", "hour", "decade", "league")] == ["PXM", "PTXH", "PXDE", None]


def test_weekdays_look_back_or_ahead_and_take_the_day_itself() -> None:
    assert weekday_near(DAY, 1, False) == weekday_near(DAY, 1, True) == DAY
    assert weekday_near(DAY, 4, False) == date(2021, 12, 17)
    assert weekday_near(DAY, 4, True) == date(2021, 12, 24)
    assert weekday_near(DAY, 1, True, is_strict=True) == date(2021, 12, 28)
    assert weekday_near(date(1, 1, 1), 6, False) is None


@pytest.mark.parametrize(
    ("day", "month", "is_future", "value"),
    [
        (DAY, 11, None, "2021-11"),
        (DAY, 12, False, "2021-12"),
        (DAY, 1, True, "2022-01"),
        (DAY, 1, False, "2021-01"),  # the running year is meant without being named
        (date(2022, 1, 4), 2, False, "2022-02"),  # not eleven months ago in another year
        (date(1, 1, 1), 12, False, None),
    ],
)
def test_a_month_without_a_year(day: date, month: int, is_future: bool | None, value: str | None) -> None:
    assert month_near(day, month, is_future) == value


@pytest.mark.parametrize(
    ("day", "month", "number", "is_future", "weekday", "value"),
    [
        (DAY, 12, 10, False, None, "2021-12-10"),
        (DAY, 1, 6, False, None, "2021-01-06"),
        (DAY, 1, 10, True, None, "2022-01-10"),
        (date(2022, 1, 4), 1, 14, False, None, "2022-01-14"),
        (DAY, 12, 27, False, 0, "2021-12-27"),  # a Monday in this year only
        (DAY, 2, 29, False, None, "2020-02-29"),
        (DAY, 2, 30, False, None, None),
    ],
)
def test_a_date_without_a_year(
    day: date, month: int, number: int, is_future: bool, weekday: int | None, value: str | None
) -> None:
    assert date_near(day, month, number, is_future, weekday) == value
