"""Capitals that are no party of their own: an area of government, a party and its state in brackets; who is titled."""

from __future__ import annotations

import re

from .scene import Scene
from .wordlists import PORTFOLIOS

# "(D-Wash.)", "R-Texas,": an American legislator's party and state.
_PARTY_AND_STATE = re.compile(r"[RDI][-‑–](?:[A-Z][A-Za-z]*\.?|(?:[A-Z]\.)+)(?: [A-Z][a-z]+)?")
# How far the office stands before the last part of its area.
_AREA = 6
# Words that are titles and describe a body as well: "the official KCNA".
_DESCRIBING = frozenset({"official", "source", "rival", "rebel", "militant"})


def is_no_party(scene: Scene, at: int) -> bool:
    """ "Foreign" before "Minister", "Northern Affairs" behind "Secretary of State for Western and", "(D-Wash.)"."""
    chunk = scene.chunks[at]
    if _PARTY_AND_STATE.fullmatch(chunk.text) and scene.low(at - 1) in ("(", ","):
        return True
    if chunk.low in PORTFOLIOS and scene.kind(at - 1) not in ("honorific", "name"):
        return True
    return chunk.low.split()[-1] in PORTFOLIOS and _is_of_an_office(scene, at)


def _is_of_an_office(scene: Scene, at: int) -> bool:
    """True where "for" or "of" and a title in front of it lead to the chunk."""
    for before in range(at - 1, max(-1, at - _AREA), -1):
        if not scene.is_together(before, at):
            return False
        if scene.low(before) in ("for", "of"):
            return scene.kind(before - 1) == "title"
        if scene.low(before) not in ("and", ",", "&", "the") and scene.kind(before) not in ("adjective", "name"):
            return False
    return False


def is_title_of(scene: Scene, at: int) -> bool:
    """True where the title in front of a name is its bearer's: not in "the official KCNA", which has a title's word."""
    title, text = scene.low(at - 1), scene.chunks[at].text
    if not scene.is_together(at - 1, at) or title == "source":
        return False
    is_body = text.isupper() and len(text) > 1 and " " not in text
    return not (is_body and title in _DESCRIBING)
