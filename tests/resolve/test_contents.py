"""The contents that hold a place are those that a look through all of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Attribution, Span
from sayso.resolve.contents import Contents

TEXT = "a" * 5000
spans = st.tuples(st.integers(0, 4998), st.integers(1, 2500)).map(lambda x: Span.of(TEXT, x[0], min(5000, sum(x))))
attributions = st.lists(spans, min_size=1, max_size=3).map(
    lambda pieces: Attribution(pieces[0], None, tuple(sorted(pieces)))
)


@given(st.lists(attributions, max_size=6), spans)
def test_as_a_look_through_all(found: list[Attribution], span: Span) -> None:
    expected = [(piece, each) for each in found for piece in each.content if piece.holds(span)]
    assert list(Contents(found).holding(span)) == expected
