"""Values of a ledger as rows of its tables, and back: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from ..ledger import (
    Actor,
    Dispute,
    Document,
    Event,
    Figure,
    Party,
    Piece,
    Place,
    Response,
    Role,
    Span,
    Statement,
    Timex,
)

Row = dict[str, Any]


class Seen(Protocol):
    """A row as a database gives it: its values by the names of their columns."""

    def __getitem__(self, name: str, /) -> Any: ...


# How the pieces of a content are joined for the eye and the search.
GAP = " … "


def _span_out(name: str, span: Span | None) -> Row:
    ends = (None, None, None) if span is None else (span.text, span.start, span.end)
    return dict(zip((name, f"{name}_start", f"{name}_end"), ends, strict=True))


def _span_in(row: Seen, name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"], row[name])


def _some_span(row: Seen, name: str) -> Span:
    return Span(row[f"{name}_start"], row[f"{name}_end"], row[name])


def _time_out(time: Timex | None) -> Row:
    told = (None, None, None) if time is None else (time.type, time.value, time.anchor)
    return _span_out("time", time.span if time else None) | dict(
        zip(("time_type", "time_value", "time_anchor"), told, strict=True)
    )


def _time_in(row: Seen) -> Timex | None:
    span = _span_in(row, "time")
    return None if span is None else Timex(span, row["time_type"], row["time_value"], row["time_anchor"])


def _listed(spans: Iterable[Span]) -> list[list[Any]]:
    return [[span.start, span.end, span.text] for span in spans]


def _spans(rows: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end, text) for start, end, text in rows)


def _scores(rows: Iterable[Any]) -> tuple[tuple[str, float], ...]:
    return tuple((name, score) for name, score in rows)


def document_out(x: Document) -> Row:
    return {
        "id": x.id,
        "title": x.title,
        "publisher": x.publisher,
        "published": x.published,
        "url": x.url,
        "path": x.path,
        "language": x.language,
        "words": len(x.text.split()),
        "coverage": x.coverage,
        "body": x.body,
        "pieces": [[piece.start, piece.length, piece.origin] for piece in x.pieces],
        "print_places": [[place.start, place.length, place.page, list(place.box)] for place in x.places],
        "text": x.text,
    }


def document_in(x: Seen) -> Document:
    return Document(
        x["text"],
        x["path"],
        x["url"],
        x["title"],
        x["publisher"],
        x["published"],
        x["language"],
        x["coverage"],
        tuple(Piece(*piece) for piece in x["pieces"]),
        x["body"],
        tuple(Place(start, length, page, tuple(box)) for start, length, page, box in x["print_places"]),
    )


def actor_out(x: Actor) -> Row:
    named = {"name": x.name, "kind": x.kind, "country": x.country, "sector": x.sector, "scope": x.scope}
    return {"id": x.id, **named}


def parts_out(x: Actor, home: str) -> Iterator[Row]:
    """What each document tells of the actor; `home` is the document of an actor whom no mention places."""
    told = {document_id for document_id, _ in x.mentions} | {role.document_id for role in x.roles}
    for document_id in sorted(told or {home}):
        roles = [role for role in x.roles if role.document_id == document_id]
        yield {
            "actor_id": x.id,
            "document_id": document_id,
            "name": x.name,
            "sector": x.sector,
            "aliases": list(x.aliases),
            "roles": [[role.title, role.affiliation, *_listed([role.span])[0]] for role in roles],
            "mentions": _listed(span for where, span in x.mentions if where == document_id),
        }


def actor_in(row: Seen, parts: Iterable[Seen]) -> Actor:
    """The actor that all the documents' parts make together, in the order that merging ledgers gives."""
    known = sorted(parts, key=lambda part: part["document_id"])
    roles = {
        Role(title, affiliation, part["document_id"], Span(start, end, text))
        for part in known
        for title, affiliation, start, end, text in part["roles"]
    }
    mentions = {(part["document_id"], span) for part in known for span in _spans(part["mentions"])}
    return Actor(
        row["name"],
        row["kind"],
        row["country"],
        row["sector"],
        tuple(sorted({alias for part in known for alias in part["aliases"]})),
        tuple(sorted(roles, key=lambda r: (r.document_id, r.span, r.title, r.affiliation or ""))),
        tuple(sorted(mentions)),
        row["scope"],
    )


