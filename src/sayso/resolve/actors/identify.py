"""Recognises persons and bodies of a report among those whom the gazetteer knows, where the report bears it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ...gazetteer import Known, bodies, leaders
from ...ledger.actor import folded
from .names import is_alike, is_same_person, words_of
from .scene import Draft, Scene
from .sounds import sound
from .wordlists import words_in

HEADS = frozenset({"head of state", "head of government", "monarch", "deputy head", "leader"})
# Whoever is nothing but this is somebody else of the same name.
_OTHER_CALLINGS = words_in("""
    police executive doctor journalist activist relative analyst lawyer judge prosecutor person artist cleric
""")
_LEAST_ALONE = 4
_LONG_NAME = 3


@dataclass(frozen=True, slots=True)
class Bearer:
    """One person with all the terms of office that the gazetteer has of him."""

    terms: tuple[Known, ...]

    @property
    def name(self) -> str:
        return self.terms[0].name

    @property
    def country(self) -> str | None:
        return self.terms[0].country


class Register:
    """The persons of some rows by how each word of their names sounds."""

    def __init__(self, rows: Iterable[Known]) -> None:
        persons: dict[tuple[str, str | None], list[Known]] = {}
        for row in rows:
            if row.kind == "person":
                persons.setdefault((folded(row.name), row.country), []).append(row)
        self._by_sound: dict[str, list[Bearer]] = {}
        for terms in persons.values():
            bearer = Bearer(tuple(terms))
            names = (name for term in terms for name in (*term.names, term.short))
            for key in {sound(part) for name in names for word in words_of(name) for part in _parts(word)}:
                self._by_sound.setdefault(key, []).append(bearer)

    def full(self, name: str) -> Iterator[Bearer]:
        """The bearers of a name of two words or more."""
        words = words_of(name)
        near = {id(b): b for word in (words[:1] + words[-1:]) for b in self._by_sound.get(sound(word), ())}
        for bearer in near.values():
            if any(is_same_person(known, name) for term in bearer.terms for known in term.names):
                yield bearer

    def alone(self, name: str) -> Iterator[Bearer]:
        """Those whom a single name names: by the name that goes alone, or by an alias of one word."""
        word = "".join(words_of(name))
        for bearer in self._by_sound.get(sound(word), ()):
            shorts = {term.short for term in bearer.terms} | {
                a for t in bearer.terms for a in t.aliases if " " not in a
            }
            if any(is_alike(part, word) for short in shorts if short for part in _parts(words_of(short)[-1])):
                yield bearer


def _parts(word: str) -> set[str]:
    """ "el-sisi" → "el-sisi" and "sisi"."""
    return {word, *(part for part in word.split("-") if len(part) >= _LEAST_ALONE)}


@cache
def shipped() -> Register:
    """The heads of state, government and organisations that ship."""
    return Register(leaders())


@cache
def register_of(rows: Sequence[Known]) -> Register:
    """The user's own persons, made once for one list."""
    return Register(rows)


def identify(scene: Scene) -> None:
    """Canonical name, country and sector for the persons and bodies that the gazetteer knows; the user's rows first."""
    for draft in scene.drafts:
        if draft.kind == "person":
            recognise(scene, draft)
        elif draft.kind == "organisation" and not draft.is_local and (draft.country is None or draft.sector is None):
            _identify_body(draft, scene.named)


def recognise(scene: Scene, draft: Draft) -> None:
    """What the gazetteer says of a person, if it knows one who fits."""
    bearer = _given(scene, draft) or _bearer(scene, draft, scene.named)
    if bearer is not None:
        _take(scene, draft, bearer)


def _given(scene: Scene, draft: Draft) -> Bearer | None:
    """The user's row whose name or alias is one of the forms, letter for letter but for case and accents."""
    if not scene.given:
        return None
    forms = {folded(form) for form in (draft.name, *draft.forms)}
    for form in (draft.name, *draft.forms):
        for key in {sound(word) for word in words_of(form)}:
            for bearer in register_of(scene.given)._by_sound.get(key, ()):
                if any(folded(name) in forms for term in bearer.terms for name in term.names):
                    return bearer
    return next(iter(register_of(scene.given).full(draft.name)), None) if len(words_of(draft.name)) > 1 else None


def _bearer(scene: Scene, draft: Draft, named: frozenset[str]) -> Bearer | None:
    """The one shipped person who fits; None where several do or the report does not bear it out."""
    families = set(draft.titles.values())
    if families & _OTHER_CALLINGS and not families & HEADS:
        return None
    words = words_of(draft.name)
    is_full = len(words) > 1
    if not words or (not is_full and len(words[0]) < _LEAST_ALONE and not families & HEADS):
        return None
    found = [
        bearer
        for bearer in (shipped().full(draft.name) if is_full else shipped().alone(draft.name))
        if draft.country in (None, bearer.country, *_offices_of(bearer))
        and _is_borne_out(scene, draft, bearer, named, is_full)
    ]
    if len(found) > 1:
        day = scene.document.published
        found = [b for b in found if day is not None and any(term.is_current(day) for term in b.terms)]
    return found[0] if len(found) == 1 else None


def _offices_of(bearer: Bearer) -> Iterator[str | None]:
    return (term.country for term in bearer.terms)


def _is_borne_out(scene: Scene, draft: Draft, bearer: Bearer, named: frozenset[str], is_full: bool) -> bool:
    """True where the report names the state or the body; a surname alone needs the title or the day besides."""
    is_placed = bearer.country in named or draft.country == bearer.country or _is_body_named(scene, bearer)
    has_title = any(_is_title(title, family, bearer) for title, family in draft.titles.items())
    if is_full:
        return is_placed or has_title
    day = scene.document.published
    is_in_office = day is not None and any(term.is_current(day) for term in bearer.terms)
    return is_placed and (has_title or is_in_office)


