"""Reads a noun phrase around its head: determiner, owner, country, further words, and what its complement names."""

from __future__ import annotations

from dataclasses import dataclass

from .scene import Draft, Scene
from .wordlists import DETERMINERS, POSSESSIVE, POSTMODIFIERS, PREPOSITIONS, PRONOUNS, words_in

_COMPLEMENT = frozenset({"of", "for", "in", "at", "to", "from", "on", "with"})
_WORDS_AT_MOST = 4
_COMPLEMENT_AT_MOST = 9
_NAMING = frozenset(
    {"country", "capital", "region", "adjective", "people", "body", "organisation", "institution", "name"}
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: chunks `[first, last)`, its head at `head`.

    `owner` is the index of a chunk that owns or classifies the head ("Roe" in "Roe’s lawyer", "the Roe campaign"),
    `complement` that of the first named thing after a preposition ("Kyiv" in "the foreign ministry in Kyiv").
    """

    head: int
    first: int
    last: int
    determiner: str = ""
    pronoun: str = ""
    country: str | None = None
    owner: int | None = None
    words: tuple[str, ...] = ()
    preposition: str = ""
    complement: int | None = None

    @property
    def is_bare(self) -> bool:
        """True for "the minister": nothing but an article and the head."""
        return not (self.words or self.owner or self.country or self.pronoun or self.preposition)


def noun_at(scene: Scene, head: int, low: int = 0, high: int | None = None) -> Noun:
    """The noun phrase whose head is the chunk `head`, not reaching beyond `[low, high)`."""
    first, determiner, pronoun, country, owner = head, "", "", None, None
    words: list[str] = []
    # "he challenged President Jane Roe": before a title in capitals only a few plain words belong to it.
    is_name_next = (
        scene.kind(head) == "title" and scene.chunks[head].text[0].isupper() and scene.kind(head + 1) == "name"
    )
    at = head - 1
    while at >= low and scene.is_together(at, head):
        chunk, text = scene.chunks[at], scene.low(at)
        if text == ")" and at - 3 >= low and scene.low(at - 2) == "(" and scene.chunks[at - 1].text.isupper():
            at -= 3  # "the Harbour Party (HP) president"
            continue
        if text in POSSESSIVE:
            first, pronoun = at, text
            break
        if text in DETERMINERS and chunk.kind == "word":
            first, determiner = at, text
            if at - 1 >= low and scene.low(at - 1) in ("all", "both", "some", "most"):
                first = at - 1
            break
        if text in ("'s", "'"):
            if at == low:
                break
        elif chunk.kind in ("country", "capital", "region", "adjective", "people"):
            country = country or (chunk.entry.country if chunk.entry else None)
            words += [text] if chunk.entry and not chunk.entry.country else []
            owner = at if owner is None and chunk.kind == "region" else owner
        elif chunk.kind in ("body", "organisation", "name", "institution"):
            owner = at if owner is None else owner
        elif chunk.kind in ("title", "document", "honorific"):
            words.append(text)
        elif (
            chunk.kind == "mark"
            or text in PREPOSITIONS
            or text in POSTMODIFIERS
            or len(words) >= _WORDS_AT_MOST
            or (is_verb(text) and not _is_described(scene, at))
            or (is_name_next and text not in _BEFORE_TITLE and chunk.text[0].islower())
        ):
            break
        else:
            words.append(text)
        first = at
        at -= 1
    preposition, complement, last = _complement(scene, head, high)
    return Noun(head, first, last, determiner, pronoun, country, owner, tuple(reversed(words)), preposition, complement)


def _is_described(scene: Scene, at: int) -> bool:
    """ "The publishing director": right behind an article such a word is no verb."""
    return scene.low(at).endswith(("ing", "ed")) and scene.low(at - 1) in DETERMINERS | POSSESSIVE


def _complement(scene: Scene, head: int, high: int | None) -> tuple[str, int | None, int]:
    at = head + 1
    if scene.low(at) not in _COMPLEMENT or (high is not None and at >= high):
        return "", None, at
    preposition, found = scene.low(at), None
    end = min(len(scene.chunks), at + _COMPLEMENT_AT_MOST, high if high is not None else len(scene.chunks))
    at += 1
    while at < end and scene.is_together(head, at):
        chunk = scene.chunks[at]
        if (chunk.kind == "mark" and scene.low(at) not in ("'s", "'")) or is_verb(scene.low(at)):
            break
        if chunk.kind in _NAMING and found is None:
            found = at
        at += 1
    return preposition, found, at


def is_verb(word: str) -> bool:
    """True for a word that no noun phrase reaches across."""
    is_participle = word.endswith(("ing", "ed")) and word not in _ADJECTIVES
    return word in _VERBS or word in PRONOUNS or is_participle


def owner_of(scene: Scene, noun: Noun) -> Draft | None:
    """The draft that owns the head by name."""
    return scene.at.get(noun.owner) if noun.owner is not None else None


_BEFORE_TITLE = frozenset(
    {"former", "then", "acting", "incoming", "outgoing", "late", "interim", "vice", "deputy", "ex", "new", "current"}
)
_ADJECTIVES = words_in("""
    retired disgraced elected appointed exiled jailed ousted embattled convicted accused united armed impeached red
    hundred so-called self-styled self-proclaimed newly-elected state-owned state-backed detailed
    ruling outgoing incoming acting managing sitting leading ranking founding visiting commanding presiding
    governing housing banking building training engineering manufacturing broadcasting planning shipping mining
    marketing developing living
""")
# Verbs of saying and being that end a noun phrase when no preposition does.
_VERBS = words_in("""
    said says say told tells tell is are was were be been has have had will would could should may might must did
    does do added adds warned warns called calls asked asks wrote writes accused denied denies insisted rejected
    urged argued noted announced claimed claims confirmed declared demanded described explained expressed hinted
    promised proposed replied stressed suggested testified thinks thought vowed wants wanted met visited quoted
    quoting citing cited when while because if but and or nor though although whereas unless then yet so where that
    which who whom whose not also
""")
