"""Finds the head of a phrase that names or describes one party, and with it how it is to be resolved."""

from __future__ import annotations

from dataclasses import dataclass

from .scene import Scene
from .wordlists import DETERMINERS, POSSESSIVE, POSTMODIFIERS, PREPOSITIONS, PRONOUNS, RELATIVE

NAMED = frozenset({"name", "organisation", "country", "capital", "region", "body", "people"})
BEFORE_NAME = frozenset({"title", "honorific", "adjective", "region", "country", "body", "organisation"})
_HEADS = NAMED | {"title", "institution", "document"}
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


def pronoun_of(scene: Scene, at: int) -> str:
    """The word of a chunk as a pronoun would be written: "he" of "he’d", "" for the letters of "US"."""
    return scene.low(at).partition("'")[0] if scene.kind(at) == "word" and scene.chunks[at].text != "US" else ""


def simple(scene: Scene, first: int, last: int) -> Phrase | None:
    """A phrase with one head."""
    while first < last and scene.kind(first) == "mark":
        first += 1
    if first >= last:
        return None
    words = [scene.low(at) for at in range(first, last) if scene.kind(at) != "mark"]
    if words[0] in RELATIVE and len(words) == 1:
        return Phrase("relative", first, first, last)
    pronoun = pronoun_of(scene, first)
    if pronoun in PRONOUNS and (len(words) == 1 or pronoun not in POSSESSIVE):
        return Phrase("pronoun", first, first, last)
    if words in (["the", "latter"], ["the", "former"]):
        return Phrase("quantity", first, first, last)
    end = _core_end(scene, first, last)
    head = _head(scene, first, end)
    if head is not None and scene.kind(head) == "title":
        named = _named_behind_area(scene, end, last)
        if named is not None and not is_many(scene, head):
            return Phrase("name", named, first, last)
        apposed = _apposed(scene, end, last)
        if apposed is not None and not is_many(scene, head):
            return Phrase("name", apposed, first, last)
        if scene.low(end) == "," and end + 1 < last and scene.kind(end + 1) == "country" and not is_many(scene, head):
            return Phrase("name", end + 1, first, last)  # "the talks' host, Kenya"
    if head is not None and scene.kind(head) == "institution" and scene.chunks[head].text[0].islower():
        body = _apposed_body(scene, end, last)
        if body is not None:
            return Phrase("name", body, first, last)
    if head is None:
        if words[0] in _QUANTITIES or DETERMINERS.issuperset(words):
            named = _apposed(scene, end, last) if words[0] == "one" else None
            return Phrase("name", named, first, last) if named is not None else Phrase("quantity", first, first, last)
        told = (at for at in range(first, end) if scene.kind(at) != "mark")
        nouns = [at for at in told if scene.low(at) not in DETERMINERS | POSSESSIVE]
        return Phrase("noun", nouns[-1] if nouns else first, first, last)
    kind = scene.kind(head)
    if kind == "adjective":
        after = [at for at in range(head + 1, end) if scene.kind(at) == "word"]
        return Phrase("noun", after[-1], first, last) if after else Phrase("people", head, first, last)
    return Phrase("name" if kind in NAMED and kind != "people" else kind, head, first, last)


def _core_end(scene: Scene, first: int, last: int) -> int:
    """Index after the core of the phrase: before a preposition, a relative clause, an apposition."""
    seen, beyond = False, first
    for at in range(first, last):
        low, kind = scene.low(at), scene.kind(at)
        if at < beyond:
            continue
        if seen and low == "(" and scene.low(at + 2) == ")" and scene.kind(at + 3) in BEFORE_NAME and at + 3 < last:
            beyond = at + 3  # "the Harbour Party (HP) president"
            continue
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
        while after < last and scene.kind(after) in BEFORE_NAME:
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


def is_many(scene: Scene, at: int) -> bool:
    """True for a noun of the lexicon in the plural."""
    entry = scene.chunks[at].entry
    return entry is not None and entry.is_plural
