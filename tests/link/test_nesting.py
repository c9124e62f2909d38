"""Statements inside statements: who holds whom, and that nobody holds himself."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso.ledger import Document, Span, Statement
from sayso.link import nest
from tests.link.test_properties import Report, reports


def cut(text: str, source: str, cue: str, *content: str) -> Statement:
    def span(part: str) -> Span | None:
        return Span.of(text, text.index(part), text.index(part) + len(part)) if part else None

    told = tuple(found for part in content if (found := span(part)))
    return Statement(Document(text).id, span(source), None, span(cue), told, "indirect", "state")


DEEP = "Osk denied Pell’s claim that Ruhl had said the mill was shut, and left."
SPLIT = "“It was,” Osk said, “what Pell called a farce.”"
# text, statements as (source, cue, content …), the number of each one's parent
NESTED: list[tuple[str, list[tuple[str, ...]], list[int | None]]] = [
    (
        DEEP,
        [
            ("Ruhl", "had said", "the mill was shut"),
            ("Pell", "claim", "that Ruhl had said the mill was shut"),
            ("Osk", "denied", "Pell’s claim that Ruhl had said the mill was shut"),
        ],
        [1, 2, None],
    ),
    (SPLIT, [("Osk", "said", "“It was,”", "“what Pell called a farce.”"), ("Pell", "called", "a farce")], [None, 0]),
    (DEEP, [("Osk", "denied", "Pell’s claim"), ("Ruhl", "", "the mill was shut")], [None, None]),
    (
        DEEP,
        [("Osk", "denied", "claim that Ruhl had said the mill was shut"), ("Ruhl", "", "the mill was shut")],
        [None, 0],
    ),
    (SPLIT, [("Osk", "said", "“It was,”"), ("Pell", "called", "a farce")], [None, None]),
    # the cue stands in the other's content and the other way round: the larger content is outside
    (
        DEEP,
        [("Osk", "claim", "Osk denied"), ("Pell", "denied", "claim that Ruhl had said the mill was shut")],
        [1, None],
    ),
]


@pytest.mark.parametrize(("text", "rows", "parents"), NESTED)
def test_parent_is_the_innermost_holder(text: str, rows: list[tuple[str, ...]], parents: list[int | None]) -> None:
    statements = tuple(cut(text, *row) for row in rows)
    expected = [None if parent is None else statements[parent].id for parent in parents]
    assert [statement.parent_id for statement in nest(statements)] == expected
    assert [s.parent_id for s in nest(statements[::-1])] == expected[::-1]


@given(reports())
def test_nobody_is_his_own_ancestor(report: tuple[Document, tuple[Statement, ...], object]) -> None:
    nested = nest(report[1])
    parents = {statement.id: statement.parent_id for statement in nested}
    assert [s.id for s in nested] == [s.id for s in report[1]]
    for statement in nested:
        seen, at = set(), statement.parent_id
        while at is not None:
            assert at != statement.id
            assert at not in seen
            seen.add(at)
            at = parents[at]


@given(reports())
def test_nesting_twice_changes_nothing(report: tuple[Document, tuple[Statement, ...], object]) -> None:
    nested = nest(report[1])
    assert nest(nested) == nested


@given(reports())
def test_the_parent_is_the_smallest_that_holds_it(report: Report) -> None:
    _, statements, _ = report
    ids = [statement.id for statement in statements]

    def rank(at: int) -> tuple[int, str]:
        return -sum(span.end - span.start for span in statements[at].content), ids[at]

    def holds(outer: Statement, inner: Statement) -> bool:
        anchor = (inner.cue,) if inner.cue else (inner.source, *inner.content)
        parts = [part for part in anchor if part]
        return bool(parts) and all(any(span.holds(part) for span in outer.content) for part in parts)

    order = sorted(range(len(statements)), key=rank)
    for at, found in enumerate(nest(statements)):
        lower = [o for o in order[: order.index(at)] if ids[o] != ids[at] and holds(statements[o], statements[at])]
        assert found.parent_id == (ids[lower[-1]] if lower else None)
