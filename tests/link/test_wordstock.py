"""Phrases that deny, refuse and accept are found whatever the case, at their true places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link import wordstock


@given(st.text())
def test_lower_case_keeps_every_place(text: str) -> None:
    low = wordstock.lowered(text)
    assert len(low) == len(text)
    assert wordstock.lowered(low) == low


@pytest.mark.parametrize(
    ("pattern", "text", "phrase"),
    [
        (wordstock.DENYING, "It is a LIE, she said", "LIE"),
        (wordstock.DENYING, "the İzmir office is Without any Basis", "Without any Basis"),
        (wordstock.DENYING, "the town lies on the coast", ""),
        (wordstock.REFUSING, "Out of the Question", "Out of the Question"),
        (wordstock.ACCEPTING, "Osk Agreed to it", "Agreed"),
        (wordstock.NEGATING, "They Don’t know", "n’t"),
        (wordstock.SETTING_APART, "A SIMILAR CLAIM was made", "A SIMILAR CLAIM"),
    ],
)
def test_phrases_are_found_in_any_case(pattern: wordstock.Pattern, text: str, phrase: str) -> None:
    hit = pattern.search(wordstock.lowered(text))
    assert (text[hit.start() : hit.end()] if hit else "") == phrase
