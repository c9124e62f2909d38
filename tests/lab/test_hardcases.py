"""Scoring the hard cases: what counts as found, and the figures made of it."""

from __future__ import annotations

import pytest

from lab.hardcases import Outcome, match, score
from lab.hardtables import Case, parse
from sayso.ledger import Span, Statement
from sayso.link import nest


def statement(text: str, source: str | None, cue: str, content: str | None) -> Statement:
    def span(words: str | None) -> Span | None:
        return Span.of(text, text.index(words), text.index(words) + len(words)) if words else None

    told = span(content)
    return Statement("d1", span(source), None, span(cue), (told,) if told else (), "indirect", "state")


def outcome(case: Case, *rows: tuple[str | None, str, str | None]) -> Outcome:
    statements = nest(tuple(statement(case.text, *row) for row in rows))
    return Outcome(case, statements, match(case, statements))


SAID = parse("[s The old miller] [c said] [t the wheel had stopped for good].")
SILENT = parse("[s The old miller] [c declined to comment].")
SOURCELESS = parse("[c It is feared] [t that the wheel has stopped].")
NESTED = parse("[s1 The miller] [c1 denied] [t1 [c2 talk of] [t2 a sale of the old wheel]].")


@pytest.mark.parametrize(
    ("case", "row", "is_found"),
    [
        (SAID, ("miller", "said", "the wheel had stopped for good"), True),
        (SAID, ("The old miller", "said", "wheel had stopped"), True),
        (SAID, ("The old miller", "said", "stopped for"), False),
        (SAID, (None, "said", "the wheel had stopped for good"), False),
        (SILENT, ("The old miller", "declined", None), True),
        (SILENT, ("The old miller", "declined to", "comment"), True),
        (SILENT, (None, "declined to comment", None), False),
        (SOURCELESS, (None, "feared", "that the wheel has stopped"), True),
    ],
)
def test_what_counts_as_found(case: Case, row: tuple[str | None, str, str | None], is_found: bool) -> None:
    result = outcome(case, row)
    assert bool(result.found) == is_found
    assert len(result.missed) == len(result.extra) == (not is_found)


def test_one_statement_serves_one_reference() -> None:
    result = outcome(SAID, ("miller", "said", "wheel had stopped for"), ("miller", "said", "the wheel had stopped"))
    measured = score([result])
    assert (measured.hits, measured.given, measured.there) == (1, 2, 1)
    assert measured.f1 == pytest.approx(200 / 3)
    assert measured.left_alone == 0


def test_parents_count_where_both_ends_are_found() -> None:
    outer, inner = ("miller", "denied", "talk of a sale of the old wheel"), (None, "talk of", "a sale of the old wheel")
    assert score([outcome(NESTED, outer, inner)]).parents == 100
    assert score([outcome(NESTED, inner)]).parents == 0
    assert score([outcome(NESTED, outer)]).parents == 0
