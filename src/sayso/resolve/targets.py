"""At whom an act is aimed: who was told, else whoever the content names on another side, else whom an answer answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from .. import lexicon
from ..ledger import Actor, Span, Statement
from ..ledger.statement import Act
from .actors import Cast
from .frame.phrases import core, words_of
from .frame.tables import hearers

_AIMED: frozenset[Act] = frozenset(
    {"allege", "condemn", "threaten", "demand", "urge", "deny", "reject", "praise", "warn", "ask", "agree", "propose",
     "announce", "acknowledge"}
)  # fmt: skip
# Acts that answer: whom they answer is their target where they name nobody.
_ANSWERS: frozenset[Act] = frozenset({"deny", "reject", "agree"})
_ANSWERABLE: frozenset[Act] = frozenset({"allege", "condemn", "threaten", "demand", "urge", "warn", "propose", "ask"})
# Acts that stay aimed at whom the same speaker was at just before: "condemned the port's conduct, calling it reckless".
_ON: frozenset[Act] = frozenset({"allege", "condemn", "threaten", "demand", "urge", "warn"})
_NEAR = 700  # characters back to the saying that is gone on with or answered
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who stands with whom: the actors by id and the states among them by country."""

    actors: dict[str, Actor]
    states: dict[str, str]

    @classmethod
    def of(cls, actors: Sequence[Actor]) -> _Sides:
        states = {actor.country: actor.id for actor in reversed(actors) if actor.kind == "state" and actor.country}
        return cls({actor.id: actor for actor in actors}, states)

    def is_own(self, one: str | None, other: str) -> bool:
        """True for the speaker himself and for the state or the bodies of his own country."""
        speaker, spoken = self.actors.get(one or ""), self.actors.get(other)
        if one == other or speaker is None or spoken is None:
            return one == other
        is_same = speaker.country is not None and speaker.country == spoken.country
        return is_same and "state" in (spoken.kind, speaker.kind)


def aimed(text: str, statements: Sequence[Statement], cast: Cast) -> tuple[Statement, ...]:
    """The statements in text order with their targets: none where nobody is shown to be aimed at."""
    sides = _Sides.of(cast.actors)
    out: list[Statement] = []
    for each in statements:
        target = _target(text, each, out, cast, sides) if each.act in _AIMED else None
        out.append(replace(each, target_ids=(target,) if target else ()))
    return tuple(out)


def _target(text: str, each: Statement, before: Sequence[Statement], cast: Cast, sides: _Sides) -> str | None:
    addressee = each.addressee
    if addressee is not None and not _is_audience(text, addressee):
        told = [actor for actor in _in(cast, addressee) if actor != each.actor_id]
        if told:
            return told[0]
    named = [actor for span in each.content for actor in _named(span, cast, sides)]
    others = [actor for actor in dict.fromkeys(named) if not sides.is_own(each.actor_id, actor)]
    if others and not (each.act in _ANSWERS and len(others) > 3):
        return others[0]
    return next(_earlier(each, before, sides), None)


def _in(cast: Cast, span: Span) -> tuple[str, ...]:
    actor = cast.actor_of(span)
    return (actor,) if actor else cast.actors_in(span)


def _named(span: Span, cast: Cast, sides: _Sides) -> Iterator[str]:
    """The actors that a content names, and the states whose adjective it has: "Danish ships"."""
    found = [(at, actor) for at, actor in _mentions(span, cast)]
    for match in _WORD.finditer(span.text):
        word = re.sub(r"[’']s?$", "", match[0])
        country = _adjectives().get(word) if word[0].isupper() else None
        if country in sides.states:
            found.append((span.start + match.start(), sides.states[country]))
    return (actor for _, actor in sorted(found))


def _mentions(span: Span, cast: Cast) -> Iterator[tuple[int, str]]:
    for actor in cast.actors:
        for _, mention in actor.mentions:
            if span.holds(mention):
                yield mention.start, actor.id


@cache
def _adjectives() -> dict[str, str]:
    return {form: c.alpha3 for c in lexicon.countries() for form in (*c.adjectives, *c.people)}


def _is_audience(text: str, addressee: Span) -> bool:
    """True for those who only pass on what they are told: reporters, a crowd."""
    words = core(tuple(words_of(text, (addressee.start, addressee.end))))
    return bool(words) and hearers().get(words[-1].low) in ("press", "public") and not words[0].is_capital


def _earlier(each: Statement, before: Sequence[Statement], sides: _Sides) -> Iterator[str]:
    """Of the statements just before, last first: whom the same speaker was at, or who is answered."""
    for other in reversed(before):
        if each.start - other.start > _NEAR:
            return
        is_same = other.actor_id is not None and other.actor_id == each.actor_id
        if is_same and other.target_ids and (each.act in _ON or each.act in _ANSWERS):
            yield from other.target_ids
        elif each.act in _ANSWERS and other.act in _ANSWERABLE and other.actor_id and not is_same:
            if not sides.is_own(each.actor_id, other.actor_id):
                yield other.actor_id
