"""Sheets: the order of entries, nesting, what answers what in words, and what is left out where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.export.sheet import Entry, sheets
from sayso.ledger import Document, Figure, Ledger, Response, Statement
from tests import sample
from tests.ledger.strategies import ledgers

(SHEET,) = sheets(sample.LEDGER)


def entry(statement: Statement) -> Entry:
    return next(e for e in SHEET.entries if e.statement.id == statement.id)


def test_entries_stand_in_the_order_of_the_text_and_nested_ones_after_their_parent() -> None:
    assert [e.statement for e in SHEET.entries] == list(sample.STATEMENTS)
    assert [e.number for e in SHEET.entries] == list(range(1, 11))
    assert [e.number for e in SHEET.entries if e.depth] == [3]


def test_a_figure_stands_in_the_innermost_content() -> None:
    assert [(f.span.text, e.number if e else None) for f, e in SHEET.figures_within] == [
        (figure.span.text, max((e.number for e in SHEET.entries if _holds(e, figure)), default=None))
        for figure in sample.LEDGER.figures
    ]
    assert any(e for _, e in SHEET.figures_within)


def _holds(entry: Entry, figure: Figure) -> bool:
    return any(piece.holds(figure.span) for piece in entry.statement.content)


def test_header() -> None:
    assert SHEET.title == "Harbour board denies selling tainted gravel"
    assert SHEET.byline == "The Tarn Courier · 14 May 2024 · 117 words · 10 statements · 2 unanswered"


@pytest.mark.parametrize(
    ("document", "title", "byline"),
    [
        (Document("One word.", path="a/b.txt"), "a/b.txt", "undated · 2 words · 0 statements"),
        (Document("Word", published=date(2024, 1, 2)), "Untitled report", "2 January 2024 · 1 word · 0 statements"),
    ],
)
def test_header_of_a_report_of_which_little_is_known(document: Document, title: str, byline: str) -> None:
    (sheet,) = sheets(Ledger((document,)))
    assert (sheet.title, sheet.byline) == (title, byline)


@pytest.mark.parametrize(
    ("statement", "speaker", "role", "mention", "wording"),
    [
        (sample.DENIAL, "Tarn Harbour Board", "", "", "Mayor Ilse Brandt’s claim … (3)"),
        (sample.CLAIM, "Ilse Brandt", "Mayor", "", "that it had sold tainted gravel to three schools"),
        (
            sample.QUOTATION,
            "Piet Oduya",
            "spokesman",
            "",
            "“Not one lorry left our yard without a test,” … “and the papers show it.”",
        ),
        (sample.RUMOUR, "unattributed", "", "", "at night"),
        (sample.SILENCE, "Bureau of Inspection", "", "The regional inspectorate", ""),
    ],
)
def test_who_says_what(statement: Statement, speaker: str, role: str, mention: str, wording: str) -> None:
    shown = entry(statement)
    assert (shown.speaker, shown.role, shown.mention, shown.wording) == (speaker, role, mention, wording)


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        (sample.HEADLINE, [("=", "same remark as (2)")]),
        (sample.DENIAL, [("↳", "denies Brandt’s claim (3)"), ("=", "same remark as (1)")]),
        (sample.CLAIM, [("←", "denied by Oduya (4), Tarn Harbour Board (2)")]),
        (sample.REFUSAL, [("↳", "rejects Brandt’s demand (5)")]),
        (sample.THREAT, []),
    ],
)
def test_what_answers_what(statement: Statement, lines: list[tuple[str, str]]) -> None:
    assert [(line.sign, line.words) for line in entry(statement).tie_lines] == lines


def test_an_answer_quotes_what_it_answers_and_the_answered_does_not() -> None:
    assert entry(sample.REFUSAL).tie_lines[0].excerpt == "that the board open its books within ten days"
    assert entry(sample.DEMAND).tie_lines[0].excerpt == ""


@pytest.mark.parametrize(
    ("statement", "marks"),
    [
        (sample.THREAT, (("on condition", "If the digging goes on"),)),
        (sample.RUMOUR, (("doubted by the report", ""),)),
        (sample.REMARK, (("endorsed by the report", ""),)),
        (sample.DEMAND, ()),
    ],
)
def test_what_is_out_of_the_ordinary(statement: Statement, marks: tuple[tuple[str, str], ...]) -> None:
    assert entry(statement).marks == marks


def test_a_negated_statement_says_so() -> None:
    (sheet,) = sheets(replace(sample.LEDGER, statements=(replace(sample.DEMAND, negated=True),)))
    assert sheet.entries[0].act == "not demand"


def test_ties_to_another_report_name_it() -> None:
    other = Document("Mill owners deny all.", publisher="Evening Post")
    retold = Statement(
        other.id,
        None,
        None,
        sample.span("deny", document=other),
        (sample.span("all", document=other),),
        "indirect",
        "deny",
    )
    ledger = replace(
        sample.LEDGER,
        documents=(*sample.LEDGER.documents, other),
        statements=(*sample.STATEMENTS, retold),
        responses=(Response(retold.id, sample.CLAIM.id, "denies"),),
    )
    first, second = sheets(ledger)
    assert first.entries[2].tie_lines[0].words == "denied by an unnamed source (1 in Evening Post)"
    assert second.entries[0].tie_lines[0].words == "denies Brandt’s claim (3 in The Tarn Courier)"


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ledgers())
def test_every_statement_is_shown_once_whatever_the_ledger(ledger: Ledger) -> None:
    shown = [e.statement.id for sheet in sheets(ledger) for e in sheet.entries]
    known = {document.id for document in ledger.documents}
    assert sorted(shown) == sorted(s.id for s in ledger.statements if s.document_id in known)
