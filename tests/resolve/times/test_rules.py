"""The core of a rule, looked for first, leaves out no match of the rule."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.resolve.times import find
from sayso.resolve.times.reading import Rule, needs

LETTERS = st.text(alphabet=st.sampled_from("xdaiobBmEFTLXMWwNOYUuQSCPRGnhJKZ&,-'="), max_size=24)


@pytest.mark.parametrize("rule", find.RULES, ids=lambda rule: rule.pattern.pattern)
@settings(max_examples=40)
@given(letters=LETTERS)
def test_no_match_lies_before_the_first_core(rule: Rule, letters: str) -> None:
    everywhere = [match.span() for match in rule.pattern.finditer(letters)]
    core = rule.core.search(letters)
    start = max(0, core.start() - find.LONGEST_OPENING) if core else len(letters)
    assert [match.span() for match in rule.pattern.finditer(letters, start)] == everywhere


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_core_stands_where_a_letter_of_its_needs_lacks(data: st.DataObject) -> None:
    # a look back at what stands before is nothing that a text can be made from
    rule = data.draw(st.sampled_from([rule for rule in find.RULES if rule.needs and "(?<" not in rule.core.pattern]))
    letters = data.draw(st.from_regex(rule.core))
    assert not any(need.isdisjoint(letters) for need in rule.needs)


@pytest.mark.parametrize(
    ("core", "told"),
    [
        ("(?P<n>[Na])-?(?:[+]z)?(?P<u>U)G", ["Na", "U", "G"]),
        ("(?<=i)(?P<y>Y)(?P<m>M)(?!-?[NO])", ["Y", "M"]),
        ("(?P<h>h)_*(?:,?o?(?P<y>Y)|o?(?P<q>[LTX])(?P<u>U))?", ["h"]),
        ("d?X(?P<u>u)|f|d~?[*]", []),
        ("(?P<r>L)?(?P<s>S)", ["S"]),
    ],
)
def test_needs(core: str, told: list[str]) -> None:
    assert needs(core) == tuple(map(frozenset, told))


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
