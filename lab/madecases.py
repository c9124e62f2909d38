"""Makes cases out of plain news: a repeated name put as a pronoun, and pronouns among persons made to share a gender.

The second kind is the truer one: an author's own pronoun, whose antecedent the genders give away, is kept, and the
other persons of its stretch of text are turned into ones of the same gender, so that only the reading tells.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.ledger import Document
from sayso.resolve.actors.cutting import Chunker
from sayso.resolve.actors.genders import given_gender
from sayso.resolve.actors.naming import gather_names
from sayso.resolve.actors.positions import OWNER, SECOND, SUBJECT, opening, position
from sayso.resolve.actors.scene import Draft, Scene
from sayso.resolve.actors.wordlists import FEMALE, MALE
from sayso.resolve.actors.words import tokenised

from .anaphora import Case

_WITHIN = 3  # sentences before the pronoun in which its antecedent and another person must stand
_BEFORE = 2  # sentences of context before those
_FORMS = {
    ("m", "subject"): "he", ("m", "owner"): "his", ("m", "object"): "him",
    ("f", "subject"): "she", ("f", "owner"): "her", ("f", "object"): "her",
}  # fmt: skip
_SWAPPED = {
    "he": "she", "himself": "herself", "man": "woman", "husband": "wife", "son": "daughter", "brother": "sister",
    "father": "mother", "spokesman": "spokeswoman", "mr.": "ms.", "mr": "ms", "sir": "dame", "king": "queen",
    "prince": "princess", "actor": "actress", "boy": "girl", "uncle": "aunt", "congressman": "congresswoman",
    "chairman": "chairwoman", "businessman": "businesswoman", "men": "women", "lord": "lady",
}  # fmt: skip
_OTHER_WAY = {other: one for one, other in _SWAPPED.items()} | {"mrs.": "mr.", "mrs": "mr"}


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    put: str


def made(name: str, text: str, chance: random.Random) -> Iterator[Case]:
    """The cases that one text gives, each in a stretch of its own."""
    tokens = tokenised(text)
    if not tokens:
        return
    scene = Scene(Document(text), tokens, Chunker(text, tokens).chunks())
    gather_names(scene, ())
    persons = {at: draft for at, draft in sorted(scene.at.items()) if draft.kind == "person" and draft.is_sure}
    for at, draft in persons.items():
        yield from _repeated(name, scene, persons, at, draft)
    for at, chunk in enumerate(scene.chunks):
        if chunk.low in MALE | FEMALE:
            yield from _flipped(name, scene, persons, at, chance)


def _near(scene: Scene, persons: dict[int, Draft], at: int) -> dict[int, Draft]:
    here = scene.token(at)
    return {
        other: draft
        for other, draft in persons.items()
        if other < at and 0 <= here.sentence - scene.token(other).sentence <= _WITHIN
    }


def _repeated(name: str, scene: Scene, persons: dict[int, Draft], at: int, draft: Draft) -> Iterator[Case]:
    near = _near(scene, persons, at)
    rivals = [other for other in near.values() if other is not draft and other.gender in (None, draft.gender)]
    place = position(scene, at)
    if draft not in near.values() or not rivals or place == SECOND or draft.gender is None:
        return
    if scene.kind(at + 1) == "name" or scene.low(at + 1) in (",", "(") or scene.low(at - 1) == ",":
        return
    first = opening(scene, at)
    end = scene.chunks[at + 1 if place == OWNER else at].end
    start = scene.chunks[first].start
    form = _FORMS[draft.gender, place if place in (SUBJECT, OWNER) else "object"]
    form = form.capitalize() if scene.token(first).is_initial else form
    earliest = min(other for other, who in near.items() if who is draft)
    yield from _case(f"{name}:r{at}", "repeated", scene, persons, (earliest, at), (start, end, form), draft, ())


def _flipped(name: str, scene: Scene, persons: dict[int, Draft], at: int, chance: random.Random) -> Iterator[Case]:
    gender = "m" if scene.low(at) in MALE else "f"
    near = _near(scene, persons, at)
    shown = {id(draft): _shown(draft) for draft in near.values()}
    meant = {id(draft): draft for draft in near.values() if shown[id(draft)] == gender}
    if len(meant) != 1 or len(shown) < 2 or None in shown.values():
        return
    draft = next(iter(meant.values()))
    earliest = min(near)
    chunk = scene.chunks[at]
    edits = tuple(_edits(scene, persons, earliest, at, gender, chance))
    yield from _case(
        f"{name}:f{at}", "flipped", scene, persons, (earliest, at), (chunk.start, chunk.end, chunk.text), draft, edits
    )


def _shown(draft: Draft) -> str | None:
    return next((gender for gender in map(given_gender, draft.forms) if gender), None)


def _edits(
    scene: Scene, persons: dict[int, Draft], earliest: int, at: int, gender: str, chance: random.Random
) -> Iterator[_Edit]:
    """Given names, pronouns and titles of the other gender put in the pronoun's; one new name a person."""
    first, last = _stretch(scene, earliest, at)
    names = sorted(name for name, of in lexicon.given_names().items() if of == gender)
    new: dict[str, str] = {}
    table = _OTHER_WAY if gender == "m" else _SWAPPED
    for other in range(first, last):
        chunk, low = scene.chunks[other], scene.low(other)
        draft = persons.get(other)
        given = chunk.text.split()[0]
        if draft is not None and draft.gender not in (None, gender) and given in lexicon.given_names():
            put = new.setdefault(given, chance.choice(names))
            yield _Edit(chunk.start, chunk.start + len(given), put)
        elif low in (FEMALE if gender == "m" else MALE) or low in table:
            put = table.get(low) or _FORMS[gender, _place(scene, other)]
            yield _Edit(chunk.start, chunk.end, put.capitalize() if chunk.text[0].isupper() else put)


