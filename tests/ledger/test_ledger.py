"""Ledgers: stable ids, merging in any order and any number of times, and what stays unanswered."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import Actor, Dispute, Document, Event, Figure, Ledger, Response, Span, Statement
from tests.ledger.strategies import ledgers

TEXT = "“We never left,” Ana Quill said. The port had claimed that 40 boats sailed."
REPORT = Document(TEXT, published=date(2021, 5, 3))


def statement(start: int, end: int, act: str = "state", negated: bool = False) -> Statement:
    cue = Span.of(TEXT, start, end)
    return Statement(REPORT.id, None, None, cue, (), "indirect", act, negated=negated)  # type: ignore[arg-type]


# Ids are promised to other programs and other machines: a change here breaks every stored ledger.
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Document(""), "de3b0c44298fc1c14"),
        (REPORT, "d2124cd0a66369f2a"),
        (Document(TEXT, path="elsewhere.txt", title="Another title"), "d2124cd0a66369f2a"),
        (statement(27, 31), "s13ac193448c7b333"),
        (
            Statement(REPORT.id, Span.of(TEXT, 17, 26), None, None, (Span.of(TEXT, 0, 16),), "direct", "deny"),
            "sd33626c5ee421dec",
        ),
        (Actor("Ana Quill", "person"), "a882d5f874aa86e03"),
        (Actor("ANA  Quíll", "person", aliases=("Quill",)), "a882d5f874aa86e03"),
        (Actor("Ana Quill", "person", "GBR"), "a61fa6c05480a9114"),
        (Actor("an official", "unnamed", scope=REPORT.id), "afd9ba58b3afbb10d"),
        (Event(REPORT.id, Span.of(TEXT, 68, 74), "RETREAT"), "e1d5c7ba0a82b38e8"),
        (Figure(REPORT.id, Span.of(TEXT, 59, 67), value=40), "fc039730b38720745"),
        (Dispute("Did they leave?", ("s2", "s1")), "qc4bec47bb690f6cf"),
        (Dispute("Another title", ("s1", "s2")), "qc4bec47bb690f6cf"),
    ],
)
def test_ids_are_what_they_always_were(value: Document | Statement | Actor, expected: str) -> None:
    assert value.id == expected


# Few texts and names, so that ledgers overlap and tell the same thing differently.
_reports = st.builds(
    Document,
    text=st.sampled_from(["a b c", "d é 🛶"]),
    path=st.sampled_from([None, "one.txt", "two.txt"]),
    published=st.sampled_from([None, date(2021, 5, 3)]),
)
_overlapping = st.lists(ledgers(_reports), min_size=1, max_size=3)
_patient = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@_patient
@given(_overlapping)
def test_merging_does_not_depend_on_the_order(parts: list[Ledger]) -> None:
    merged = Ledger.merged(parts)
    for order in permutations(parts):
        assert Ledger.merged(order) == merged
    assert Ledger.merged([parts[0], Ledger.merged(parts[1:])]) == merged


@_patient
@given(_overlapping)
def test_merging_again_changes_nothing(parts: list[Ledger]) -> None:
    merged = Ledger.merged(parts)
    assert Ledger.merged([merged]) == merged
    assert Ledger.merged([merged, *parts, merged]) == merged
    assert {s.id for s in merged.statements} == {s.id for part in parts for s in part.statements}


def test_merging_keeps_the_fuller_of_two_tellings() -> None:
    bare, known = Ledger((Document("x"),)), Ledger((Document("x", title="X", publisher="The Paper"),))
    assert Ledger.merged([bare, known]) == Ledger.merged([known, bare]) == known


def test_merging_pools_what_reports_know_of_an_actor() -> None:
    one = Actor("Ana Quill", "person", aliases=("Quill",), mentions=((REPORT.id, Span.of(TEXT, 17, 26)),))
    two = Actor("Ana Quill", "person", sector="GOV", aliases=("Ms Quill",))
    (actor,) = Ledger.merged([Ledger(actors=(one,)), Ledger(actors=(two,))]).actors
    assert actor.aliases == ("Ms Quill", "Quill")
    assert (actor.sector, actor.mentions) == ("GOV", one.mentions)


CLAIM, ECHO, DENIAL = statement(42, 53, "allege"), statement(54, 58, "allege"), statement(27, 31, "deny")


@pytest.mark.parametrize(
    ("statements", "responses", "waiting"),
    [
        ([CLAIM], [], [CLAIM]),
        ([DENIAL], [], []),
        ([CLAIM, DENIAL], [Response(DENIAL.id, CLAIM.id, "denies")], []),
        ([CLAIM, DENIAL], [Response(DENIAL.id, CLAIM.id, "same_utterance")], [CLAIM]),
        ([CLAIM, ECHO], [Response(ECHO.id, CLAIM.id, "repeats")], [CLAIM, ECHO]),
        (
            [CLAIM, ECHO, DENIAL],
            [Response(ECHO.id, CLAIM.id, "repeats"), Response(DENIAL.id, CLAIM.id, "denies")],
            [],
        ),
        (
            [CLAIM, ECHO, DENIAL],
            [Response(ECHO.id, CLAIM.id, "repeats"), Response(DENIAL.id, ECHO.id, "answers")],
            [],
        ),
        ([statement(42, 53, "demand", negated=True)], [], []),
    ],
    ids=["alone", "awaits nothing", "denied", "retold only", "repeated", "answered once", "echo answered", "not made"],
)
def test_unanswered(statements: list[Statement], responses: list[Response], waiting: list[Statement]) -> None:
    ledger = Ledger((REPORT,), (), tuple(statements), tuple(responses))
    assert ledger.unanswered() == tuple(waiting)


def test_looking_up_by_id() -> None:
    actor = Actor("Ana Quill", "person")
    ledger = Ledger((REPORT,), (actor,), (CLAIM,))
    assert (ledger.document(REPORT.id), ledger.actor(actor.id), ledger.statement(CLAIM.id)) == (REPORT, actor, CLAIM)
    assert (ledger.document("d0"), ledger.actor(None), ledger.statement("")) == (None, None, None)


def test_a_notebook_shows_a_table_that_hostile_text_cannot_break() -> None:
    text = "<script>alert(1)</script>"
    report = Document(text)
    said = Statement(report.id, None, None, None, (Span.of(text, 0, len(text)),), "indirect", "state")
    html = Ledger((report,), (), (said,))._repr_html_()
    assert "1 statements in 1 documents" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
