"""Gathers the states and bodies that a report names: in full, by letters, by a seat, by a name that many share."""

from __future__ import annotations

from functools import cache
from typing import cast

from ... import lexicon
from ...ledger.actor import Kind
from .chunks import Chunk
from .names import acronym_of, is_alike, words_of
from .places import country_of, main_state, of_country, state
from .scene import Draft, Scene
from .vocabulary import Entry
from .wordlists import LOCATIVE, OBLIQUE, words_in


def gather_known(scene: Scene, at: int, chunk: Chunk) -> None:
    entry = chunk.entry
    if entry is None:
        return
    if chunk.kind in ("country", "capital") or (chunk.kind == "people" and entry.country):
        if entry.country:
            scene.at[at] = state(scene, entry.country)
        if chunk.kind == "capital" and is_locative(scene, at):
            scene.places.add(at)
        return
    if chunk.kind == "people":
        return
    if entry.actor_kind == "state" and entry.country:
        scene.at[at] = state(scene, entry.country)
    elif (country := _namesake(scene, at, entry)) is not None:
        scene.at[at] = body(scene, f"{entry.form} {of_country(country)}", "organisation", country, entry.sector)
    else:
        scene.at[at] = body(scene, entry.name, cast(Kind, entry.actor_kind), entry.country, entry.sector)
    if entry.name == "European Union" and entry.form != entry.name and is_locative(scene, at) and entry.form[0] == "B":
        scene.places.add(at)


def _namesake(scene: Scene, at: int, entry: Entry) -> str | None:
    """The state whose body a name that many states use means: "Congress" in a report from Lima; else None.

    The state before it decides ("Peru’s Congress"), else the report's home where the known one's state is not named.
    """
    if entry.country is None or entry.is_given or not _is_shared(entry.form):
        return None
    own = next((c for c in (country_of(scene, at - 1), country_of(scene, at - 2)) if c), None)
    is_owned = scene.low(at - 1) in ("'s", "'") or scene.kind(at - 1) in ("adjective", "country")
    if own and is_owned:
        return own if own != entry.country else None
    home = main_state(scene)
    return home if home and home != entry.country and entry.country not in scene.named else None


@cache
def _is_shared(form: str) -> bool:
    """True for the plain name of an institution or a department of anything."""
    low = form.casefold()
    return low.startswith("department of ") or low.endswith(" department") or low in _institution_forms()


@cache
def _institution_forms() -> frozenset[str]:
    return frozenset(form for row in lexicon.institutions() for form in row.forms)


def is_locative(scene: Scene, at: int) -> bool:
    """True where a city stands as a place: "in Moscow", a dateline, "in Kyiv, Moscow and Brussels"."""
    before = at - 1
    while before > 0 and (scene.low(before) in (",", "and") or scene.kind(before) == "capital"):
        before -= 1
    if scene.low(before) in LOCATIVE:
        return True
    token, chunk = scene.token(at), scene.chunks[at]
    opens = chunk.first == 0 or scene.tokens[chunk.first - 1].paragraph != token.paragraph
    return opens and (
        scene.low(at + 1) in ("—", "–", "-", "(", ":") or (chunk.text.isupper() and scene.low(at + 1) == ",")
    )


def body(scene: Scene, name: str, kind: Kind, country: str | None, sector: str | None) -> Draft:
    """The draft of a named body, made at its first mention."""
    plain = words_of(name)
    for draft in scene.drafts:
        is_body = draft.kind in ("organisation", "bloc", "group") and not draft.is_local
        if (
            is_body
            and (_is_same_body(words_of(draft.name), plain) or _is_same_nation(draft.name, name))
            and (country is None or draft.country in (None, country))
        ):
            return draft
    return scene.add(Draft(kind, name, country, sector))


def _is_same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Zhytomyr Paper Mill", "Zhitomir Paper Mill": the same but for the sound of a word."""
    if one == other or len(one) != len(other):
        return one == other
    return sum(map(str.__ne__, one, other)) == 1 < len(one) and all(map(is_alike, one, other))


def _is_same_nation(one: str, other: str) -> bool:
    """ "Chilean Rowing Federation", "Rowing Federation of Chile": one body, by the state at either end of its name."""
    first, second = _without_state(one), _without_state(other)
    return first is not None and first == second


@cache
def _without_state(name: str) -> tuple[str, str] | None:
    """The name without the state that opens or ends it, and the state; None where no state does or nothing is left."""
    words = name.split()
    for cut in range(1, min(4, len(words) - 1)):
        behind, before = " ".join(words[-cut:]), " ".join(words[:cut])
        if words[-cut - 1] == "of" and len(words) > cut + 2 and behind in _states():
            return " ".join(words[: -cut - 1]).casefold(), _states()[behind]
        if before in _states() and len(words) > cut + 1:
            return " ".join(words[cut:]).casefold(), _states()[before]
    return None


@cache
def _states() -> dict[str, str]:
    return {
        form: country.alpha3
        for country in lexicon.countries()
        for form in (country.name, *country.aliases, *country.adjectives)
    }


def gather_body(scene: Scene, at: int, chunk: Chunk) -> None:
    name = chunk.text
    opened = scene.low(at - 1) == "(" and at >= 2
    if opened and at - 2 in scene.at and chunk.text.isupper():
        scene.letters(name, scene.at[at - 2])
        return
    same = next((d for d in scene.drafts if d.kind in ("organisation", "bloc") and name in d.forms), None)
    if same is not None:
        scene.at[at] = same
        return
    if chunk.text.isupper() and " " not in name:
        letters = name.replace(".", "")
        bodies = (d for d in reversed(scene.drafts) if d.kind in ("organisation", "bloc"))
        spelt = next((d for d in bodies if acronym_of(d.name) == letters), None)
        if spelt is not None:
            scene.at[at] = spelt
            return
    entry = chunk.entry
    is_behind_state = scene.kind(at - 1) == "country" and scene.low(at - 2) not in LOCATIVE | OBLIQUE
    if is_behind_state and scene.is_together(at - 1, at):
        name = scene.span(at - 1, at + 1).text  # "Mauritius Telecom"
    if entry is not None and entry.country and entry.name in ("Government", "State", "Country"):
        scene.at[at] = state(scene, entry.country)  # "the Federal Government of Somalia", "the Republic of Peru"
        return
    after = scene.chunks[at + 1].entry if scene.kind(at + 1) == "title" else None
    sector = (
        (entry.sector if entry.form not in _VAGUE else None)
        if entry
        else "BUS"
        if after and after.family == "executive"
        else None
    )
    draft = body(scene, name, "organisation", entry.country if entry else None, sector)
    draft.rank(sector, "a word of its name")
    draft.place(_country_of_region(name), "a region in its name")
    if entry is not None:
        draft.sort = entry.name
    if scene.kind(at - 1) in ("adjective", "country") and draft.country is None:
        before = scene.chunks[at - 1].entry
        draft.place(before.country if before else None, f"“{scene.chunks[at - 1].text}” before its name")
    scene.at[at] = draft


# Nouns that in a proper name say nothing of the sector: "Smart Group", "Town House", "Rugby Union".
_VAGUE = words_in("group house movement team union league giant side service center centre body")


def _country_of_region(name: str) -> str | None:
    """ "Scotland Office": the state whose region opens the name."""
    opening = _region_openings()
    if not name.startswith(tuple(opening)):
        return None
    return next(country for region, country in opening.items() if name.startswith(region))


@cache
def _region_openings() -> dict[str, str]:
    return {region + " ": country for region, country in lexicon.regions().items() if country}
