"""Resolves institutions: "the Ukrainian Foreign Ministry", "its defence ministry", "the task force", "the company"."""

from __future__ import annotations

from typing import cast

from ... import lexicon
from ...ledger.actor import Kind
from .affiliation import own_name
from .focus import body_in_focus
from .indefinite import campaign, indefinite
from .ministries import area_of, ministry, ministry_of_minister, same_ministry
from .nouns import Noun, noun_at, owner_of
from .places import near_country, of_country, state
from .scene import Draft, Scene
from .wordlists import DETERMINERS, POSSESSIVE

# Sorts too wide to be a name with a country alone: "the Agency of Peru" names nothing.
GENERIC = frozenset({"Agency", "Organisation", "Company", "Ministry", "Media", "Party", "Union", "University",
                     "Church", "Club",
                     "Hospital", "Campaign", "Court", "Militia", "Task Force", "Alliance", "Mission"})  # fmt: skip
_STATES = frozenset({"Government", "State", "Country"})
# Which state a building stands in says nothing of whose it is.
_ABROAD = frozenset({"Embassy", "Consulate", "High Commission", "Mission"})


def institution(
    scene: Scene, head: int, low: int = 0, high: int | None = None, may_guess: bool = True
) -> tuple[Draft | None, str]:
    """The draft of an institution whose head is the chunk `head`, and the rule that found it; None when none fits.

    With `may_guess` a foreign ministry of which nothing says whose it is becomes the one of the state spoken of last.
    """
    entry = scene.chunks[head].entry
    if entry is None:
        return None, "unknown"
    noun = noun_at(scene, head, low, high)
    sort = entry.name
    medium = _medium(scene, noun) if sort == "Media" else None
    if medium is not None:
        return medium, "a medium by its name"
    if sort in _STATES:
        return _government(scene, noun)
    if sort == "Campaign":
        return campaign(scene, noun)
    if sort == "Media" and scene.low(head) in ("media", "press") and "state" not in noun.words:
        return indefinite(scene, noun), "the media of a state"
    if sort == "Ministry" and noun.pronoun in ("his", "her") and not noun.words:
        return ministry_of_minister(scene, noun), "the ministry of its minister"
    if entry.is_plural and sort in GENERIC:
        return indefinite(scene, noun), "several bodies"
    if noun.determiner in ("a", "an", "one", "another", "some") and sort in GENERIC:
        known = _known(scene, noun, entry.form) if noun.country and sort not in ("Company", "Media") else None
        return known or indefinite(scene, noun), "an unnamed body"
    country = _country(scene, noun, sort)
    if sort in GENERIC and not noun.words and not country:
        found = _known(scene, noun, entry.form) or (ministry_of_minister(scene, noun) if sort == "Ministry" else None)
        found = found or body_in_focus(scene, noun)
        return (found, "the last body of its sort") if found else (indefinite(scene, noun), "a body that nothing names")
    if sort in GENERIC or entry.is_plural:
        found = _known(scene, noun, entry.form) or body_in_focus(scene, noun)
        if found:
            return found, "the last body of its sort"
        return _composed(scene, noun, country), "a body named by its work"
    return _specific(scene, noun, country, may_guess)


def _medium(scene: Scene, noun: Noun) -> Draft | None:
    """ "The Roe news agency", "Harbour magazine": the name right before the word is the medium’s own."""
    named = scene.at.get(noun.head - 1) if scene.kind(noun.head - 1) in ("name", "organisation", "body") else None
    if named is None or named.kind == "state" or named.titles or (named.kind == "person" and named.gender):
        return None
    if named.kind == "person":
        named.kind = "organisation"
    named.is_kept = named.is_sure = True
    named.rank("JRN", f"“{scene.chunks[noun.head].text}” behind its name")
    return named


