"""Whole ledgers over arbitrary Unicode text, for property tests: spans are anchored, ids refer to something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from sayso.ledger import (
    ACTS,
    Actor,
    Dispute,
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Response,
    Role,
    Span,
    Statement,
    Timex,
)
from sayso.ledger.actor import Kind
from sayso.ledger.event import Status
from sayso.ledger.response import Relation
from sayso.ledger.statement import Hedge, Manner
from sayso.ledger.value import Anchor, Bound, TimexType

# Everything that has a UTF-8 form: emoji, combining marks, right-to-left, controls; no unpaired surrogate.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
chances = st.floats(0, 1)
numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def picks(values: Iterable[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to three of the values, or nothing where there are none."""
    among = list(values)
    return some(st.sampled_from(among), 3) if among else st.just(())


def one(values: Iterable[Any]) -> st.SearchStrategy[Any]:
    """One of the values or None."""
    among = list(values)
    return maybe(st.sampled_from(among)) if among else st.none()


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


def times(text: str) -> st.SearchStrategy[Timex]:
    kinds, anchors = st.sampled_from(get_args(TimexType)), maybe(st.sampled_from(get_args(Anchor)))
    return st.builds(Timex, spans(text), kinds, maybe(words), anchors)


documents = st.builds(
    Document,
    text=texts,
    path=maybe(words),
    url=maybe(words),
    title=maybe(words),
    publisher=maybe(words),
    published=maybe(days),
    language=maybe(st.sampled_from(["en", "fr"])),
)


@st.composite
def actors(draw: st.DrawFn, reports: list[Document]) -> Actor:
    scope = draw(one(reports))
    homes = [scope] if scope else reports
    home = draw(st.sampled_from(homes))
    # A scoped actor (unnamed, pronominal) is mentioned where it lives; the JSON form tells its scope by that.
    mentions = [(home.id, draw(spans(home.text)))] if scope else []
    mentions += [(report.id, draw(spans(report.text))) for report in draw(picks(homes))]
    return Actor(
        name=draw(words),
        kind=draw(st.sampled_from(get_args(Kind))),
        country=draw(maybe(st.sampled_from(["FRA", "JPN"]))),
        sector=draw(maybe(st.sampled_from(["GOV", "MIL"]))),
        aliases=draw(some(words)),
        roles=draw(some(st.builds(Role, words, maybe(words), st.just(home.id), spans(home.text)))),
        mentions=tuple(mentions),
        scope=scope.id if scope else None,
    )


@st.composite
def statements(draw: st.DrawFn, reports: list[Document], people: list[Actor]) -> Statement:
    report = draw(st.sampled_from(reports))
    span = spans(report.text)
    return Statement(
        document_id=report.id,
        source=draw(maybe(span)),
        actor_id=draw(one(actor.id for actor in people)),
        cue=draw(span),
        content=draw(some(span, 3)),
        manner=draw(st.sampled_from(get_args(Manner))),
        act=draw(st.sampled_from(ACTS)),
        addressee=draw(maybe(span)),
        target_ids=draw(picks(actor.id for actor in people)),
        time=draw(maybe(times(report.text))),
        setting=draw(maybe(span)),
        via=draw(maybe(span)),
        condition=draw(maybe(span)),
        negated=draw(st.booleans()),
        hedge=draw(st.sampled_from(get_args(Hedge))),
        confidence=draw(chances),
    )


@st.composite
def figures(draw: st.DrawFn, reports: list[Document]) -> Figure:
    report = draw(st.sampled_from(reports))
    in_si = draw(st.sampled_from([(), ("si_value",), ("si_low", "si_high")]))
    plain = draw(st.sampled_from([("value",), ("low", "high")]))
    return Figure(
        document_id=report.id,
        span=draw(spans(report.text)),
        unit=draw(maybe(words)),
        si_unit=draw(maybe(words)),
        bound=draw(st.sampled_from(get_args(Bound))),
        per=draw(maybe(words)),
        what=draw(maybe(spans(report.text))),
        **{name: draw(numbers) for name in (*in_si, *plain)},
    )


@st.composite
def events(draw: st.DrawFn, ledger: Ledger) -> Event:
    report = draw(st.sampled_from(ledger.documents))
    return Event(
        document_id=report.id,
        trigger=draw(spans(report.text)),
        type=draw(st.sampled_from(["CONSULT", "SANCTION", "MOBILIZE"])),
        mode=draw(maybe(words)),
        context=draw(some(words)),
        cameo=draw(maybe(words)),
        source_ids=draw(picks(actor.id for actor in ledger.actors)),
        target_ids=draw(picks(actor.id for actor in ledger.actors)),
        place=draw(maybe(spans(report.text))),
        time=draw(maybe(times(report.text))),
        status=draw(st.sampled_from(get_args(Status))),
        according_to_id=draw(one(statement.id for statement in ledger.statements)),
        figure_ids=draw(picks(figure.id for figure in ledger.figures)),
        confidence=draw(chances),
    )


@st.composite
def responses(draw: st.DrawFn, told: list[Statement], texts_by_id: dict[str, str]) -> Response:
    later, earlier = draw(st.sampled_from(told)), draw(st.sampled_from(told))
    evidence = draw(some(spans(texts_by_id[later.document_id])))
    relation = draw(st.sampled_from(get_args(Relation)))
    return Response(later.id, earlier.id, relation, evidence, draw(chances))


def disputes(told: list[Statement]) -> st.SearchStrategy[Dispute]:
    ids = picks(statement.id for statement in told)
    parties = some(st.builds(Party, st.sampled_from([s.actor_id for s in told if s.actor_id] or ["a" + "0" * 16]), ids))
    return st.builds(Dispute, words, ids, parties, maybe(days), maybe(days), ids)


@st.composite
def ledgers(draw: st.DrawFn, pool: st.SearchStrategy[Document] = documents) -> Ledger:
    """A ledger of one to three reports out of `pool` with everything that a ledger can hold."""
    reports = draw(st.lists(pool, min_size=1, max_size=3, unique_by=lambda report: report.id))
    people = draw(st.lists(actors(reports), max_size=3, unique_by=lambda actor: actor.id))
    told = draw(st.lists(statements(reports, people), max_size=4, unique_by=lambda statement: statement.id))
    measured = draw(st.lists(figures(reports), max_size=2, unique_by=lambda figure: figure.id))
    ledger = Ledger(tuple(reports), tuple(people), tuple(told), (), (), tuple(measured))
    happened = draw(st.lists(events(ledger), max_size=2, unique_by=lambda event: event.id))
    texts_by_id = {report.id: report.text for report in reports}
    answers = draw(some(responses(told, texts_by_id), 3)) if told else ()
    quarrels = draw(st.lists(disputes(told), max_size=1)) if told else []
    return Ledger(
        ledger.documents, ledger.actors, ledger.statements, answers, tuple(happened), ledger.figures, tuple(quarrels)
    )
