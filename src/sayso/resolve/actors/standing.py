"""What an officer’s words tell by whom they set him beside or against: "his Dutch counterpart", "rebel spokeswoman"."""

from __future__ import annotations

from .nouns import Noun
from .scene import Draft, Scene
from .vocabulary import Entry

LIKE = frozenset({"counterpart", "opposite number"})
# Words before a title whose bearer is of the other side.
_OPPOSED = {"rebel": "REB", "militia": "REB", "guerrilla": "REB", "insurgent": "REB", "separatist": "REB",
            "opposition": "OPP", "shadow": "OPP"}  # fmt: skip


def opposed(scene: Scene, noun: Noun, entry: Entry) -> str | None:
    """ "Rebel spokeswoman", "shadow minister"; a legislator stays one whose side is told."""
    if entry.family == "legislator":
        return entry.sector
    return next((_OPPOSED[scene.low(at)] for at in range(noun.first, noun.head) if scene.low(at) in _OPPOSED), None)


def like_office(scene: Scene, noun: Noun, draft: Draft) -> str | None:
    """ "His Dutch counterpart": of the same office as the officer named last; returns that one's sector."""
    for sight in scene.before(scene.chunks[noun.first].start):
        if sight.draft.kind == "person" and sight.draft is not draft and sight.draft.titles:
            for title, family in sight.draft.titles.items():
                draft.titles.setdefault(title, family)
            return sight.draft.sector
    return None
