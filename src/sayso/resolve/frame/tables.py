"""The words around a saying: nouns of occasions and hearers, verbs that take an addressee, closed classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ... import lexicon
from ...inflection import verb_forms
from ..tokens import word_set

PREPOSITIONS = word_set(
    """
    in on at during via through by over from to with of for about against between among under before inside outside
    into near across amid upon following toward towards alongside throughout within without per like despite beyond
    behind around above below aboard beside regarding concerning unlike including to
    """
)
# A clause of its own begins here; what follows belongs no longer to the saying.
BREAKS = word_set(
    """
    who whom whose which where when while as because since that but if whether unless though although after until
    than how what why so nor or is are was were be been has have had will would could can may might must should do
    does did
    """
)
DETERMINERS = word_set("the a an this that these those both all some several many two three four five no every each")
POSSESSIVES = word_set("his her its their our my your")
OBJECTS = word_set("him her it them us me you one some many most both all others")  # alone they are somebody
# What may stand between a verb and the one who is told, or behind him, without being either.
ADVERBS = word_set(
    """
    late early earlier later again afterward afterwards once also only just then now today yesterday tonight recently
    separately privately publicly repeatedly bluntly instead meanwhile simply merely even still directly jointly soon
    immediately here there alone together not never never first last next this too however
    """
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the last word or words of a setting name: its kind, and the prepositions with which it is one.

    `kind` is "occasion" (a meeting), "text" (a letter), "call" (the telephone), "channel" (television), "paper" (a
    daily), "way" (an arrival) or "venue" (parliament).
    """

    kind: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Addressing:
    """How a verb takes whoever is told: as its object, with a preposition of `prepositions`, or both.

    `is_infinitive`: only an object before an infinitive is the one who is told ("requires the union to pay").
    """

    has_object: bool
    is_infinitive: bool
    prepositions: frozenset[str]


@cache
def occasions() -> dict[str, tuple[Occasion, ...]]:
    """Nouns for occasions, media and places of saying, as they stand in the table, each with what it can be."""
    table: dict[str, tuple[Occasion, ...]] = {}
    for row in lexicon.table("occasions"):
        occasion = Occasion(row["kind"], frozenset(row["prepositions"].split("|")))
        for noun in row["nouns"].split("|"):
            table[noun] = (*table.get(noun, ()), occasion)
    return table


@cache
def addressing() -> dict[str, Addressing]:
    """Form of a verb of telling, asking or ordering → how it takes its addressee; a verb may be two words."""
    return {
        form: Addressing(
            bool(row["object"]), row["object"] == "infinitive", frozenset(filter(None, row["prepositions"].split("|")))
        )
        for row in lexicon.table("addressing")
        for form in verb_forms(row["lemma"])
    }


@cache
def hearers() -> dict[str, str]:
    """Nouns for those whom one speaks to, each with its kind: "press", "public" or "body"."""
    return {noun: row["kind"] for row in lexicon.table("hearers") for noun in row["nouns"].split("|")}


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nations and peoples: "in Arabic" and "in Danish" name a language and no place."""
    nations = (adjective for country in lexicon.countries() for adjective in country.adjectives)
    return frozenset(nations) | frozenset(adjective for adjective, _ in lexicon.peoples())
