"""Time expressions: where they are, what they mean, what they were counted from."""

from __future__ import annotations

import itertools
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Span
from sayso.resolve.times import find_times, time_within
from sayso.resolve.tokens import word_set

TUESDAY = date(2021, 12, 21)


def found(text: str, published: date | None = TUESDAY) -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy spoke on Tuesday.", "Tuesday", "2021-12-21"),
        ("The envoy arrived on Friday.", "Friday", "2021-12-17"),
        ("The envoy will speak on Friday.", "Friday", "2021-12-24"),
        ("On Friday, the envoy will speak.", "Friday", "2021-12-24"),
        ("The council is to meet on Thursday.", "Thursday", "2021-12-23"),
        ("She asked the council to discuss the pier on Thursday.", "Thursday", "2021-12-23"),
        ("The ferry due on Sunday was cancelled.", "Sunday", "2021-12-26"),
        ("Friday's meeting will go ahead.", "Friday", "2021-12-24"),
        ("He resigned last Friday.", "last Friday", "2021-12-17"),
        ("The strike lasts until this Friday.", "this Friday", "2021-12-24"),
        ("He wrote on Tuesday of last week.", "Tuesday of last week", "2021-12-14"),
        ("He leaves next Tuesday.", "next Tuesday", "2021-12-28"),
        ("He resigned two weeks ago Sunday.", "two weeks ago Sunday", "2021-12-05"),
        ("The ship sailed on Tuesday morning.", "Tuesday morning", "2021-12-21TMO"),
        ("They talked late on Monday.", "late on Monday", "2021-12-20"),
        ("He wrote late last week.", "late last week", "2021-W50"),
        ("He wrote last week.", "last week", "2021-W50"),
        ("Earlier this month he wrote.", "Earlier this month", "2021-12"),
        ("Talks may begin next month.", "next month", "2022-01"),
        ("They end early next year.", "early next year", "2022"),
        ("They start at the very beginning of next year.", "the very beginning of next year", "2022"),
        ("They start at the start of the new year.", "the start of the new year", "2022"),
        ("He left yesterday.", "yesterday", "2021-12-20"),
        ("He leaves tonight.", "tonight", "2021-12-21TNI"),
        ("He called last night.", "last night", "2021-12-20TNI"),
        ("He left in November.", "November", "2021-11"),
        ("He left last August.", "last August", "2021-08"),
        ("Talks will take place in January.", "January", "2022-01"),
        ("He left in June last year.", "June last year", "2020-06"),
        ("He left on Dec. 10.", "Dec. 10", "2021-12-10"),
        ("He left on 10 December.", "10 December", "2021-12-10"),
        ("He left two weeks ago.", "two weeks ago", "2021-W49"),
        ("He left three days ago.", "three days ago", "2021-12-18"),
        ("He left nearly five years ago.", "nearly five years ago", "2016"),
        ("He left last summer.", "last summer", "2021-SU"),
        ("He fell ill over the weekend.", "the weekend", "2021-W50-WE"),
        ("Sales rose in the third quarter.", "the third quarter", "2021-Q3"),
        ("They will meet in the coming days.", "the coming days", "FUTURE_REF"),
        ("He has recently moved.", "recently", "PAST_REF"),
        ("The pier is now closed.", "now", "PRESENT_REF"),
        ("He leaves on New Year's Day.", "New Year's Day", "2022-01-01"),
    ],
)
def test_counted_from_publication(text: str, words: str, value: str) -> None:
    times = find_times(text, TUESDAY)
    assert [(time.text, time.value, time.anchor) for time in times] == [(words, value, "published")]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("It happened on December 21, 2021.", "December 21, 2021", "2021-12-21", "date"),
        ("It happened on Tuesday, 21 December 2021.", "Tuesday, 21 December 2021", "2021-12-21", "date"),
        ("It happened on 2021-12-21.", "2021-12-21", "2021-12-21", "date"),
        ("It happened at 2021-12-21T14:30Z.", "2021-12-21T14:30Z", "2021-12-21T14:30Z", "time"),
        ("It happened on 3/14/2021.", "3/14/2021", "2021-03-14", "date"),
        ("It happened on 14.3.2021.", "14.3.2021", "2021-03-14", "date"),
        ("It happened in December 2021.", "December 2021", "2021-12", "date"),
        ("The treaty has stood since 1997.", "1997", "1997", "date"),
        ("The fiscal 2022 budget passed.", "fiscal 2022", "2022", "date"),
        ("It closed in the 1990s.", "the 1990s", "199", "date"),
        ("It closed in the '80s.", "the '80s", "198", "date"),
        ("It closed in the late 1970s.", "the late 1970s", "197", "date"),
        ("It grew in the 19th century.", "the 19th century", "18", "date"),
        ("It grew in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3", "date"),
        ("It grew in Q3 2021.", "Q3 2021", "2021-Q3", "date"),
        ("It grew in the first half of 2021.", "the first half of 2021", "2021-H1", "date"),
        ("It grew in the summer of 2021.", "the summer of 2021", "2021-SU", "date"),
        ("It lasted three months.", "three months", "P3M", "duration"),
        ("It lasted at least 20 more years.", "at least 20 more years", "P20Y", "duration"),
        ("It lasted two and a half years.", "two and a half years", "P2Y6M", "duration"),
        ("He slept little in the past 48 hours.", "the past 48 hours", "PT48H", "duration"),
        ("It was a two-week strike.", "two-week", "P2W", "duration"),
        ("It lasted several months.", "several months", "PXM", "duration"),
        ("They waited for weeks.", "weeks", "PXW", "duration"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2", "set"),
        ("They meet every two weeks.", "every two weeks", "P2W", "set"),
        ("They meet each July.", "each July", "XXXX-07", "set"),
        ("They vote twice a year.", "twice a year", "P1Y", "set"),
        ("They report annually.", "annually", "P1Y", "set"),
    ],
)
def test_absolute_and_lasting(text: str, words: str, value: str, kind: str) -> None:
    for published in (TUESDAY, None):
        assert [(t.text, t.value, t.type, t.anchor) for t in find_times(text, published)] == [
            (words, value, kind, None)
        ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On March 3, 2020 a strike began. The next day it spread.", "The next day", "2020-03-04"),
        ("On March 3, 2020 a strike began. It ended a week later.", "a week later", "2020-W11"),
        ("On March 3, 2020 a strike began. Later that day it rained.", "Later that day", "2020-03-03"),
        ("He quit in 2019. The following year he came back.", "The following year", "2020"),
        ("He quit on Monday. He had said so the day before.", "the day before", "2021-12-19"),
        ("On 4 May 2020 the siren went at 14:30 GMT.", "14:30 GMT", "2020-05-04T14:30Z"),
        ("In December 2020 he claimed then, as now, to be well.", "then", "2020-12"),
    ],
)
def test_counted_from_a_date_in_the_text(text: str, words: str, value: str) -> None:
    assert [(t.text, t.value) for t in find_times(text, TUESDAY) if t.anchor == "document"] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He called at 3 p.m. on Monday.", "2021-12-20T15:00"),
        ("He called at 3pm Monday.", "2021-12-20T15:00"),
        ("He called at 10:05 am.", "2021-12-21T10:05"),
        ("He called at noon.", "2021-12-21T12:00"),
        ("He called at 1500 GMT on Monday.", "2021-12-20T15:00Z"),
        ("He called at 5 p.m. EST Friday.", "2021-12-17T17:00-05:00"),
        ("He called at 12 a.m.", "2021-12-21T00:00"),
    ],
)
def test_times_of_day(text: str, value: str) -> None:
    assert [(time.value, time.type) for time in find_times(text, TUESDAY)] == [(value, "time")]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they may march on the town.",
        "May I ask? April Stone and August Wold smiled.",
        "They sent 2,000 troops and 2000 soldiers for $1999.",
        "The 56th brigade came second and sat in the sun, as the Sun reported.",
        "A 6-year-old boy and a man 52 years old fell.",
        "Spring mattresses in the fall of the house.",
        "The score was 25:61 at 9/11.",
        "There were 1885 aftershocks.",
        "She counted a handful of $20s.",
        "Resolution 1973 was 2015 miles away.",
    ],
)
def test_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "words", ["Tuesday", "last week", "this month", "November", "Dec. 10", "two weeks ago", "recently", "noon"]
)
def test_without_a_day_of_publication_a_relative_time_is_unresolved(words: str) -> None:
    [time] = find_times(f"He spoke of it {words}.", None)
    assert (time.text, time.value, time.anchor) == (words, None, None)


