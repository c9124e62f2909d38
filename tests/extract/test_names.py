"""Names: whole words, the likeliest path, one type a name in a document."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.heads import MENTION_TYPES
from sayso.extract.names import Name, mentions, names
from sayso.extract.windows import Window
from sayso.ledger import Span

LABELS = ["O", *(f"{mark}-{kind}" for kind in MENTION_TYPES for mark in "BI")]


def window(text: str, core: int = 0) -> Window:
    """Pieces of at most four characters, as a tokeniser might cut."""
    pieces = [m.span() for m in re.finditer(r"\w{1,4}|[^\w\s]", text)]
    start, end = (np.array(side, dtype=np.int32) for side in zip(*pieces, strict=True))
    nothing = np.zeros(len(pieces), dtype=np.int32)
    return Window(nothing, start, end, nothing, nothing, nothing, core)


def scores(text: str, labels: dict[str, str]) -> np.ndarray:
    """Plain scores: a piece's label is that of the text it stands in, begin at its first character, else inside."""
    cut = window(text)
    out = np.full((len(cut.start), len(LABELS)), -3.0, dtype=np.float32)
    out[:, 0] = 3.0
    for called, kind in labels.items():
        for found in re.finditer(re.escape(called), text):
            inside = np.flatnonzero((cut.start >= found.start()) & (cut.end <= found.end()))
            out[inside, 0], out[inside, LABELS.index(f"I-{kind}")] = -3.0, 3.0
            out[inside[0], [LABELS.index(f"I-{kind}"), LABELS.index(f"B-{kind}")]] = -3.0, 3.0
    return out


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("The envoy met Amina Okonjo in Abuja.", {"Amina Okonjo": "person", "Abuja": "place"},
         [("Amina Okonjo", "person"), ("Abuja", "place")]),
        # a word is one whole, whatever its later pieces say
        ("He left Ouagadougou early.", {"Ouag": "place"}, [("Ouagadougou", "place")]),
        ("He left Ouagadougou early.", {"adou": "place"}, []),
        # the ending of a possessive is not part of a name
        ("It was Okonjo’s plan.", {"Okonjo’s": "person"}, [("Okonjo", "person")]),
        ("Nobody was named.", {}, []),
        ("Rabat, Tunis, Algiers", {"Rabat": "place", "Tunis": "place", "Algiers": "place"},
         [("Rabat", "place"), ("Tunis", "place"), ("Algiers", "place")]),
    ],
)  # fmt: skip
def test_names(text: str, labels: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = mentions(list(names(text, window(text), scores(text, labels))))
    assert [(each.span.text, each.type) for each in found] == expected


def test_an_inside_comes_after_its_own_type_alone() -> None:
    text = "Bank Ghana spoke"
    each = scores(text, {})
    each[0, LABELS.index("B-organisation")] = 5.0
    each[1, [LABELS.index("I-person"), LABELS.index("I-organisation")]] = 5.0, 4.9
    (found,) = mentions(list(names(text, window(text), each)))
    assert (found.span.text, found.type) == ("Bank Ghana", "organisation")


def test_context_belongs_to_the_window_before() -> None:
    text = "Amina Okonjo. Amina Okonjo."
    cut = window(text, core=5)
    assert [each.span.start for each in names(text, cut, scores(text, {"Amina Okonjo": "person"}))] == [14]


@pytest.mark.parametrize(
    ("sure", "expected"),
    [((0.9, 0.6, 0.6), "person"), ((0.9, 0.02, 0.02), "place"), ((0.5, 0.5, 0.5), "person")],
)
def test_one_type_a_name(sure: tuple[float, ...], expected: str) -> None:
    """Each place says how likely "person" is against "place"; all places of a name have one type."""
    text = "Lincoln and Lincoln and Lincoln and Omaha"
    places = [m.start() for m in re.finditer("Lincoln", text)]
    other = 1e-9
    found = [
        Name(Span.of(text, at, at + 7), np.log([p, other, 1 - p, other, other]), 0.9)
        for at, p in zip(places, sure, strict=True)
    ]
    omaha = Name(Span.of(text, 36, 41), np.log([other, other, 1.0, other, other]), 0.9)
    assert [each.type for each in mentions([*found, omaha])] == [expected] * 3 + ["place"]


@given(st.text("aB ’s.\n", min_size=1, max_size=40), st.integers(0, 2**32 - 1))
def test_spans_are_the_text_for_any_scores(text: str, seed: int) -> None:
    if not re.search(r"\w|[^\w\s]", text):
        return
    cut = window(text)
    any_scores = np.random.default_rng(seed).normal(0, 4, (len(cut.start), len(LABELS))).astype(np.float32)
    for each in mentions(list(names(text, cut, any_scores))):
        assert each.span.text == text[each.span.start : each.span.end] != ""
        assert 0.0 <= each.confidence <= 1.0
