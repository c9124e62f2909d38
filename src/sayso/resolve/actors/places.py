"""Which state a phrase, an institution or the whole report belongs to."""

from __future__ import annotations

import re
from collections import Counter

from ... import lexicon
from ...gazetteer import provinces
from .scene import Draft, Scene

# States whose names take the article after "of".
_ARTICLED = frozenset(
    {
        "USA",
        "GBR",
        "PHL",
        "NLD",
        "ARE",
        "BHS",
        "GMB",
        "MDV",
        "COM",
        "SYC",
        "CAF",
        "DOM",
        "CZE",
        "SLB",
        "MHL",
        "COD",
        "COG",
    }
)
_DATELINE_WITHIN = 120
# A report is at home in a state that has this share of the names of states in it, of at least so many.
_SHARE, _LEAST = 2 / 3, 3
_PLACED = frozenset({"country", "adjective", "capital", "region", "people"})
_PARTY_AND_STATE = re.compile(r"\((?:[RDI]|DFL|Republican|Democrat)[-‑–,/ ]\s?[A-Z][\w. ]{0,20}\)")


def of_country(alpha3: str) -> str:
    """ "of Peru", "of the Netherlands"; "" for a code the table lacks."""
    country = lexicon.country(alpha3)
    if country is None:
        return ""
    return f"of the {country.name}" if alpha3 in _ARTICLED else f"of {country.name}"


def country_of(scene: Scene, at: int) -> str | None:
    """The state that a chunk itself shows: its own, its region's, its adjective's, its body's."""
    if not 0 <= at < len(scene.chunks):
        return None
    draft = scene.at.get(at)
    if draft is not None and draft.country:
        return draft.country
    entry = scene.chunks[at].entry
    return entry.country if entry is not None else None


def dateline_of(scene: Scene) -> str | None:
    """The state that the report is written from, as its dateline says: "CAIRO —", "22 December 2021, Cairo"."""
    for at, chunk in enumerate(scene.chunks[:_DATELINE_WITHIN]):
        if chunk.kind in ("capital", "region", "country") and chunk.entry and _is_dateline(scene, at):
            return chunk.entry.country
        if chunk.kind == "name" and chunk.text.isupper() and _is_dateline(scene, at):
            known = _country_of_place(scene, at)
            if known:
                return known
    return None


def _country_of_place(scene: Scene, at: int) -> str | None:
    """ "SURREY, B.C. —" by what follows the comma, "PUERTO PRINCESA CITY —" by the tables of provinces and cities."""
    if scene.low(at + 1) == "," and scene.is_together(at, at + 2):
        entry = scene.chunks[at + 2].entry
        return entry.country if entry is not None and scene.kind(at + 2) in ("region", "country") else None
    place = scene.chunks[at].text.title().removesuffix(" City")
    return provinces().get(place) or lexicon.regions().get(place) or None


def home_of(scene: Scene) -> str | None:
    """The state of the dateline, else the state that the report names most."""
    if scene.dateline:
        return scene.dateline
    seen = Counter(c.entry.country for c in scene.chunks if c.kind in _PLACED and c.entry and c.entry.country)
    return seen.most_common(1)[0][0] if seen else None


def main_state(scene: Scene) -> str | None:
    """The state of the dateline, else the one that most of the names of states in the report are of."""
    if scene.dateline:
        return scene.dateline
    seen = Counter(c.entry.country for c in scene.chunks if c.kind in _PLACED and c.entry and c.entry.country)
    if not seen:
        return None
    first, count = seen.most_common(1)[0]
    is_named = any(c.kind in ("country", "capital") and c.entry and c.entry.country == first for c in scene.chunks)
    return first if is_named and count >= _LEAST and count >= _SHARE * seen.total() else None


def _is_dateline(scene: Scene, at: int) -> bool:
    chunk = scene.chunks[at]
    starts = at == 0 or scene.tokens[chunk.first].paragraph != scene.tokens[chunk.first - 1].paragraph
    if starts and (chunk.text.isupper() or scene.low(at + 1) in ("—", "–", ":", "(")):
        return True
    line = [
        i
        for i in range(max(0, at - 8), min(len(scene.chunks), at + 8))
        if scene.token(i).paragraph == scene.token(at).paragraph
    ]
    return len(line) < 8 and any(scene.low(i).isdigit() and len(scene.low(i)) == 4 for i in line)


def near_country(scene: Scene, at: int) -> str | None:
    """The state named nearest before a chunk in its sentence, else in its paragraph, else the home of the report."""
    token = scene.token(at)
    for before in range(at - 1, max(-1, at - 80), -1):
        chunk = scene.chunks[before]
        if scene.token(before).paragraph != token.paragraph:
            break
        if chunk.kind in ("country", "adjective", "capital") and chunk.entry and chunk.entry.country:
            return chunk.entry.country
    return scene.home


def party_country(scene: Scene, at: int) -> bool:
    """True when a name is followed by an American party and state: "(R-Texas)", "(D, Mass.)"."""
    end = scene.chunks[at].end
    return bool(_PARTY_AND_STATE.match(scene.document.text[end : end + 30].lstrip()))


def state(scene: Scene, alpha3: str) -> Draft:
    """The draft of a state, made at its first mention."""
    for draft in scene.drafts:
        if draft.kind == "state" and draft.country == alpha3:
            return draft
    country = lexicon.country(alpha3)
    return scene.add(Draft("state", country.name if country else alpha3, alpha3, "GOV"))
