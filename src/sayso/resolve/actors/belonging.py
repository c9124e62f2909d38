"""To which state an officer or a national body belongs where nothing beside the name says so."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ... import lexicon
from ...gazetteer import provinces
from .chunks import Chunk
from .offices import is_former
from .places import main_state
from .scene import Draft, Scene
from .wordlists import words_in

_STATE_OFFICES = frozenset(
    {"head of state", "head of government", "minister", "under-minister", "deputy head", "monarch"}
)
_OF_HOME = _STATE_OFFICES | frozenset({"legislator", "governor", "mayor", "police", "military", "prosecutor", "judge"})
_NATIONAL = words_in("national federal ministry supreme constitutional")
_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_OPENING = 12
_HOME = "the state that the report is mostly about, as nothing else says"


def place_officers(scene: Scene) -> None:
    """Countries for national bodies and for persons in office: of the report's home, of whoever opens the paragraph."""
    home = main_state(scene)
    for draft in scene.drafts:
        is_national = draft.kind == "organisation" and draft.name.split()[0].casefold() in _NATIONAL
        if is_national and draft.country is None and not draft.is_local and draft.sector in (None, *_STATE_SECTORS):
            draft.place(home, _HOME)
    countries = {d.name: d.country for d in scene.drafts if d.kind != "person" and d.country}
    held: set[str] = set()
    for draft in sorted((d for d in scene.drafts if d.kind == "person"), key=lambda d: -len(d.spans)):
        families = set(draft.titles.values())
        offices = {title for title, family in draft.titles.items() if family in _STATE_OFFICES}
        if draft.country is None:
            told = next((r.affiliation for r in draft.roles if r.affiliation in countries), None)
            draft.place(countries.get(told or ""), f"the office is of {told}")
        if draft.country is None and _speaks_for_a_state(draft):
            _join(draft, _before(scene, draft))
        is_at_home = families & _OF_HOME or any("opposition" in title for title in draft.titles)
        if draft.country is None and is_at_home and not offices & held:
            draft.place(home, _HOME)
        if draft.country is None and offices:
            body = _opening(scene, draft)
            draft.place(body.country if body is not None else None, "who opens the paragraph")
        if draft.country is not None and draft.country == home:
            held |= offices
        political = [title for title, family in draft.titles.items() if family in _OF_HOME | {"diplomat", "official"}]
        if political and all(map(is_former, political)) and not draft.is_known:
            draft.sector, draft.origins["sector"] = "ELI", "every office that the report gives is a former one"


@cache
def _organs() -> frozenset[str]:
    return frozenset(row.name for row in lexicon.institutions() if row.sector in _STATE_SECTORS)


def _speaks_for_a_state(draft: Draft) -> bool:
    """A spokesperson of nobody named, or of an organ that every state has ("the foreign ministry’s spokesman")."""
    bodies = [role.affiliation for role, family in draft.roles.items() if family == "spokesperson"]
    return (
        bool(bodies)
        and draft.sector not in ("REB", "OPP")
        and all(body is None or body in _organs() for body in bodies)
    )


def _join(draft: Draft, body: Draft | None) -> None:
    """A spokesman takes the body that he speaks for as his affiliation, with its country and sector."""
    if body is None:
        return
    draft.place(body.country, f"speaks for {body.name}")
    if body.kind != "state":
        draft.roles = {
            replace(role, affiliation=role.affiliation or body.name) if family == "spokesperson" else role: family
            for role, family in draft.roles.items()
        }
        draft.rank(body.sector, f"speaks for {body.name}")


def _before(scene: Scene, draft: Draft) -> Draft | None:
    """For whom a bare "spokesman Jane Roe" speaks: "the Pentagon, where …", whoever opens her paragraph or the last."""
    at = _first_place(scene, draft)
    if at is None:
        return None
    where = at - 1
    while where > 0 and scene.kind(where) in ("title", "honorific"):
        where -= 1
    if scene.low(where) == "where" and scene.low(where - 1) == "," and where - 2 in scene.at:
        return scene.at[where - 2]
    own = _opens(scene, scene.token(at).paragraph, at, is_any=True)
    if own is None and not any(scene.kind(i) in ("name", "body", "country") for i in _paragraph(scene, at)):
        return _opens(scene, scene.token(at).paragraph - 1, at, is_any=True)
    return own


def _opening(scene: Scene, draft: Draft) -> Draft | None:
    """The state, or an organ of it, that opens the paragraph which names an officer first."""
    at = _first_place(scene, draft)
    return None if at is None else _opens(scene, scene.token(at).paragraph, at, is_any=False)


def _first_place(scene: Scene, draft: Draft) -> int | None:
    first = min(draft.spans, key=lambda span: span.start, default=None)
    return None if first is None else scene.within(first)[0]


def _paragraph(scene: Scene, at: int) -> range:
    """The chunks of a paragraph before one in it."""
    start = at
    while start > 0 and scene.token(start - 1).paragraph == scene.token(at).paragraph:
        start -= 1
    return range(start, at)


def _opens(scene: Scene, paragraph: int, before: int, *, is_any: bool) -> Draft | None:
    """Who opens a paragraph, in another sentence than that of the chunk `before`; None where a person does."""
    start = next((i for i in range(before, -1, -1) if scene.token(i).paragraph < paragraph), -1) + 1
    for i in range(start, min(before, start + _OPENING)):
        body = scene.at.get(i)
        token = scene.token(i)
        if token.paragraph != paragraph or token.sentence == scene.token(before).sentence:
            return None
        if body is None or i in scene.places:
            continue
        if body.kind == "state" or (
            body.kind in ("organisation", "bloc") and (is_any or body.sector in _STATE_SECTORS)
        ):
            return body
        if body.kind == "person":
            return None
    return None


def with_trusted_provinces(scene: Scene) -> tuple[Chunk, ...]:
    """The chunks; a province has no state where the report names neither that state nor another of its provinces."""
    known = provinces()
    regions = [chunk for chunk in scene.chunks if chunk.kind == "region"]
    if not regions:
        return tuple(scene.chunks)
    by_state: dict[str, set[str]] = {}
    for chunk in regions:
        if chunk.text in known:
            by_state.setdefault(known[chunk.text], set()).add(chunk.text)
    trusted = scene.named | {state for state, names in by_state.items() if len(names) > 1}
    return tuple(
        chunk._replace(entry=replace(chunk.entry, country=None))
        if chunk.kind == "region" and chunk.entry and known.get(chunk.text, "") not in trusted | {""}
        else chunk
        for chunk in scene.chunks
    )
