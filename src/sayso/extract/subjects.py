"""Whom a sentence is about: the people and bodies in it that can be the speaker of a quotation beside it.

Words and their order alone decide, as there is no parser. A candidate is found by its head: a name that the network
marked, a noun for people or bodies, a pronoun. It is a subject unless a preposition or the verb of its clause stands
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from ..ledger import Mention, Span
from . import nouns
from .nouns import BODY, PERSON

_TOKEN = re.compile(r"[’']s\b|[^\W_](?:[\w&\-]|[.,](?=\w)|(?![’']s\b)[’'](?=\w))*|[^\w\s]")
_POSSESSIVE = ("’s", "'s", "’", "'")
_SURE = 0.5  # a mention that the network doubts more is taken for no name
_BEFORE, _AFTER = 6, 7  # words that may belong to a head on either side
_APPOSED = 90  # characters in an apposition
_COMPLEMENTS = frozenset(("of", "for", "in", "at", "from", "on", "to"))


class Rank(IntEnum):
    """How well a candidate can be the speaker; the least is the best."""

    SUBJECT = 0
    SUBORDINATE = 1  # the subject of a clause of time, of a reason, …
    OWNER = 2  # "the captain’s log", "her voice"
    BODY = 3  # a body or a group as a subject
    OTHER = 4  # a human being anywhere else
    OTHER_BODY = 5


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words `[first, last)`, a "person" or a "body"; `rank` once its place in the sentence is known."""

    first: int
    last: int
    kind: str
    is_owner: bool = False
    rank: Rank = Rank.OTHER_BODY


