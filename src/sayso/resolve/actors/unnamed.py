"""Sources without a name: officials, diplomats, observers, crowds, each an actor of this report alone."""

from __future__ import annotations

from ...ledger.actor import Kind
from .bodies import institution
from .coreference import Anaphor, pronoun
from .nouns import Noun, noun_at, owner_of
from .phrases import Phrase
from .places import country_of, main_state, state
from .scene import Draft, Scene
from .wordlists import POSTMODIFIERS

# Callings whose bearers speak on condition that they are not named; of other people a plural is a group.
_VEILED = frozenset(
    {"official", "diplomat", "source", "analyst", "journalist", "adviser", "spokesperson", "lawyer", "police"}
)
# Of these a report from a capital means those of its own state, if it says no other.
_OF_HOME = frozenset(
    {"official", "minister", "under-minister", "police", "military", "legislator", "prosecutor", "judge"}
)
# The endings of nouns of persons that no table has: "the broker", "the inspectress", "the 31-year-old".
_PERSONAL = ("er", "or", "ist", "ian", "an", "ee", "ess", "ant", "ent", "old", "ive", "ard", "ero", "one", "ic")
_FROM_ELSEWHERE = frozenset(
    {"western", "european", "foreign", "regional", "african", "arab", "asian", "un", "u.n.", "eu"}
)
_SECTORS = {
    "security": "MIL", "defence": "MIL", "defense": "MIL", "military": "MIL", "army": "MIL", "naval": "MIL",
    "intelligence": "SPY",
    "police": "COP", "judicial": "JUD", "court": "JUD", "legal": "JUD", "parliamentary": "LEG",
    "congressional": "LEG",
    "party": "PTY", "opposition": "OPP", "rebel": "REB", "business": "BUS", "industry": "BUS", "company": "BUS",
    "medical": "MED", "hospital": "MED", "health": "MED", "union": "LAB", "rights": "NGO", "aid": "NGO",
    "religious": "REL",
    "diplomatic": "GOV", "government": "GOV", "media": "JRN",
}  # fmt: skip
# Whom a spokesperson or an official serves stands behind these.
_FOR = frozenset({"of", "for", "at", "from", "with"})
_SERVING = frozenset({"spokesperson", "official", "adviser"})
_FORMER, _IN_OFFICE = frozenset({"former", "retired", "ex"}), frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
# A foreigner's calling: the city in which he works does not make him its citizen.
_FOREIGN = frozenset({"diplomat", "journalist"})


def unnamed(scene: Scene, phrase: Phrase) -> tuple[Draft, str]:
    """The draft of an unnamed source; a definite or plural phrase that recurs is one actor, each "a man" is another."""
    noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
    entry = scene.chunks[phrase.head].entry
    word = scene.low(phrase.head)
    is_plural = entry.is_plural if entry is not None else word.endswith("s") and not word.endswith("ss")
    family = entry.family if entry is not None else ""
    known = _recurring(scene, noun, entry.form if entry else word, is_plural)
    if known is not None:
        return known, "the same unnamed source again"
    start = scene.chunks[phrase.first].start
    shorter = next((d for d in scene.drafts if d.is_local and any(span.start == start for span in d.spans)), None)
    if shorter is not None:
        return shorter, "the same words"  # of two statements one has the whole phrase, the other its beginning
    name = _name(scene, phrase)
    same = [d for d in scene.drafts if d.is_local and _plain(d.name.split(" (")[0]) == _plain(name)]
    if same and (is_plural or noun.determiner not in ("a", "an", "one", "another")):
        return same[0], "the same unnamed source again"
    if same:
        name = f"{name} ({len(same) + 1})"
    kind: Kind = "group" if is_plural and family not in _VEILED else "unnamed"
    owner = owner_of(scene, noun)
    country = (
        noun.country
        or (owner.country if owner else None)
        or _own_country(scene, noun)
        or _complement_country(scene, noun, family)
        or _close_to(scene, noun, phrase.last)
    )
    master = _master(scene, noun, family)
    if master is not None:
        country = country or master.country
    is_two = scene.low(phrase.first) == "both" or scene.low(phrase.first + 1) == "two"
    if country is None and family in _OF_HOME and not (is_two and is_plural) and owner is None:
        country = _country_at_home(scene, phrase, noun)
    sector = _sector(scene, noun, owner or master, entry.sector if entry else None)
    gender = entry.gender if entry else None
    draft = Draft(kind, name, country, sector, gender, is_plural=is_plural, is_local=True)
    draft.is_thing = phrase.kind == "noun" and not word.endswith(_PERSONAL)
    if entry is not None:
        draft.titles[entry.form] = family
    return scene.add(draft), "an unnamed source"


def _master(scene: Scene, noun: Noun, family: str) -> Draft | None:
    """Whom "its spokesman", "the union's official" serves."""
    if family not in _SERVING:
        return None
    if noun.pronoun in ("its", "their", "his", "her"):
        anaphor = Anaphor(noun.pronoun, scene.chunks[noun.first].start, scene.token(noun.first).sentence)
        return pronoun(scene, anaphor)[0]
    if noun.owner is None or scene.kind(noun.owner) != "institution" or scene.low(noun.owner + 1) not in ("'s", "'"):
        return None
    body, _ = institution(scene, noun.owner, may_guess=False)
    return body if body is not None and not body.is_local else None


