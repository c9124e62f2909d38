"""Names that a noun right before them sorts: "the company Solbank", "carmaker Tern", "ruling party New Way"."""

from __future__ import annotations

from .nouns import noun_at
from .scene import Draft, Scene
from .wordlists import words_in

# The sorts of bodies that are called by such a noun and a name; a government or a ministry is not.
_SORTS = frozenset({"Company", "Media", "Party", "Union", "University", "Church", "Club", "Hospital", "Organisation",
                    "Alliance", "Militia", "Agency", "Opposition"})  # fmt: skip
# What a person does with a body: "the party Roe leads".
_RUNS = words_in("""
    founded co-founded leads led runs ran owns owned heads headed chairs chaired started built bought joined left quit
    created works worked
""")
# Papers are called by what no table can have as a body: "daily talks".
_PAPERS = words_in("daily weekly monthly newspaper tabloid broadsheet")


def is_sorted(scene: Scene, at: int) -> bool:
    """True where the noun right before a name says what sort of body it names."""
    before = at - 1
    if not scene.is_together(before, at) or scene.low(at + 1) in _RUNS:
        return False
    if scene.low(before) in _PAPERS and scene.low(before - 1) in ("the", "a"):
        return True
    if not is_sorted_noun(scene, before) or scene.kind(at + 1) == "title":
        return False
    chunk = scene.chunks[before]
    return chunk.text.islower() or scene.token(before).is_initial or scene.low(before - 1) in ("—", "–", "-")


def is_sorted_noun(scene: Scene, at: int) -> bool:
    """True for "company", "union" and the like, in the singular."""
    entry = scene.chunks[at].entry if at >= 0 else None
    is_one = scene.kind(at) == "institution" and entry is not None and not entry.is_plural
    return is_one and entry is not None and entry.name in _SORTS


def sort_by_noun(scene: Scene, at: int, draft: Draft) -> None:
    """Gives a body the sort, the sector and the state that the noun before its name tells."""
    if scene.low(at - 1) == "," and is_sorted_noun(scene, at - 2):
        at -= 1  # "the utility, Aguas del Sur,"
    elif not is_sorted(scene, at):
        return
    draft.is_sure = draft.is_kept = True
    entry = scene.chunks[at - 1].entry
    words = scene.chunks[at - 1].text
    if scene.low(at - 1) in _PAPERS or entry is None:
        draft.rank("JRN", f"“{words}” before its name")
        draft.sort = draft.sort or "Media"
        return
    noun = noun_at(scene, at - 1)
    draft.sort = draft.sort or entry.name
    described = (scene.low(i) for i in range(noun.first, at - 1))
    sector = next((_OF_WORDS[word] for word in described if word in _OF_WORDS), entry.sector)
    draft.rank(sector, f"“{words}” before its name")
    draft.place(noun.country, f"“{scene.span(noun.first, at).text}” before its name")


# What describes the noun and tells more than it does: "rebel group", "opposition alliance", "trade body".
_OF_WORDS = {"rebel": "REB", "militant": "REB", "armed": "REB", "insurgent": "REB", "separatist": "REB",
             "opposition": "OPP", "business": "BUS", "industry": "BUS", "trade": "BUS", "employers": "BUS",
             "religious": "REL", "criminal": "CRM"}  # fmt: skip
