"""Resolves those whom a phrase describes and does not name: a people, an institution, the bearer of a title."""

from __future__ import annotations

from .bodies import institution
from .coreference import WIDER, role
from .focus import in_focus, is_person_noun, named_next
from .identify import holder, past_holder
from .localities import federal_state, locality
from .nouns import Noun, noun_at, owner_of
from .phrases import Phrase
from .places import state
from .scene import Draft, Scene
from .unnamed import joined, pair, unnamed
from .vocabulary import Entry

_SIDES = frozenset({"sides", "capitals", "neighbours", "neighbors", "rivals", "parties"})
# "The two leaders" were named within so many sentences.
_TWO_WITHIN = 4


def people(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    entry = scene.chunks[phrase.head].entry
    is_definite = scene.low(phrase.first) in ("the", "our") and phrase.head <= phrase.first + 1
    if entry is not None and entry.country and is_definite:
        return state(scene, entry.country), "a people for its state"
    draft, rule = unnamed(scene, phrase)
    draft.is_plural, draft.kind = True, "group"
    draft.place(entry.country if entry else None, f"“{scene.chunks[phrase.head].text}”")
    return draft, rule


def body(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    head = phrase.head
    entry = scene.chunks[head].entry
    if entry is not None and entry.name in ("Government", "State", "Country") and entry.is_plural:
        if scene.low(phrase.first) in ("both", "the") and not noun_at(scene, head, phrase.first).country:
            return two_states(scene, phrase)
        return unnamed(scene, phrase)
    if [scene.low(at) for at in range(phrase.first, head + 1)] in (["the", "state"], ["the", "state", "government"]):
        member = federal_state(scene, phrase)
        if member is not None:
            return member, "the member of a federation named last"
    if entry is not None and entry.is_plural and _is_of_two(scene, phrase):
        return unnamed(scene, phrase)
    if (
        entry is not None
        and entry.name == "Media"
        and entry.is_plural is False
        and scene.low(head) in ("media", "press")
    ):
        noun = noun_at(scene, head, phrase.first, phrase.last)
        if noun.country and "state" not in scene.low(head):
            return unnamed(scene, phrase)
    if (
        entry is not None
        and entry.name == "Organisation"
        and scene.low(head) == "group"
        and scene.low(head + 1) == "of"
    ):
        return unnamed(scene, phrase)
    draft, rule = institution(scene, head, phrase.first, phrase.last)
    if draft is None:
        return unnamed(scene, phrase)
    return draft, rule


def two_states(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    """ "Both sides", "the two governments": the two states of the report, else whoever they are, unnamed."""
    both = pair(scene, scene.chunks[phrase.head].start, "states")
    return (both, "the two states of the report") if both is not None else unnamed(scene, phrase)


def _is_of_two(scene: Scene, phrase: Phrase) -> bool:
    """ "The two countries' foreign ministries"."""
    return any(scene.low(at) in ("two", "both") for at in range(phrase.first, phrase.head))


def two_such(scene: Scene, phrase: Phrase) -> Draft | None:
    """ "The two leaders", "both ministers": the two persons of such an office whom the report named last."""
    entry, start = scene.chunks[phrase.head].entry, scene.chunks[phrase.first].start
    if entry is None:
        return None
    families = {entry.family} | WIDER.get(entry.form, frozenset())
    found: list[Draft] = []
    for sight in scene.before(start):
        if scene.token(phrase.first).sentence - sight.sentence > _TWO_WITHIN:
            break
        if sight.draft.members and sight.is_source:
            return None  # the last joint source is meant
        is_such = sight.draft.kind == "person" and families & set(sight.draft.titles.values())
        if is_such and sight.draft not in found:
            found.append(sight.draft)
    return joined(scene, tuple(reversed(found))) if len(found) == 2 else None


def titled(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    head = phrase.head
    entry = scene.chunks[head].entry
    noun = noun_at(scene, head, phrase.first, phrase.last)
    if entry is not None and entry.is_plural:
        if entry.form == "member" and noun.determiner not in ("some", "several", "two", "three", "a"):
            for at in (noun.owner, noun.complement):
                if at is not None and at in scene.at and scene.at[at].kind in ("organisation", "bloc"):
                    return scene.at[at], "a body for its members"
        words = [scene.low(at) for at in range(phrase.first, head)]
        is_two = words in (["the", "two"], ["both"])
        both = (two_such(scene, phrase) or pair(scene, scene.chunks[phrase.first].start, "")) if is_two else None
        return (both, "the last two") if both is not None else unnamed(scene, phrase)
    is_open = noun.preposition in ("of", "for") and noun.complement is None
    if noun.determiner not in ("a", "an", "one", "another", "some", "any", "no") and not is_open:
        owner = owner_of(scene, noun)
        is_anyone = (
            entry is not None
            and entry.family in ("relative", "lawyer", "adviser", "doctor")
            and (owner or noun.pronoun)
        )
        if not is_anyone:
            draft, rule = role(scene, noun)
            if draft is None and noun.country and entry is not None and not noun.words:
                draft, rule = holder(scene, entry.form, noun.country), "the holder of the office on that day"
            if draft is None and noun.country and entry is not None and noun.words in (("former",), ("ex",)):
                draft = past_holder(scene, entry.form, noun.country)
                rule = "whoever of the report held the office before, by the gazetteer"
            if draft is None and noun.is_bare and entry is not None:
                draft, rule = _same_family(scene, entry), "the only person of such an office"
            if draft is None:
                draft, rule = in_focus(scene, noun), "a description of the person in focus"
            if draft is not None:
                return _so_described(scene, draft, noun), rule
    soon = named_next(scene, phrase, noun)
    if soon is not None:
        return _so_described(scene, soon, noun), "whom the report names next"
    return unnamed(scene, phrase)


def _so_described(scene: Scene, draft: Draft, noun: Noun) -> Draft:
    """Notes what the description tells, so that the same one finds its bearer again."""
    entry = scene.chunks[noun.head].entry
    if entry is not None and draft.kind == "person":
        draft.titles.setdefault(entry.form, entry.family)
        draft.place(noun.country, f"a description, “{entry.form}”")
    return draft


def described(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    """A noun that is no title: an age stands for a person, anything else is a source without a name."""
    if scene.low(phrase.head) in _SIDES and scene.low(phrase.first) in ("both", "the", "two"):
        return two_states(scene, phrase)
    place = locality(scene, phrase)
    if place is not None:
        return place, "the government of a place"
    if is_person_noun(scene, phrase.head):
        noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
        draft = in_focus(scene, noun)
        if draft is not None:
            return draft, "a description of the person in focus"
        draft = named_next(scene, phrase, noun)
        if draft is not None:
            return draft, "whom the report names next"
    return unnamed(scene, phrase)


def _same_family(scene: Scene, entry: Entry) -> Draft | None:
    """ "The premier" for the one prime minister of the report."""
    if entry.family not in ("head of state", "head of government"):
        return None
    bearers = [d for d in scene.drafts if d.kind == "person" and entry.family in d.titles.values()]
    return bearers[0] if len(bearers) == 1 else None