def statement_out(x: Statement) -> Row:
    start, cue_place = x.place
    return {
        "id": x.id,
        "document_id": x.document_id,
        "actor_id": x.actor_id,
        "act": x.act,
        **_span_out("source", x.source),
        **_span_out("cue", x.cue),
        "content": GAP.join(span.text for span in x.content),
        **_span_out("addressee", x.addressee),
        **_time_out(x.time),
        **_span_out("setting", x.setting),
        **_span_out("via", x.via),
        **_span_out("condition", x.condition),
        "manner": x.manner,
        "hedge": x.hedge,
        "negated": x.negated,
        "confidence": x.confidence,
        "parent_id": x.parent_id,
        "start": start,
        "cue_place": cue_place,
        "spans": _listed(x.content),
        "targets": list(x.target_ids),
        "acts": [list(pair) for pair in x.acts],
    }


def statement_in(x: Seen) -> Statement:
    return Statement(
        document_id=x["document_id"],
        source=_span_in(x, "source"),
        actor_id=x["actor_id"],
        cue=_span_in(x, "cue"),
        content=_spans(x["spans"]),
        manner=x["manner"],
        act=x["act"],
        addressee=_span_in(x, "addressee"),
        target_ids=tuple(x["targets"]),
        time=_time_in(x),
        setting=_span_in(x, "setting"),
        via=_span_in(x, "via"),
        condition=_span_in(x, "condition"),
        negated=x["negated"],
        hedge=x["hedge"],
        parent_id=x["parent_id"],
        confidence=x["confidence"],
        acts=_scores(x["acts"]),
    )


def response_out(x: Response) -> Row:
    return {
        "from_id": x.from_id,
        "to_id": x.to_id,
        "relation": x.relation,
        "confidence": x.confidence,
        "evidence": _listed(x.evidence),
        "reasons": [list(pair) for pair in x.reasons],
    }


def response_in(x: Seen) -> Response:
    told = (_spans(x["evidence"]), x["confidence"], _scores(x["reasons"]))
    return Response(x["from_id"], x["to_id"], x["relation"], *told)


def event_out(x: Event) -> Row:
    return {
        "id": x.id,
        "document_id": x.document_id,
        **_span_out("trigger", x.trigger),
        "type": x.type,
        "mode": x.mode,
        "cameo": x.cameo,
        **_span_out("place", x.place),
        **_time_out(x.time),
        "status": x.status,
        "according_to_id": x.according_to_id,
        "confidence": x.confidence,
        "context": list(x.context),
        "sources": list(x.source_ids),
        "targets": list(x.target_ids),
        "figures": list(x.figure_ids),
    }


def event_in(x: Seen) -> Event:
    return Event(
        document_id=x["document_id"],
        trigger=_some_span(x, "trigger"),
        type=x["type"],
        mode=x["mode"],
        context=tuple(x["context"]),
        cameo=x["cameo"],
        source_ids=tuple(x["sources"]),
        target_ids=tuple(x["targets"]),
        place=_span_in(x, "place"),
        time=_time_in(x),
        status=x["status"],
        according_to_id=x["according_to_id"],
        figure_ids=tuple(x["figures"]),
        confidence=x["confidence"],
    )


_NUMBERS = ("value", "low", "high", "si_value", "si_low", "si_high")


def figure_out(x: Figure) -> Row:
    told = {name: getattr(x, name) for name in (*_NUMBERS, "unit", "si_unit", "bound", "per")}
    spans = _span_out("figure", x.span) | _span_out("what", x.what)
    return {"id": x.id, "document_id": x.document_id, **spans, **told}


def figure_in(x: Seen) -> Figure:
    told = {name: x[name] for name in (*_NUMBERS, "unit", "si_unit", "bound", "per")}
    return Figure(x["document_id"], _some_span(x, "figure"), what=_span_in(x, "what"), **told)


def dispute_out(x: Dispute) -> Row:
    return {
        "id": x.id,
        "title": x.title,
        "first": x.first,
        "last": x.last,
        "statements": list(x.statement_ids),
        "parties": [[party.actor_id, list(party.statement_ids)] for party in x.parties],
        "unanswered": list(x.unanswered_ids),
    }


def dispute_in(x: Seen) -> Dispute:
    parties = tuple(Party(actor_id, tuple(ids)) for actor_id, ids in x["parties"])
    return Dispute(x["title"], tuple(x["statements"]), parties, x["first"], x["last"], tuple(x["unanswered"]))
