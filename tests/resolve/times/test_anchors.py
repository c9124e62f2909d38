"""What each phrase is worth where the day of publication is known, and where it is not."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.resolve.times import find_ranges, find_times

from .test_phrases import PUBLISHED, ROWS

# sentence | phrase | value on Friday 14 October 2022 | value without that day: "=" the same, "-" none.
TABLE = """
The clerk resigned on Friday. | Friday | 2022-10-14 | -
The clerk will resign on Friday. | Friday | 2022-10-14 | -
The clerk resigned last Friday. | last Friday | 2022-10-07 | -
The clerk will resign next Friday. | next Friday | 2022-10-21 | -
The clerk resigned on Saturday. | Saturday | 2022-10-08 | -
The clerk will resign on Saturday. | Saturday | 2022-10-15 | -
The clerk announced the plan on Saturday. | Saturday | 2022-10-08 | -
The clerk plans to resign on Saturday. | Saturday | 2022-10-15 | -
The clerk asked them to resign on Saturday. | Saturday | 2022-10-15 | -
Saturday's hearing will be brief. | Saturday | 2022-10-15 | -
Saturday's hearing was brief. | Saturday | 2022-10-08 | -
The clerk resigned late last week. | late last week | 2022-W40 | -
The clerk will resign next week, on Wednesday. | next week, on Wednesday | 2022-10-19 | -
The clerk resigned earlier this week on Monday. | earlier this week on Monday | 2022-10-10 | -
The clerk resigned two weeks ago Sunday. | two weeks ago Sunday | 2022-09-25 | -
The clerk resigned three days ago, Tuesday. | three days ago, Tuesday | 2022-10-11 | -
The clerk resigned three days ago, Sunday. | three days ago, Sunday | None | -
The clerk resigned on Monday, two weeks ago. | Monday, two weeks ago | 2022-10-03 | -
The clerk will resign Monday two weeks from now. | Monday two weeks from now | 2022-10-31 | -
The clerk resigned two weeks and three days ago. | two weeks and three days ago | 2022-09-27 | -
The clerk resigned a year and two months ago. | a year and two months ago | 2021-08 | -
The clerk will resign in two weeks' time. | two weeks | 2022-W43 | -
The clerk will resign in a year's time. | a year | 2023 | -
The clerk will resign by the end of today. | the end of today | 2022-10-14 | -
The clerk slept little in the past 48 hours. | the past 48 hours | PT48H | =
The clerk slept little in the past decade. | the past decade | P10Y | =
The pause will last three weeks. | three weeks | P3W | =
The pause may last several days. | several days | PXD | =
The pause took some days. | some days | PXD | =
The pause took a year and a half. | a year and a half | P1Y6M | =
The pause took a year and a quarter. | a year and a quarter | P1Y3M | =
The pause took one second. | one second | PT1S | =
The pause took two and a half decades. | two and a half decades | P25Y | =
The pause took the coming three quarters. | the coming three quarters | P9M | =
The budget for fiscal 2022 fell. | fiscal 2022 | 2022 | =
The budget for the fiscal year 2022 fell. | the fiscal year 2022 | 2022 | =
The budget fell in the second quarter of 2021. | the second quarter of 2021 | 2021-Q2 | =
The budget fell in the second quarter. | the second quarter | 2022-Q2 | -
The budget fell in the second half of the month. | half of the month | 2022-10 | -
The budget fell in 2021 Q2. | 2021 Q2 | 2021-Q2 | =
The budget fell in Q2. | Q2 | 2022-Q2 | -
The budget fell in the year to date. | the year to date | 2022 | -
The budget fell in the third month of 2021. | the third month of 2021 | 2021-03 | =
The budget fell in the ninth month of last year. | the ninth month of last year | 2021-09 | -
The budget fell in the summer of 2021. | the summer of 2021 | 2021-SU | =
The budget fell last winter. | last winter | 2021-WI | -
The budget is the largest to date. | to date | PRESENT_REF | -
The budget is right now too small. | right now | PRESENT_REF | -
The budget is at the present time too small. | the present time | PRESENT_REF | -
The gate opens at 14:30 GMT. | 14:30 GMT | 2022-10-14T14:30Z | -
The gate opened at 9 a.m. CET on Thursday. | 9 a.m. CET on Thursday | 2022-10-13T09:00+01:00 | -
The gate opened at 9 a.m. EST on 3 May 2021. | 9 a.m. EST on 3 May 2021 | 2021-05-03T09:00-05:00 | =
The gate opened at eight o'clock on 3 May 2021. | eight o'clock on 3 May 2021 | 2021-05-03T08:00 | =
The gate opened on Tuesday the 11th at 9 a.m. sharp. | Tuesday the 11th at 9 a.m. | 2022-10-11T09:00 | -
The gate opens every Tuesday. | every Tuesday | XXXX-WXX-2 | =
The gate opens every Tuesday at 9 a.m. | every Tuesday at 9 a.m. | XXXX-WXX-2T09:00 | =
The gate opens at 9 a.m. every day. | 9 a.m. every day | XXXX-XX-XXT09:00 | =
The gate opens daily at 7:15 p.m. | daily at 7:15 p.m. | XXXX-XX-XXT19:15 | =
The gate opens Mondays at noon. | Mondays at noon | XXXX-WXX-1T12:00 | =
The gate opens at eight o'clock in the evening. | eight o'clock in the evening | 2022-10-14T20:00 | -
The gate opens at 4 in the morning on Monday. | 4 in the morning on Monday | 2022-10-17T04:00 | -
The gate opened some years ago. | some years ago | PAST_REF | -
The gate opens on weekends. | weekends | XXXX-WXX-WE | =
The gate opens in the mornings. | the mornings | XXXX-XX-XXTMO | =
The gate opens three times a week. | three times a week | P1W | =
The gate opens once every year. | once every year | P1Y | =
The rent is paid quarterly. | quarterly | P3M | =
It was signed on 05-Aug-2016. | 05-Aug-2016 | 2016-08-05 | =
It was signed on 2016-Aug-05. | 2016-Aug-05 | 2016-08-05 | =
It was signed in Dec-2018. | Dec-2018 | 2018-12 | =
It was signed in Dec, 2018. | Dec, 2018 | 2018-12 | =
It was signed in the last days of Jan. | Jan. | 2022-01 | -
It was signed on Labor Day weekend. | Labor Day weekend | 2022-W35-WE | -
It was signed on the weekend of Thanksgiving 2021. | the weekend of Thanksgiving 2021 | 2021-W47-WE | =
It was signed over Easter weekend. | Easter weekend | 2022-W15-WE | -
It was signed in April of 2019. | April of 2019 | 2019-04 | =
"""
DATED = date(2022, 10, 14)
ANCHORED = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "phrase", "dated", "undated"), ANCHORED, ids=[row[0] for row in ANCHORED])
def test_with_and_without_a_day_of_publication(sentence: str, phrase: str, dated: str, undated: str) -> None:
    wanted = {DATED: dated, None: {"=": dated, "-": "None"}[undated]}
    for published, value in wanted.items():
        found = {time.text: str(time.value) for time in find_times(sentence, published)}
        assert found.get(phrase) == value, found


@pytest.mark.parametrize("sentence", [row[0] for row in ROWS])
def test_only_what_hangs_on_publication_is_lost_without_it(sentence: str) -> None:
    dated, undated = find_times(sentence, PUBLISHED), find_times(sentence, None)
    assert [time.text for time in undated] == [time.text for time in dated]
    for one, other in zip(dated, undated, strict=True):
        assert other.value == (None if one.anchor == "published" else one.value)


@pytest.mark.parametrize(
    ("sentence", "covered"),
    [
        ("It runs from September to November.", "2022-09-01/2022-11-30"),
        ("It will run from September to November.", "2022-09-01/2022-11-30"),
        ("It will run from October 3 to October 21.", "2022-10-03/2022-10-21"),
        ("It will run from October 3 to 21.", "2022-10-03/2022-10-21"),
        ("It ran from September 27 to the third.", "2022-09-27/2022-10-03"),
        ("It ran from the ninth to the twelfth of October.", "2022-10-09/2022-10-12"),
        ("It ran from the 29th of August till the 3rd of September.", "2022-08-29/2022-09-03"),
        ("It ran from November to February.", "2021-11-01/2022-02-28"),
        ("It lay there between June and August last year.", "2021-06-01/2021-08-31"),
        ("It lay there in 2014-18.", "2014-01-01/2018-12-31"),
        ("It is closed from Friday until Monday.", "2022-10-14/2022-10-17"),
        ("Sales of the three months to June 2021 fell.", "2021-04-01/2021-06-30"),
        ("Sales of the year ended September 30 fell.", "2021-10-01/2022-09-30"),
        ("Sales will fall in the first half of next year.", "2023-01-01/2023-06-30"),
        ("Sales fell in the second half of the year.", "2022-07-01/2022-12-31"),
        ("It lies before the end of May 2021.", "../2021-05-31"),
        ("It lies after the beginning of May 2021.", "2021-05-01/.."),
        ("It starts as early as next week.", "2022-10-17/.."),
        ("It must end no later than Saturday.", "../2022-10-15"),
        ("It was built later than 2018.", "2019-01-01/.."),
        ("It was built earlier than 2018.", "../2017-12-31"),
        ("It was built prior to May 2018.", "../2018-04-30"),
        ("It rose in the year to date.", "2022-01-01/2022-10-14"),
        ("It rose from March to date.", "2022-03-01/2022-10-14"),
        ("It rose in the first ten days of October.", "2022-10-01/2022-10-10"),
        ("It rose in the last two weeks of 2021.", "2021-12-18/2021-12-31"),
        ("It was open before 4 p.m. on Monday.", "../2022-10-10"),
        ("It was open after 4 p.m. on Monday.", "2022-10-10/.."),
    ],
)
def test_stretches(sentence: str, covered: str) -> None:
    found = [each.interval.edtf for each in find_ranges(sentence, find_times(sentence, DATED), DATED)]
    assert covered in found


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Open from 2 to 4 p.m. on Monday.", ["2022-10-10T14:00", "2022-10-10T16:00"]),
        ("Open on Monday from 11 to 1 p.m. only.", ["2022-10-10", "2022-10-10T11:00", "2022-10-10T13:00"]),
        ("Open between 9:30 and 11 a.m. Monday.", ["2022-10-10T09:30", "2022-10-10T11:00"]),
        ("Open between 9 and 11 boats.", []),
    ],
)
def test_the_second_hour_tells_half_and_day_of_the_first(sentence: str, values: list[str]) -> None:
    assert [time.value for time in find_times(sentence, DATED)] == values


@pytest.mark.parametrize(
    "sentence",
    [
        "2015-1-32 is no day.",
        "They sent 2000 parcels.",
        "They led in the second half.",
        "It is hard to date the ruins.",
        "An everyday matter, and the quarterly dividend.",
        "Jan, 25, smiled at Jan Veld.",
        "Some days were worse, and some months later it rained.",
        "It bit 4 in the morning, an everyday-dish of the quarterly and annual reports.",
        "He has had three sleepless nights on weekend duty.",
    ],
)
def test_no_dates(sentence: str) -> None:
    assert [time.value for time in find_times(sentence, DATED) if time.type in ("date", "set", "duration")] == []
