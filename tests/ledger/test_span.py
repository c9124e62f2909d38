"""Spans are anchored or are not made, and documents hold no text that could not be written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SaysoError, UnanchoredSpan, UnreadableReport
from sayso.ledger import Document, Piece, Span
from tests.ledger.strategies import texts


@given(texts, st.integers(-5, 70), st.integers(-5, 70))
def test_a_span_shows_its_characters_or_is_refused(text: str, start: int, end: int) -> None:
    if 0 <= start < end <= len(text):
        assert Span.of(text, start, end).text == text[start:end]
    else:
        with pytest.raises(UnanchoredSpan):
            Span.of(text, start, end)


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (3, 2, "x"), (-1, 1, "ab"), (0, 2, "a"), (0, 1, "ab")])
def test_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(UnanchoredSpan) as caught:
        Span(start, end, text)
    assert isinstance(caught.value, SaysoError)
    assert "Span.of" in caught.value.hint


@given(texts, st.data())
def test_trimming_takes_only_white_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span.trimmed(text, start, end)
    if span is None:
        assert not text[start:end].strip()
    else:
        assert (span.text, text[span.start : span.end]) == (text[start:end].strip(), span.text)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "holds"),
    [
        ((0, 4), (2, 6), True, False),
        ((0, 4), (4, 6), False, False),
        ((0, 6), (2, 4), True, True),
        ((0, 4), (0, 4), True, True),
        ((2, 4), (0, 6), True, False),
    ],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], overlaps: bool, holds: bool) -> None:
    first, second = Span.of("abcdef", *one), Span.of("abcdef", *other)
    assert (first.overlaps(second), first.holds(second)) == (overlaps, holds)


@pytest.mark.parametrize(("text", "at"), [("\ud800", 0), ("ab\udfffcd", 2), ("\ud83d \ude00", 0)])
def test_an_unpaired_surrogate_is_refused(text: str, at: int) -> None:
    with pytest.raises(UnreadableReport, match=f"character {at}") as caught:
        Document(text)
    assert "errors='replace'" in caught.value.hint


@pytest.mark.parametrize("text", ["", "😀", "e\u0301", "\u202eright to left", "a\x00b", "\ufffd"])
def test_every_other_text_has_an_id_and_is_kept_as_it_is(text: str) -> None:
    document = Document(text)
    assert document.text == text
    assert document.id == Document(text, path="elsewhere").id


# The raw file "<p>Tom &amp; Ann</p><p>left</p>" read as "Tom & Ann\n\nleft".
PIECES = (Piece(0, 4, 3), Piece(4, 1, 7), Piece(5, 4, 12), Piece(11, 4, 23))


@pytest.mark.parametrize(
    ("offset", "origin"),
    [(0, 3), (3, 6), (4, 7), (5, 12), (8, 15), (9, None), (10, None), (11, 23), (14, 26), (15, None)],
)
def test_origin_in_the_raw_file(offset: int, origin: int | None) -> None:
    assert Document("Tom & Ann\n\nleft", pieces=PIECES).origin_of(offset) == origin


def test_plain_text_is_its_own_original() -> None:
    assert Document("Tom & Ann").origin_of(4) == 4


def test_what_stands_before_the_first_piece_was_put_in() -> None:
    assert Document("Title\nx", pieces=(Piece(6, 1, 40),)).origin_of(2) is None
