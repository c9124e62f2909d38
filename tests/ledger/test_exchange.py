"""Exchanges: tellings of one saying are one, answers stand beneath it, and a third party's answer is told as such."""

from __future__ import annotations

import pytest

from sayso.ledger import Actor, Response, Statement
from sayso.ledger.exchange import gather
from sayso.ledger.span import Span
from sayso.ledger.statement import Act

NORLAND, SUDMARK, ORVANIA = (
    Actor(name, "state", code) for name, code in (("Norland", "XNO"), ("Sudmark", "XSU"), ("Orvania", "XOR"))
)
VELK = Actor("Tor Velk", "person", "XSU")
ACTORS = (NORLAND, SUDMARK, ORVANIA, VELK)


def said(at: int, by: Actor | None, act: Act, *targets: Actor, negated: bool = False) -> Statement:
    return Statement(
        "d", None, by.id if by else None, Span(at, at + 4, "said"), (Span(at + 5, at + 9, "that"),), "indirect", act,
        target_ids=tuple(actor.id for actor in targets), negated=negated,
    )  # fmt: skip


CHARGE, ECHO = said(10, NORLAND, "allege", SUDMARK), said(30, NORLAND, "allege", SUDMARK)
AIMLESS = said(10, NORLAND, "allege")
DENIAL, DOUBT, HEARSAY = said(50, VELK, "deny"), said(70, ORVANIA, "deny"), said(90, None, "deny")
NEWS, REFUSAL = said(110, SUDMARK, "announce"), said(130, NORLAND, "reject")


def link(later: Statement, relation: str, earlier: Statement) -> Response:
    return Response(later.id, earlier.id, relation)  # type: ignore[arg-type]


# name, statements, links, then for each exchange: its opening, who answers it, whether only others do
CASES = [
    ("unanswered", [CHARGE], [], [(CHARGE, [], False)]),
    ("not made", [said(10, NORLAND, "allege", negated=True)], [], []),
    ("nothing waits", [NEWS, REFUSAL], [], []),
    ("answered by the accused state’s president", [CHARGE, DENIAL], [(1, "denies", 0)], [(CHARGE, [DENIAL], False)]),
    ("by a third party", [CHARGE, DOUBT], [(1, "denies", 0)], [(CHARGE, [DOUBT], True)]),
    ("whoever refuses was asked", [CHARGE, DOUBT], [(1, "rejects", 0)], [(CHARGE, [DOUBT], False)]),
    ("by both", [CHARGE, DENIAL, DOUBT], [(1, "denies", 0), (2, "denies", 0)], [(CHARGE, [DENIAL, DOUBT], False)]),
    ("by nobody knows whom", [CHARGE, HEARSAY], [(1, "denies", 0)], [(CHARGE, [HEARSAY], False)]),
    ("aimed at nobody knows whom", [AIMLESS, DOUBT], [(1, "denies", 0)], [(AIMLESS, [DOUBT], False)]),
    ("the second telling is answered", [CHARGE, ECHO, DENIAL], [(1, "repeats", 0), (2, "denies", 1)],
     [(CHARGE, [DENIAL], False)]),
    ("what did not wait is answered", [NEWS, REFUSAL], [(1, "rejects", 0)], [(NEWS, [REFUSAL], False)]),
    ("a telling does not answer its like", [CHARGE, ECHO], [(1, "repeats", 0), (1, "answers", 0)],
     [(CHARGE, [], False)]),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "links", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_exchanges(statements: list[Statement], links: list[tuple[int, str, int]], wanted: list[object]) -> None:
    responses = [link(statements[later], relation, statements[earlier]) for later, relation, earlier in links]
    place = {statement.id: statement for statement in statements}
    found = gather(statements, responses, ACTORS)
    assert [(f.opening, [place[r.from_id] for r in f.answers], f.is_by_others) for f in found] == wanted
    assert [f.is_unanswered for f in found] == [not f.answers for f in found]
