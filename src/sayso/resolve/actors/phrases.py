"""Reads the span of a source or addressee as one party or as several that are joined by "and"."""

from __future__ import annotations

from .heads import BEFORE_NAME, NAMED, Phrase, simple
from .scene import Scene
from .vocabulary import titles
from .wordlists import DETERMINERS, PORTFOLIOS, POSSESSIVE, PREPOSITIONS

__all__ = ["Phrase", "phrase_in"]

# Pronouns that stand beside a name as one of two who speak.
_ALONE = frozenset({"he", "she", "they", "i", "we"})
# How many chunks an apposition is looked back for.
_APPOSITION = 10


def phrase_in(scene: Scene, first: int, last: int) -> Phrase | None:
    """The phrase in chunks `[first, last)`; None when it holds no word."""
    first = _skip(scene, first, last)
    if first >= last:
        return None
    parts = _joined(scene, first, last)
    if len(parts) > 1:
        return Phrase("group", parts[0].head, first, last, tuple(parts))
    return parts[0] if parts else simple(scene, first, last)


def _skip(scene: Scene, first: int, last: int) -> int:
    while first < last and (
        scene.kind(first) == "mark" or scene.low(first) in ("and", "but", "or", "according", "to", "by", "from")
    ):
        first += 1
    return first


def _joined(scene: Scene, first: int, last: int) -> list[Phrase]:
    """The conjuncts of "Peru and Chile", "A, B and C"; one alone when nothing is joined."""
    joints = [
        at
        for at in range(first + 1, last - 1)
        if scene.low(at) in ("and", "&") or (scene.low(at) == "as" and scene.low(at + 1) == "well")
    ]
    if not joints:
        return []
    bounds = [first, *(at + 1 for at in joints), last]
    pieces = [(bounds[i], bounds[i + 1] - (1 if i + 2 < len(bounds) else 0)) for i in range(len(bounds) - 1)]
    opening = pieces[0]
    commas = [at for at in range(opening[0] + 1, opening[1]) if scene.low(at) == ","]
    if commas and len(joints) == 1 and all(_may_open(scene, at + 1) for at in commas):
        cuts = [opening[0], *(at + 1 for at in commas), opening[1]]
        pieces[:1] = [(cuts[i], cuts[i + 1] - (1 if i + 2 < len(cuts) else 0)) for i in range(len(cuts) - 1)]
    found = [simple(scene, *piece) for piece in pieces if piece[0] < piece[1]]
    phrases = [phrase for phrase in found if phrase is not None]
    return (
        phrases if len(phrases) == len(pieces) and all(_is_conjunct(scene, p, i) for i, p in enumerate(phrases)) else []
    )


def _may_open(scene: Scene, at: int) -> bool:
    """ "Peru, Chile and Bolivia", "Mayor Jane Roe, Judge John Poe and …"; small letters open an apposition."""
    return scene.kind(at) in NAMED or (scene.kind(at) in BEFORE_NAME and scene.chunks[at].text[0].isupper())


def _is_conjunct(scene: Scene, phrase: Phrase, order: int) -> bool:
    """Parts of a joint source are names, or have their own article: "the king and president" is one man."""
    if order and scene.low(phrase.first - 1) == "and":
        if _are_two_persons(scene, phrase.first - 2, phrase):
            return True
        if _is_apposed(scene, phrase.first - 2, phrase):
            return False
        if _ends_an_area(scene, phrase.first - 2, phrase):
            return scene.low(phrase.first) in DETERMINERS | POSSESSIVE
        if _is_same_holder(scene, phrase):
            return False
    if phrase.kind in ("name", "people") or (phrase.kind == "pronoun" and scene.low(phrase.first) in _ALONE):
        return True
    opens = scene.low(phrase.first) in DETERMINERS | POSSESSIVE or scene.kind(phrase.first) in ("country", "adjective")
    entry = scene.chunks[phrase.head].entry
    is_plural = entry is not None and entry.is_plural
    return (
        phrase.kind in ("title", "institution")
        and (opens or is_plural)
        and not (order == 0 and "," in _lows(scene, phrase))
    )


def _are_two_persons(scene: Scene, at: int, after: Phrase) -> bool:
    """ "Mayor Jane Roe and Housing Minister John Poe": a name ends what stands before "and", another what follows."""
    one, other = scene.at.get(at), scene.at.get(after.head)
    if one is None or other is None or one is other or scene.kind(at) != "name":
        return False
    # Capitals alone are no person: "Natural Resources and Environment Minister Jane Roe".
    is_person = one.kind == "person" and bool(one.titles or one.gender)
    return is_person and other.kind == "person" and _is_titled(scene, after)


def _is_titled(scene: Scene, phrase: Phrase) -> bool:
    """True for a title and a name, with nothing else but what belongs to the title."""
    return all(scene.kind(at) in BEFORE_NAME | {"word", "name"} for at in range(phrase.first, phrase.head))


def _is_same_holder(scene: Scene, phrase: Phrase) -> bool:
    """ "Mining President and CEO Jane Roe", "Peru and Chile Affairs Office director Jane Roe", "a trader and member of
    the club, Jane Roe": the name behind "and" is whose office what stands before it is."""
    head = phrase.head
    named = scene.at.get(head)
    if named is None or named.kind != "person" or phrase.first == head:
        return False
    title = next((at for at in range(phrase.first, head) if scene.kind(at) == "title"), None)
    before = phrase.first - 2
    if title is None or scene.low(phrase.first) in DETERMINERS | POSSESSIVE:
        return False
    if scene.kind(before) == "title" or scene.chunks[before].text.split()[-1].casefold() in titles():
        return scene.kind(before - 1) != "name" and title == phrase.first
    is_part = any(scene.kind(at) in ("organisation", "institution") for at in range(phrase.first, title))
    return is_part and scene.kind(before) in ("country", "region", "name") and scene.at.get(before) is not named


def _ends_an_area(scene: Scene, at: int, after: Phrase) -> bool:
    """ "The minister for women" before "and children", "of Employment" before "and Labour": an area of two parts."""
    words = scene.chunks[after.first].text.casefold().split()
    if words[0] in PORTFOLIOS or (scene.low(at) in PORTFOLIOS and scene.low(at - 1) in ("for", "of", ",")):
        return True
    return scene.low(at - 1) in ("for", "of") and scene.kind(at) not in ("name", "country", "capital", "body")


def _is_apposed(scene: Scene, at: int, after: Phrase) -> bool:
    """ "Jane Roe, a scientist with Environment and Parks Peru": in an apposition only a person speaks too."""
    draft = scene.at.get(after.head)
    if draft is not None and draft.is_person:
        return False
    has_preposition = False
    for before in range(at, max(-1, at - _APPOSITION), -1):
        if scene.low(before) == ",":
            named = scene.at.get(before - 1)
            return has_preposition and named is not None and named.kind == "person"
        has_preposition = has_preposition or scene.low(before) in PREPOSITIONS
    return False


def _lows(scene: Scene, phrase: Phrase) -> list[str]:
    return [scene.low(at) for at in range(phrase.first, phrase.last)]
