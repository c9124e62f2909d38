"""The reference ledgers: the acceptance case's answers, floors for the dossiers. Skips where they are absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lab.linkcases import Case, cases
from sayso.ledger.response import ANSWERING
from sayso.link import nest, respond


@pytest.fixture(scope="module")
def known(shared: Path) -> list[Case]:
    return cases(shared)


def test_nesting_is_the_references(known: list[Case]) -> None:
    ours = {(s.id, s.parent_id) for case in known for s in nest(case.statements) if s.parent_id}
    theirs = {(s.id, s.parent_id) for case in known for s in case.statements if s.parent_id}
    assert len(theirs) > 40
    assert len(ours & theirs) >= 0.98 * max(len(ours), len(theirs))


def test_acceptance_case(known: list[Case], shared: Path) -> None:
    (case,) = [case for case in known if case.dossier == "seed"]
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    place = {row["id"]: statement.id for row, statement in zip(gold["statements"], case.statements, strict=True)}
    must = {(place[r["from"]], place[r["to"]], r["relation"]) for r in gold["responses"] if r["must"]}
    found = {(r.from_id, r.to_id, r.relation) for r in respond(case.document, case.statements, case.actors)}
    assert must
    assert must <= found


def test_floors_on_reference_statements(known: list[Case]) -> None:
    """The package's own weights, fitted on these: a floor against breakage, no claim of quality (see lab/links.py)."""
    ours = {(r.from_id, r.to_id, r.relation) for c in known for r in respond(c.document, c.statements, c.actors)}
    theirs = {link for case in known for link in case.links}
    for relations, floor in ((ANSWERING, 0.55), ({"denies", "rejects"}, 0.72)):
        a = {link for link in ours if link[2] in relations}
        b = {link for link in theirs if link[2] in relations}
        assert 2 * len(a & b) / (len(a) + len(b)) >= floor
