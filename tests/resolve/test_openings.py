"""What is read off a pattern: no text in which the pattern is found may be without it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import lexicon
from sayso.resolve.openings import beginnings, openings


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\bwould\b", {"would "}),
        (r"\bharbour\w*", {"harb"}),
        (r"\btolls?\b|\bferry\b", {"toll", "ferry "}),
        (r"\bports?\b", {"port"}),
        (r"\b(?:is|was) (?:not|never)\b", {"is ", "was "}),
        (r"\b(?:is|was)(?:n[’']t)?\b", {"is", "was"}),
        (r"^[“\"'‘]*(?:that )?(?:you|your)\b", {"that ", "you ", "your "}),
        (r"\b(?:an?|the) bridge\b", {"a", "the "}),
        (r"\b[’']ll\b", {"ll "}),
        (r"\b(?:very )*late\b", {"very ", "late "}),
    ],
)
def test_openings(pattern: str, told: set[str]) -> None:
    assert openings(pattern) == told


@pytest.mark.parametrize(
    "pattern",
    [r"\d", r"late\b", r"\b\w+ing\b", r"[$£€]|\beuros\b", r"\b(?:late|\w+ly)\b", r"(?<!so )\blate\b", r"\bx?\w"],
)
def test_what_is_not_plain_has_none(pattern: str) -> None:
    assert openings(pattern) is None


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_sign_is_passed_over(data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from([sign for sign in lexicon.signs() if openings(sign.pattern.pattern)]))
    text = data.draw(st.from_regex(sign.pattern))
    assert openings(sign.pattern.pattern) & beginnings(text)