def _is_body_named(scene: Scene, bearer: Bearer) -> bool:
    bodies_of = {term.body for term in bearer.terms if term.body}
    return any(draft.name in bodies_of for draft in scene.drafts)


def _is_title(title: str, family: str, bearer: Bearer) -> bool:
    """True for a title whose last word is that of an office the person has had: "former president", "US president"."""
    return family in HEADS and any(term.office.split()[-1] == title.split()[-1] for term in bearer.terms if term.office)


def _take(scene: Scene, draft: Draft, bearer: Bearer) -> None:
    """What the gazetteer says: the country always, the sector where the office of the day tells it."""
    day = scene.document.published
    first = bearer.terms[0]
    draft.forms.setdefault(draft.name)
    draft.name, draft.is_sure, draft.is_kept = bearer.name, True, True
    draft.is_known = True
    told = _row_words(*_row_of(bearer, day))
    draft.origins["name"] = told
    if first.country:
        draft.country, draft.origins["country"] = first.country, told
    before = draft.sector
    dated = [term for term in bearer.terms if term.since or term.until]
    if not dated:
        draft.sector = first.sector or draft.sector
    elif day is not None:
        current = [term for term in dated if term.is_current(day)]
        is_past = not current and any(term.is_past(day) for term in dated)
        has_other = any(not _is_title(t, f, bearer) and f not in _OTHER_CALLINGS for t, f in draft.titles.items())
        if current or not has_other:
            draft.sector = (current[0].sector or draft.sector) if current else "ELI" if is_past else draft.sector
    else:
        draft.sector = draft.sector or next((term.sector for term in dated if not term.until), None)
    if draft.sector != before:
        draft.origins["sector"] = _sector_words(dated, day)


def _row_of(bearer: Bearer, day: date | None) -> tuple[Known, int]:
    """The term of office of the day, else the latest; and how many terms there are."""
    current = [term for term in bearer.terms if day is not None and term.is_current(day)]
    return max(current or bearer.terms, key=lambda term: term.since), len(bearer.terms)


def _row_words(row: Known, terms: int = 1) -> str:
    """Which row of the gazetteer it is, in words: "president of KEN from 2013-04-09 (factbook africa/ke)"."""
    if row.is_given:
        return f"your actors file: “{row.name}” ({row.source})"
    more = f"; {terms} terms in all" if terms > 1 else ""
    return f"the gazetteer: “{row.name}”, {_term_words(row)}{more} (source: {row.source})"


def _term_words(row: Known) -> str:
    office = " of ".join(filter(None, (row.office, row.body or row.country or ""))) or row.kind
    if not row.since and not row.until:
        return office
    return f"{office} {f'from {row.since}' if row.since else ''}{f' to {row.until}' if row.until else ''}".replace(
        "  ", " "
    )


def _sector_words(terms: Sequence[Known], day: date | None) -> str:
    if day is None or not terms:
        return "the office that the gazetteer gives"
    current = next((term for term in terms if term.is_current(day)), None)
    return f"{_term_words(current)}, on {day}" if current else f"out of office on {day}, by the gazetteer"


def _identify_body(draft: Draft, named: frozenset[str]) -> None:
    """A party or parliament: its state where the report names it, or where no other state has such a body."""
    forms = {form.casefold() for name in (draft.name, *draft.forms) for form in (name, name.partition(" of ")[0])}
    rows = [row for form in sorted(forms) for row in bodies().get(form, ())]
    countries = {row.country for row in rows}
    fits = [row for row in rows if row.country in ({draft.country} if draft.country else named)]
    if not fits and len(countries) == 1 and len(draft.name.split()) >= _LONG_NAME:
        fits = rows
    if len({row.country for row in fits}) == 1:
        draft.forms.setdefault(draft.name)
        draft.name, draft.country, draft.sector = fits[0].name, fits[0].country, fits[0].sector
        draft.origins |= dict.fromkeys(("name", "country", "sector"), _row_words(fits[0]))


def holder(scene: Scene, title: str, country: str) -> Draft | None:
    """Who held an office of a state on the day of publication ("the French president"); None unless exactly one did."""
    day = scene.document.published
    if day is None:
        return None
    rows = _holders(scene.given, title, country, day) or _holders(leaders(), title, country, day)
    if len(rows) != 1 or (not rows[0].until and not rows[0].is_given and day.isoformat() > _snapshot()):
        return None
    (row,) = rows
    known = next((d for d in scene.drafts if d.kind == "person" and d.name == row.name), None)
    origins = dict.fromkeys(("name", "country", "sector"), f"{_row_words(row)}, who held it on {day}")
    return known or scene.add(Draft("person", row.name, row.country, row.sector, is_known=True, origins=origins))


def past_holder(scene: Scene, title: str, country: str) -> Draft | None:
    """ "The former French president": the one person of the report who held the office once; None unless just one."""
    day = scene.document.published
    names = {
        row.name
        for row in (*scene.given, *leaders())
        if row.office == title and row.country == country and not row.body and (day is None or not row.is_current(day))
    }
    found = [draft for draft in scene.drafts if draft.kind == "person" and draft.is_known and draft.name in names]
    return found[0] if len(found) == 1 else None


def _holders(rows: Sequence[Known], title: str, country: str, day: date) -> list[Known]:
    fits = [r for r in rows if r.office == title and r.country == country and not r.body and r.is_current(day)]
    return list({folded(row.name): row for row in fits}.values())


@cache
def _snapshot() -> str:
    """The last day that the shipped table knows of; who holds an office later it cannot say."""
    return max(max(row.since, row.until) for row in leaders())
