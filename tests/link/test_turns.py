"""Each act and each relation in a short exchange, and the same with a line that answers nothing."""

from __future__ import annotations

from typing import get_args

import pytest

from sayso.ledger import ACTS
from sayso.ledger.response import Relation
from sayso.link import respond
from tests.link.exchanges import staged
from tests.link.turns import TURNS, Turn

NAMES = [turn[0] for turn in TURNS]
# Found where they stand side by side and not with another's remark between: what concedes or keeps silent is rare,
# and the fit on world news has made the weights wary of what stands far.
ONLY_NEAR = frozenset({"an acknowledgement of another's doing", "a proposal is backed", "silence on a charge"})


def links(lines: str) -> list[tuple[int, str, int]]:
    exchange = staged(lines)
    place = {statement.id: i for i, statement in enumerate(exchange.statements)}
    found = respond(exchange.document, exchange.statements, exchange.actors)
    return [(place[r.from_id], r.relation, place[r.to_id]) for r in found]


@pytest.mark.parametrize("turn", TURNS, ids=NAMES)
def test_an_answer_is_found(turn: Turn) -> None:
    _, saying, answer, relation, _ = turn
    assert links(f"{saying}\n{answer}") == [(1, relation, 0)]


@pytest.mark.parametrize("turn", TURNS, ids=NAMES)
def test_what_answers_nothing_is_left_alone(turn: Turn) -> None:
    _, saying, _, _, other = turn
    assert links(f"{saying}\n{other}") == []


@pytest.mark.parametrize("turn", TURNS, ids=NAMES)
def test_the_answer_is_found_behind_what_answers_nothing(turn: Turn) -> None:
    """A bystander's remark in between does not take the answer for itself, nor is it taken for one."""
    name, saying, answer, relation, _ = turn
    remark = "Mirkova; state; said; her tour would go on"
    later = answer.removeprefix("/")
    is_found = (2, relation, 0) in links(f"{saying}\n/{remark}\n{later}")
    assert is_found == (name not in ONLY_NEAR)


def test_the_table_covers_every_act_and_relation() -> None:
    acts = {line.split(";")[1].strip() for turn in TURNS for line in (turn[1], turn[2], turn[4])}
    assert acts == set(ACTS)
    assert {turn[3] for turn in TURNS} == set(get_args(Relation))
    assert 2 * len(TURNS) >= 74
