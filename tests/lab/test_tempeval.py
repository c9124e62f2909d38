"""The scorer of time expressions, on small documents of our own."""

from __future__ import annotations

from datetime import date

import pytest

from lab import tempeval
from sayso.ledger import Span, Timex

RAW = (
    '<TimeML><DCT><TIMEX3 tid="t0" value="2021-12-21" functionInDocument="CREATION_TIME">12/21/2021</TIMEX3></DCT>'
    '<TEXT>He &amp; she <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" value="2021-12-20">Monday</TIMEX3> after '
    '<TIMEX3 tid="t2" value="P3D">three days</TIMEX3>.</TEXT></TimeML>'
)


def timex(report: tempeval.Report, words: str, value: str | None) -> Timex:
    start = report.text.index(words)
    return Timex(Span.of(report.text, start, start + len(words)), "date", value)


def test_a_document_is_read_without_its_tags() -> None:
    report = tempeval.report("one", RAW)
    assert report.text == "He & she left on Monday after three days."
    assert report.created == date(2021, 12, 21)
    assert [(report.text[m.start : m.end], m.value) for m in report.times] == [
        ("Monday", "2021-12-20"),
        ("three days", "P3D"),
    ]


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        ([("Monday", "2021-12-20"), ("three days", "P3D")], (2, 2, 2)),
        ([("on Monday", "2021-12-20"), ("three days", "P2D")], (2, 1, 1)),
        ([("Monday after three days", "2021-12-20")], (1, 0, 0)),
        ([("she", "2021-12-20")], (0, 0, 0)),
        ([("Mon", "2021-12-20"), ("day", "2021-12-20")], (1, 0, 1)),
        ([], (0, 0, 0)),
    ],
)
def test_matches_are_counted_once(found: list[tuple[str, str]], counts: tuple[int, int, int]) -> None:
    report, tally = tempeval.report("one", RAW), tempeval.Tally()
    tally.add(report, [timex(report, words, value) for words, value in found])
    assert (tally.relaxed, tally.strict, tally.value) == counts
    assert (tally.found, tally.marked) == (len(found), 2)
    assert len(tally.missed) == 2 - tally.relaxed


@pytest.mark.parametrize(
    ("marked", "value", "is_same"),
    [
        ("1949-XX", "1949", True),
        ("1998-XX-XX", "1998", True),
        ("198X", "198", True),
        ("19XX", "19", True),
        ("2000-W7", "2000-W07", True),
        ("1989-11-06T17", "1989-11-06T17:00", True),
        ("1989-WXX", "1989", False),
        ("XXXX-WXX-2", "XXXX", False),
        ("1949-XX", "1950", False),
    ],
)
def test_values_that_differ_in_writing_only(marked: str, value: str, is_same: bool) -> None:
    report = tempeval.report("one", RAW.replace("2021-12-20", marked))
    tally = tempeval.Tally()
    tally.add(report, [timex(report, "Monday", value)])
    assert (tally.value, tally.same) == (0, int(is_same))


def test_f1() -> None:
    report, tally = tempeval.report("one", RAW), tempeval.Tally()
    assert tally.f1("strict") == 0.0
    tally.add(report, [timex(report, "Monday", "2021-12-20")])
    assert (tally.f1("relaxed"), tally.f1("value")) == (66.7, 66.7)


def test_a_file_without_text_is_named() -> None:
    with pytest.raises(SystemExit, match="two has no <TEXT>"):
        tempeval.report("two", "<TimeML/>")
