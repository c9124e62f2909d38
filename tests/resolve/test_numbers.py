"""Numbers in digits and words: one token each, with its value."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.numbers import joined
from sayso.resolve.tokens import lex, word_set


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("3,417", 3417),
        ("10,00,000", 1_000_000),
        ("4.9", 4.9),
        ("seven", 7),
        ("forty-two", 42),
        ("forty two", 42),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("one hundred twenty-five", 125),
        ("three thousand", 3000),
        ("two hundred thousand", 200_000),
        ("two million three hundred thousand", 2_300_000),
        ("1.1bn", 1.1e9),
        ("300 million", 3e8),
        ("a million", 1e6),
        ("half a million", 5e5),
        ("a quarter of a million", 2.5e5),
        ("two and a half million", 2.5e6),
        ("10 lakh", 1e6),
        ("2 crore", 2e7),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("2 1/2", 2.5),
        ("nineteen ninety-seven", 1997),
        ("twenty twenty-one", 2021),
        ("5.25", 5.25),
        (".5", 0.5),
        ("12,34,567.89", 1234567.89),
        ("40 000", 40_000),
        ("1 414 021 100", 1_414_021_100),
        ("two point five million", 2.5e6),
        ("nought point nought three", 0.03),
        ("two hundred point seven", 200.7),
        ("five and a quarter", 5.25),
        ("two and three quarters", 2.75),
        ("three million and a half", 3.5e6),
        ("two thirds of a million", 2e6 / 3),
        ("three quarters of a billion", 7.5e8),
        ("quarter million", 2.5e5),
        ("2 crore 50 lakh", 2.5e7),
        ("three lakh crore", 3e12),
        ("3 hundred and 21", 321),
        ("three dozens", 36),
        ("10 bln", 1e10),
        ("seven trillion", 7e12),
    ],
)
def test_one_number(text: str, value: float) -> None:
    tokens = [token for token in joined(lex(text)) if token.kind == "number"]
    assert [(token.start, token.end) for token in tokens] == [(0, len(text))]
    assert tokens[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three", [2, 3]),
        ("two, three", [2, 3]),
        ("five million and two ships", [5e6, 2]),
        ("20 30", [20, 30]),
        ("a ship", []),
        ("the second half", []),
        ("1, 234, 567", [1, 234, 567]),
        ("300 400 people", [300, 400]),
        ("He left. 5 stayed", [5]),
        ("an hour and a half", []),
    ],
)
def test_numbers_that_stay_apart(text: str, values: list[float]) -> None:
    assert [token.value for token in joined(lex(text)) if token.kind == "number"] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("one fifth", 0.2),
        ("a third of", 1 / 3),
        ("1/4", 0.25),
        ("½", 0.5),
    ],
)
def test_fractions(text: str, value: float) -> None:
    first = joined(lex(text))[0]
    assert (first.kind, first.value) == ("fraction", pytest.approx(value))


@pytest.mark.parametrize("text", ["9/11", "24/7", "the third man", "a quarter past", "for three quarters"])
def test_no_fractions(text: str) -> None:
    kinds = [token.kind for token in joined(lex(text))]
    assert "fraction" not in kinds


@pytest.mark.parametrize(("text", "value"), [("21st", 21), ("third", 3), ("twenty-first", 21)])
def test_ordinals(text: str, value: float) -> None:
    assert [(token.kind, token.value) for token in joined(lex(text))] == [("ordinal", value)]


PIECES = sorted(
    word_set(
        """
        two hundred million and a half quarter of - 1/2 1,000 . dozen third ½ 0
        """
    )
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=3))))
def test_tokens_lie_in_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens = joined(lex(text))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
