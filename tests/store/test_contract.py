"""The contract of a ledger that lasts, the same on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError
from sayso.ledger import Dispute, Ledger, Place
from sayso.store import ActorCard, DocumentCard, Finished, Selection, Skipped, StatementCard, Store
from tests.ledger import strategies
from tests.sample import BRANDT, DENIAL
from tests.store.readings import DOCUMENT, LEDGER, original, reading, report


def test_what_was_written_is_read_back(where: str) -> None:
    with Store(where) as store:
        (outcome,) = store.write([reading()])
        assert (outcome.is_new, outcome.copies, outcome.is_version) == (True, 0, False)
        assert store.ledger() == Ledger.merged([LEDGER])
        assert store.original(original().sha256) == DOCUMENT.text.encode()
    with Store(where) as store:
        assert store.ledger() == Ledger.merged([LEDGER])


def test_the_same_again_changes_nothing(where: str) -> None:
    with Store(where) as store:
        store.write([reading(), Finished(original(), 1)])
        before = store.ledger(), store.stats(), store.show(DOCUMENT.id)
        (outcome, _) = store.write([reading(), Finished(original(), 1)])
        assert not outcome.is_new
        assert (store.ledger(), store.stats(), store.show(DOCUMENT.id)) == before
        assert store.known([original().id, "i0"]) == {original().id: 1}


def _without_nul(ledger: Ledger) -> bool:
    return "\0" not in str(ledger.to_dict()) and "\\x00" not in repr(ledger)


_SLOW = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much]}


LEDGERS = strategies.documents.flatmap(lambda document: strategies.ledgers(st.just(document)))


@settings(max_examples=10, **_SLOW)  # type: ignore[arg-type]
@given(st.lists(LEDGERS.filter(_without_nul), max_size=2, unique_by=lambda ledger: ledger.documents[0].id))
def test_any_ledger_is_read_back_in_any_order(where: str, drawn: list[Ledger]) -> None:
    """Readers leave no NUL in a text: no PostgreSQL could hold it."""
    with Store(where) as store:
        before = store.ledger()
        there = {document.id for document in before.documents}
        # A dispute lies across documents and has no reading of its own to be merged with.
        new = [replace(ledger, disputes=()) for ledger in drawn if ledger.documents[0].id not in there]
        for ledger in new:
            store.write([reading(ledger, place=f"/{ledger.documents[0].id}")])
        assert store.ledger() == Ledger.merged([before, *new])


def test_a_batch_is_written_whole_or_not_at_all(where: str) -> None:
    broken = replace(LEDGER, actors=())  # statements of actors that are nowhere
    with Store(where) as store:
        with pytest.raises(SaysoError, match="cannot be used"):
            store.write([reading(report("Ann said no.")), reading(broken)])
        assert store.ledger() == Ledger()


@pytest.mark.parametrize("is_turned", [False, True])
def test_one_text_with_two_dates_is_one_document_whichever_came_first(where: str, is_turned: bool) -> None:
    dated = report("Ann Lee said that the gate was shut.", published=date(2024, 5, 14), publisher="The Tarn Courier")
    bare = report("Ann Lee said that the gate was shut.")
    entries = [reading(dated, "/dated.txt", given="2024-05-14"), reading(bare, "/bare.txt")]
    with Store(where) as store:
        for entry in reversed(entries) if is_turned else entries:
            store.write([entry])
        assert store.ledger() == Ledger.merged([dated])
        card = store.show(dated.documents[0].id)
        assert isinstance(card, DocumentCard)
        assert {seen.publisher for seen in card.appearances} == {"The Tarn Courier", None}


def test_a_corrected_page_is_a_new_version_of_the_old(where: str) -> None:
    url = "https://tarn.example/gate"
    first = report("Ann Lee said that the gate was shut.", url=url)
    second = report("Ann Lee said that the gate was open.", url=url)
    with Store(where) as store:
        store.write([reading(first, url)])
        (outcome,) = store.write([reading(second, url)])
        assert outcome.is_version
        card = store.show(second.documents[0].id)
        assert isinstance(card, DocumentCard)
        assert [seen.replaces for seen in card.appearances] == [first.documents[0].id]
        old = store.show(first.documents[0].id)
        assert isinstance(old, DocumentCard)
        assert [seen.replaced_by for seen in old.appearances] == [second.documents[0].id]
        assert store.ledger() == Ledger.merged([first, second])
        assert store.stats().versions == 1


WIRE = (
    "Ann Lee said that the gate at the northern end of the harbour had been shut since the storm of last week, that "
    "nobody had asked for it to be opened, that two of its hinges were broken, that the smith had been sent for and "
    "that boats should use the southern end until he came, which might be on Friday or later."
)


@pytest.mark.parametrize("is_turned", [False, True])
def test_copies_of_one_wire_text_are_tied_and_each_stays(where: str, is_turned: bool) -> None:
    texts = [WIRE, WIRE.replace("Friday or later", "Friday"), WIRE.replace("Ann Lee", "Warden Ann Lee")]
    other = report("Bo Ray said " + " ".join(f"word{at}" for at in range(60)) + ".")
    ledgers = [report(text, publisher=f"Paper {at}") for at, text in enumerate(texts)]
    with Store(where) as store:
        entries = [reading(ledger, f"/{at}.txt") for at, ledger in enumerate([*ledgers, other])]
        outcomes = store.write(reversed(entries) if is_turned else entries)
        assert sum(outcome.copies for outcome in outcomes) == 3
        for ledger in ledgers:
            card = store.show(ledger.documents[0].id)
            assert isinstance(card, DocumentCard)
            assert {copy.id for copy in card.copies} == {x.documents[0].id for x in ledgers} - {card.document.id}
        assert store.stats().copies == 3
        assert store.count(Selection(publisher="paper 1")) == 1


def test_a_new_reading_replaces_what_a_machine_wrote_and_nothing_of_a_person(where: str) -> None:
    said = LEDGER.statements
    mine = replace(said[0], act="reject", confidence=1.0)
    link = replace(LEDGER.responses[0], from_id=said[2].id, to_id=said[-1].id, relation="answers")
    fewer = replace(LEDGER, statements=said[1:2], responses=(), figures=(), actors=LEDGER.actors)
    with Store(where) as store:
        store.write([reading()])
        store.keep(Ledger(actors=LEDGER.actors, statements=(mine,), responses=(link,)), by="Ann")
        assert store.outdated("2") == [DOCUMENT.id]
        store.reread([(DOCUMENT, fewer)], "2")
        assert store.outdated("2") == []
        left = store.ledger()
        assert {statement.id for statement in left.statements} == {said[at].id for at in (0, 1, 2, -1)}
        assert next(s for s in left.statements if s.id == mine.id) == mine
        assert left.responses == (link,)
        assert left.figures == ()
        store.write([reading(version="2")])
        assert next(s for s in store.statements() if s.id == mine.id) == mine


def test_what_a_person_wrote_keeps_what_it_refers_to(where: str) -> None:
    first, (second, third) = DENIAL, [one for one in LEDGER.statements if one.id != DENIAL.id][:2]
    inner = replace(first, parent_id=second.id, target_ids=(), confidence=1.0)
    dispute = Dispute("The gate", (third.id,))
    bare = Ledger((DOCUMENT,), LEDGER.actors)
    with Store(where) as store:
        store.write([reading()])
        store.keep(Ledger(actors=LEDGER.actors, statements=(inner,), disputes=(dispute,)), by="Ann")
        store.reread([(DOCUMENT, bare)], "2")
        assert {one.id for one in store.statements()} == {first.id, second.id, third.id}
        assert list(store.disputes()) == [dispute]
        # Whom a machine thinks it is aimed at is not put beside what a person said of it.
        store.reread([(DOCUMENT, replace(LEDGER, disputes=()))], "3")
        assert next(one for one in store.statements() if one.id == first.id) == inner
        assert first.id not in {found.statement.id for found in store.found(Selection(to=BRANDT.id))}


def test_actors_whom_a_new_reading_does_not_find_go(where: str) -> None:
    first, second = report("Ann Lee said no."), report("Ann Lee said yes.")
    with Store(where) as store:
        store.write([reading(first, "/1"), reading(second, "/2")])
        document = first.documents[0]
        store.reread([(document, Ledger((document,)))], "2")
        assert store.ledger() == Ledger.merged([second, Ledger((document,))])
        store.reread([(second.documents[0], Ledger(second.documents))], "2")
        assert list(store.actors()) == []
        assert store.summaries() == []


def test_unanswered_is_what_the_ledger_says(where: str) -> None:
    with Store(where) as store:
        store.write([reading()])
        waiting = {statement.id for statement in LEDGER.unanswered()}
        found = {found.statement.id for found in store.found(Selection(is_answered=False))}
        assert found == waiting
        assert store.stats().unanswered == len(waiting)


def test_cards_show_what_hangs_on_a_thing(where: str) -> None:
    with Store(where) as store:
        store.write([reading()])
        statement = store.show(LEDGER.responses[0].from_id)
        assert isinstance(statement, StatementCard)
        assert LEDGER.responses[0] in [link for link, _ in statement.links]
        actor = store.show("ilse brandt")
        assert isinstance(actor, ActorCard)
        assert actor.actor == next(a for a in Ledger.merged([LEDGER]).actors if a.name == "Ilse Brandt")
        assert store.show("nobody at all") is None


def test_a_statement_of_a_print_has_its_page(where: str) -> None:
    told = report("Mara Voss said the bridge is closed.")
    (document,) = told.documents
    printed = replace(
        document, places=(Place(0, 4, 2, (72.0, 80.5, 200.0, 92.0)), Place(5, 31, 3, (0.0, 0.0, 9.5, 9.5)))
    )
    with Store(where) as store:
        store.write([reading(replace(told, documents=(printed,)))])
        assert next(iter(store.ledger().documents)).places == printed.places
        assert [found.page for found in store.found(Selection())] == [2]


def test_what_was_skipped_is_listed_once(where: str) -> None:
    with Store(where) as store:
        for reason in ("is empty", "is no text"):
            store.write([Skipped("/a.bin", SaysoError(reason, "look at it"))])
        assert store.skipped() == [("/a.bin", "is no text", "look at it")]
