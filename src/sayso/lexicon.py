"""The open facts and the words that the resolvers look up: data files as typed tables, each read once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from .inflection import noun_forms, verb_forms


@dataclass(frozen=True, slots=True)
class Country:
    """A state: ISO 3166 alpha-3 code (XKX for Kosovo), English name, other names, adjectives, people, capitals."""

    alpha3: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    alpha2: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body in the world and the forms that name it: a known organisation, or the seat it speaks from."""

    name: str
    forms: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Institution:
    """A sort of body that many states have ("foreign ministry"), with its canonical name and PLOVER sector."""

    name: str
    forms: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Title:
    """A title, office, calling or kinship that names a human being.

    `family` groups the nouns that can stand for each other; `gender` is "m", "f" or None; `country` is given where only
    one state has the title. `title` is what an abbreviation stands for ("Sen." → "Senator"), "" for a bare honorific.
    """

    forms: tuple[str, ...]
    title: str | None
    family: str
    sector: str | None
    gender: str | None
    country: str | None


def _rows(table: str) -> Iterator[dict[str, str]]:
    path = files("sayso") / "data" / f"{table}.csv"
    yield from csv.DictReader(path.read_text("utf-8").splitlines())


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file that only one room reads; cells of several values have a bar between them."""
    return _rows(name)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def countries() -> tuple[Country, ...]:
    """The members of the United Nations, its observers and a few disputed or dependent territories."""
    return tuple(
        Country(
            row["alpha3"],
            row["name"],
            _split(row["aliases"]),
            _split(row["adjectives"]),
            _split(row["people"]),
            _split(row["capitals"]),
            row["alpha2"],
        )
        for row in _rows("countries")
    )


@cache
def country(alpha3: str) -> Country | None:
    """The country of an alpha-3 code, None for a code that the table lacks."""
    return next((country for country in countries() if country.alpha3 == alpha3), None)


@cache
def regions() -> dict[str, str]:
    """Provinces and cities that are no capital, with the alpha-3 code of their state ("" for continents and seas).

    Abbreviations end in a full stop.
    """
    return {name: row["alpha3"] for row in _rows("regions") for name in _split(row["names"])}


@cache
def seats() -> tuple[Body, ...]:
    """Buildings, streets and cities that stand for the body that sits there ("the Kremlin")."""
    return tuple(
        Body(row["name"], _split(row["forms"]), row["kind"], row["country"] or None, row["sector"] or None)
        for row in _rows("seats")
    )


@cache
def organisations() -> tuple[Body, ...]:
    """Bodies that news reports name without saying what they are, with their acronyms."""
    return tuple(
        Body(
            row["name"],
            (row["name"], *_split(row["aliases"])),
            row["kind"],
            row["country"] or None,
            row["sector"] or None,
        )
        for row in _rows("organisations")
    )


@cache
def institutions() -> tuple[Institution, ...]:
    """Nouns for sorts of bodies, special ones ("foreign ministry") and plain ones ("company")."""
    return tuple(
        Institution(row["name"], _split(row["forms"]), row["kind"], row["country"] or None, row["sector"] or None)
        for row in _rows("institutions")
    )


@cache
def titles() -> tuple[Title, ...]:
    """Nouns for people by office, calling, side or kinship."""
    return tuple(_title(row, None) for row in _rows("titles"))


@cache
def honorifics() -> tuple[Title, ...]:
    """What stands only before a name: "Mr.", "Sen.", "Lt. Col."."""
    return tuple(_title(row, row["title"]) for row in _rows("honorifics"))


def _title(row: dict[str, str], title: str | None) -> Title:
    rest = (row["sector"] or None, row["gender"] or None, row["country"] or None)
    return Title(_split(row["forms"]), title, row["family"], *rest)


@cache
def documents() -> tuple[str, ...]:
    """Nouns for texts that can speak: "statement", "draft treaty", "poll"."""
    return tuple(form for row in _rows("documents") for form in _split(row["forms"]))


@cache
def given_names() -> dict[str, str]:
    """Given names that are nearly always a man's ("m") or a woman's ("f")."""
    return {name: row["gender"] for row in _rows("given_names") for name in _split(row["names"])}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that signals an attribution: its forms, the acts it can be with their prior probabilities, its hedge."""

    forms: tuple[str, ...]
    part: str
    acts: tuple[tuple[str, float], ...]
    hedge: Literal["neutral", "doubted", "endorsed"]
    lemma: str = ""


