"""Repeating reports with other names: every span stays anchored, every id refers to something."""

from __future__ import annotations

from lab.lasting import renamed
from sayso.ledger import Ledger
from tests.sample import LEDGER


def test_a_report_with_other_names_is_whole() -> None:
    other = renamed(LEDGER, 3)
    (document,) = other.documents
    assert len(document.text) == len(LEDGER.documents[0].text)
    assert document.id != LEDGER.documents[0].id
    actors, said = {actor.id for actor in other.actors}, {statement.id for statement in other.statements}
    for statement in other.statements:
        for span in (statement.source, statement.cue, *statement.content):
            assert span is None or document.text[span.start : span.end] == span.text
        assert statement.document_id == document.id
        assert {statement.actor_id, *statement.target_ids} <= {None, *actors}
        assert statement.parent_id in {None, *said}
    assert {end for response in other.responses for end in (response.from_id, response.to_id)} <= said
    assert len(Ledger.merged([LEDGER, other]).statements) == 2 * len(LEDGER.statements)
