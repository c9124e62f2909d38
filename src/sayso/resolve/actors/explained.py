"""Why this actor: the way to it step by step, who else it might have been, and where what is known of it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lexicon
from ...ledger import Actor, Attribution, Decision, Option, Reason
from .cast import Cast


def who(cast: Cast, found: Attribution) -> Decision:
    """The actor of an attribution; answer None where nobody is named, or nobody surely enough."""
    source = found.source
    if source is None:
        return Decision("who", None, reasons=(Reason("the text names no source"),))
    actor_id = cast.actor_of(source)
    actor = next((actor for actor in cast.actors if actor.id == actor_id), None)
    if actor is None:
        return Decision("who", None, spans=(source,), reasons=(Reason(cast.reason(source) or "it names nobody"),))
    way = cast.way(source)
    weighed = next((step for step in way if step.score is not None), None)
    others = weighed.others if weighed is not None else ()
    return Decision(
        "who",
        actor.name,
        round(weighed.score, 3) if weighed is not None and weighed.score is not None else None,
        (source,),
        way,
        tuple(_known(actor, cast.origin(actor.id))),
        tuple(Option(name, chance) for name, chance in others),
    )


def _known(actor: Actor, origin: dict[str, str]) -> Iterator[Reason]:
    if "name" in origin:
        yield Reason(f"its name as in {origin['name']}")
    yield Reason(f"kind: {actor.kind}")
    if actor.country:
        country = lexicon.country(actor.country)
        name = f"{country.name} ({actor.country})" if country else actor.country
        yield Reason(f"country: {name}{_told(origin, 'country')}")
    if actor.sector:
        yield Reason(f"sector: {actor.sector}{_told(origin, 'sector')}")
    for role in actor.roles:
        of = f", of {role.affiliation}" if role.affiliation else ""
        yield Reason(f"role: “{role.title}”{of}", spans=(role.span,))


def _told(origin: dict[str, str], field: str) -> str:
    """Where a field comes from; "" where it comes with the mention itself, whose rule the way tells."""
    why = origin.get(field)
    if why is None:
        return ""
    return ": the same row" if why == origin.get("name") else f": {why}"
