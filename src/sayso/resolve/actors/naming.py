"""Gathers every named mention of a report into drafts: persons by their names, bodies, states."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lexicon
from ...ledger import Mention
from .corporate import gather_body, gather_known
from .genders import given_gender, learn_genders
from .letters import gather_letters, spell_out
from .modifiers import is_no_party, is_title_of
from .names import words_of
from .roster import Roster
from .scene import Draft, Scene, Sight
from .sorted_names import is_sorted, sort_by_noun
from .wordlists import FEMALE, LOCATIVE, MALE, NEUTER, OBLIQUE, SUFFIXES

# What a chunk of kind "name" turns out to be.
# A modifier is "Irrigation" before "Minister".
PERSON, BODY, PLACE, UNKNOWN, MODIFIER = "person", "body", "place", "unknown", "modifier"


def gather_names(scene: Scene, mentions: Sequence[Mention]) -> None:
    """Fills `scene.at`, a draft for each chunk that names an actor; the chunks of mere places go to `scene.places`."""
    tagged = {_chunk_of(scene, mention): mention.type for mention in mentions}
    kinds = {
        at: _sort_of(scene, at, tagged.get(at))
        for at, c in enumerate(scene.chunks)
        if c.kind in ("name", "organisation")
    }
    _agree(scene, kinds)
    _gather_persons(scene, kinds)
    known = {at for at, chunk in enumerate(scene.chunks) if chunk.kind in ("country", "capital", "people", "body")}
    for at in sorted(known | kinds.keys()):
        if at in known:
            gather_known(scene, at, scene.chunks[at])
        elif kinds[at] == BODY:
            gather_body(scene, at, scene.chunks[at])
            sort_by_noun(scene, at, scene.at[at])
        elif kinds[at] == PLACE:
            scene.places.add(at)
    _gather_unknown(scene, kinds)
    gather_letters(scene)
    spell_out(scene)
    opened: set[int] = set()
    for at, draft in sorted(scene.at.items()):
        _note(scene, at, draft, opened)
    learn_genders(scene)


def _chunk_of(scene: Scene, mention: Mention) -> int:
    first, last = scene.within(mention.span)
    named = [at for at in range(first, last) if scene.kind(at) in ("name", "organisation")]
    return named[-1] if named else -1


def _sort_of(scene: Scene, at: int, tagged: str | None) -> str:
    chunk = scene.chunks[at]
    words = chunk.text.split()
    if chunk.entry is not None and chunk.entry.actor_kind == "person":
        return PERSON  # one of the user's own
    if chunk.kind == "organisation":
        return BODY
    before, after = scene.kind(at - 1), scene.low(at + 1)
    if is_no_party(scene, at):
        return MODIFIER
    is_given = len(words) > 1 and words[0] in lexicon.given_names()
    if not is_given and is_sorted(scene, at):
        return BODY
    is_titled = before == "honorific" or (before == "title" and is_title_of(scene, at))
    if is_titled or is_given or tagged == "person":
        return PERSON
    is_in_region = (
        scene.low(at + 1) == ","
        and scene.kind(at + 2) in ("region", "country")
        and before not in ("title", "honorific")
    )
    if (chunk.text.isupper() and _opens_dateline(scene, at)) or (
        is_in_region and scene.low(at - 1) in LOCATIVE | {"of", "from"}
    ):
        return PLACE
    if tagged in ("organisation", "place"):
        return BODY if tagged == "organisation" else PLACE
    if chunk.text.isupper() and len(chunk.text) > 1 and len(words) == 1 and after != ":":
        return BODY
    if scene.low(at - 1) == "the" and scene.kind(at + 1) != "mark":
        return UNKNOWN if len(words) == 1 or scene.kind(at + 1) not in ("word", "mark") else BODY
    if scene.low(at - 1) in LOCATIVE or (scene.low(at - 1) == "the" and scene.low(at - 2) in LOCATIVE):
        return PLACE
    after_entry = scene.chunks[at + 1].entry if scene.kind(at + 1) == "title" else None
    if after_entry is not None and after_entry.family == "executive" and scene.kind(at + 2) == "name":
        return BODY
    if len(words) == 1 and scene.kind(at + 1) == "title" and scene.chunks[at + 1].text[0].isupper():
        return MODIFIER
    is_person = 1 < len(words) <= 4 and scene.low(at - 1) != "the" and not _is_worded(scene, chunk.text)
    return PERSON if is_person else UNKNOWN


def _is_worded(scene: Scene, name: str) -> bool:
    """True for capitals that are words: one with a figure in it, or one that the report writes small elsewhere."""
    return any(ch.isdigit() for ch in name) or any(word.casefold() in scene.small for word in name.split())


def _agree(scene: Scene, kinds: dict[int, str]) -> None:
    """A form that is a body in one place is one in the others, unless a title or a given name says otherwise there."""
    bodies = {scene.chunks[at].text for at, kind in kinds.items() if kind == BODY}
    for at, kind in kinds.items():
        text = scene.chunks[at].text
        is_titled = scene.kind(at - 1) in ("honorific", "title")
        if (
            kind in (PERSON, UNKNOWN)
            and text in bodies
            and not is_titled
            and text.split()[0] not in lexicon.given_names()
        ):
            kinds[at] = BODY


def _opens_dateline(scene: Scene, at: int) -> bool:
    chunk, token = scene.chunks[at], scene.token(at)
    opens = chunk.first == 0 or scene.tokens[chunk.first - 1].paragraph != token.paragraph
    return opens and scene.low(at + 1) in ("—", "–", "-", "(", ",")


def _gather_persons(scene: Scene, kinds: dict[int, str]) -> None:
    """Full names first, then each single name to the person it fits best; the rest stay persons of one name."""
    roster = Roster()
    singles: list[int] = []
    for at, kind in kinds.items():
        text = scene.chunks[at].text
        if len(words_of(text)) > 1 and kind == PERSON:
            draft = roster.of_full_name(text) or scene.add(Draft("person", text))
            scene.at[at] = draft
            roster.note(draft, text)
        elif kind != BODY or (scene.kind(at) == "name" and not text.isupper() and scene.low(at - 1) != "the"):
            singles.append(at)
    for at in sorted(singles, key=lambda at: kinds[at] != PERSON):
        text = scene.chunks[at].text
        bearer = _bearer(scene, at, roster)
        if kinds[at] == BODY and (bearer is None or words_of(bearer.name)[-1:] != words_of(text)):
            continue  # a tagger's body stays one, unless the report has a person of just that surname
        if bearer is None and kinds[at] == PERSON:
            bearer = scene.add(Draft("person", text))
        if bearer is not None:
            kinds[at] = PERSON
            scene.at[at] = bearer
            roster.note(bearer, text)
    for draft in roster.persons.values():
        draft.name = max(draft.forms, key=lambda form: (len(form.split()), len(form)), default=draft.name)


def doubt_persons(scene: Scene, mentions: Sequence[Mention]) -> None:
    """Capitals alone make no person: a title, a given name, a short form, a pronoun or a tagger must say so."""
    tagged = {_chunk_of(scene, mention) for mention in mentions if mention.type == "person"}
    proven = {id(scene.at[at]) for at in scene.at if at in tagged or scene.kind(at - 1) == "honorific"}
    for draft in scene.drafts:
        is_known = id(draft) in proven or draft.titles or draft.gender or len(draft.forms) > 1
        if draft.kind == "person" and not is_known:
            draft.is_sure = draft.is_kept = False
        elif draft.kind == "person":
            draft.is_kept = True


def _bearer(scene: Scene, at: int, roster: Roster) -> Draft | None:
    """The person whom a short name names: by surname before given name, then the one named most."""
    honoured = scene.chunks[at - 1].entry if scene.kind(at - 1) == "honorific" else None
    best, found = (0, 0), None
    suffix = scene.chunks[at].low.split()[-1]
    for fit, named, draft in roster.bearers(scene.chunks[at].text):
        fit += suffix in SUFFIXES and suffix in draft.name.casefold().split()  # "Roe Jr." is the one who is called so
        gender = given_gender(draft.name)
        if honoured and honoured.gender and gender and gender != honoured.gender:
            continue
        if (fit, named) > best:
            best, found = (fit, named), draft
    return found


_NOUNS = frozenset({"institution", "title", "document", "name", "thing", "organisation"})


def _gather_unknown(scene: Scene, kinds: dict[int, str]) -> None:
    """Single names that nothing explains: a body where an article stands before any of them, else a person."""
    forms: dict[str, list[int]] = {}
    for at, kind in kinds.items():
        if kind == UNKNOWN and at not in scene.at:
            forms.setdefault(scene.chunks[at].text, []).append(at)
    for text, places in forms.items():
        if sum(scene.low(at - 1) in LOCATIVE for at in places) * 2 > len(places):
            scene.places.update(places)
            continue
        is_body = any(scene.low(at - 1) == "the" and scene.kind(at + 1) not in _NOUNS for at in places) or any(
            scene.low(at + 1) in ("inc", "corp") for at in places
        )
        person = not is_body and any(_follows(scene, at, MALE | FEMALE) for at in places)
        is_body = is_body or (not person and any(_follows(scene, at, NEUTER) for at in places))
        draft = Draft("organisation" if is_body else "person", text, is_kept=is_body or person, is_sure=False)
        scene.add(draft)
        for at in places:
            scene.at[at] = draft


def _follows(scene: Scene, at: int, words: frozenset[str]) -> bool:
    """True when one of the words follows in the same sentence or the next."""
    sentence = scene.token(at).sentence
    for after in range(at + 1, min(len(scene.chunks), at + 40)):
        if scene.token(after).sentence > sentence + 1:
            return False
        if scene.low(after) in words:
            return True
    return False


def _note(scene: Scene, at: int, draft: Draft, opened: set[int]) -> None:
    """The mention of a named chunk, as a form and as a sight; `opened` are the sentences that have named one before."""
    if at in scene.places:
        return  # the city itself, which is no mention of its state
    chunk, token = scene.chunks[at], scene.token(at)
    if chunk.kind != "people" or draft.kind == "state":
        draft.seen(scene.span(at, at + 1), chunk.text)
    is_owner = scene.low(at + 1) in ("'s", "'")
    is_subject = token.sentence not in opened and not is_owner and scene.low(at - 1) not in OBLIQUE
    opened.add(token.sentence)
    scene.sight(Sight(chunk.start, token.sentence, draft, False, is_subject, token.is_quoted))
