"""Windows cover the text, each piece once in a core, with true offsets."""

import itertools
import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.windows import CONTEXT, DIGIT, LOWER, MARK, MIXED, TITLE, UPPER, WINDOW, cut


def by_words(texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """A tokeniser for tests: one piece a word or mark, its id the piece's length plus 1000."""
    out = []
    for text in texts:
        spans = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
        out.append(([1000 + end - start for start, end in spans], spans))
    return out


def core(text: str) -> list[tuple[int, int]]:
    return [
        (int(start), int(end))
        for window in cut(text, by_words)
        for start, end in zip(window.start[window.core :], window.end[window.core :], strict=True)
        if start >= 0
    ]


@settings(max_examples=60)
@given(st.text() | st.text(alphabet=st.sampled_from("ab .\n\r“”🙂"), min_size=200, max_size=3000))
def test_every_piece_is_in_one_core(text: str) -> None:
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    got = core(text)
    assert [text[a:b] for a, b in got] == [text[a:b] for a, b in words]
    assert all(len(window.piece) <= WINDOW for window in cut(text, by_words))


def test_the_paragraph_before_is_context() -> None:
    text = "\n\n".join(f"Paragraph {at} " + "word " * 40 for at in range(20))
    windows = cut(text, by_words)
    assert len(windows) > 3
    for before, after in itertools.pairwise(windows):
        context = after.start[1 : after.core - 1]
        assert 0 < len(context) <= CONTEXT
        assert context[-1] == before.start[before.start >= 0][-1]


def test_a_paragraph_longer_than_a_window_is_cut() -> None:
    windows = cut("word " * 5000, by_words)
    assert all(len(window.piece) <= WINDOW for window in windows)
    assert sum(int((w.start[w.core :] >= 0).sum()) for w in windows) == 5000


@pytest.mark.parametrize(
    ("word", "shape"),
    [("town", LOWER), ("Town", TITLE), ("NATO", UPPER), ("A", TITLE), ("3417", DIGIT), (",", MARK), ("iPhone", MIXED)],
)
def test_case(word: str, shape: int) -> None:
    window = cut(f"x {word} x", by_words)[0]
    assert window.case[window.start == 2][0] == shape


@given(st.text(alphabet=st.sampled_from("ab  -’'.,&/A1é_“\n"), max_size=60))
def test_case_is_of_the_word_alone(text: str) -> None:
    near, wide = cut(text, by_words), cut(text.replace(" ", "  "), by_words)
    assert [list(window.case) for window in near] == [list(window.case) for window in wide]


def test_headlines_and_quotations_are_marked() -> None:
    text = "Minister denies plan\n\nThe minister said “no” today."
    window = cut(text, by_words)[0]
    heads = {text[a:b] for a, b, mark in zip(window.start, window.end, window.headline, strict=True) if mark and a >= 0}
    quoted = {text[a:b] for a, b, mark in zip(window.start, window.end, window.quote, strict=True) if mark and a >= 0}
    assert heads == {"Minister", "denies", "plan"}
    assert quoted == {"“", "no", "”"}
    assert window.piece.dtype == np.int32
