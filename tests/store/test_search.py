"""Searching: each wish alone and together, the same on every database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.store import Selection, Store
from sayso.store.found import CLOSE, OPEN, Found
from sayso.store.selection import terms
from tests import sample
from tests.store.readings import reading, report

OTHER = report(
    "Bo Tarn said that the café on the quay sells “cold tea” and gravel.",
    publisher="The Quay",
    published=date(2024, 6, 1),
    url="https://quay.example/a",
)
S = sample


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "schools"}, [S.DENIAL, S.CLAIM]),
        ({"words": "school gravel"}, [S.DENIAL, S.CLAIM]),
        ({"words": '"tainted gravel" -schools'}, [S.HEADLINE]),
        ({"words": "cafe"}, []),
        ({"words": '"gravel tainted"'}, []),
        ({"words": "?!"}, []),
        ({"words": "'; drop table statements --"}, []),
        ({"words": "Oduya"}, [S.QUOTATION, S.REFUSAL]),
        ({"actor": "ilse brandt"}, [S.CLAIM, S.DEMAND, S.THREAT]),
        ({"actor": "brandt", "act": "demand"}, [S.DEMAND]),
        ({"actor": S.BRANDT.id, "words": "power"}, [S.THREAT]),
        ({"actor": "nobody"}, []),
        ({"actor": "%"}, []),
        ({"act": "deny"}, [S.HEADLINE, S.DENIAL, S.QUOTATION]),
        ({"to": "Ilse Brandt"}, [S.DENIAL]),
        ({"to": "board"}, [S.THREAT]),
        ({"until": date(2024, 5, 13)}, [S.DEMAND]),
        ({"since": date(2024, 5, 14), "act": "demand"}, []),
        ({"publisher": "the tarn courier", "act": "threaten"}, [S.THREAT]),
        ({"publisher": "Another"}, []),
        ({"is_answered": False}, [S.THREAT, S.RUMOUR]),
        ({"is_answered": True}, [S.CLAIM, S.DEMAND]),
        ({"relation": "rejects"}, [S.REFUSAL]),
        ({"relation": "denies"}, [S.DENIAL, S.QUOTATION]),
    ],
)
def test_each_wish(kept: Store, asked: dict[str, Any], found: list[Any]) -> None:
    ours = [one for one in kept.search(Selection(**asked)) if one.statement.document_id == S.DOCUMENT.id]
    assert {one.statement.id for one in ours} == {statement.id for statement in found}
    assert {one.statement for one in ours} == set(found)


@pytest.fixture
def kept(where: str) -> Any:
    with Store(where) as store:
        store.write([reading(), reading(OTHER, "https://quay.example/a")])
        yield store


def test_an_answer_tells_all_that_a_reader_needs(kept: Store) -> None:
    (found,) = kept.search(Selection(words='"cold tea"'))
    assert (found.actor, found.publisher, found.day) == ("Bo Tarn", "The Quay", date(2024, 6, 1))
    assert f"{OPEN}cold" in found.snippet
    assert found.snippet.replace(OPEN, "").replace(CLOSE, "") == found.statement.content[0].text
    assert found.permalink.startswith("https://quay.example/a#:~:text=that%20the%20caf%C3%A9%20on,")


def test_without_a_page_the_id_is_the_link(kept: Store) -> None:
    (found,) = kept.search(Selection(act="threaten"))
    assert found.permalink == S.THREAT.id


def test_pages_follow_one_another(kept: Store) -> None:
    all_at_once = kept.search(Selection())
    pages = [found for at in range(0, 20, 3) for found in kept.search(Selection(), limit=3, offset=at)]
    assert pages == all_at_once
    assert len(pages) == kept.count(Selection()) == len(S.STATEMENTS) + 1
    assert pages[0].actor == "Bo Tarn"


def test_a_part_of_a_ledger_holds_what_belongs_to_it(kept: Store) -> None:
    part = kept.ledger(Selection(act="threaten"))
    assert [statement.id for statement in part.statements] == [S.THREAT.id]
    assert [document.id for document in part.documents] == [S.DOCUMENT.id]
    assert [actor.name for actor in part.actors] == ["Ilse Brandt"]
    assert part.responses == ()
    assert kept.ledger(Selection(relation="rejects")).responses == tuple(
        response for response in S.LEDGER.responses if response.relation == "rejects"
    )


def test_actors_are_those_who_say_most_first(kept: Store) -> None:
    told = [(one.name, one.statements, one.unanswered) for one in kept.summaries()]
    assert told[:3] == [("Ilse Brandt", 3, 1), ("Piet Oduya", 2, 0), ("Tarn Harbour Board", 2, 0)]
    assert [one.name for one in kept.summaries(kind="organisation", limit=1)] == ["Tarn Harbour Board"]
    assert [one.name for one in kept.summaries(name="oduya")] == ["Piet Oduya"]


def test_values_come_one_by_one_while_others_are_asked_for(kept: Store) -> None:
    for found in kept.found():
        assert isinstance(found, Found)
        assert next(iter(kept.statements())) is not None
        break
    assert Ledger(statements=tuple(kept.statements())).statements == kept.ledger().statements


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        ("a b", ["a", "b"], []),
        ('"a b" -c -"d e"', ["a b"], ["c", "d e"]),
        ('a"b', ['a"b'], []),
        ("- ?", [], []),
    ],
)
def test_terms(words: str, wanted: list[str], unwanted: list[str]) -> None:
    assert terms(words) == (wanted, unwanted)


def test_words_that_may_not_be_there_alone(kept: Store) -> None:
    everything, power = kept.count(), kept.count(Selection(words="power"))
    assert power
    assert kept.count(Selection(words="-power")) == len(kept.search(Selection(words="-power"))) == everything - power
    assert kept.count(Selection(words='-power -"no such words"')) == everything - power
    assert kept.count(Selection(words="- ?")) == 0
