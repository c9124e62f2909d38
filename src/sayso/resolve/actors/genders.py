"""Learns whether a report calls a person he or she."""

from __future__ import annotations

from collections import Counter

from ... import lexicon
from .scene import Draft, Scene
from .wordlists import FEMALE, MALE


def given_gender(name: str) -> str | None:
    return lexicon.given_names().get(name.split()[0]) if " " in name else None


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
    last: list[Draft] = []
    for token in scene.tokens:
        last = seen.get(token.sentence, last)
        gender = "m" if token.low in MALE else "f" if token.low in FEMALE else ""
        if gender and len({id(draft) for draft in last}) == 1:
            votes.setdefault(id(last[0]), Counter())[gender] += 1
    for draft in persons:
        if draft.gender is None and id(draft) in votes:
            draft.gender = votes[id(draft)].most_common(1)[0][0]
