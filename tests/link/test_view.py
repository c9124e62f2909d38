"""A report is linked as one; an archive in parts that keep nested statements with what holds them."""

from __future__ import annotations

import pytest

from sayso.link import respond
from sayso.link.view import look
from tests.link.exchanges import staged

_PAIR = """
    Velk; deny; rejected; Brel's claim that Sudmark was jamming radars
    > Brel; allege; claim; that Sudmark was jamming radars"""


@pytest.mark.parametrize(("pairs", "parts"), [(0, 0), (1, 1), (250, 1), (251, 2), (700, 3)])
def test_only_what_no_report_has_is_taken_in_parts(pairs: int, parts: int) -> None:
    exchange = staged(_PAIR * pairs)
    views = look(exchange.document, exchange.statements, exchange.actors)
    assert len(views) == parts
    assert sum(map(len, views)) == 2 * pairs
    assert all((view.parents >= 0).sum() * 2 == len(view) for view in views)


def test_each_part_has_its_links() -> None:
    exchange = staged(_PAIR * 260)
    parts = [set(view.ids) for view in look(exchange.document, exchange.statements, exchange.actors)]
    links = respond(exchange.document, exchange.statements, exchange.actors)
    assert all(any({link.from_id, link.to_id} <= part for part in parts) for link in links)
    assert all(any(link.from_id in part for link in links) for part in parts)