def subjects(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[tuple[Span, Rank], ...]:
    """Every candidate of the sentence `text[start:end]` in text order, each whole with title and apposition."""
    words = [_Word(m.start(), m.end(), m.group(), m.group().casefold()) for m in _TOKEN.finditer(text, start, end)]
    found = _joined(words, list(_phrases(words, _names(words, mentions))))
    ranked = (_ranked(words, found, at) for at in range(len(found)))
    whole = [(each, _apposed(words, each)) for each in ranked]
    return tuple((Span.of(text, words[each.first].start, words[last - 1].end), each.rank) for each, last in whole)


def _names(words: Sequence[_Word], mentions: Sequence[Mention]) -> dict[int, tuple[int, str]]:
    """Index of a name's last word → that of its first, and whether it is a person's or a body's."""
    out: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        inside = [i for i, w in enumerate(words) if mention.span.start <= w.start < mention.span.end]
        if not inside or mention.confidence < _SURE:
            continue
        is_seat = mention.span.text.casefold().removeprefix("the ") in nouns.seats()
        kind = PERSON if mention.type == "person" else BODY if mention.type == "organisation" or is_seat else ""
        if kind:
            out[inside[-1]] = (inside[0], kind)
    return out


def _phrases(words: Sequence[_Word], names: dict[int, tuple[int, str]]) -> Iterator[_Phrase]:
    """The phrases by their heads, from the end of the sentence: a later head takes an earlier one into its phrase."""
    found: list[_Phrase] = []
    at = len(words) - 1
    while at >= 0:
        phrase = _headed(words, at, names)
        if phrase is not None:
            found.append(phrase)
            at = phrase.first
        at -= 1
    yield from reversed(found)


def _headed(words: Sequence[_Word], at: int, names: dict[int, tuple[int, str]]) -> _Phrase | None:
    """The phrase with the word `at` for its last, before any complement."""
    word, following = words[at], words[at + 1].low if at + 1 < len(words) else ""
    if at in names:
        first, kind = names[at]
        before = first - 1 if first and words[first - 1].text != "." else first - 2
        if before >= 0 and (nouns.is_title(words[before].low)):
            first = _begin(words, before, at)
        return _Phrase(first, at + 1, kind, following in _POSSESSIVE)
    if word.low in nouns.PRONOUNS:
        return _Phrase(at, at + 1, BODY if word.low == "they" else PERSON)
    if word.low in ("his", "her"):
        return _Phrase(at, at + 1, PERSON, is_owner=True)
    kind_ = nouns.kind_of(word.low)
    if kind_ is None or word.low in nouns.BREAKS:
        return None
    first = _begin(words, at, at)
    opens = words[first].low
    if word.low == "head" and opens in nouns.OWNERS:
        return None  # a part of the body
    is_determined = opens in nouns.DETERMINERS or opens in nouns.OWNERS or words[first].text[0].isupper()
    is_bare_group = kind_ == BODY and first == at
    if not (is_determined or is_bare_group) or (kind_ == BODY and _modifies(words, at)):
        return None
    return _Phrase(first, at + 1, kind_, following in _POSSESSIVE)


def _modifies(words: Sequence[_Word], at: int) -> bool:
    """True where another noun seems to follow ("the police station was dark")."""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    following = words[at + 2].low if at + 2 < len(words) else ""
    is_end = not after.text[0].isalnum() or after.low in nouns.BREAKS or after.low in nouns.ADVERBS
    return not (is_end or nouns.is_verb(after.text, following))


def _begin(words: Sequence[_Word], head: int, last: int) -> int:
    """The first word of the phrase around `head`: its determiner, or the first that can belong to it."""
    first, at = head, head - 1
    while at >= 0 and last - at <= _BEFORE + (last - head):
        word = words[at]
        if word.low in nouns.DETERMINERS or word.low in nouns.OWNERS:
            return at
        if word.low in nouns.BREAKS or (not word.text[0].isalnum() and word.text not in _POSSESSIVE):
            break
        if nouns.is_verb(word.text) and not word.low.endswith("ed"):
            break
        first, at = at, at - 1
    # without a determiner only titles and capitals before the head are its own ("Then union leader …")
    at = first
    while at < head and not (words[at].text[0].isupper() or words[at].low in nouns.title_words()):
        at += 1
    return at


def _joined(words: Sequence[_Word], found: Sequence[_Phrase]) -> list[_Phrase]:
    """With complements ("the lawyer for the family"), and two that "and" joins before a verb as one."""
    out: list[_Phrase] = []
    for each in found:
        if out and each.last <= out[-1].last:
            continue
        each = each if each.is_owner else replace(each, last=_complement(words, each))
        before = out[-1] if out else None
        if before and before.last == each.first - 1 and words[before.last].low == "and" and before.kind == each.kind:
            out[-1] = replace(before, last=each.last, is_owner=each.is_owner)
        else:
            out.append(each)
    return out


def _complement(words: Sequence[_Word], phrase: _Phrase) -> int:
    """The word after the phrase and what a preposition ties to it, where a verb or a mark tells where that ends."""
    at = phrase.last
    if at >= len(words) or words[at].low not in _COMPLEMENTS or words[phrase.first].low in nouns.PRONOUNS:
        return phrase.last
    step = at + 1
    while step < len(words) and step - at <= _AFTER:
        word, following = words[step], words[step + 1].low if step + 1 < len(words) else ""
        is_mark = not word.text[0].isalnum() and word.text not in _POSSESSIVE
        is_clause = word.low in nouns.BREAKS and word.low not in _COMPLEMENTS
        if is_mark or is_clause or nouns.is_verb(word.text, following):
            named = [w for w in words[at + 1 : step] if w.low not in nouns.DETERMINERS and w.low not in nouns.BREAKS]
            ends_well = words[step - 1].low not in nouns.DETERMINERS and words[step - 1].low not in nouns.PREPOSITIONS
            # a place after a comma-less preposition at the end of a sentence is where it happens
            is_tied = words[at].low == "of" or not is_mark
            return step if named and ends_well and is_tied else phrase.last
        step += 1
    return phrase.last


def _apposed(words: Sequence[_Word], phrase: _Phrase) -> int:
    """The word after the phrase and its apposition (", the rector of the seminary,")."""
    at = phrase.last
    if phrase.is_owner or at + 1 >= len(words) or words[at].text != "," or words[phrase.first].low in nouns.PRONOUNS:
        return at
    first = words[at + 1]
    is_name = first.text[0].isupper() and first.low not in nouns.BREAKS and words[at - 1].text[0].islower()
    if not (is_name or first.low in ("the", "a", "an", *nouns.OWNERS) or nouns.kind_of(first.low) == PERSON):
        return at
    for step in range(at + 1, len(words)):
        word = words[step]
        if word.end - first.start > _APPOSED or word.low in nouns.SUBORDINATORS or word.text in ';:–—(“"':
            return at
        if word.text in ",." and step > at + 1 and not (word.text == "." and step + 1 < len(words)):
            return step
        if nouns.is_verb(word.text, words[step + 1].low if step + 1 < len(words) else "") and word.low[-2:] != "ed":
            return at
    return at


def _ranked(words: Sequence[_Word], found: Sequence[_Phrase], which: int) -> _Phrase:
    """The phrase with its rank: what stands before it in its clause decides."""
    phrase = found[which]
    is_main, is_first = _place(words, found, which)
    if not is_first:
        rank = Rank.OTHER if phrase.kind == PERSON and not phrase.is_owner else Rank.OTHER_BODY
    elif phrase.is_owner:
        rank = Rank.OWNER if phrase.kind == PERSON else Rank.BODY
    elif phrase.kind == BODY:
        rank = Rank.BODY
    else:
        rank = Rank.SUBJECT if is_main else Rank.SUBORDINATE
    return replace(phrase, rank=rank)


def _place(words: Sequence[_Word], found: Sequence[_Phrase], which: int) -> tuple[bool, bool]:
    """Whether the phrase's clause is a main one, and whether the phrase is its subject."""
    phrase = found[which]
    earlier = {at: each for each in found[:which] for at in range(each.first, each.last)}
    if phrase.first and words[phrase.first - 1].low in nouns.PREPOSITIONS:
        return True, False
    at, opens = phrase.first - 1, words[0].low
    while at >= 0:
        # a plural before the subject ("For all his debts the count …") looks like a verb in -s
        word, following = words[at], "" if opens in nouns.PREPOSITIONS else words[at + 1].low
        if at in earlier:
            # a second subject after "and" needs a verb of its own
            return True, False
        if word.low in nouns.SUBORDINATORS and not (at and words[at - 1].low in nouns.PREPOSITIONS):
            return False, True
        if word.low in nouns.CONJUNCTIONS or word.text in ",;:–—":
            if word.text == "," and opens in nouns.SUBORDINATORS | nouns.PREPOSITIONS and _is_first(words, at):
                return True, True  # "When the vote was over, the speaker …"
            is_later = any(each.last <= at and not each.is_owner for each in found[:which])
            return True, not is_later or (word.text != "," and _has_verb(words, phrase))
        if nouns.is_verb(word.text, following):
            return True, False
        at -= 1
    return True, True


def _is_first(words: Sequence[_Word], comma: int) -> bool:
    return all(word.text != "," for word in words[:comma])


def _has_verb(words: Sequence[_Word], phrase: _Phrase) -> bool:
    rest = words[phrase.last : phrase.last + 3]
    return bool(rest) and nouns.is_verb(rest[0].text, rest[1].low if len(rest) > 1 else "")
