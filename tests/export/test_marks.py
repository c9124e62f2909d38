"""Rows and segments: they join to the text, carry exactly the marks that lie there, and hold each entry once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.export.marks import Mark, rows, segments
from sayso.export.sheet import sheets
from sayso.ledger import Document, Ledger
from tests.ledger.strategies import ledgers
from tests.sample import LEDGER, TEXT

ROWS = rows(sheets(LEDGER)[0])


def test_rows_are_the_paragraphs_and_the_first_is_the_headline() -> None:
    assert ["".join(segment.text for segment in row.segments) for row in ROWS] == TEXT.split("\n")
    assert [row.is_headline for row in ROWS] == [True, *[False] * 7]


def test_nested_marks_lie_over_one_segment_outermost_first() -> None:
    segment = next(s for s in ROWS[1].segments if s.text.startswith("that it had"))
    assert [(mark.number, mark.role) for mark in segment.marks] == [(2, "content"), (3, "content")]
    claim = next(s for s in ROWS[1].segments if s.text == "claim")
    assert [(mark.number, mark.role) for mark in claim.marks] == [(2, "content"), (3, "cue")]
    assert claim.anchors == (3,)


def test_each_entry_stands_beside_the_paragraph_of_its_cue() -> None:
    assert [[entry.number for entry in row.entries] for row in ROWS] == [[1], [2, 3], [4], [5, 6], [7], [8], [9], [10]]
    assert [[n for segment in row.segments for n in segment.anchors] for row in ROWS] == [
        [1], [2, 3], [4], [5, 6], [7], [8], [9], [10]
    ]  # fmt: skip


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[Mark], dict[int, int]]:
    text = draw(st.text(min_size=1, max_size=40))
    offsets = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(offsets, min_size=2, max_size=6)))
    ranges = list(zip(cuts[::2], cuts[1::2], strict=False))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    marks = [Mark(min(p), max(p), at, "content") for at, p in enumerate(pairs, 1) if p[0] != p[1]]
    return text, ranges, marks, {mark.number: mark.end for mark in marks}


@given(marked())
def test_segments_join_to_the_text_and_know_their_marks(
    case: tuple[str, list[tuple[int, int]], list[Mark], dict[int, int]],
) -> None:
    text, ranges, marks, anchors = case
    for (start, end), found in zip(ranges, segments(text, ranges, marks, anchors), strict=True):
        assert "".join(segment.text for segment in found) == text[start:end]
        at = start
        for segment in found:
            until = at + len(segment.text)
            assert set(segment.marks) == {mark for mark in marks if mark.start <= at and until <= mark.end}
            at = until


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ledgers())
def test_every_entry_has_one_place_in_any_text(ledger: Ledger) -> None:
    for sheet in sheets(ledger):
        found = rows(sheet)
        placed = [entry.number for row in found for entry in row.entries]
        assert sorted(placed) == ([entry.number for entry in sheet.entries] if found else [])


def test_a_blank_text_has_no_rows() -> None:
    assert rows(sheets(Ledger((Document(" \n\n"),)))[0]) == ()
