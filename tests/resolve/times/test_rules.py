"""The core of a rule, looked for first, leaves out no match of the rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.times import find
from sayso.resolve.times.reading import Rule

LETTERS = st.text(alphabet=st.sampled_from("xdaiobBmEFTLXMWwNOYUuQSCPRGnhJKZ&,-'="), max_size=24)


@pytest.mark.parametrize("rule", find.RULES, ids=lambda rule: rule.pattern.pattern)
@settings(max_examples=40)
@given(letters=LETTERS)
def test_no_match_lies_before_the_first_core(rule: Rule, letters: str) -> None:
    everywhere = [match.span() for match in rule.pattern.finditer(letters)]
    core = rule.core.search(letters)
    start = max(0, core.start() - find.LONGEST_OPENING) if core else len(letters)
    assert [match.span() for match in rule.pattern.finditer(letters, start)] == everywhere


@pytest.mark.parametrize("rule", find.RULES, ids=lambda rule: rule.pattern.pattern)
def test_no_opening_is_longer_than_said(rule: Rule) -> None:
    longest = "bbbbxBodTLjdUjUd"
    cores = (
        "M",
        "Y",
        "W",
        "S",
        "dnU",
        "LU",
        "O-U",
        "NU",
        "NUG",
        "NUE",
        "qU",
        "C",
        "Ra",
        "K",
        "BodU",
        "OQ",
        "LP",
        "U-G",
    )
    for core in cores:
        for match in rule.pattern.finditer(longest + core):
            found = rule.core.search(longest + core, match.start())
            assert found is not None
            assert found.start() - match.start() <= find.LONGEST_OPENING