def _own_country(scene: Scene, noun: Noun) -> str | None:
    """ "The country’s military chief": of the state that the report is about."""
    entry = scene.chunks[noun.owner].entry if noun.owner is not None else None
    return main_state(scene) if entry is not None and entry.name in ("Country", "Government") else None


def _country_at_home(scene: Scene, phrase: Phrase, noun: Noun) -> str | None:
    """ "Officials here", "a senior official who asked not to be named": of the state of the dateline."""
    if "here" in (scene.low(at) for at in range(phrase.head + 1, phrase.last)):
        return scene.dateline
    is_foreign = any(word in _FROM_ELSEWHERE for word in noun.words) or noun.preposition != ""
    return None if is_foreign else scene.dateline


def _sector(scene: Scene, noun: Noun, owner: Draft | None, usual: str | None) -> str | None:
    """ "A security official", "a police source", "an army officer": what describes the calling tells the sector."""
    if owner is not None and owner.kind != "state" and owner.sector:
        return owner.sector
    inside = range(noun.complement, noun.last) if noun.complement is not None and noun.preposition in _FOR else ()
    bodies = (scene.at[at] for at in inside if at in scene.at and at not in scene.places)
    body = next((draft for draft in bodies if draft.kind in ("organisation", "bloc") and draft.sector), None)
    if body is not None:
        return body.sector
    if any(word in _FORMER for word in noun.words) and usual in _IN_OFFICE:
        return "ELI"
    for at in range(noun.first, noun.head):
        entry = scene.chunks[at].entry
        if scene.kind(at) == "institution" and entry is not None and entry.sector:
            return entry.sector
    return next((_SECTORS[word] for word in noun.words if word in _SECTORS), usual)


def _recurring(scene: Scene, noun: Noun, form: str, is_plural: bool) -> Draft | None:
    """ "The sources" after "sources in the ministry"."""
    if noun.words or noun.country or noun.owner is not None or noun.pronoun:
        return None
    if noun.determiner not in ("the", "these", "those") and (noun.determiner or not is_plural or noun.preposition):
        return None
    for sight in scene.before(scene.chunks[noun.head].start):
        draft = sight.draft
        if draft.is_local and draft.is_plural == is_plural and form in draft.titles:
            return draft
    return None


def _close_to(scene: Scene, noun: Noun, last: int) -> str | None:
    """ "Sources close to the Peruvian government", "a person near the president": of the state that is named there."""
    at = noun.head + 1
    if scene.low(at) not in ("close", "near", "briefed", "inside", "within"):
        return None
    countries = (country_of(scene, after) for after in range(at + 1, min(last, at + 6)))
    return next((country for country in countries if country), None)


def _complement_country(scene: Scene, noun: Noun, family: str) -> str | None:
    if noun.complement is None or family in _FOREIGN or any(word in _FROM_ELSEWHERE for word in noun.words):
        return None
    entry = scene.chunks[noun.complement].entry
    draft = scene.at.get(noun.complement)
    return (entry.country if entry else None) or (draft.country if draft else None)


def _name(scene: Scene, phrase: Phrase) -> str:
    """The phrase without what a relative clause adds."""
    end = phrase.last
    for at in range(phrase.head + 1, phrase.last):
        if scene.low(at) in POSTMODIFIERS or scene.low(at) in (",", "(", "—"):
            end = at
            break
    return scene.span(phrase.first, max(end, phrase.head + 1)).text


def _plain(name: str) -> str:
    """A name without case and article: "customs officers" and "the customs officers" are the same."""
    return name.casefold().removeprefix("the ")


def pair(scene: Scene, start: int, noun: str) -> Draft | None:
    """The last joint source, else the two who spoke last; for "sides" and "governments" the two states named most."""
    if noun:
        named = dict.fromkeys(c.entry.country for c in scene.chunks if c.entry and c.entry.country in scene.named)
        if len(named) == 2:  # "the Kenyan minister … his Ugandan colleague … both sides"
            return joined(scene, tuple(state(scene, country) for country in named if country))
        states = sorted((d for d in scene.drafts if d.kind == "state"), key=lambda d: -len(d.spans))[:2]
        return joined(scene, tuple(sorted(states, key=lambda d: min(d.spans)))) if len(states) == 2 else None
    last: list[Draft] = []
    for sight in scene.before(start):
        if not sight.is_source:
            continue
        if sight.draft.members and not last:
            return sight.draft
        if sight.draft not in last and not sight.draft.members:
            last.append(sight.draft)
        if len(last) == 2:
            return joined(scene, (last[1], last[0]))
    return None


def joined(scene: Scene, members: tuple[Draft, ...]) -> Draft:
    """The joint actor of several, made once."""
    for draft in scene.drafts:
        if draft.members and set(map(id, draft.members)) == set(map(id, members)):
            return draft
    names = [draft.name for draft in members]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    countries = {draft.country for draft in members}
    country = countries.pop() if len(countries) == 1 else None
    sectors = {draft.sector for draft in members}
    sector = sectors.pop() if len(sectors) == 1 else None
    return scene.add(Draft("group", name, country, sector, is_plural=True, is_local=True, members=members))
