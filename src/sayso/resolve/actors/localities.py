"""Cities and provinces that speak: "the city of Bremen", "Salta province", and "the city" for the one named before."""

from __future__ import annotations

from .nouns import Noun, noun_at
from .phrases import Phrase
from .places import main_state
from .scene import Draft, Scene
from .wordlists import words_in

_TOWNS = words_in("city town municipality township village borough port commune")
_PROVINCES = words_in("province prefecture county district region canton oblast territory state")
_NAMED = frozenset({"name", "region", "capital", "organisation"})
# So far back "the city" finds the one that a report has named; a bare "state" is one of a federation named just before.
_REACH, _STATE_WITHIN = 400, 3
_FEDERAL = frozenset({"USA", "BRA", "IND", "MEX", "NGA", "AUS", "DEU", "MYS", "VEN", "AUT", "SDN", "ETH", "MMR"})
_HEADS = {"mayor": _TOWNS, "governor": _PROVINCES, "premier": _PROVINCES, "chief minister": _PROVINCES}


def locality(scene: Scene, phrase: Phrase) -> Draft | None:
    """The local government that a noun of a place stands for; None where nothing names the place."""
    word = scene.low(phrase.head)
    if word not in _TOWNS | _PROVINCES or word == "state":
        return None
    noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
    at = _name_at(scene, phrase.head)
    if at is None and noun.determiner in ("the", "this", "that") and not noun.pronoun and noun.owner is None:
        at = _before(scene, phrase, _TOWNS if word in _TOWNS else _PROVINCES)
    return _government(scene, at, noun) if at is not None else None


def federal_state(scene: Scene, phrase: Phrase) -> Draft | None:
    """ "The state", "the state government": the member of a federation named within the last sentences."""
    if main_state(scene) not in _FEDERAL:
        return None
    sentence = scene.token(phrase.head).sentence
    for at in range(phrase.first - 1, max(-1, phrase.first - _REACH), -1):
        if sentence - scene.token(at).sentence > _STATE_WITHIN:
            return None
        before = scene.chunks[at - 3].entry if scene.kind(at - 3) == "title" else None
        is_governed = before is not None and before.family == "governor" and scene.kind(at - 2) == "name"
        if scene.kind(at) == "region" or (is_governed and scene.low(at - 1) == "of" and scene.kind(at) in _NAMED):
            return _government(scene, at, noun_at(scene, phrase.head, phrase.first, phrase.last))
        if scene.kind(at) == "institution" and scene.low(at) in ("government", "administration"):
            return None
    return None


def _government(scene: Scene, at: int, noun: Noun) -> Draft:
    name, entry = scene.chunks[at].text, scene.chunks[at].entry
    name = name.title() if name.isupper() else name
    known = next((d for d in scene.drafts if d.kind == "organisation" and d.name == name), None)
    if known is not None:
        return known
    country = (entry.country if entry is not None else None) or noun.country or main_state(scene)
    return scene.add(Draft("organisation", name, country, "GOV", sort=scene.low(noun.head).title()))


def _name_at(scene: Scene, head: int) -> int | None:
    """ "Bremen" of "the city of Bremen", "Salta" of "Salta province"."""
    if scene.low(head + 1) == "of":
        at = head + 2 + (scene.low(head + 2) == "the")
        return at if scene.kind(at) in _NAMED and scene.is_together(head, at) else None
    return head - 1 if scene.kind(head - 1) in _NAMED and scene.is_together(head - 1, head) else None


def _before(scene: Scene, phrase: Phrase, words: frozenset[str]) -> int | None:
    """The place of that sort which the report named last, by its noun or by its mayor, else that of the dateline."""
    for at in range(phrase.first - 1, max(-1, phrase.first - _REACH), -1):
        if scene.low(at) in words and (named := _name_at(scene, at)) is not None:
            return named
        is_head = scene.kind(at) == "title" and words is _HEADS.get(scene.low(at))
        if is_head and scene.low(at + 1) == "of" and scene.kind(at + 2) in _NAMED:
            return at + 2
        if words is _PROVINCES and scene.kind(at) == "region":
            return at
    is_dateline = words is _TOWNS and scene.kind(0) in _NAMED and scene.chunks[0].text.isupper()
    return 0 if is_dateline and scene.low(1) in ("—", "–", "-", "(", ",", ":") else None
