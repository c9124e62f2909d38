"""Gathers the institutions that a report names by their sort: "the Ukrainian Foreign Ministry", "Police"."""

from __future__ import annotations

from dataclasses import replace

from .bodies import institution
from .nouns import noun_at
from .scene import Draft, Scene, Sight


def gather_institutions(scene: Scene) -> None:
    """Institutions named with a state or in capitals, so that they can be targets and antecedents."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "institution" or chunk.entry is None:
            continue
        noun = noun_at(scene, at)
        opens = scene.token(noun.first).is_initial and chunk.entry.name in (
            "Police",
            "Media",
            "Armed Forces",
            "Government",
        )
        if (
            not (noun.country or opens or (chunk.text[0].isupper() and not scene.token(at).is_initial))
            or scene.kind(at + 1) == "title"
        ):
            continue
        draft, _ = institution(scene, at)
        if draft is not None:
            scene.at[at] = draft
            draft.seen(scene.span(noun.first, at + 1), scene.span(noun.first, at + 1).text)
            token = scene.token(at)
            is_first = scene.token(noun.first).is_initial
            _merge_acronym(scene, at, draft)
            scene.sight(Sight(chunk.start, token.sentence, draft, False, is_first, token.is_quoted))


def _merge_acronym(scene: Scene, at: int, draft: Draft) -> None:
    """ "the Bureau of Public Roads (BPR)": the letters name the same body wherever they stand."""
    if scene.low(at + 1) != "(" or scene.low(at + 3) != ")" or not scene.chunks[at + 2].text.isupper():
        return
    letters = scene.chunks[at + 2].text
    other = scene.at.get(at + 2)
    for where, chunk in enumerate(scene.chunks):
        if chunk.text == letters and scene.at.get(where) in (other, None):
            scene.at[where] = draft
            draft.seen(scene.span(where, where + 1), letters)
    if other is not None and other is not draft:
        other.is_kept = False
        scene.sights[:] = [replace(s, draft=draft) if s.draft is other else s for s in scene.sights]