def _government(scene: Scene, noun: Noun) -> tuple[Draft | None, str]:
    entry = scene.chunks[noun.head].entry
    owner = owner_of(scene, noun)
    if entry is not None and entry.is_plural and not noun.country:
        return None, "several states"
    nation = scene.chunks[noun.head - 1].entry if scene.kind(noun.head - 1) == "adjective" else None
    if (noun.owner is not None and scene.kind(noun.owner) == "region") or (nation is not None and not nation.country):
        return _composed(scene, noun, None), "the government of a region"
    if owner is not None and owner.is_person:
        if owner.country and _is_in_office(owner):
            return state(scene, owner.country), "the government of its head"
        words = f"{scene.chunks[noun.owner or 0].text} {scene.chunks[noun.head].text}"
        known = next((d for d in scene.drafts if d.kind == "organisation" and d.name == words), None)
        country = owner.country or (entry.country if entry else None)
        return known or scene.add(Draft("organisation", words, country, "GOV")), "the government of its head"
    if owner is not None and owner.country:
        return state(scene, owner.country), "the government of a state"
    country = noun.country or _complement_country(scene, noun)
    if noun.pronoun:
        country = country or _country_of_owner(scene, noun)
    if country is None and noun.determiner != "a":
        own = entry.country if entry is not None and any(d.country == entry.country for d in scene.drafts) else None
        country = own or (near_country(scene, noun.first) if not noun.words else scene.home)
    return (
        (state(scene, country), "the government of a state")
        if country
        else (indefinite(scene, noun), "an unnamed government")
    )


def _is_in_office(draft: Draft) -> bool:
    """True when the report gives a title of a head of state or government that is no former one."""
    heads = [t for t, family in draft.titles.items() if family in ("head of state", "head of government", "monarch")]
    return any(not t.startswith(("former", "ex-", "then", "late")) for t in heads)


def _specific(scene: Scene, noun: Noun, country: str | None, may_guess: bool) -> tuple[Draft | None, str]:
    """ "the Foreign Ministry": one a state, so that the state settles it; "Tulsa police" go by their place."""
    if noun.owner is not None and (scene.kind(noun.owner) == "region" or noun.owner in scene.places):
        return _composed(scene, noun, country), "the body of a place"
    entry = scene.chunks[noun.head].entry
    assert entry is not None
    abroad = _host(scene, noun) if entry.name in _ABROAD else ""
    if country is None:
        country = entry.country
    if country is None:
        same = [d for d in scene.drafts if d.sort == entry.name or d.name.startswith(f"{entry.name} of ")]
        seen = next((s.draft for s in scene.before(scene.chunks[noun.head].start) if s.draft in same), None)
        if seen is not None and not noun.words:
            return seen, "the last body of its sort"
        near = near_country(scene, noun.first) if may_guess else None
        country = (scene.dateline or near) if entry.name == "Opposition" or not may_guess else near
    portfolio = " ".join(w for w in noun.words if w not in _EMPTY)
    name = " ".join(filter(None, (portfolio.title(), entry.name, of_country(country) if country else "", abroad)))
    if not portfolio and not abroad and entry.name.startswith(("Ministry", "Department")):
        name = own_name(entry.form, country) or name
    for draft in scene.drafts:
        if (
            draft.sort == entry.name
            and draft.country == country
            and (draft.name == name or (not portfolio and not abroad))
        ):
            return draft, "the body of a state"
    draft = Draft(cast(Kind, entry.actor_kind), name, country, entry.sector, sort=entry.name)
    return scene.add(draft), "the body of a state"


_EMPTY = frozenset(["same", "own", "local", "new", "former", "said", "official", "senior", "its"])


def _host(scene: Scene, noun: Noun) -> str:
    """ "in Canada" for an embassy: where it stands."""
    if noun.preposition != "in" or noun.complement is None:
        return ""
    entry = scene.chunks[noun.complement].entry
    country = lexicon.country(entry.country) if entry is not None and entry.country else None
    return f"in {country.name}" if country else ""


def _country(scene: Scene, noun: Noun, sort: str) -> str | None:
    owner = owner_of(scene, noun)
    if noun.country:
        return noun.country
    if owner is not None and owner.country:
        return owner.country
    if noun.pronoun:
        return _country_of_owner(scene, noun)
    return None if sort in _ABROAD and noun.preposition == "in" else _complement_country(scene, noun)


def _complement_country(scene: Scene, noun: Noun) -> str | None:
    if noun.complement is None or noun.preposition not in ("of", "in", "for"):
        return None
    entry = scene.chunks[noun.complement].entry
    draft = scene.at.get(noun.complement)
    return (entry.country if entry else None) or (draft.country if draft else None)


