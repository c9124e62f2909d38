"""What holds of every link, whatever the statements: its ends, its evidence, and how many there are."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import ACTS, Actor, Document, Span, Statement
from sayso.link import nest, relate, respond

_TEXT = (
    "Norland’s the claim that those statements false “no” rejected demand is said Velk denied Paris ’ 🙂 e\u0301 , بيان"
)
_WORDS = st.sampled_from([*_TEXT.split(), "\n\n", "\n"])
_NAMES = ("Norland", "Velk", "Paris")
Report = tuple[Document, tuple[Statement, ...], tuple[Actor, ...]]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A text of words that matter to the linker, with statements and actors whose spans lie anywhere in it."""
    text = " ".join(draw(st.lists(_WORDS, min_size=1, max_size=40)))
    document = Document(text, body=draw(st.integers(0, len(text))))
    actors = tuple(
        Actor(
            name,
            draw(st.sampled_from(("person", "state", "organisation"))),
            draw(st.sampled_from((None, "FRA", "XNO"))),
        )
        for name in _NAMES
    )
    placed = tuple(_with_mentions(actor, draw(_spans(text)), document) for actor in actors)
    rows = draw(st.lists(st.builds(lambda *a: a, *_parts(text, document, placed)), max_size=12))
    return document, tuple(_statement(document, *row) for row in rows), placed


def _spans(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30))
    one = ends.map(lambda pair: Span.of(text, pair[0], min(len(text), pair[0] + pair[1])))
    return st.lists(one, max_size=3).map(tuple)


def _parts(text: str, document: Document, actors: tuple[Actor, ...]) -> list[st.SearchStrategy[Any]]:
    ids = [actor.id for actor in actors]
    acts = st.lists(st.tuples(st.sampled_from(ACTS), st.floats(0, 1)), max_size=3).map(tuple)
    optional = _spans(text).map(lambda spans: spans[0] if spans else None)
    return [optional, optional, _spans(text), st.sampled_from([None, *ids]), st.sampled_from(ACTS), acts, st.booleans()]


def _statement(document: Document, *row: Any) -> Statement:
    source, cue, content, actor_id, act, acts, negated = row
    targets = (actor_id,) if negated and actor_id else ()
    return Statement(
        document.id, source, actor_id, cue, content, "mixed", act, target_ids=targets, negated=negated, acts=acts
    )


def _with_mentions(actor: Actor, spans: tuple[Span, ...], document: Document) -> Actor:
    mentions = tuple((document.id, span) for span in spans)
    return Actor(actor.name, actor.kind, actor.country, mentions=mentions)


@settings(max_examples=150)
@given(reports())
def test_links_are_sound(report: Report) -> None:
    document, statements, actors = report
    known = {statement.id for statement in statements}
    responses = respond(document, nest(statements), actors)
    for response in responses:
        assert {response.from_id, response.to_id} <= known
        assert response.from_id != response.to_id
        assert 0 < response.confidence <= 1
        assert response.reasons
        for span in response.evidence:
            assert document.text[span.start : span.end] == span.text
        sizes = [abs(added) for _, added in response.reasons]
        assert sizes == sorted(sizes, reverse=True)
    made = Counter((response.from_id, response.relation) for response in responses)
    assert set(made.values()) <= {1}


@given(reports())
def test_order_of_statements_does_not_matter(report: Report) -> None:
    document, statements, actors = report
    forwards = respond(document, nest(statements), actors)
    assert respond(document, nest(statements)[::-1], actors[::-1]) == forwards


def test_statements_of_another_report_are_left_alone() -> None:
    here, there = Document("Velk denied the claim."), Document("Brel claimed it.")
    statements = tuple(
        Statement(document.id, None, None, Span.of(document.text, 5, 11), (), "indirect", act)  # type: ignore[arg-type]
        for document, act in ((here, "deny"), (there, "allege"))
    )
    assert respond(here, statements, ()) == ()
    assert respond(here, (), ()) == ()


@settings(max_examples=150)
@given(reports())
def test_the_links_are_those_of_the_acts_as_weighed(report: Report) -> None:
    """Whoever asks for the links of the ledger's statements, as `explain` does, gets the ledger's."""
    document, statements, actors = report
    weighed, responses = relate(document, nest(statements), actors)
    assert [statement.id for statement in weighed] == [statement.id for statement in statements]
    assert responses == respond(document, weighed, actors)