@cache
def cues() -> tuple[Cue, ...]:
    """Verbs, nouns, adjectives and adverbs of saying, in all their forms."""
    return tuple(
        Cue(_inflected(r["lemma"], r["part"]), r["part"], _weighted(r["acts"]), _hedge(r["hedge"]), r["lemma"])
        for r in _rows("cues")
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for acts, and where to look for them (`resolve/acts_evidence.py` has the places).

    `acts` is what is believed of it before any counting; what it weighs is fitted (`data/acts.csv`). `pattern` is for
    text in lower case, where it is several times as fast as one that heeds no case.
    """

    where: str
    pattern: re.Pattern[str]
    acts: tuple[tuple[str, float], ...]
    why: str


@cache
def signs() -> tuple[Sign, ...]:
    """The signs of an act in the words and the shape of an attribution; `why` names each of them alone."""
    return tuple(
        Sign(row["where"], re.compile(row["pattern"]), _weighted(row["acts"]), row["why"]) for row in _rows("contents")
    )


def _inflected(lemma: str, part: str) -> tuple[str, ...]:
    forms = {"verb": verb_forms, "noun": noun_forms}.get(part)
    return tuple(sorted(forms(lemma))) if forms else (lemma,)


def _weighted(cell: str) -> tuple[tuple[str, float], ...]:
    """ "deny:0.6 reject:0.4" → (("deny", 0.6), ("reject", 0.4)); a bare act has all the weight."""
    pairs = (item.partition(":") for item in cell.split())
    return tuple((act, float(weight or 1.0)) for act, _, weight in pairs)


def _hedge(word: str) -> Literal["neutral", "doubted", "endorsed"]:
    return "doubted" if word == "doubted" else "endorsed" if word == "endorsed" else "neutral"


@cache
def peoples() -> tuple[tuple[str, str], ...]:
    """Adjectives for regions, faiths and nations without a state of their own, each with its people ("" for none)."""
    return tuple((row["adjective"], row["people"]) for row in _rows("peoples"))


@cache
def sayings() -> dict[str, frozenset[str]]:
    """Nouns that refer back to a saying ("claim", "demands") with the speech acts each can stand for; "*" for any."""
    return {form: frozenset(_split(row["acts"])) for row in _rows("sayings") for form in _split(row["forms"])}


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """A unit: `name` is `size` of `si` plus `offset`; the words that name it and its symbols, whose case matters.

    `si` is None for shares, angles that may be temperatures, and money below the unit of ISO 4217.
    """

    name: str
    si: str | None
    size: float
    offset: float
    is_prefixed: bool
    words: tuple[str, ...]
    symbols: tuple[str, ...]


@cache
def units() -> tuple[UnitOfMeasure, ...]:
    """The units of measure, without those that a prefix of the SI makes."""
    return tuple(
        UnitOfMeasure(
            row["name"],
            row["si"] or None,
            float(row["size"]),
            float(row["offset"]),
            row["prefixes"] == "si",
            _split(row["words"]),
            _split(row["symbols"]),
        )
        for row in _rows("units")
    )


@cache
def currencies() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """ISO 4217 code → (signs, names) that the locale data of Babel lack or spell in another way."""
    return {row["code"]: (_split(row["signs"]), _split(row["names"])) for row in _rows("currencies")}


@cache
def holidays() -> dict[str, str]:
    """Names of days that come back each year, in small letters, each with the rule that gives the day in a year.

    "12-25" is a fixed month and day; "4 thu 11 +1" the day after the fourth Thursday of November, "-1 mon 05" the last
    Monday of May; "easter -2" two days before western Easter. Names of other days in other countries are left out.
    """
    return {form: row["rule"] for row in _rows("holidays") for form in _split(row["forms"])}


@cache
def antecedents() -> dict[str, tuple[float, float]]:
    """The weight of each sign of an antecedent: where signs decide alone, and where scores of the network join them."""
    return {row["sign"]: (float(row["alone"]), float(row["joined"])) for row in _rows("antecedents")}
