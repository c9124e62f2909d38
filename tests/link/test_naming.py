"""Countries are found by name, adjective, people and capital, as whole words and never inside others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Document
from sayso.link.naming import Names
from sayso.link.wordstock import WORD


def countries(text: str) -> list[tuple[str, str | None]]:
    return [(text[start:end], side) for start, end, _, side in Names.of(Document(text), ()).mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru and Chile met.", [("Peru", "PER"), ("Chile", "CHL")]),
        ("envoys of South Sudan and Sudan", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        ("Peru’s harbour, Chile's road", [("Peru", "PER"), ("Chile", "CHL")]),
        ("the Peruvian harbour in Lima", [("Peruvian", "PER"), ("Lima", "PER")]),
        ("an anti-Peruvian song, a peru", []),
        ("South of Sudan", [("Sudan", "SDN")]),
        ("Ça ira, Peru", [("Peru", "PER")]),
        ("South — Sudan", [("Sudan", "SDN")]),
        ("", []),
    ],
)
def test_countries_in_a_text(text: str, found: list[tuple[str, str | None]]) -> None:
    assert countries(text) == found


@given(st.lists(st.sampled_from(["Peru", "South", "Sudan", "Korea", "North", "x", "é", "’s", "-", ".", " ", "\n"])))
def test_a_name_begins_and_ends_with_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    starts = {word.start() for word in WORD.finditer(text)}
    ends = {word.end() - cut for word in WORD.finditer(text) for cut in (0, 2)}
    assert all(start in starts and end in ends for start, end, _, _ in Names.of(Document(text), ()).mentions)
