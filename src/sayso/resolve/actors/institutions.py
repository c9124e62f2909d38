"""Gathers the institutions that a report names by their sort: "the Ukrainian Foreign Ministry", "Police"."""

from __future__ import annotations

from .bodies import institution
from .nouns import noun_at
from .scene import Draft, Scene, Sight
from .sorted_names import is_sorted


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
            or (is_sorted(scene, at + 1) and at + 1 in scene.at)
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
    """ "the Bureau of Public Roads (BPR)"."""
    if scene.low(at + 1) == "(" and scene.low(at + 3) == ")" and scene.chunks[at + 2].text.isupper():
        scene.letters(scene.chunks[at + 2].text, draft)
