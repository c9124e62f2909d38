"""Which statement lies in the content of which: the innermost content that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..ledger import Span, Statement


def nest(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The same statements in the same order, each with `parent_id` set to the innermost one whose content holds it.

    A statement is held by its cue; one without a cue by its source and content. No statement becomes its own
    ancestor: of two that hold each other (two cues over one content) the one with the larger content is outside,
    and where those are equal the one whose id sorts first.
    """
    ids = [statement.id for statement in statements]
    order = sorted(range(len(statements)), key=lambda i: (-_size(statements[i]), ids[i]))
    ranks = {at: rank for rank, at in enumerate(order)}
    parents: list[str | None] = [None] * len(statements)
    for inner, around in _around(statements):
        # only one of lower rank may hold this one: parents then strictly descend in rank, so that no ring can arise
        lower = (outer for outer in around if ranks[outer] < ranks[inner] and ids[outer] != ids[inner])
        holding = [outer for outer in lower if _holds(statements[outer], statements[inner])]
        parents[inner] = ids[max(holding, key=ranks.__getitem__)] if holding else None
    return tuple(replace(statement, parent_id=parent) for statement, parent in zip(statements, parents, strict=True))


def _around(statements: tuple[Statement, ...]) -> Iterator[tuple[int, set[int]]]:
    """For each statement, by its position, those whose content is open where it stands: one walk along the text."""
    contents = sorted((span.start, span.end, at) for at, held in enumerate(statements) for span in held.content)
    anchors = ((_anchor(statement), at) for at, statement in enumerate(statements))
    begun, open_ = 0, list[tuple[int, int, int]]()
    for start, inner in sorted((anchor[0].start, at) for anchor, at in anchors if anchor):
        while begun < len(contents) and contents[begun][0] <= start:
            open_.append(contents[begun])
            begun += 1
        open_ = [content for content in open_ if content[1] > start]
        yield inner, {at for _, _, at in open_}


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _holds(outer: Statement, inner: Statement) -> bool:
    return outer.document_id == inner.document_id and all(
        any(span.holds(part) for span in outer.content) for part in _anchor(inner)
    )


def holding(outer: Statement, inner: Statement) -> tuple[Span, ...]:
    """The pieces of the outer one's content that hold the inner one."""
    anchor = _anchor(inner)
    return tuple(span for span in outer.content if any(span.holds(part) for part in anchor))


def _anchor(statement: Statement) -> tuple[Span, ...]:
    if statement.cue is not None:
        return (statement.cue,)
    return tuple(span for span in (statement.source, *statement.content) if span is not None)
