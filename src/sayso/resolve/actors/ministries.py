"""Which ministry: of the minister spoken of, of an area behind "of", of the same sort in another state."""

from __future__ import annotations

from .affiliation import ministry_name, own_name
from .nouns import Noun
from .places import of_country
from .scene import Draft, Scene

# How many chunks back the sort of a bare "ministry" is looked for.
_SORT_WITHIN = 120


def ministry_of_minister(scene: Scene, noun: Noun) -> Draft | None:
    """ "the ministry" after a minister: the one of the portfolio in the nearest minister's title."""
    for sight in scene.before(scene.chunks[noun.head].start):
        for title, family in sight.draft.titles.items():
            portfolio = title.removesuffix(" minister")
            if (
                family == "minister"
                and portfolio != title
                and portfolio.split()[-1] not in ("minister", "prime", "deputy", "cabinet")
            ):
                return ministry(scene, portfolio, sight.draft.country)
    return None


def ministry(scene: Scene, portfolio: str, country: str | None) -> Draft:
    """The ministry of a portfolio ("defence", "irrigation") in a state, under its canonical name where it has one."""
    name, sort, sector = ministry_name(portfolio, country)
    for draft in scene.drafts:
        if draft.name == name or (draft.sort == sort and draft.country == country):
            return draft
    return scene.add(Draft("organisation", name, country, sector, sort=sort))


def area_of(scene: Scene, noun: Noun) -> str:
    """ "industry and trade" of "the ministry of industry and trade"."""
    end = noun.complement if noun.complement is not None else noun.last
    if noun.preposition not in ("of", "for") or end <= noun.head + 2:
        return ""
    if end == noun.last and scene.low(end) == "and" and scene.kind(end + 1) == "word":
        end += 2  # a noun phrase ends at "and", an area does not
    words = [scene.low(at) for at in range(noun.head + 2, end)]
    while words and words[-1] in ("of", "in", "the", "on"):
        words.pop()
    return " ".join(words)


def same_ministry(scene: Scene, noun: Noun, country: str) -> Draft | None:
    """ "The Uzbek ministry" after foreign ministries: the ministry of that sort which the state has."""
    for at in range(noun.first - 1, max(-1, noun.first - _SORT_WITHIN), -1):
        entry = scene.chunks[at].entry
        if scene.kind(at) == "institution" and entry is not None and entry.name.startswith("Ministry of "):
            form = entry.name.casefold()
            name = own_name(form, country) or f"{entry.name} {of_country(country)}"
            known = next((d for d in scene.drafts if d.name == name), None)
            return known or scene.add(Draft("organisation", name, country, entry.sector, sort=entry.name))
    return None
