"""What the network sees between two statements: it adds to the table's odds, way by way, and is told as a reason."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.link import context, relate, respond
from sayso.link.candidates import WAYS, Way
from sayso.link.scoring import score
from sayso.link.view import SEEN, look
from tests.link.exchanges import staged

CLAIM = "Norland; allege; said; Sudmark had blocked the strait with its warships"
DENIAL = "Velk; deny; said; Norland's claim that Sudmark had blocked the strait was false"
ASIDE = "Orvania; state; said; the harvest was good"
EXCHANGE = staged("\n".join((CLAIM, DENIAL, ASIDE)))


def seeing(way: Way, row: int, column: int, odds: float):
    """What a network adds that sees one pair alone."""

    def ties(statements):
        seen = np.zeros((len(statements), len(statements), SEEN), np.float32)
        seen[row, column, WAYS.index(way)] = odds
        return seen

    return ties


def links(ties=None) -> dict[tuple[int, int, str], float]:
    place = {each.id: at for at, each in enumerate(sorted(EXCHANGE.statements, key=lambda each: each.start))}
    found = respond(EXCHANGE.document, EXCHANGE.statements, EXCHANGE.actors, ties)
    return {(place[r.from_id], place[r.to_id], r.relation): r.confidence for r in found}


def test_without_a_network_the_table_decides_alone() -> None:
    assert links() == links(seeing("contradict", 1, 0, 0.0))
    assert (1, 0, "denies") in links()


@pytest.mark.parametrize("odds", [-9.0, -1.0, 0.0, 1.0, 3.0])
def test_what_the_network_sees_moves_the_confidence(odds: float) -> None:
    with_it = links(seeing("contradict", 1, 0, odds)).get((1, 0, "denies"), 0.0)
    plain = links()[1, 0, "denies"]
    assert (with_it > plain) == (odds > 0)
    assert (with_it < plain) == (odds < 0)


def test_what_no_candidate_is_stays_none_whatever_the_network_sees() -> None:
    assert (2, 0, "denies") not in links(seeing("contradict", 2, 0, 20.0))


def test_the_reason_is_told() -> None:
    found = respond(EXCHANGE.document, EXCHANGE.statements, EXCHANGE.actors, seeing("contradict", 1, 0, 2.0))
    (denial,) = (each for each in found if each.relation == "denies")
    assert "the network sees a contradiction" in dict(denial.reasons)


def test_acts_and_links_are_weighed_by_the_same_eyes() -> None:
    ties = seeing("contradict", 1, 0, 2.0)
    weighed, found = relate(EXCHANGE.document, EXCHANGE.statements, EXCHANGE.actors, ties)
    assert found == respond(EXCHANGE.document, weighed, EXCHANGE.actors, ties)
    (view,) = look(EXCHANGE.document, weighed, EXCHANGE.actors, ties)
    assert view.seen[1, 0, WAYS.index("contradict")] == 2.0


def bare(row: int, column: int, odds: float):
    """What a network sees whatever the acts: one contradiction, and of every other pair that it is none."""

    def ties(statements):
        seen = np.zeros((len(statements), len(statements), SEEN), np.float32)
        seen[..., -1] = -9.0
        seen[row, column, -1] = odds
        return seen

    return ties


@pytest.mark.parametrize(
    ("ties", "told"),
    [
        (None, [0.0, 0.0, 0.0]),
        (bare(1, 0, 0.0), [0.0, 0.5, 0.0]),
        (bare(2, 2, 9.0), [0.0, 0.0, 0.0]),
        (bare(0, 2, 99.0), [1.0, 0.0, 0.0]),
    ],
)
def test_how_likely_a_statement_contradicts_another_whatever_its_act(ties, told: list[float]) -> None:
    """Nobody contradicts himself, and without a network nothing is known."""
    (view,) = look(EXCHANGE.document, EXCHANGE.statements, EXCHANGE.actors, ties)
    np.testing.assert_allclose(context.contradicts(score(view)), told, atol=1e-3)
