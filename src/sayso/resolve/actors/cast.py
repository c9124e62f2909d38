"""Who appears in one report, and which span stands for whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ...ledger import Actor, Span, Step


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one report and which span stands for which of them.

    `reasons` gives for each resolved source and addressee the rule that resolved it, `ways` the mentions that
    led from it to the actor, one after the other, `origins` for an actor's id where its name, country and sector come
    from, as far as a rule or the gazetteer added them.
    """

    actors: tuple[Actor, ...]
    reasons: tuple[tuple[Span, str], ...] = ()
    ways: tuple[tuple[Span, tuple[Step, ...]], ...] = ()
    origins: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    _of_span: dict[Span, str] = field(default_factory=dict)
    _mentions: tuple[tuple[Span, str], ...] = ()

    def actor_of(self, span: Span | None) -> str | None:
        """The id of the actor that a resolved span stands for; None for any other span."""
        return self._of_span.get(span) if span is not None else None

    def actors_in(self, span: Span) -> tuple[str, ...]:
        """The ids of the actors mentioned inside a span, each once, in the order of the text."""
        first = bisect_left(self._mentions, span.start, key=_start)
        after = bisect_left(self._mentions, span.end, key=_start)
        inside = (row for row in self._mentions[first:after] if row[0].end <= span.end)
        return tuple(dict.fromkeys(actor_id for _, actor_id in inside))

    def reason(self, span: Span) -> str | None:
        """The rule that resolved a span."""
        return next((rule for resolved, rule in self.reasons if resolved == span), None)

    def way(self, span: Span) -> tuple[Step, ...]:
        """The steps from a span to the fullest mention of its actor: what `told` prints."""
        return next((steps for resolved, steps in self.ways if resolved == span), ())

    def origin(self, actor_id: str) -> dict[str, str]:
        """Field ("name", "country", "sector") → where it comes from; several parts of a text may each tell some."""
        return {name: why for own, rows in self.origins if own == actor_id for name, why in rows}


def _start(row: tuple[Span, str]) -> int:
    return row[0].start


def pooled(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors by id, each once, in their first order; those of one id pool aliases, roles and mentions."""
    found: dict[str, Actor] = {}
    for actor in actors:
        identity = actor.id
        known = found.get(identity)
        found[identity] = actor if known is None else _joined(known, actor)
    return tuple(found.values())


def _joined(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        sector=one.sector or other.sector,
        aliases=tuple(dict.fromkeys((*one.aliases, *(name for name in other.aliases if name != one.name)))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
    )


def merged(casts: Sequence[Cast]) -> Cast:
    """One cast of the parts of one text."""
    return Cast(
        pooled(actor for cast in casts for actor in cast.actors),
        tuple(row for cast in casts for row in cast.reasons),
        tuple(row for cast in casts for row in cast.ways),
        tuple(row for cast in casts for row in cast.origins),
        {span: actor_id for cast in casts for span, actor_id in cast._of_span.items()},
        tuple(sorted(row for cast in casts for row in cast._mentions)),
    )
