"""News time phrases: what each is worth as a TIMEX3 value, and the days it covers where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.resolve.times import find_ranges, find_times

PUBLISHED = date(2021, 12, 21)  # a Tuesday

# sentence | phrase | TIMEX3 value | days as EDTF; "-" for none. Two times of one range are parted by " + ".
TABLE = """
The envoy resigned on Tuesday. | Tuesday | 2021-12-21 | 2021-12-21
The envoy resigned on Monday. | Monday | 2021-12-20 | 2021-12-20
The envoy resigned on Wednesday. | Wednesday | 2021-12-15 | 2021-12-15
The envoy will resign on Wednesday. | Wednesday | 2021-12-22 | 2021-12-22
The envoy will resign on Tuesday. | Tuesday | 2021-12-21 | 2021-12-21
The envoy resigned last Friday. | last Friday | 2021-12-17 | 2021-12-17
The envoy will leave this Friday. | this Friday | 2021-12-24 | 2021-12-24
The envoy will leave next Friday. | next Friday | 2021-12-31 | 2021-12-31
The envoy will leave next Monday. | next Monday | 2021-12-27 | 2021-12-27
The envoy left on Monday night. | Monday night | 2021-12-20TNI | 2021-12-20
The envoy left early on Monday. | early on Monday | 2021-12-20 | 2021-12-20
The envoy left on Friday afternoon. | Friday afternoon | 2021-12-17TAF | 2021-12-17
The envoy left on Thursday in the morning. | Thursday in the morning | 2021-12-16TMO | 2021-12-16
The envoy left on Thursday last week. | Thursday last week | 2021-12-16 | 2021-12-16
The envoy left on Monday of last week. | Monday of last week | 2021-12-13 | 2021-12-13
The envoy left two weeks ago Sunday. | two weeks ago Sunday | 2021-12-05 | 2021-12-05
The envoy spoke today. | today | 2021-12-21 | 2021-12-21
The envoy spoke yesterday. | yesterday | 2021-12-20 | 2021-12-20
The envoy speaks tomorrow. | tomorrow | 2021-12-22 | 2021-12-22
The envoy spoke yesterday evening. | yesterday evening | 2021-12-20TEV | 2021-12-20
The envoy speaks tomorrow morning. | tomorrow morning | 2021-12-22TMO | 2021-12-22
The envoy speaks tonight. | tonight | 2021-12-21TNI | 2021-12-21
The envoy spoke last night. | last night | 2021-12-20TNI | 2021-12-20
The envoy spoke this morning. | this morning | 2021-12-21TMO | 2021-12-21
The envoy spoke the day before yesterday. | the day before yesterday | 2021-12-19 | 2021-12-19
The envoy speaks the day after tomorrow. | the day after tomorrow | 2021-12-23 | 2021-12-23
The envoy left last week. | last week | 2021-W50 | 2021-12-13/2021-12-19
The envoy left late last week. | late last week | 2021-W50 | 2021-12-13/2021-12-19
The envoy left earlier this week. | earlier this week | 2021-W51 | 2021-12-20/2021-12-26
The envoy leaves next week. | next week | 2021-W52 | 2021-12-27/2022-01-02
The envoy leaves the week after next. | the week after next | 2022-W01 | 2022-01-03/2022-01-09
The envoy left over the weekend. | the weekend | 2021-W50-WE | 2021-12-18/2021-12-19
The envoy left last weekend. | last weekend | 2021-W50-WE | 2021-12-18/2021-12-19
The envoy left earlier this month. | Earlier this month | 2021-12 | 2021-12-01/2021-12-31
The envoy left last month. | last month | 2021-11 | 2021-11-01/2021-11-30
The envoy leaves next month. | next month | 2022-01 | 2022-01-01/2022-01-31
The envoy leaves by the end of the month. | the end of the month | 2021-12 | ../2021-12-31
The envoy left last year. | last year | 2020 | 2020-01-01/2020-12-31
The envoy left earlier this year. | earlier this year | 2021 | 2021-01-01/2021-12-31
The envoy leaves early next year. | early next year | 2022 | 2022-01-01/2022-12-31
The envoy left the year before last. | the year before last | 2019 | 2019-01-01/2019-12-31
The envoy left three days ago. | three days ago | 2021-12-18 | 2021-12-18
The envoy left two weeks ago. | two weeks ago | 2021-W49 | 2021-12-06/2021-12-12
The envoy left six months ago. | six months ago | 2021-06 | 2021-06-01/2021-06-30
The envoy left nearly five years ago. | nearly five years ago | 2016 | 2016-01-01/2016-12-31
The envoy left a decade ago. | a decade ago | 201 | 2010-01-01/2019-12-31
The envoy left years ago. | years ago | PAST_REF | -
The envoy will leave in three weeks. | three weeks | 2022-W02 | 2022-01-10/2022-01-16
The envoy will leave in two years. | two years | 2023 | 2023-01-01/2023-12-31
The envoy will leave two weeks from now. | two weeks from now | 2022-W01 | 2022-01-03/2022-01-09
The envoy will leave three days from tomorrow. | three days from tomorrow | 2021-12-25 | 2021-12-25
The envoy left two days after Christmas. | two days after Christmas | 2021-12-27 | 2021-12-27
The envoy left on December 10. | December 10 | 2021-12-10 | 2021-12-10
The envoy left on Dec. 10. | Dec. 10 | 2021-12-10 | 2021-12-10
The envoy left on 10 December. | 10 December | 2021-12-10 | 2021-12-10
The envoy left on the 10th of December. | the 10th of December | 2021-12-10 | 2021-12-10
The envoy left on Friday, Dec. 10. | Friday, Dec. 10 | 2021-12-10 | 2021-12-10
The envoy left on December 10, 2019. | December 10, 2019 | 2019-12-10 | 2019-12-10
The envoy left on 10 December 2019. | 10 December 2019 | 2019-12-10 | 2019-12-10
The envoy left on 2019-12-10. | 2019-12-10 | 2019-12-10 | 2019-12-10
The envoy left on March 3 last year. | March 3 last year | 2020-03-03 | 2020-03-03
The envoy will arrive on January 6. | January 6 | 2022-01-06 | 2022-01-06
The envoy left in November. | November | 2021-11 | 2021-11-01/2021-11-30
The envoy left in early November. | early November | 2021-11 | 2021-11-01/2021-11-30
The envoy left in mid-November. | mid-November | 2021-11 | 2021-11-01/2021-11-30
The envoy left at the end of November. | the end of November | 2021-11 | 2021-11-01/2021-11-30
The envoy left in November 2019. | November 2019 | 2019-11 | 2019-11-01/2019-11-30
The envoy left in November of 2019. | November of 2019 | 2019-11 | 2019-11-01/2019-11-30
The envoy left last August. | last August | 2021-08 | 2021-08-01/2021-08-31
The envoy left in June last year. | June last year | 2020-06 | 2020-06-01/2020-06-30
The envoy will arrive in January. | January | 2022-01 | 2022-01-01/2022-01-31
The envoy left in 2014. | 2014 | 2014 | 2014-01-01/2014-12-31
The envoy left in late 2014. | late 2014 | 2014 | 2014-01-01/2014-12-31
The treaty has stood since 1997. | 1997 | 1997 | 1997-01-01/..
The treaty has stood since May 1997. | May 1997 | 1997-05 | 1997-05-01/..
The treaty ran until 1997. | 1997 | 1997 | ../1997-12-31
The treaty was signed before 1997. | 1997 | 1997 | ../1996-12-31
The treaty was signed after 1997. | 1997 | 1997 | 1998-01-01/..
The treaty must be signed by Friday. | Friday | 2021-12-24 | ../2021-12-24
The treaty ran from 1986 to 1991. | 1986 + 1991 | 1986 + 1991 | 1986-01-01/1991-12-31
The treaty ran between 1986 and 1991. | 1986 + 1991 | 1986 + 1991 | 1986-01-01/1991-12-31
The war of 1914-1918 was long. | 1914 + 1918 | 1914 + 1918 | 1914-01-01/1918-12-31
It rained from Sunday to Tuesday. | Sunday + Tuesday | 2021-12-19 + 2021-12-21 | 2021-12-19/2021-12-21
It rained between May and July 2019. | May + July 2019 | 2019-05 + 2019-07 | 2019-05-01/2019-07-31
It rained from November to February 2019. | November + February 2019 | 2018-11 + 2019-02 | 2018-11-01/2019-02-28
It rained on April 24-25, 2019. | April 24 + 25, 2019 | 2019-04-24 + 2019-04-25 | 2019-04-24/2019-04-25
It rained 18-20 December. | 18 + 20 December | 2021-12-18 + 2021-12-20 | 2021-12-18/2021-12-20
The fiscal 2022 budget passed. | fiscal 2022 | 2022 | 2022-01-01/2022-12-31
It closed in the fiscal year 2019. | the fiscal year 2019 | 2019 | 2019-01-01/2019-12-31
It closed in the 1990s. | the 1990s | 199 | 1990-01-01/1999-12-31
It closed in the late 1970s. | the late 1970s | 197 | 1970-01-01/1979-12-31
It closed in the '80s. | the '80s | 198 | 1980-01-01/1989-12-31
It closed in the sixties. | the sixties | 196 | 1960-01-01/1969-12-31
It was built in the 19th century. | the 19th century | 18 | 1800-01-01/1899-12-31
Sales rose in the third quarter. | the third quarter | 2021-Q3 | 2021-07-01/2021-09-30
Sales rose in the third quarter of 2019. | the third quarter of 2019 | 2019-Q3 | 2019-07-01/2019-09-30
Sales rose in Q3 2019. | Q3 2019 | 2019-Q3 | 2019-07-01/2019-09-30
Sales rose in the first half of 2019. | the first half of 2019 | 2019-H1 | 2019-01-01/2019-06-30
Sales rose in the last half of 2019. | the last half of 2019 | 2019-H2 | 2019-07-01/2019-12-31
Sales rose last quarter. | last quarter | 2021-Q3 | 2021-07-01/2021-09-30
Sales rose in the first three months of 2019. | the first three months + 2019 | P3M + 2019 | 2019-01-01/2019-03-31
Sales rose in the last two quarters. | the last two quarters | P6M | 2021-04-01/2021-09-30
The ice melts in summer 2019. | summer 2019 | 2019-SU | 2019-06-01/2019-08-31
The ice melted in the summer of 2019. | the summer of 2019 | 2019-SU | 2019-06-01/2019-08-31
The ice melted last spring. | last spring | 2021-SP | 2021-03-01/2021-05-31
The ice melted this past spring. | this past spring | 2021-SP | 2021-03-01/2021-05-31
The ice melted in the winter of 2019. | the winter of 2019 | 2019-WI | 2019-12-01/2020-02-29
The ice melted over the summer. | the summer | 2021-SU | 2021-06-01/2021-08-31
He slept little in the past 48 hours. | the past 48 hours | PT48H | 2021-12-19/2021-12-21
He slept little in the last three days. | the last three days | P3D | 2021-12-18/2021-12-21
He moved twice in the past two years. | the past two years | P2Y | 2019-12-21/2021-12-21
He will move in the next six months. | the next six months | P6M | 2021-12-21/2022-06-21
He has recently moved. | recently | PAST_REF | -
He will soon move. | soon | FUTURE_REF | -
He is now in Malta. | now | PRESENT_REF | -
He is in Malta at the moment. | the moment | PRESENT_REF | -
He will move in the coming days. | the coming days | FUTURE_REF | -
The strike lasted three months. | three months | P3M | -
The strike lasted at least 48 hours. | at least 48 hours | PT48H | -
The strike lasted two and a half years. | two and a half years | P2Y6M | -
The strike lasted two hours and 15 minutes. | two hours and 15 minutes | PT2H15M | -
The strike lasted all week. | all week | P1W | -
The strike lasted half a day. | half a day | PT12H | -
The strike lasted two decades. | two decades | P20Y | -
The strike lasted a fortnight. | a fortnight | P2W | -
The strike lasted several weeks. | several weeks | PXW | -
The strike lasted three weekends. | three weekends | P3WE | -
It was a six-week strike. | six-week | P6W | -
The council meets every Tuesday. | every Tuesday | XXXX-WXX-2 | -
The council meets on Tuesdays. | Tuesdays | XXXX-WXX-2 | -
The council meets every two weeks. | every two weeks | P2W | -
The council meets every other week. | every other week | P2W | -
The council meets each July. | each July | XXXX-07 | -
The council meets every morning. | every morning | XXXX-XX-XXTMO | -
The council meets every weekend. | every weekend | XXXX-WXX-WE | -
The council meets annually. | annually | P1Y | -
The council meets twice a year. | twice a year | P1Y | -
The siren went at 14:30 GMT. | 14:30 GMT | 2021-12-21T14:30Z | 2021-12-21
The siren went at 3 p.m. on Monday. | 3 p.m. on Monday | 2021-12-20T15:00 | 2021-12-20
The siren went on Monday at 3 p.m. in Malta. | Monday at 3 p.m. | 2021-12-20T15:00 | 2021-12-20
The siren went at 5 p.m. EST Friday. | 5 p.m. EST Friday | 2021-12-17T17:00-05:00 | 2021-12-17
The siren went yesterday at 8:15 a.m. | yesterday at 8:15 a.m. | 2021-12-20T08:15 | 2021-12-20
The siren went at noon on Monday. | noon on Monday | 2021-12-20T12:00 | 2021-12-20
The siren went at midnight. | midnight | 2021-12-21T24:00 | 2021-12-21
The siren went at 12 noon. | 12 noon | 2021-12-21T12:00 | 2021-12-21
The siren went at 1500 GMT. | 1500 GMT | 2021-12-21T15:00Z | 2021-12-21
He left on Christmas Eve. | Christmas Eve | 2021-12-24 | 2021-12-24
He left on Christmas Day 2019. | Christmas Day 2019 | 2019-12-25 | 2019-12-25
He left last Christmas. | last Christmas | 2020-12-25 | 2020-12-25
He left on Thanksgiving. | Thanksgiving | 2021-11-25 | 2021-11-25
He left on Good Friday 2019. | Good Friday 2019 | 2019-04-19 | 2019-04-19
He left on Easter Monday 2019. | Easter Monday 2019 | 2019-04-22 | 2019-04-22
He left on Memorial Day. | Memorial Day | 2021-05-31 | 2021-05-31
He leaves on New Year's Day. | New Year's Day | 2022-01-01 | 2022-01-01
He left in the week of December 6. | the week of December 6 | 2021-W49 | 2021-12-06/2021-12-12
He left in the first week of November 2019. | the first week of November 2019 | 2019-W45 | 2019-11-04/2019-11-10
He left on the last day of November. | the last day of November | 2021-11-30 | 2021-11-30
He left on Friday the 10th. | Friday the 10th | 2021-12-10 | 2021-12-10
He left between November 3 and now. | November 3 + now | 2021-11-03 + PRESENT_REF | 2021-11-03/2021-12-21
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]
NONSENSE = (
    "31 February",
    "Feb. 30",
    "February 30, 2020",
    "the 45th of May",
    "May 45th",
    "31 April 2019",
    "June 31st",
    "the 32nd of December",
    "30 February 2021",
    "November 31",
    "Sunday, 40 March",
    "32-Aug-2016",
    "2016-Feb-30",
)


def test_there_are_enough() -> None:
    assert len(ROWS) >= 150
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("sentence", "phrase", "value", "days"), ROWS, ids=[row[0] for row in ROWS])
def test_a_news_phrase(sentence: str, phrase: str, value: str, days: str) -> None:
    times = find_times(sentence, PUBLISHED)
    wanted = phrase.lower().split(" + ")
    told = [time for time in times if time.text.lower() in wanted]
    assert [time.text.lower() for time in told] == wanted, [time.text for time in times]
    assert " + ".join(str(time.value) for time in told) == value
    covered = [each.interval.edtf for each in find_ranges(sentence, times, PUBLISHED) if each.times == tuple(told)]
    assert covered == ([] if days == "-" else [days])


@pytest.mark.parametrize("phrase", NONSENSE)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_nonsense_stays_unresolved(phrase: str, published: date | None) -> None:
    times = find_times(f"The envoy said it would end on {phrase}.", published)
    assert [time.value for time in times] == [None]
    assert find_ranges(phrase, times, published) == ()
