"""Acts in the light of the report: what is weighed again, by what, and what stays as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.ledger import ACTS, Document, Statement
from sayso.link import context, relate, respond
from sayso.link.scoring import score
from sayso.link.view import look
from tests.link.exchanges import Exchange, staged

# What a statement's own words say of its act, by the act that the notation gives it.
CHANCES: dict[str, tuple[tuple[str, float], ...]] = {
    "state": (("state", 0.46), ("allege", 0.44), ("assess", 0.1)),
    "deny": (("deny", 0.8), ("state", 0.2)),
}
CONTRADICTED, NAMES, OPPOSES, _ = context.MEASURES
BLOCKED = "Norland; state; said; Sudmark had blocked the strait with its warships"
DENIED = "Velk; deny; said; Norland's claim that Sudmark had blocked the strait was false"
ASIDE = "Orvania; state; said; the harvest was good"


def unsure(lines: str) -> Exchange:
    """The exchange with chances of acts, as the stages before leave them."""
    exchange = staged(lines)
    statements = (replace(each, acts=CHANCES.get(each.act, ())) for each in exchange.statements)
    return replace(exchange, statements=tuple(statements))


def weighed(exchange: Exchange) -> tuple[Statement, ...]:
    return relate(exchange.document, exchange.statements, exchange.actors)[0]


def measured(exchange: Exchange) -> dict[str, list[float]]:
    (view,) = look(exchange.document, exchange.statements, exchange.actors)
    return {name: values.round(2).tolist() for name, values in context.added(score(view)).items()}


# name, the exchange, the acts in the light of it
WEIGHED = [
    ("what the other side denies is a charge", (BLOCKED, DENIED), ["allege", "deny"]),
    ("what a bystander hears of is information", (BLOCKED, ASIDE), ["state", "state"]),
    ("what the speaker's own side denies is none", ("Hask; state; said; its harbour was shut",
     "Norland's foreign ministry; deny; denied; that the harbour was shut"), ["state", "deny"]),
    ("nobody is there beside it", (BLOCKED,), ["state"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "acts"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED])
def test_the_act_in_the_light_of_the_report(lines: tuple[str, ...], acts: list[str]) -> None:
    assert [each.act for each in weighed(unsure("\n".join(lines)))] == acts


@pytest.mark.parametrize("lines", [(BLOCKED, DENIED), (BLOCKED, ASIDE), (ASIDE, BLOCKED, DENIED)])
def test_chances_of_acts_stay_chances_and_the_first_is_the_act(lines: tuple[str, ...]) -> None:
    for each in weighed(unsure("\n".join(lines))):
        shares = [share for _, share in each.acts]
        assert sum(shares) == pytest.approx(1)
        assert shares == sorted(shares, reverse=True)
        assert each.act == each.acts[0][0]
        assert {act for act, _ in each.acts} <= set(ACTS)


@pytest.mark.parametrize(
    "lines", ["", BLOCKED, f"{ASIDE}\nMirkova; praise; praised; the cooks"], ids=["empty", "one", "apart"]
)
def test_what_the_report_tells_nothing_of_is_untouched(lines: str) -> None:
    exchange = unsure(lines) if lines else Exchange(Document("Nobody spoke."), (), ())
    assert weighed(exchange) == exchange.statements


def test_a_statement_without_chances_keeps_its_act() -> None:
    exchange = staged(f"{BLOCKED}\n{DENIED}")
    assert weighed(exchange) == exchange.statements


def test_statements_of_other_documents_are_left_as_they_are() -> None:
    here, there = unsure(f"{BLOCKED}\n{DENIED}"), unsure(f"{ASIDE}\n{BLOCKED}")
    both = (*there.statements, *here.statements)
    found, responses = relate(here.document, both, here.actors)
    assert (found[:2], found[2:]) == (there.statements, weighed(here))
    assert {response.to_id for response in responses} <= {each.id for each in here.statements}


def test_links_go_by_the_acts_as_weighed() -> None:
    exchange = unsure(f"{BLOCKED}\n{DENIED}")
    statements, responses = relate(exchange.document, exchange.statements, exchange.actors)
    assert [(each.relation, each.to_id) for each in responses] == [("denies", statements[0].id)]
    assert responses == respond(exchange.document, statements, exchange.actors)


@pytest.mark.parametrize(("act", "is_negated"), [("deny", False), ("reject", False), ("state", True)])
def test_no_denial_or_rejection_is_told_as_not_said(act: str, is_negated: bool) -> None:
    """Whoever "did not say that …" may turn out to deny it; then the "not" is part of the denial."""
    exchange = unsure(f"{BLOCKED}\n{DENIED}")
    told = replace(exchange.statements[1], act="state", acts=((act, 0.98), ("assess", 0.02)), negated=True)
    found = weighed(replace(exchange, statements=(exchange.statements[0], told)))[1]
    assert (found.act, found.negated) == (act, is_negated)


def test_the_measures() -> None:
    of = measured(unsure(f"{BLOCKED}\n{DENIED}\n{ASIDE}"))
    assert of[CONTRADICTED][0] > 0.5
    assert of[CONTRADICTED][1:] == [0, 0]
    assert of[NAMES] == [0.7, 1, 0]  # the first names the side of the second, the second the speaker of the first
    assert 0 < of[OPPOSES][0] <= 0.7
    assert 0 < of[OPPOSES][1] <= 1
    assert of[OPPOSES][2] == 0


def test_speakers_of_no_known_side_are_no_side_together() -> None:
    """One unknown who denies what Norland says puts no other unknown at odds with Norland."""
    exchange = unsure(f"""
        {BLOCKED}
        -; deny; it was denied; that the strait was blocked, Norland's claim being false
        -; state; it was said; that Norland had a good harvest""")
    statements = tuple(replace(s, actor_id=None) if i else s for i, s in enumerate(exchange.statements))
    of = measured(replace(exchange, statements=statements))
    assert of[NAMES][1:] == [1, 1]
    assert of[OPPOSES][1] > 0
    assert of[OPPOSES][2] == 0


def test_every_measure_has_weights_and_they_are_of_acts() -> None:
    assert context.ADDED.keys() == context.MEASURES.keys()
    assert {act for row in context.ADDED.values() for act in row} <= set(ACTS)
    assert np.isfinite([weight for row in context.ADDED.values() for weight in row.values()]).all()
