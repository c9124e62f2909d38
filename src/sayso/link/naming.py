"""Who is named where: the actors' mentions and the countries' names in a report, found by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from .. import lexicon
from ..ledger import Actor, Document, Span
from .wordstock import WORD


@dataclass(frozen=True, slots=True)
class Names:
    """`mentions` sorted by start: (start, end, actor id or None, side or None); `sides`, `kinds` by actor id."""

    mentions: tuple[tuple[int, int, str | None, str | None], ...]
    sides: dict[str, str]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, document: Document, actors: Iterable[Actor]) -> Names:
        found: list[tuple[int, int, str | None, str | None]] = list(_countries_in(document.text))
        sides, kinds = {}, {}
        own = document.id
        for actor in actors:
            actor_id = actor.id
            side = actor.country or actor_id
            sides[actor_id], kinds[actor_id] = side, actor.kind
            found += [(span.start, span.end, actor_id, side) for place, span in actor.mentions if place == own]
        return cls(tuple(sorted(found, key=lambda m: (m[0], m[1], m[2] or "", m[3] or ""))), sides, kinds)

    def side_of(self, actor_id: str | None) -> str | None:
        """The country that an actor belongs to; of one that belongs to none its own id."""
        return None if actor_id is None else self.sides.get(actor_id, actor_id)

    def within(self, spans: Iterable[Span]) -> list[tuple[int, int, str | None, str | None]]:
        """The mentions that lie inside any of the spans."""
        found = []
        for span in spans:
            at = bisect_left(self.mentions, (span.start,))
            while at < len(self.mentions) and self.mentions[at][0] < span.end:
                if self.mentions[at][1] <= span.end:
                    found.append(self.mentions[at])
                at += 1
        return found


@cache
def _country_words() -> dict[str, str]:
    """Names, adjectives, peoples and capitals of countries, and the seats that speak for them → alpha-3."""
    table = {}
    for country in lexicon.countries():
        for name in (country.name, *country.aliases, *country.adjectives, *country.people, *country.capitals):
            table[name] = country.alpha3
    for seat in lexicon.seats():
        if seat.country:
            table.update(dict.fromkeys(seat.forms, seat.country))
    return table


def _countries_in(text: str) -> Iterable[tuple[int, int, str | None, str | None]]:
    table = _country_words()
    before = None
    for word in WORD.finditer(text):
        if not word[0][0].isupper():
            before = None
            continue
        plain = word[0].removesuffix("'s").removesuffix("’s")
        pair = text[before.start() : word.start()] + plain if before else ""
        if before and pair in table:
            yield before.start(), word.start() + len(plain), None, table[pair]
        elif plain in table:
            yield word.start(), word.start() + len(plain), None, table[plain]
        before = word
