"""What an office belongs to: the owner or complement that is a body, and the state that the phrase shows."""

from __future__ import annotations

from .bodies import institution
from .coreference import Anaphor, pronoun
from .nouns import Noun, noun_at
from .places import country_of
from .scene import Draft, Scene
from .wordlists import PREPOSITIONS

_OFFICE_WITHIN = 90
_WHOLE_AT_MOST = 6
_JOINS = ("of", "for", "at", "to", "from")


def served(scene: Scene, noun: Noun) -> tuple[Draft | None, str | None]:
    """What the office belongs to: an owner or complement that is a body, and the state shown."""
    body = None
    entry = scene.chunks[noun.head].entry
    # An ambassador to a state is none of its servants.
    joins = ("of", "for", "at", "from") if entry is not None and entry.family == "diplomat" else _JOINS
    for at in (noun.owner, noun.complement if noun.preposition in joins else None):
        if at is None or body is not None:
            continue
        shown = country_of(scene, at) if scene.kind(at) == "country" else None
        at = _whole(scene, at)
        if scene.kind(at) == "institution" and not is_rank(scene, at):
            body, _ = institution(scene, at, may_guess=False)
            body = None if body is not None and body.is_local else body
        elif scene.kind(at) in ("body", "organisation", "country", "capital", "name") and at not in scene.places:
            body = scene.at.get(at)
            body = _as_body(scene, at, body) if body is not None and body.is_person else body
        if body is not None and body.country is None and shown:
            body.country = shown
    body = body or _of_that_word(scene, noun)
    country = noun.country or (body.country if body else None)
    is_elected = entry is not None and entry.family in ("legislator", "governor", "mayor")
    if is_elected and country is None and noun.complement is not None and scene.kind(noun.complement) == "region":
        country = country_of(scene, noun.complement)  # "a former senator from Ohio"
    if country is None and noun.is_bare and noun.determiner == "the":
        country = _same_office_before(scene, noun)
    if country is None and noun.pronoun in ("its", "his", "her"):
        owner, _ = pronoun(
            scene, Anaphor(noun.pronoun, scene.chunks[noun.first].start, scene.token(noun.first).sentence)
        )
        country = owner.country if owner is not None else None
        body = body or (owner if owner is not None and not owner.is_person else None)
    return body, country


def _of_that_word(scene: Scene, noun: Noun) -> Draft | None:
    """ "The front’s spokesman" after the Northern Front: the last body with the owner’s word in its name."""
    owned = next((at for at in range(noun.first + 1, noun.head) if scene.low(at) in ("'s", "'")), None)
    if owned is None or scene.kind(owned - 1) != "word":
        return None
    word, start = scene.low(owned - 1), scene.chunks[noun.first].start
    bodies = (s.draft for s in scene.before(start) if s.draft.kind in ("organisation", "bloc"))
    return next((draft for draft in bodies if word in draft.name.casefold().split()), None)


def _whole(scene: Scene, at: int) -> int:
    """From the state that opens the name of a body to the body: "Jersey" in "the Jersey Fishermen’s Association"."""
    if scene.kind(at) not in ("country", "adjective", "capital", "region"):
        return at
    end = at + 1
    while end < at + _WHOLE_AT_MOST and scene.is_together(at, end):
        kind = scene.kind(end)
        is_name = kind == "name" and not {scene.low(end - 1), scene.low(end + 1)} & {"'s", "'"}
        if is_name or kind in ("institution", "organisation", "body"):
            return end
        if kind not in ("adjective",) and scene.low(end) not in ("'s", "'") and not _is_plain_noun(scene, end):
            break
        end += 1
    return at


def is_rank(scene: Scene, at: int) -> bool:
    """ "State" in "Minister of State" is no body."""
    entry = scene.chunks[at].entry
    return entry is not None and entry.name == "State" and scene.low(at - 1) == "of"


def _as_body(scene: Scene, at: int, draft: Draft) -> Draft | None:
    """ "President of Bangladesh Mahila Parishad": two capitals behind a state, which nothing shows to be a person."""
    if scene.kind(at - 1) != "country" or draft.titles or draft.gender or len(draft.forms) > 1:
        return None
    draft.kind, draft.name, draft.country = "organisation", scene.span(at - 1, at + 1).text, country_of(scene, at - 1)
    return draft


def _is_plain_noun(scene: Scene, at: int) -> bool:
    return scene.kind(at) in ("word", "title", "name") and scene.low(at).isalpha() and scene.low(at) not in PREPOSITIONS


def _same_office_before(scene: Scene, noun: Noun) -> str | None:
    """ "The minister, X," after "Russia’s defence minister": the state that the earlier mention shows."""
    form = scene.low(noun.head).split()[-1]
    for at in range(noun.first - 1, max(-1, noun.first - _OFFICE_WITHIN), -1):
        if scene.kind(at) == "title" and scene.low(at).split()[-1] == form and scene.kind(at + 1) != "name":
            return noun_at(scene, at).country
    return None
