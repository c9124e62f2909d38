"""Which letters stand for which body: in brackets behind its name, or by its initials anywhere in the report."""

from __future__ import annotations

from .names import acronym_of
from .scene import Draft, Scene

_LETTERS_AT_LEAST, _LETTERS_AT_MOST = 2, 8


def gather_letters(scene: Scene) -> None:
    """ "The Department of Roads and Parks (RoadPark)": one word in brackets right behind a body is its short name."""
    opened = [at for at, chunk in enumerate(scene.chunks) if chunk.low == "("]
    for at in [before + 1 for before in opened if 0 < before < len(scene.chunks) - 2]:
        if scene.low(at + 1) != ")" or scene.kind(at) not in ("name", "organisation"):
            continue
        body, own = scene.at.get(at - 2), scene.at.get(at)
        is_body = body is not None and body.kind in ("organisation", "bloc") and scene.kind(at - 2) != "country"
        is_new = own is None or (own is not body and own.kind != "state" and not own.titles and len(own.forms) < 2)
        if body is not None and is_body and is_new and " " not in scene.chunks[at].text:
            scene.letters(scene.chunks[at].text, body)


def spell_out(scene: Scene) -> None:
    """ "HPA officials … the Harbour Police Authority": letters that the initials of just one body of the report spell.

    The order does not matter: a headline has the letters before the text has the name.
    """
    spelt: dict[str, list[Draft]] = {}
    for draft in scene.drafts:
        if draft.kind in ("organisation", "bloc") and " " in draft.name and not draft.is_local:
            for name in {draft.name, draft.name.partition(" of ")[0]}:
                spelt.setdefault(acronym_of(name), []).append(draft)
    for at, chunk in enumerate(scene.chunks):
        bodies = spelt.get(chunk.text.replace(".", ""), []) if chunk.kind in ("name", "organisation") else []
        if len(bodies) == 1 and _is_bare(scene, at, bodies[0]):
            scene.letters(chunk.text, bodies[0])


def _is_bare(scene: Scene, at: int, body: Draft) -> bool:
    """True for letters of which the report tells nothing else."""
    text, own = scene.chunks[at].text, scene.at.get(at)
    is_length = _LETTERS_AT_LEAST <= len(text) <= _LETTERS_AT_MOST
    return is_length and own is not body and (own is None or not (own.titles or own.country or own.is_local))