def test_a_date_of_the_text_anchors_where_publication_is_unknown() -> None:
    assert found("On 3 March 2020 it began. The next day it spread.", None)[1] == ("The next day", "2020-03-04")


def test_a_stretch_of_days_ends_after_it_begins() -> None:
    assert found("They mourned Sunday through Wednesday.") == [("Sunday", "2021-12-19"), ("Wednesday", "2021-12-22")]


def test_blank_lines_part_expressions() -> None:
    assert found("It closed in December\n\n2020 was worse.") == [("December", "2021-12"), ("2020", "2020")]
    assert found("It closed in\nDecember\n2020.") == [("December\n2020", "2020-12")]


def test_the_best_time_within_a_span() -> None:
    text = "For three months, he said on Tuesday, nothing had moved since 1997."
    times = find_times(text, TUESDAY)
    lead = time_within(times, Span.of(text, 0, text.index("nothing")))
    assert lead is not None
    assert lead.text == "Tuesday"
    assert time_within(times, Span.of(text, 0, 5)) == times[0]
    assert time_within(times, Span.of(text, 0, 3)) is None


WORDS = sorted(
    word_set(
        """
        Monday Tue. last next this the a two 2 21 2021 1990s week weeks month years ago later earlier May March Dec.
        day before after every end of early third quarter half past few at 3 p.m. 14:30 GMT noon , - . ' s morning
        summer fiscal 00 99 century in on new year 's 9999 0001 12/31/9999 9999-12-31 0000-00-00 999999999999
        million hundred decade ½ night tonight then that same
        """
    )
)
PIECES = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=4))


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", "", "-", "\n"]), st.none() | st.dates())
def test_spans_show_their_text_in_order(pieces: list[str], joint: str, published: date | None) -> None:
    text = joint.join(pieces)
    times = find_times(text, published)
    assert all(text[t.span.start : t.span.end] == t.span.text for t in times)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(times))
    assert all(t.anchor is None or t.value is not None for t in times)


def test_times_of_the_annotated_dossiers(shared: Path) -> None:
    right = total = 0
    for folder in sorted((shared / "dossiers").glob("*/")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for row in json.loads((folder / "reports.json").read_text(encoding="utf-8")):
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            times = find_times((folder / row["file"]).read_text(encoding="utf-8"), published)
            for one in gold["statements"] + gold["events"]:
                if one["report"] == row["id"] and one.get("time") and one["time"]["value"]:
                    start, end = one["time"]["span"]["start"], one["time"]["span"]["end"]
                    values = {time.value for time in times if time.span.start < end and start < time.span.end}
                    right, total = right + (one["time"]["value"] in values), total + 1
    assert right / total >= 0.95
