"""Hours with the words of their zone, with a place, a bracket or a second hour before their day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.resolve.times import find_times
from sayso.resolve.times.zones import offset
from sayso.resolve.tokens import lex

PUBLISHED = date(2021, 12, 21)  # a Tuesday

# sentence | its times of day, and a length | their values
TABLE = """
The siren went at 0530 local time on Monday. | 0530 local time on Monday | 2021-12-20T05:30
The siren went at 10:15 a.m. Eastern time on Friday. | 10:15 a.m. Eastern time on Friday | 2021-12-17T10:15
The siren went at 3 p.m. Pacific Standard Time. | 3 p.m. Pacific Standard Time | 2021-12-21T15:00-08:00
The siren went at 2030 GMT on Monday. | 2030 GMT on Monday | 2021-12-20T20:30Z
The siren went on Monday at 0900 Greenwich Mean Time. | Monday at 0900 Greenwich Mean Time | 2021-12-20T09:00Z
The siren went at 9 p.m. in Kyiv on Monday. | 9 p.m. | 2021-12-20T21:00
The siren went at 2 a.m. in New York on Friday. | 2 a.m. | 2021-12-17T02:00
The siren went at 11.40pm Moscow time. | 11.40pm Moscow time | 2021-12-21T23:40
The siren went at noon Paris time on Monday. | noon Paris time on Monday | 2021-12-20T12:00
The siren went at 2 p.m. Central on Monday. | 2 p.m. Central on Monday | 2021-12-20T14:00
The siren went at 3 p.m. Central banks were shut. | 3 p.m. | 2021-12-21T15:00
The siren went at 23:50 UTC+3 on Monday. | 23:50 UTC+3 on Monday | 2021-12-20T23:50+03:00
The siren went at 14:00 GMT-03:30. | 14:00 GMT-03:30 | 2021-12-21T14:00-03:30
The siren went at 1500 hours on Monday. | 1500 hours on Monday | 2021-12-20T15:00
The siren went at 0530h. | 0530h | 2021-12-21T05:30
The siren went at 14.30 GMT. | 14.30 GMT | 2021-12-21T14:30Z
The siren went at 0755. | 0755 | 2021-12-21T07:55
The siren went at 7 a.m. (0500 GMT) on Monday. | 7 a.m. + 0500 GMT | 2021-12-20T07:00 + 2021-12-20T05:00Z
The siren went at 1 a.m. Tokyo time (1600 GMT). | 1 a.m. Tokyo time + 1600 GMT | 2021-12-21T01:00 + 2021-12-20T16:00Z
The siren went at 10 p.m. ET (0300 GMT). | 10 p.m. ET + 0300 GMT | 2021-12-21T22:00 + 2021-12-22T03:00Z
The siren went from 10 p.m. to 5 a.m. in Malta. | 10 p.m. + 5 a.m. | 2021-12-21T22:00 + 2021-12-22T05:00
The siren went from 10 p.m. to 5 a.m. on Monday. | 10 p.m. + 5 a.m. on Monday | None + 2021-12-20T05:00
The curfew ran between 2200 and 0500 local time. | 2200 + 0500 local time | 2021-12-21T22:00 + 2021-12-22T05:00
The store is open from 9 a.m. to 5 p.m. local time. | 9 a.m. + 5 p.m. local time | 2021-12-21T09:00 + 2021-12-21T17:00
The shift lasted 1500 hours. | 1500 hours | PT1500H
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "phrases", "values"), ROWS, ids=[row[0] for row in ROWS])
def test_an_hour_in_its_zone(sentence: str, phrases: str, values: str) -> None:
    times = [time for time in find_times(sentence, PUBLISHED) if time.type != "date"]
    assert " + ".join(time.text for time in times) == phrases
    assert " + ".join(str(time.value) for time in times) == values


@pytest.mark.parametrize("clock", ["25:00 local time", "2575 GMT", "14:00 UTC+19", "0961 Moscow time", "about 0.55"])
def test_an_hour_that_is_none_is_no_time(clock: str) -> None:
    assert find_times(f"The siren went at {clock}.", PUBLISHED) == ()


@pytest.mark.parametrize(
    ("zone", "suffix"),
    [
        ("GMT", "Z"),
        ("UTC+5:30", "+05:30"),
        ("UTC-0330", "-03:30"),
        ("GMT+15", None),
        ("Central European Summer Time", "+02:00"),
        ("Kyiv time", ""),
        ("local time", ""),
        ("hours GMT", "Z"),
    ],
)
def test_the_suffix_of_a_zone(zone: str, suffix: str | None) -> None:
    assert offset(lex(zone)) == suffix
