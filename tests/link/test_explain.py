"""Why statements are tied: what is told is what the linker weighed, and a link that fell short is below its bar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ledger import Decision, Option, Reason, Statement, Weighing
from sayso.link import explain, in_report, relate, respond
from sayso.link.evidence import SHOWN
from sayso.link.features import FEATURES
from sayso.link.weights import BIAS
from tests.link.exchanges import Exchange, staged

EXCHANGES = [
    """
    Brel; allege; said; Sudmark had buried waste near the lake
    Velk; deny; said; those remarks by Minister Brel were false""",
    """
    Velk; deny; rejected; Brel's claim that Sudmark was jamming radars
    > Brel; allege; claim; that Sudmark was jamming radars""",
    """
    # Norland; demand; demands; that Sudmark leave the bay
    Norland; demand; demanded; that Sudmark leave the bay at once
    Sudmark; reject; said; it would not leave the bay
    Orvania; state; said; the harvest was good""",
    """
    Brel; allege; said; Sudmark had buried waste near the lake
    Orvania; praise; praised; the harvest""",
]


def links_of(exchange: Exchange) -> dict[str, tuple[Weighing, ...]]:
    parts = (exchange.document, exchange.statements, exchange.actors)
    return {statement.id: explain(*parts, statement)[1] for statement in exchange.statements}


@pytest.mark.parametrize("lines", EXCHANGES)
def test_every_response_is_told_at_both_ends_and_nothing_else_as_made(lines: str) -> None:
    exchange = staged(lines)
    made = respond(exchange.document, exchange.statements, exchange.actors)
    for statement_id, links in links_of(exchange).items():
        own = {(r.from_id, r.to_id, r.relation, r.confidence) for r in made if statement_id in (r.from_id, r.to_id)}
        assert {(x.from_id, x.to_id, x.relation, x.probability) for x in links if x.is_made} == own


@pytest.mark.parametrize("lines", EXCHANGES)
def test_a_link_that_is_made_reaches_its_bar_and_another_does_not(lines: str) -> None:
    for links in links_of(staged(lines)).values():
        for link in links:
            if link.bar is not None and link.probability is not None:
                assert link.is_made or link.probability < link.bar or link.note.startswith("the later one")
                assert not link.is_made or link.probability >= link.bar
                assert link.start in BIAS.values()


def test_an_allegation_that_nobody_answers_has_its_likeliest_candidate_told() -> None:
    exchange = staged(EXCHANGES[3])
    (missed,) = links_of(exchange)[exchange.statements[0].id]
    assert not missed.is_made
    assert missed.note.startswith("below the bar")
    assert (missed.from_id, missed.to_id) == (exchange.statements[1].id, exchange.statements[0].id)


def test_the_reasons_are_those_of_the_response_with_the_words_that_show_them() -> None:
    exchange = staged(EXCHANGES[0])
    (response,) = respond(exchange.document, exchange.statements, exchange.actors)
    (link,) = links_of(exchange)[response.from_id]
    assert {reason.words: reason.added for reason in link.reasons}.items() <= dict(response.reasons).items()
    assert link.evidence == response.evidence
    shown = {reason.words: [span.text for span in reason.spans] for reason in link.reasons}
    assert shown["it names the saying"] == ["those remarks"]
    assert shown["it names the speaker"] == ["Minister Brel"]


def test_the_features_that_are_shown_by_words_are_features() -> None:
    assert set(SHOWN) <= {name for name, _, _ in FEATURES}


def test_why_a_claim_lies_inside_a_denial() -> None:
    exchange = staged(EXCHANGES[1])
    outer, inner = exchange.statements
    parent, _ = explain(exchange.document, exchange.statements, exchange.actors, inner)
    assert parent.answer == outer.id
    assert parent.spans == outer.content
    assert parent.reasons[0].spans == (inner.cue,)
    assert explain(exchange.document, exchange.statements, exchange.actors, outer)[0].answer is None


# What the earlier stages told of the first statement below, before the report was taken as a whole.
ALONE = Decision("act", "allege", 0.44, reasons=(Reason("the word of saying", -0.1),), options=(Option("state", 0.46),))
WHO = Decision("who", "Norland")


def asked(lines: str, is_unsure: bool = True) -> tuple[Statement, tuple[Decision, ...]]:
    """The first statement of the exchange as the report leaves it, and the decisions with what the report told."""
    exchange = staged(lines)
    chances = (("state", 0.46), ("allege", 0.44), ("assess", 0.1)) if is_unsure else ()
    alone = (replace(exchange.statements[0], acts=chances), *exchange.statements[1:])
    first = relate(exchange.document, alone, exchange.actors)[0][0]
    return first, in_report(exchange.document, alone, exchange.actors, first, (WHO, ALONE))


BLOCKED = "Norland; state; said; Sudmark had blocked the strait with its warships"
DENIED = f"""{BLOCKED}
    Velk; deny; said; Norland's claim that Sudmark had blocked the strait was false"""


def test_what_the_report_told_of_an_act_is_a_reason_with_the_chances_after_it() -> None:
    first, (who, act) = asked(DENIED)
    chances = dict(first.acts)
    assert (first.act, who, act.answer) == ("allege", WHO, "allege")
    assert act.probability == round(chances["allege"], 3)
    assert [(one.answer, one.probability) for one in act.options] == [("state", round(chances["state"], 3))]
    told = [reason for reason in act.reasons if reason.words.startswith("the report: ")]
    assert told
    assert all(reason.added for reason in told)
    assert "the word of saying" in {reason.words for reason in act.reasons}
    added = [reason.added or 0.0 for reason in act.reasons]
    assert added == sorted(added, reverse=True)


@pytest.mark.parametrize(
    ("lines", "is_unsure"),
    [(BLOCKED, True), (f"{BLOCKED}\nOrvania; state; said; the harvest was good", True), (DENIED, False)],
    ids=["one statement", "nothing told", "not weighed"],
)
def test_where_the_report_tells_nothing_the_decision_has_no_more_reasons(lines: str, is_unsure: bool) -> None:
    _, (_, act) = asked(lines, is_unsure)
    assert act.reasons == ALONE.reasons
    assert [one.reasons for one in act.options] == [()]
    assert is_unsure or act == ALONE
