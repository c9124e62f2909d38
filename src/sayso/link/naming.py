"""Who is named where: the actors' mentions and the countries' names in a report, found by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from .. import lexicon
from ..ledger import Actor, Document, Span

# A word (wordstock.WORD) that may begin with a capital: no letter and no inner mark of a word stands before it. These
# are searched for alone, so that the other nine words in ten cost nothing.
_CAPITALISED = re.compile(r"[^\W\d_a-z](?<!\w\w)(?<!\w[’'.-]\w)\w*(?:[’'.-]\w+)*")
_LETTER = re.compile(r"\w")
# No name of two words has more between them than this many characters.
_GAP = 3


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
    """Names of one word or of two that stand side by side ("South Sudan", "Saudi’s")."""
    table = _country_words()
    first, end = 0, -1
    for word in _CAPITALISED.finditer(text):
        plain, start = word[0], word.start()
        if not plain[0].isupper():
            continue
        if plain.endswith(("'s", "’s")):
            plain = plain[:-2]
        is_next = start - end < _GAP and end >= 0 and not _LETTER.search(text, end, start)
        pair = text[first:start] + plain if is_next else ""
        if pair in table:
            yield first, start + len(plain), None, table[pair]
        elif plain in table:
            yield start, start + len(plain), None, table[plain]
        first, end = start, word.end()
