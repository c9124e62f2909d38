"""Bodies that a report leaves unnamed, and the teams of candidates, which it names by them."""

from __future__ import annotations

from ...ledger.actor import Kind
from .nouns import Noun, owner_of
from .scene import Draft, Scene


def campaign(scene: Scene, noun: Noun) -> tuple[Draft | None, str]:
    """A candidate's campaign is a body of its own, apart from the candidate."""
    owner = owner_of(scene, noun)
    if owner is None and noun.pronoun:
        owner = next((s.draft for s in scene.before(scene.chunks[noun.first].start) if s.draft.kind == "person"), None)
    word = scene.low(noun.head)
    if owner is not None and owner.is_person:
        name = f"{owner.name} campaign"
        known = next((d for d in scene.drafts if d.name == name), None)
        return known or scene.add(
            Draft("organisation", name, owner.country, "PTY", sort="Campaign")
        ), "the campaign of a candidate"
    known = next((d for d in reversed(scene.drafts) if d.sort == "Campaign" and not d.is_local), None)
    if known is not None and noun.is_bare and word in ("campaign", "camp"):
        return known, "the last campaign"
    return indefinite(scene, noun), "an unnamed team"


def indefinite(scene: Scene, noun: Noun) -> Draft:
    """A body that the report leaves unnamed: it lives in this report alone."""
    entry = scene.chunks[noun.head].entry
    name = scene.span(noun.first, noun.head + 1).text
    for draft in scene.drafts:
        if draft.is_local and draft.name == name:
            return draft
    sort, sector = (entry.name, entry.sector) if entry else ("", None)
    is_group = entry is not None and (entry.is_plural or entry.form in ("media", "press"))
    kind: Kind = "group" if is_group else "organisation"
    return scene.add(Draft(kind, name, noun.country, sector, sort=sort, is_local=True, is_plural=kind == "group"))
