"""At whom an act is aimed: who was told, else whom the content names on another side, else whom it answers."""

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
_DIRECTIVE: frozenset[Act] = frozenset({"demand", "urge", "ask", "warn", "propose"})
# Acts that stay aimed at whom the same speaker was at just before: "condemned the port's conduct, calling it reckless".
_ON: frozenset[Act] = frozenset({"allege", "condemn", "threaten", "demand", "urge", "warn"})
_NEAR = 700  # characters back to the saying that is gone on with or answered, or on to an answer
_ANSWERING = 6  # statements on among which an answer is looked for
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_RUN = re.compile(r"\w+")
_CLOSES = re.compile(r"\b(?!-)")  # not the "Denmark" of "Denmark-based"
_ANAPHOR = re.compile(r"[\W_]*(?:it|they|them|that|this|these|those|such)\b", re.IGNORECASE)
_FIRST = 8  # words of a content in which "the charge" is what is answered


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who stands with whom: the actors by id, the states by country, and whom a name or an adjective names."""

    actors: dict[str, Actor]
    names: dict[str, str]
    by_word: dict[str, list[str]]  # the names by their first word, the longest first

    @classmethod
    def of(cls, actors: Sequence[Actor]) -> _Sides:
        names: dict[str, str] = {}
        by_id = [(actor.id, actor) for actor in actors]
        for actor_id, actor in by_id:
            forms = (actor.name, *actor.aliases) if actor.kind not in ("unnamed", "group") else ()
            names |= {form: actor_id for form in forms if form[:1].isupper() and form not in names}
            if actor.kind == "state" and actor.country:
                names |= {form: actor_id for form in _adjectives().get(actor.country, ()) if form not in names}
        by_word: dict[str, list[str]] = {}
        for name in sorted(names, key=len, reverse=True):
            by_word.setdefault(_RUN.findall(name)[0], []).append(name)
        return cls(dict(by_id), names, by_word)

    def is_own(self, one: str | None, other: str) -> bool:
        """True for the speaker himself and for the state or the bodies of his own country."""
        speaker, spoken = self.actors.get(one or ""), self.actors.get(other)
        if one == other or speaker is None or spoken is None:
            return one == other
        is_same = speaker.country is not None and speaker.country == spoken.country
        return is_same and "state" in (spoken.kind, speaker.kind)

    def is_foreign(self, one: str | None, other: str) -> bool:
        """True where the countries of both are known and are two."""
        speaker, spoken = self.actors.get(one or ""), self.actors.get(other)
        countries = {actor.country for actor in (speaker, spoken) if actor is not None and actor.country}
        return len(countries) == 2

    def named(self, span: Span) -> Iterator[str]:
        """The actors that a span names, and the states whose adjective it has ("Danish ships"), in their order."""
        # No pattern of all names: to make it anew for each report took longer than everything else here.
        text, done = span.text, 0
        for word in _RUN.finditer(text):
            names = self.by_word.get(word[0], ()) if word.start() >= done else ()
            ends = ((name, word.start() + len(name)) for name in names if text.startswith(name, word.start()))
            name, done = next(((name, end) for name, end in ends if _CLOSES.match(text, end)), ("", done))
            if name:
                yield self.names[name]


def aimed(text: str, statements: Sequence[Statement], cast: Cast) -> tuple[Statement, ...]:
    """The statements in text order with their targets: none where nobody is shown to be aimed at."""
    sides = _Sides.of(cast.actors)
    out: list[Statement] = []
    for at, each in enumerate(statements):
        if each.act == "ask":
            found = _asked(text, each, statements[at + 1 : at + 1 + _ANSWERING], cast)
        else:
            found = _targets(text, each, out, cast, sides) if each.act != "decline_comment" else ()
        out.append(each if found == each.target_ids else replace(each, target_ids=found))
    return tuple(out)


def _targets(text: str, each: Statement, before: Sequence[Statement], cast: Cast, sides: _Sides) -> tuple[str, ...]:
    told = _told(text, each, cast, sides)
    if told:
        return told
    named = [actor for span in each.content for actor in (*sides.named(span), *cast.actors_in(span))]
    others = [actor for actor in dict.fromkeys(named) if not sides.is_own(each.actor_id, actor)]
    if each.act not in _AIMED:
        # "said", "expects": aimed at another country's side at most, else half the statements of a report would be
        others = [actor for actor in others if sides.is_foreign(each.actor_id, actor)]
    return tuple(others[:1]) or next(_earlier(each, before, sides), ())


def _told(text: str, each: Statement, cast: Cast, sides: _Sides) -> tuple[str, ...]:
    """Who was told, warned or asked; each of several that are named together."""
    if each.addressee is None or _is_audience(text, each.addressee):
        return ()
    named = [actor for actor in dict.fromkeys(sides.named(each.addressee)) if actor != each.actor_id]
    if len(named) > 1 and " and " in each.addressee.text:
        return tuple(named)
    actor = cast.actor_of(each.addressee) or next(iter(named), None)
    if actor is None or actor == each.actor_id:
        return ()
    # a minister who tells his parliament of a neighbour's deed is at the neighbour
    return () if sides.is_own(each.actor_id, actor) and each.act not in _DIRECTIVE else (actor,)


def _asked(text: str, each: Statement, later: Sequence[Statement], cast: Cast) -> tuple[str, ...]:
    """Who was asked; without an addressee whoever speaks next."""
    if each.addressee is not None and not _is_audience(text, each.addressee):
        actor = cast.actor_of(each.addressee)
        return (actor,) if actor and actor != each.actor_id else ()
    near = (other for other in later if other.start - each.start <= _NEAR and other.actor_id)
    return next(((other.actor_id,) for other in near if other.actor_id and other.actor_id != each.actor_id), ())


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {country.alpha3: (*country.adjectives, *country.people) for country in lexicon.countries()}


def _is_audience(text: str, addressee: Span) -> bool:
    """True for those who only pass on what they are told: reporters, a crowd."""
    words = core(tuple(words_of(text, (addressee.start, addressee.end))))
    return bool(words) and hearers().get(words[-1].low) in ("press", "public") and not words[0].is_capital


def _earlier(each: Statement, before: Sequence[Statement], sides: _Sides) -> Iterator[tuple[str, ...]]:
    """Of the statements just before, last first: whom the same speaker was at, or who is answered."""
    is_answer = _points_back(each)
    for other in reversed(before):
        if each.start - other.start > _NEAR:
            return
        is_same = other.actor_id is not None and other.actor_id == each.actor_id
        if is_same and other.target_ids and each.act in _ON:
            yield other.target_ids
        elif is_same or not is_answer or other.act not in _ANSWERABLE or other.actor_id is None:
            continue
        elif not sides.is_own(each.actor_id, other.actor_id):
            yield (other.actor_id,)


def _points_back(each: Statement) -> bool:
    """True for an answer to what was told before: "denied the charge", "called it false", "they are lies"."""
    if not each.content:
        return False
    opening = [word.lower() for word in _WORD.findall(each.content[0].text)[:_FIRST]]
    has_noun = each.act in _ANSWERS and any(word in lexicon.sayings() for word in opening)
    return has_noun or (_ANAPHOR.match(each.content[0].text) is not None and each.act in _ANSWERS | {"condemn"})
