"""Which statements wait for an answer: worked out anew for those that a change may reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, or_, select, update

from ..ledger.response import ANSWERING, AWAITING
from .tables import responses, statements

_AT_ONCE = 400


def settle(connection: Connection, ids: Iterable[str]) -> None:
    """Set `is_unanswered` of the statements and of all that are told to be the same as they, by whatever detour.

    The rule is that of `Ledger.unanswered`: an answer to one telling answers all of them.
    """
    reached, links = _reached(connection, set(ids))
    settled = {to_id for _, to_id, relation in links if relation in ANSWERING}
    told = [(one, other) for one, other, relation in links if relation not in ANSWERING]
    grew = True
    while grew:
        more = {end for pair in told for end in pair if pair[0] in settled or pair[1] in settled} - settled
        settled |= more
        grew = bool(more)
    waits = statements.c.act.in_(AWAITING) & ~statements.c.negated
    for some in _chunks(sorted(reached)):
        is_waiting = waits & statements.c.id.not_in([one for one in some if one in settled])
        connection.execute(update(statements).where(statements.c.id.in_(some)).values(is_unanswered=is_waiting))


def _reached(connection: Connection, ids: set[str]) -> tuple[set[str], set[tuple[str, str, str]]]:
    reached, links, edge = set(ids), set(), set(ids)
    while edge:
        found = set()
        for some in _chunks(sorted(edge)):
            ends = or_(responses.c.from_id.in_(some), responses.c.to_id.in_(some))
            found |= {(r.from_id, r.to_id, r.relation) for r in connection.execute(select(responses).where(ends))}
        links |= found
        edge = {end for one, other, kind in found if kind not in ANSWERING for end in (one, other)} - reached
        reached |= edge
    return reached, links


def _chunks(items: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(items), _AT_ONCE):
        yield items[at : at + _AT_ONCE]
