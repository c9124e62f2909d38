"""Which statement lies in the content of which: the innermost content that holds it."""

from __future__ import annotations

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
    parents: list[str | None] = [None] * len(statements)
    for at, inner in enumerate(order):
        # only one of lower rank may hold this one: parents then strictly descend in rank, so that no ring can arise
        for outer in reversed(order[:at]):
            if ids[outer] != ids[inner] and _holds(statements[outer], statements[inner]):
                parents[inner] = ids[outer]
                break
    return tuple(replace(statement, parent_id=parent) for statement, parent in zip(statements, parents, strict=True))


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _holds(outer: Statement, inner: Statement) -> bool:
    anchor = _anchor(inner)
    return (
        outer.document_id == inner.document_id
        and bool(anchor)
        and all(any(span.holds(part) for span in outer.content) for part in anchor)
    )


def _anchor(statement: Statement) -> tuple[Span, ...]:
    if statement.cue is not None:
        return (statement.cue,)
    return tuple(span for span in (statement.source, *statement.content) if span is not None)
