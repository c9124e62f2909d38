"""To which state an officer or a national body belongs where nothing beside the name says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ...gazetteer import provinces
from .scene import Draft, Scene
from .wordlists import words_in

_STATE_OFFICES = frozenset(
    {"head of state", "head of government", "minister", "under-minister", "deputy head", "monarch"}
)
# Spokesmen of whoever opens the paragraph; at home only with those of the second line.
_OFFICERS = _STATE_OFFICES | {"spokesperson", "diplomat", "official", "military", "police"}
_OF_HOME = _STATE_OFFICES | frozenset({"legislator", "governor", "mayor", "police", "military", "prosecutor", "judge"})
_NATIONAL = words_in("national federal ministry supreme constitutional")
_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# A report is at home in a state that has this share of the names of states in it, of at least so many.
_SHARE, _LEAST = 0.6, 3
_OPENING = 12
_PLACED = frozenset({"country", "adjective", "capital", "people", "region"})


def place_officers(scene: Scene) -> None:
    """Countries for persons in office and national bodies: of the paragraph's subject, else of the report's home."""
    home = main_state(scene)
    held: set[str] = set()
    persons = sorted((d for d in scene.drafts if d.kind == "person"), key=lambda d: -len(d.spans))
    for draft in persons:
        families = set(draft.titles.values())
        offices = {title for title, family in draft.titles.items() if family in _STATE_OFFICES}
        if draft.country is None and families & _OFFICERS:
            _join(draft, _of_paragraph(scene, draft, families))
        if draft.country is None and home and families & _OF_HOME and not offices & held:
            draft.country = home
        if draft.country is not None and draft.country == home:
            held |= offices
    for draft in scene.drafts:
        is_national = draft.kind == "organisation" and draft.name.split()[0].casefold() in _NATIONAL
        if is_national and draft.country is None and not draft.is_local and draft.sector in (None, *_STATE_SECTORS):
            draft.country = home


def main_state(scene: Scene) -> str | None:
    """The state of the dateline, else the one that most of the names of states in the report are of."""
    if scene.dateline:
        return scene.dateline
    seen = Counter(c.entry.country for c in scene.chunks if c.kind in _PLACED and c.entry and c.entry.country)
    if not seen:
        return None
    first, count = seen.most_common(1)[0]
    return first if count >= _LEAST and count >= _SHARE * seen.total() else None


def _join(draft: Draft, body: Draft | None) -> None:
    """A spokesman takes the body with its country, any other officer the country."""
    if body is None:
        return
    draft.country = body.country
    if body.kind != "state":
        draft.roles = {
            replace(r, affiliation=body.name) if f == "spokesperson" and not r.affiliation else r: f
            for r, f in draft.roles.items()
        }
        draft.sector = draft.sector or body.sector


def _of_paragraph(scene: Scene, draft: Draft, families: set[str]) -> Draft | None:
    """ "The Pentagon dismissed it. Spokesman Jane Roe said …": the state or body that opens her paragraph.

    For a spokesperson any body will do; for others a state or its organs. None where her own name opens it.
    """
    first = min(draft.spans, key=lambda span: span.start, default=None)
    if first is None:
        return None
    at, _ = scene.within(first)
    paragraph = scene.token(at).paragraph
    start = at
    while start > 0 and scene.token(start - 1).paragraph == paragraph:
        start -= 1
    for i in range(start, min(at, start + _OPENING)):
        body = scene.at.get(i)
        if scene.token(i).sentence == scene.token(at).sentence or (body is not None and body.kind == "person"):
            return None
        if body is None or i in scene.places or body.kind not in ("state", "organisation", "bloc"):
            continue
        if body.kind == "state" or body.sector in _STATE_SECTORS or "spokesperson" in families:
            return body
    return None


def trust_provinces(scene: Scene) -> dict[int, str | None]:
    """The state of each province chunk: none where the report names neither that state nor another of its provinces."""
    named = {c.entry.country for c in scene.chunks if c.kind in _PLACED - {"region"} and c.entry}
    known = provinces()
    by_state: dict[str, set[str]] = {}
    for chunk in scene.chunks:
        if chunk.kind == "region" and chunk.text in known:
            by_state.setdefault(known[chunk.text], set()).add(chunk.text)
    trusted = named | {state for state, names in by_state.items() if len(names) > 1}
    return {
        at: None
        for at, chunk in enumerate(scene.chunks)
        if chunk.kind == "region" and chunk.text in known and known[chunk.text] not in trusted
    }
