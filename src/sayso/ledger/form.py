"""A ledger as plain JSON and back, with exactly the names of the published schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ..errors import SaysoError
from .actor import Actor, Role
from .dispute import Dispute, Party
from .document import Document
from .event import Event
from .response import Response
from .span import Span
from .statement import Statement
from .value import Figure, Timex

Form = dict[str, Any]


def written(parts: Mapping[str, Iterable[Any]]) -> Form:
    """`parts` names the seven collections of a ledger; each value becomes a row."""
    return {name: [WRITERS[name](value) for value in parts[name]] for name in WRITERS}


def read(form: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """The seven collections as tuples of values; SaysoError names the first row that is not in the form."""
    return {name: tuple(_rows(name, reader, form.get(name, []))) for name, reader in READERS.items()}


def _rows(name: str, reader: Callable[[Mapping[str, Any]], Any], rows: Iterable[Any]) -> Iterator[Any]:
    for at, row in enumerate(rows):
        try:
            yield reader(row)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            raise SaysoError(
                f"{name}[{at}] is not in the ledger's JSON form: {problem!r}", "see docs/ledger.schema.json"
            ) from problem


def span_out(span: Span | None) -> Form | None:
    """A span as the JSON form has it: its text and its offsets."""
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _span_in(form: Mapping[str, Any]) -> Span:
    return Span(form["start"], form["end"], form["text"])


def _maybe(form: Mapping[str, Any] | None) -> Span | None:
    return None if form is None else _span_in(form)


def _time_out(time: Timex | None) -> Form | None:
    if time is None:
        return None
    return {"span": span_out(time.span), "type": time.type, "value": time.value, "anchor": time.anchor}


def _time_in(form: Mapping[str, Any] | None) -> Timex | None:
    return None if form is None else Timex(_span_in(form["span"]), form["type"], form["value"], form["anchor"])


def _day_out(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_in(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _document_out(x: Document) -> Form:
    return {
        "id": x.id,
        "path": x.path,
        "url": x.url,
        "title": x.title,
        "publisher": x.publisher,
        "published": _day_out(x.published),
        "language": x.language,
        "text": x.text,
    }


def _document_in(x: Mapping[str, Any]) -> Document:
    return Document(x["text"], x["path"], x["url"], x["title"], x["publisher"], _day_in(x["published"]), x["language"])


def _actor_out(x: Actor) -> Form:
    return {
        "id": x.id,
        "name": x.name,
        "kind": x.kind,
        "country": x.country,
        "sector": x.sector,
        "aliases": list(x.aliases),
        "roles": [
            {"title": r.title, "affiliation": r.affiliation, "document": r.document_id, "span": span_out(r.span)}
            for r in x.roles
        ],
        "mentions": [{"document": document_id, "span": span_out(span)} for document_id, span in x.mentions],
    }


def _actor_in(x: Mapping[str, Any]) -> Actor:
    roles = tuple(Role(r["title"], r["affiliation"], r["document"], _span_in(r["span"])) for r in x["roles"])
    mentions = tuple((m["document"], _span_in(m["span"])) for m in x["mentions"])
    actor = Actor(x["name"], x["kind"], x["country"], x["sector"], tuple(x["aliases"]), roles, mentions)
    if actor.id == x["id"] or not mentions:
        return actor
    # The form has no field for the scope; an id that the name alone does not give is a scoped one.
    return Actor(x["name"], x["kind"], x["country"], x["sector"], tuple(x["aliases"]), roles, mentions, mentions[0][0])


def _statement_out(x: Statement) -> Form:
    return {
        "id": x.id,
        "document": x.document_id,
        "source": span_out(x.source),
        "actor": x.actor_id,
        "cue": span_out(x.cue),
        "content": [span_out(span) for span in x.content],
        "manner": x.manner,
        "act": x.act,
        "addressee": span_out(x.addressee),
        "targets": list(x.target_ids),
        "time": _time_out(x.time),
        "setting": span_out(x.setting),
        "via": span_out(x.via),
        "condition": span_out(x.condition),
        "negated": x.negated,
        "hedge": x.hedge,
        "parent": x.parent_id,
        "confidence": x.confidence,
    }


def _statement_in(x: Mapping[str, Any]) -> Statement:
    return Statement(
        document_id=x["document"],
        source=_maybe(x["source"]),
        actor_id=x["actor"],
        cue=_maybe(x["cue"]),
        content=tuple(_span_in(span) for span in x["content"]),
        manner=x["manner"],
        act=x["act"],
        addressee=_maybe(x["addressee"]),
        target_ids=tuple(x["targets"]),
        time=_time_in(x["time"]),
        setting=_maybe(x["setting"]),
        via=_maybe(x["via"]),
        condition=_maybe(x["condition"]),
        negated=x["negated"],
        hedge=x["hedge"],
        parent_id=x["parent"],
        confidence=x["confidence"],
    )


def _response_out(x: Response) -> Form:
    evidence = [span_out(span) for span in x.evidence]
    return {"from": x.from_id, "to": x.to_id, "relation": x.relation, "evidence": evidence, "confidence": x.confidence}


def _response_in(x: Mapping[str, Any]) -> Response:
    evidence = tuple(_span_in(span) for span in x["evidence"])
    return Response(x["from"], x["to"], x["relation"], evidence, x["confidence"])


def _event_out(x: Event) -> Form:
    return {
        "id": x.id,
        "document": x.document_id,
        "trigger": span_out(x.trigger),
        "type": x.type,
        "mode": x.mode,
        "context": list(x.context),
        "cameo": x.cameo,
        "sources": list(x.source_ids),
        "targets": list(x.target_ids),
        "place": span_out(x.place),
        "time": _time_out(x.time),
        "status": x.status,
        "according_to": x.according_to_id,
        "figures": list(x.figure_ids),
        "confidence": x.confidence,
    }


def _event_in(x: Mapping[str, Any]) -> Event:
    return Event(
        document_id=x["document"],
        trigger=_span_in(x["trigger"]),
        type=x["type"],
        mode=x["mode"],
        context=tuple(x["context"]),
        cameo=x["cameo"],
        source_ids=tuple(x["sources"]),
        target_ids=tuple(x["targets"]),
        place=_maybe(x["place"]),
        time=_time_in(x["time"]),
        status=x["status"],
        according_to_id=x["according_to"],
        figure_ids=tuple(x["figures"]),
        confidence=x["confidence"],
    )


def _figure_out(x: Figure) -> Form:
    measured: Form
    if x.si_low is not None or x.si_high is not None:
        measured = {"si_low": x.si_low, "si_high": x.si_high}
    else:
        measured = {"si_value": x.si_value}
    return {
        "id": x.id,
        "document": x.document_id,
        "span": span_out(x.span),
        "value": x.value,
        "low": x.low,
        "high": x.high,
        "unit": x.unit,
        "si_unit": x.si_unit,
        **measured,
        "bound": x.bound,
        "per": x.per,
        "what": span_out(x.what),
    }


def _figure_in(x: Mapping[str, Any]) -> Figure:
    return Figure(
        document_id=x["document"],
        span=_span_in(x["span"]),
        value=x["value"],
        low=x["low"],
        high=x["high"],
        unit=x["unit"],
        si_unit=x["si_unit"],
        si_value=x.get("si_value"),
        si_low=x.get("si_low"),
        si_high=x.get("si_high"),
        bound=x["bound"],
        per=x["per"],
        what=_maybe(x["what"]),
    )


def _dispute_out(x: Dispute) -> Form:
    return {
        "id": x.id,
        "title": x.title,
        "statements": list(x.statement_ids),
        "parties": [{"actor": party.actor_id, "statements": list(party.statement_ids)} for party in x.parties],
        "first": _day_out(x.first),
        "last": _day_out(x.last),
        "unanswered": list(x.unanswered_ids),
    }


def _dispute_in(x: Mapping[str, Any]) -> Dispute:
    return Dispute(
        title=x["title"],
        statement_ids=tuple(x["statements"]),
        parties=tuple(Party(party["actor"], tuple(party["statements"])) for party in x["parties"]),
        first=_day_in(x["first"]),
        last=_day_in(x["last"]),
        unanswered_ids=tuple(x["unanswered"]),
    )


WRITERS: dict[str, Callable[[Any], Form]] = {
    "documents": _document_out,
    "actors": _actor_out,
    "statements": _statement_out,
    "responses": _response_out,
    "events": _event_out,
    "figures": _figure_out,
    "disputes": _dispute_out,
}
READERS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "documents": _document_in,
    "actors": _actor_in,
    "statements": _statement_in,
    "responses": _response_in,
    "events": _event_in,
    "figures": _figure_in,
    "disputes": _dispute_in,
}
