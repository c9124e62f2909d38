"""Learns whether a report calls a person he or she."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

from anyascii import anyascii

from ... import lexicon
from .scene import Draft, Scene
from .wordlists import FEMALE, MALE

_GENDERS = dict.fromkeys(MALE, "m") | dict.fromkeys(FEMALE, "f")


def given_gender(name: str) -> str | None:
    """The gender that the first word of a full name shows; None for a single name."""
    first, space, _ = name.partition(" ")
    if not space:
        return None
    return lexicon.given_names().get(first) or _more().get(anyascii(first))


@cache
def _more() -> dict[str, str]:
    """More given names, in plain letters, with the gender of their bearers; they tell no name from another word."""
    rows = lexicon.table("name_genders")
    return {name: row["gender"] for row in rows for name in row["names"].split("|")}


def learn_genders(scene: Scene) -> None:
    """Genders from honorifics and given names, then from the first pronoun after a person who stands alone."""
    persons = [draft for draft in scene.drafts if draft.kind == "person"]
    for draft in persons:
        draft.gender = next((g for g in map(given_gender, draft.forms) if g), None)
    for at, draft in scene.at.items():
        before = scene.chunks[at - 1].entry if at and scene.kind(at - 1) in ("honorific", "title") else None
        if draft.kind == "person" and before and before.gender:
            draft.gender = before.gender
    votes: dict[int, Counter[str]] = {}
    seen: dict[int, list[Draft]] = {}
    for at, draft in scene.at.items():
        if draft.kind == "person":
            seen.setdefault(scene.token(at).sentence, []).append(draft)
    sentences = sorted(seen)
    for sentence, gender in [(t.sentence, _GENDERS[t.low]) for t in scene.tokens if t.low in _GENDERS]:
        at = bisect_right(sentences, sentence)
        last = seen[sentences[at - 1]] if at else []
        if len({id(draft) for draft in last}) == 1:
            votes.setdefault(id(last[0]), Counter())[gender] += 1
    for draft in persons:
        if draft.gender is None and id(draft) in votes:
            draft.gender = votes[id(draft)].most_common(1)[0][0]
