"""Finds the head of the phrase that a source or addressee span holds, and with it how it is to be resolved."""

from __future__ import annotations

from dataclasses import dataclass

from .scene import Scene
from .vocabulary import titles
from .wordlists import DETERMINERS, PORTFOLIOS, POSSESSIVE, POSTMODIFIERS, PREPOSITIONS, PRONOUNS, RELATIVE

_NAMED = frozenset({"name", "organisation", "country", "capital", "region", "body", "people"})
_BEFORE_NAME = frozenset({"title", "honorific", "adjective", "region", "country", "body", "organisation"})
_HEADS = _NAMED | {"title", "institution", "document"}
# Pronouns that stand beside a name as one of two who speak.
_ALONE = frozenset({"he", "she", "they", "i", "we"})
# How many chunks an apposition is looked back for.
_APPOSITION = 10
_QUANTITIES = frozenset(
    {"neither", "both", "one", "two", "those", "others", "some", "many", "all", "each", "none", "most", "few", "other"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Chunks `[first, last)` with the head's index and the way to resolve it.

    `kind` is "pronoun", "relative", "name", "people", "institution", "title", "document", "quantity", "noun" or
    "group", whose `parts` are the phrases joined by "and".
    """

    kind: str
    head: int
    first: int
    last: int
    parts: tuple[Phrase, ...] = ()


def phrase_in(scene: Scene, first: int, last: int) -> Phrase | None:
    """The phrase in chunks `[first, last)`; None when it holds no word."""
    first = _skip(scene, first, last)
    if first >= last:
        return None
    parts = _joined(scene, first, last)
    if len(parts) > 1:
        return Phrase("group", parts[0].head, first, last, tuple(parts))
    return parts[0] if parts else _simple(scene, first, last)


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
    if commas and len(joints) == 1 and all(scene.kind(at + 1) in _NAMED for at in commas):
        cuts = [opening[0], *(at + 1 for at in commas), opening[1]]
        pieces[:1] = [(cuts[i], cuts[i + 1] - (1 if i + 2 < len(cuts) else 0)) for i in range(len(cuts) - 1)]
    found = [_simple(scene, *piece) for piece in pieces if piece[0] < piece[1]]
    phrases = [phrase for phrase in found if phrase is not None]
    return (
        phrases if len(phrases) == len(pieces) and all(_is_conjunct(scene, p, i) for i, p in enumerate(phrases)) else []
    )


def _is_conjunct(scene: Scene, phrase: Phrase, order: int) -> bool:
    """Parts of a joint source are names, or have their own article: "the king and president" is one man."""
    if order and scene.low(phrase.first - 1) == "and":
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


def _simple(scene: Scene, first: int, last: int) -> Phrase | None:
    """A phrase with one head."""
    while first < last and scene.kind(first) == "mark":
        first += 1
    if first >= last:
        return None
    words = [scene.low(at) for at in range(first, last) if scene.kind(at) != "mark"]
    if words[0] in RELATIVE and len(words) == 1:
        return Phrase("relative", first, first, last)
    if words[0] in PRONOUNS and (len(words) == 1 or words[0] not in POSSESSIVE):
        return Phrase("pronoun", first, first, last)
    end = _core_end(scene, first, last)
    head = _head(scene, first, end)
    if head is not None and scene.kind(head) == "title":
        named = _named_behind_area(scene, end, last)
        if named is not None and not _is_plural(scene, head):
            return Phrase("name", named, first, last)
        apposed = _apposed(scene, end, last)
        if apposed is not None and not _is_plural(scene, head):
            return Phrase("name", apposed, first, last)
    if head is not None and scene.kind(head) == "institution" and scene.chunks[head].text[0].islower():
        body = _apposed_body(scene, end, last)
        if body is not None:
            return Phrase("name", body, first, last)
    if head is None:
        if words[0] in _QUANTITIES or DETERMINERS.issuperset(words):
            return Phrase("quantity", first, first, last)
        nouns = [
            at
            for at in range(first, end)
            if scene.kind(at) not in ("mark",) and scene.low(at) not in DETERMINERS | POSSESSIVE
        ]
        return Phrase("noun", nouns[-1] if nouns else first, first, last)
    kind = scene.kind(head)
    if kind == "adjective":
        after = [at for at in range(head + 1, end) if scene.kind(at) == "word"]
        return Phrase("noun", after[-1], first, last) if after else Phrase("people", head, first, last)
    return Phrase("name" if kind in _NAMED and kind != "people" else kind, head, first, last)


def _core_end(scene: Scene, first: int, last: int) -> int:
    """Index after the core of the phrase: before a preposition, a relative clause, an apposition."""
    seen = False
    for at in range(first, last):
        low, kind = scene.low(at), scene.kind(at)
        if seen and (
            low in POSTMODIFIERS or (low in PREPOSITIONS and kind == "word") or low in (",", "(", "—", "–", ";", ":")
        ):
            return at
        if seen and kind == "word" and low.endswith("ing") and scene.kind(at + 1) not in _HEADS:
            return at
        seen = (
            seen or kind in _HEADS or (kind == "adjective") or (kind == "word" and low not in DETERMINERS | POSSESSIVE)
        )
        if low in _QUANTITIES and scene.low(at + 1) == "of":
            return at + 1
    return last


def _head(scene: Scene, first: int, end: int) -> int | None:
    """The last noun of the core that the lexicon or a capital shows; plain words after it count when they end it."""
    head: int | None = None
    for at in range(first, end):
        kind = scene.kind(at)
        if kind in _HEADS or (kind == "adjective" and scene.chunks[at].entry is not None):
            head = at
        elif scene.low(at) in ("'s", "'") and scene.kind(at) == "mark" and at + 1 < end:
            head = None
    trailing = end - 1
    is_word = (
        head is not None
        and trailing > head
        and scene.kind(trailing) == "word"
        and scene.low(trailing) not in ("alike", "alone", "here")
    )
    if is_word and scene.kind(head or 0) in (
        "country",
        "capital",
        "body",
        "organisation",
        "region",
        "name",
        "institution",
    ):
        return None
    return head


def _named_behind_area(scene: Scene, end: int, last: int) -> int | None:
    """ "Minister of State for Water Jane Roe", "Secretary for Culture, Sports and Tourism Jane Roe": the last name."""
    if end >= last or scene.low(end) not in ("of", "for", "to") or scene.kind(last - 1) != "name":
        return None
    entry = scene.chunks[end - 1].entry
    is_office = entry is not None and entry.family in _WITH_AREA
    is_title = all(scene.chunks[at].text[0].isupper() or scene.low(at) in _IN_AREA for at in range(end - 1, last))
    is_title = is_title or (is_office and not any(scene.low(at) in _NOT_IN_AREA for at in range(end, last)))
    titles = [at for at in range(end, last) if scene.kind(at) in ("title", "honorific")]
    is_title = is_title and all(scene.low(at - 1) in ("and", ",", "&") or _is_rank(scene, at) for at in titles)
    draft = scene.at.get(last - 1)
    is_person = draft is not None and draft.kind == "person" and " " in scene.chunks[last - 1].text
    if entry is not None and entry.family == "executive" and scene.low(last - 2) == "of":
        return last - 1 if is_title and is_person else None  # "CEO of Acme Jane Roe": nobody is the CEO of a person
    return last - 1 if is_title and is_person and scene.low(last - 2) not in _IN_AREA else None


def _is_rank(scene: Scene, at: int) -> bool:
    """ "Chief of Police General Jane Roe", "Ambassador to Peru H.E. Jane Roe": what stands right before the name."""
    return scene.chunks[at].text[0].isupper() and scene.kind(at + 1) == "name" and scene.low(at - 1) not in _IN_AREA


_IN_AREA = frozenset({"of", "for", "to", "and", "the", "&", ","})
# Behind these a name is no holder of the office: "the head of a party that Jane Roe leads".
_NOT_IN_AREA = PRONOUNS | {"a", "an", "under", "with", "by", "against", "who", "when", "said", "'s", "'"}
# The offices that are named with an area in small letters: "minister of state for labour and employment Jane Roe".
_WITH_AREA = frozenset(
    {"minister", "under-minister", "leader", "executive", "official", "police", "diplomat", "military", "governor"}
)


def _apposed(scene: Scene, end: int, last: int) -> int | None:
    """ "The minister, Jane Roe": the name after the comma."""
    for at in range(end, last):
        if scene.low(at) != ",":
            continue
        after = at + 1
        while after < last and scene.kind(after) in _BEFORE_NAME:
            after += 1
        if after < last and scene.kind(after) == "name" and after in scene.at and scene.at[after].kind == "person":
            return after
    return None


def _apposed_body(scene: Scene, end: int, last: int) -> int | None:
    """ "A rights group, the League of Anglers": the body named right after the comma."""
    if end >= last or scene.low(end) != ",":
        return None
    at = end + 1 + (scene.low(end + 1) == "the")
    named = scene.at.get(at) if at < last else None
    return at if named is not None and named.kind == "organisation" and scene.kind(at + 1) != "title" else None


def _is_plural(scene: Scene, at: int) -> bool:
    entry = scene.chunks[at].entry
    return entry is not None and entry.is_plural