def _place(scene: Scene, at: int) -> str:
    place = position(scene, at)
    return place if place in (SUBJECT, OWNER) else "object"


def _stretch(scene: Scene, earliest: int, at: int) -> tuple[int, int]:
    """Chunks from a little before the earliest person to the end of the pronoun's sentence."""
    least = scene.token(earliest).sentence - _BEFORE
    first, last = earliest, at
    while first > 0 and scene.token(first - 1).sentence >= least:
        first -= 1
    while scene.is_together(last, at):
        last += 1
    return first, last


def _case(
    name: str,
    corpus: str,
    scene: Scene,
    persons: dict[int, Draft],
    bounds: tuple[int, int],
    put: tuple[int, int, str],
    draft: Draft,
    edits: Sequence[_Edit],
) -> Iterator[Case]:
    first, last = _stretch(scene, *bounds)
    kept = [(other, who) for other, who in persons.items() if first <= other < last and other != bounds[1]]
    spans = [(scene.chunks[other].start, scene.chunks[other].end) for other, _ in kept]
    if corpus == "repeated":
        edits = (*edits, _Edit(*put))
        spans = [span for span in spans if not (put[0] <= span[0] < put[1])]
        kept = [row for row in kept if not (put[0] <= scene.chunks[row[0]].start < put[1])]
    start, end = scene.chunks[first].start, scene.chunks[last - 1].end
    text, moved = _edited(scene.document.text, start, end, edits)
    same = tuple((moved(a), moved(b)) for (a, b), (_, who) in zip(spans, kept, strict=True) if who is draft)
    others = tuple((moved(a), moved(b)) for (a, b), (_, who) in zip(spans, kept, strict=True) if who is not draft)
    if same and others:
        begins = moved(put[0])
        yield Case(name, corpus, text, (begins, begins + len(put[2])), same, others)


def _edited(text: str, start: int, end: int, edits: Iterable[_Edit]):  # type: ignore[no-untyped-def]
    ordered = sorted(edits, key=lambda edit: edit.start)
    out, at = "", start
    for edit in ordered:
        out += text[at : edit.start] + edit.put
        at = edit.end
    out += text[at:end]

    def moved(offset: int) -> int:
        shift = sum(len(e.put) - (e.end - e.start) for e in ordered if e.end <= offset)
        return offset - start + shift

    return out, moved
