"""Which cases of a calendar assistant can occur in news, and when one counts as read."""

from __future__ import annotations

from typing import Any

import pytest

from lab import recognizers


def row(text: str, phrase: str, kind: str, **values: str) -> dict[str, Any]:
    start = text.lower().index(phrase)
    found = {
        "Text": phrase,
        "Start": start,
        "End": start + len(phrase) - 1,
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [{"type": kind, **values}]},
    }
    return {"Input": text, "Context": {"ReferenceDateTime": "2021-12-21T00:00:00"}, "Results": [found]}


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "is_kept"),
    [
        ("He left on Monday.", "monday", "date", True),
        ("He rang at 3 p.m. on Monday.", "3 p.m. on monday", "datetime", True),
        ("He will be back by the end of the day.", "the end of the day", "datetime", True),
        ("Put it in my calendar for Monday.", "monday", "date", False),
        ("He left on 3/12.", "3/12", "date", False),
        ("He rang at 7 on Monday.", "at 7 on monday", "datetime", False),
        ("He leaves tmrw.", "tmrw", "date", False),
        ("He leaves in 5 minutes.", "in 5 minutes", "datetime", False),
    ],
)
def test_the_choice_of_cases(text: str, phrase: str, kind: str, is_kept: bool) -> None:
    one = recognizers.case(row(text, phrase, kind))
    assert (recognizers.left_out(one) is None) == is_kept


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "values", "is_right"),
    [
        ("He left on monday.", "on monday", "date", {"value": "2021-12-20"}, True),
        ("He left on monday.", "on monday", "date", {"value": "2021-12-21"}, False),
        ("He left two weeks ago.", "two weeks ago", "date", {"value": "2021-12-07"}, True),
        ("He left for three days.", "three days", "duration", {"value": "259200"}, True),
        (
            "He sat from 2007 to 2009.",
            "from 2007 to 2009",
            "daterange",
            {"start": "2007-01-01", "end": "2009-01-01"},
            True,
        ),
        (
            "He sat from 2007 to 2009.",
            "from 2007 to 2009",
            "daterange",
            {"start": "2007-01-01", "end": "2011-01-01"},
            False,
        ),
        ("It ends on 31 February.", "31 february", "date", {"value": "not resolved"}, True),
        ("He slept every night.", "every night", "set", {"timex": "TNI", "value": "not resolved"}, True),
        ("He slept every morning.", "every morning", "set", {"timex": "TNI", "value": "not resolved"}, False),
        ("He sat each Monday at 4 p.m.", "each monday at 4 p.m", "set", {"timex": "XXXX-WXX-1T16"}, True),
        ("He sat each Monday at 4 p.m.", "each monday at 4 p.m", "set", {"timex": "XXXX-WXX-1T17"}, False),
        ("He left by the end of today.", "the end of today", "datetime", {"value": "2021-12-21 23:59:59"}, True),
        ("He left by the end of today.", "the end of today", "datetime", {"value": "2021-12-22 23:59:59"}, False),
        ("He left since late July.", "since late july", "daterange", {"start": "2021-07-16"}, True),
        ("He left since late July.", "since late july", "daterange", {"start": "2021-09-16"}, False),
        ("He left that weekend.", "that weekend", "daterange", {"timex": "XXXX-WXX-WE", "start": "2021-12-25"}, True),
        ("He left on that day.", "that day", "date", {"timex": "2021-12-21", "value": "2021-12-21"}, False),
        ("It took a year and a quarter.", "a year and a quarter", "duration", {"value": "39420000"}, True),
        ("It took a year and a half.", "a year and a half", "duration", {"value": "39420000"}, False),
        ("He left at around 1 p.m.", "around 1 p.m", "time", {"type": "timerange", "value": "13:00:00"}, True),
        ("He rang today before 4 p.m.", "today before 4 p.m", "datetimerange", {"end": "2021-12-21 16:00:00"}, True),
        ("He rang today before 4 p.m.", "today before 4 p.m", "datetimerange", {"end": "2021-12-21 17:00:00"}, False),
    ],
)
def test_what_counts_as_right(text: str, phrase: str, kind: str, values: dict[str, str], is_right: bool) -> None:
    assert recognizers.is_right(recognizers.case(row(text, phrase, kind, **values))) == is_right


def test_a_day_and_the_hour_beside_it_are_one() -> None:
    text = "She called on Easter Monday at 10:30 am."
    day = row(text, "easter monday", "date", value="2021-04-05")
    hours = [row(text, "10:30 am", "time", value=value) for value in ("10:30:00", "11:30:00")]
    cases = [recognizers.case({**day, "Results": day["Results"] + hour["Results"]}) for hour in hours]
    assert [recognizers.is_right(one) for one in cases] == [True, False]


def test_seconds_of_a_duration() -> None:
    assert [recognizers.seconds(value) for value in ("P1DT1H", "PT90S", "PXM", "P")] == [90000, 90, None, None]