def _country_of_owner(scene: Scene, noun: Noun) -> str | None:
    """ "its ministry": the state or body spoken of last; "his ministry": the person's."""
    for sight in scene.before(scene.chunks[noun.first].start):
        draft = sight.draft
        is_fit = draft.is_person if noun.pronoun in ("his", "her", "my") else draft.kind in ("state", "organisation")
        if is_fit and draft.country:
            return draft.country
    return scene.home


def _known(scene: Scene, noun: Noun, form: str) -> Draft | None:
    """The body mentioned last whose name holds the head's word, or that is of its sort."""
    entry = scene.chunks[noun.head].entry
    word = form.split()[-1]
    wanted = noun.country
    best: Draft | None = None
    # "The teachers' committee" is not the ruling council.
    is_of_others = any(scene.low(at) in ("'s", "'") for at in range(noun.first, noun.head)) and not noun.country
    for sight in scene.before(scene.chunks[noun.first].start):
        draft = sight.draft
        if draft.kind not in ("organisation", "bloc") or (wanted and draft.country not in (None, wanted)):
            continue
        if word in draft.name.casefold().split() or word in " ".join(draft.forms).casefold().split():
            return draft
        if (
            best is None
            and not is_of_others
            and entry is not None
            and entry.name in (draft.sort, _SECTORS.get(draft.sector or ""))
        ):
            best = draft
    if best is None:
        ahead = [
            d
            for d in scene.drafts
            if d.kind in ("organisation", "bloc") and word in d.name.casefold().split() and not d.is_local
        ]
        best = ahead[0] if len(ahead) == 1 and (not wanted or ahead[0].country in (None, wanted)) else None
    return best


_SECTORS = {
    "BUS": "Company",
    "JRN": "Media",
    "EDU": "University",
    "LAB": "Union",
    "MED": "Hospital",
    "REL": "Church",
    "IGO": "Alliance",
}


def _composed(scene: Scene, noun: Noun, country: str | None) -> Draft:
    """ "Ethiopia’s water ministry": named by its words and its state."""
    entry = scene.chunks[noun.head].entry
    owner = owner_of(scene, noun)
    words = [w for w in noun.words if w not in _EMPTY]
    if scene.low(noun.head) == "ministry" and words:
        return ministry(scene, " ".join(words), country)
    if scene.low(noun.head) == "ministry" and not words and (area := area_of(scene, noun)):
        return ministry(scene, area, country)
    if scene.low(noun.head) == "ministry" and country and (same := same_ministry(scene, noun, country)):
        return same
    start = noun.owner if noun.owner is not None else noun.head - len(words)
    is_placed = noun.owner is not None and (scene.kind(noun.owner) == "region" or noun.owner in scene.places)
    is_whole = owner is not None or is_placed
    if _is_proper(scene, noun):
        start, is_whole = _proper_start(scene, noun), True
    text = scene.span(min(start, noun.head), noun.head + 1).text
    if not is_whole:
        text = " ".join((*words, scene.chunks[noun.head].text))
    name = f"{text} {of_country(country)}".strip() if country and not is_whole else text
    known = next((d for d in scene.drafts if d.name == name), None)
    if known is not None:
        return known
    sort, sector = (entry.name, entry.sector) if entry else ("", None)
    return scene.add(Draft("organisation", name, country, sector, sort=sort, is_local=not (country or is_whole)))


def _is_proper(scene: Scene, noun: Noun) -> bool:
    """ "The Jersey Fishermen’s Association": a name of its own, and no plain noun in capitals behind its state."""
    start = _proper_start(scene, noun)
    words = [scene.chunks[at].text for at in range(start, noun.head) if scene.kind(at) != "mark"]
    own = [at for at in range(start, noun.head) if scene.kind(at) in ("word", "name", "title", "organisation")]
    return (
        scene.chunks[noun.head].text[0].isupper()
        and bool(own)
        and all(word[0].isupper() for word in words if word[0].isalpha())
    )


def _proper_start(scene: Scene, noun: Noun) -> int:
    is_article = scene.low(noun.first) in DETERMINERS | POSSESSIVE
    return noun.first + 1 if is_article else noun.first
