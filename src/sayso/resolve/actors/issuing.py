"""The clause that tells who made a document: "prosecutors filed an indictment", "the court ruled", "sued"."""

from __future__ import annotations

from collections.abc import Iterator

from .phrases import Phrase, phrase_in
from .scene import Scene
from .wordlists import words_in

ISSUED = words_in("""
    published issued released unveiled introduced drafted written submitted tabled circulated proposed prepared
    presented made conducted commissioned signed passed adopted leaked posted sponsored filed lodged launched started
    wrote sent brought
""")
# What makes a document without naming it: whoever "ruled" speaks in "the ruling".
_MAKING: dict[str, frozenset[str]] = {
    noun: words_in(verbs)
    for nouns, verbs in (
        ("ruling verdict judgment judgement", "ruled convicted acquitted sentenced upheld overturned quashed annulled"),
        ("lawsuit suit complaint writ filing", "sued sue sues suing"),
        ("petition", "petitioned petition petitions"),
        ("decree edict", "decreed"),
        ("indictment", "indicted charged"),
        ("poll survey", "polled surveyed"),
        ("audit", "audited"),
        ("order", "ordered"),
    )
    for noun in nouns.split()
}
REACH = 400
# What is issued stands within so many chunks of the verb.
_NEAR_BEFORE, _NEAR_AFTER = 5, 7
# Whom "by" brings in behind these only had the document in hand: "a memo seen by the Courier".
_IN_HAND = words_in("""
    seen obtained reviewed viewed read cited quoted carried reported received accessed examined analysed analyzed
    verified shared published
""")
_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})
_OPENS = frozenset({"—", "–", "-", ";", ":", ")", "“", '"', "that", "while", "but", "after", "when", "as", "which"})


def is_handed(scene: Scene, by: int) -> bool:
    """True where "by" brings in a reader of the document and no maker."""
    return scene.low(by) == "by" and scene.low(by - 1) in _IN_HAND - {"published"}


def makers(scene: Scene, head: int) -> Iterator[Phrase]:
    """The subjects of the verbs before a document that made it, the nearest first; those that name its sort first."""
    entry = scene.chunks[head].entry
    sort = entry.name.split()[-1] if entry is not None else ""
    making = _MAKING.get(sort, frozenset())
    for at in range(head - 1, max(-1, head - REACH), -1):
        if scene.kind(at) not in ("word", "document"):
            continue
        is_made = scene.low(at) in making or (scene.low(at) in ISSUED and _is_of_sort(scene, at, sort))
        if is_made and scene.low(at - 1) not in _PASSIVE:
            phrase = _subject(scene, at)
            if phrase is not None:
                yield phrase


def _is_of_sort(scene: Scene, at: int, sort: str) -> bool:
    """ "Issued a circular" for "the circular"."""
    near = range(at + 1, min(len(scene.chunks), at + _NEAR_AFTER))
    entries = (scene.chunks[i].entry for i in near if scene.kind(i) == "document" and scene.is_together(at, i))
    return any(entry is not None and entry.name.split()[-1] == sort for entry in entries)


def _subject(scene: Scene, verb: int) -> Phrase | None:
    """The phrase that opens the clause of a verb."""
    first = verb
    while first > 0 and scene.is_together(first - 1, verb) and scene.low(first - 1) not in _OPENS:
        first -= 1
    phrase = phrase_in(scene, first, verb) if first < verb else None
    return phrase if phrase is not None and phrase.kind in ("name", "institution", "title", "people") else None


def is_of_a_document(scene: Scene, at: int) -> bool:
    """ "Issued a statement", "a report released": tickets that are issued and laws that are broken issue nothing."""
    near = range(max(0, at - _NEAR_BEFORE), min(len(scene.chunks), at + _NEAR_AFTER))
    return any(scene.kind(other) == "document" and scene.is_together(at, other) for other in near)
