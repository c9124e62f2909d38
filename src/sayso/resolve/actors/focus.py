"""Whom a description that no title answers to means: the person in focus, or the one whom the next sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .nouns import Noun, noun_at
from .phrases import Phrase
from .scene import Draft, Scene, Sight
from .vocabulary import Entry
from .wordlists import words_in

# A description points back to who spoke within so many sentences; a person who fills the report, within so many.
_WITHIN, _LEADING_WITHIN = 4, 8
# He fills it with this share of all mentions of persons, of at least so many.
_SHARE, _LEAST = 0.5, 5
# An opening leaves unnamed whom the body names: the opening ends with this sentence, the name comes so many later.
_OPENING, _NEXT = 7, 2
# Families of callings of which one person has one: whoever has one of them is not meant by another.
_OFFICES = frozenset(
    {"head of state", "head of government", "monarch", "deputy head", "minister", "under-minister", "governor", "mayor",
     "judge", "prosecutor", "police", "military", "spokesperson", "diplomat", "cleric", "doctor", "lawyer",
     "legislator"}
)  # fmt: skip
# Those that a politician or a leader may have beside his calling.
_POLITICAL = frozenset({"head of state", "head of government", "deputy head", "minister", "governor", "mayor",
                        "legislator", "leader", "politician", "partisan", "official"})  # fmt: skip
# Parts in a happening: no name for an officer who tells of it.
_PARTS = words_in("""
    suspect victim accused defendant witness eyewitness resident survivor passenger worker employee driver voter
    citizen civilian patient plaintiff applicant inmate prisoner detainee hostage customer user respondent participant
    gunman attacker complainant boy girl child crew source
""")
# What one calls a person of note, apart from a calling.
_EPITHETS = words_in("""
    star superstar legend icon heavyweight newcomer rookie newbie stalwart hero heroine trailblazer great genius
    favourite favorite idol communicator broker native maestro guru mogul
""")
# Nouns wide enough for any body, and the sorts of those that have no narrower noun of their own.
_WIDE = frozenset({"Agency", "Organisation"})
_LOOSE = frozenset({"", "Agency", "Organisation", "Militia", "Alliance"})
# What describes such a noun tells the sector.
_OF_WORDS = {"rights": "NGO", "aid": "NGO", "advocacy": "NGO", "campaign": "NGO", "relief": "NGO", "charity": "NGO",
             "militant": "REB", "rebel": "REB", "armed": "REB", "insurgent": "REB", "separatist": "REB"}  # fmt: skip
_AGED = re.compile(r"\d{1,3}-year-old$")
_INDEFINITE = frozenset({"a", "an", "one", "another"})


def is_person_noun(scene: Scene, at: int) -> bool:
    """True for a noun of one person that is no title: "the 31-year-old", "the former rugby star"."""
    return bool(_AGED.match(scene.low(at))) or (scene.kind(at) == "word" and scene.low(at) in _EPITHETS)


def in_focus(scene: Scene, noun: Noun) -> Draft | None:
    """ "The former champion", "the 31-year-old", whom no title shows: who spoke last, or who fills the report.

    None for one who was brought in as somebody else ("a driver … the driver") or whom something speaks against.
    """
    entry = scene.chunks[noun.head].entry
    if noun.determiner not in ("the", "this", "that") or noun.pronoun or noun.preposition in ("of", "for", "to"):
        return None
    if (entry is not None and (entry.is_plural or entry.form == "member")) or _is_brought_in(scene, noun):
        return None
    start, sentence = scene.chunks[noun.head].start, scene.token(noun.head).sentence
    for sight in scene.before(start):
        if sentence - sight.sentence > _WITHIN:
            break
        is_told_of = sight.draft.kind == "person" and (sight.is_source or sight.is_subject)
        if is_told_of and can_be(scene, sight.draft, entry, noun):
            return sight.draft
    leading = _leading(scene, start, sentence)
    return leading if leading is not None and can_be(scene, leading, entry, noun) else None


def body_in_focus(scene: Scene, noun: Noun) -> Draft | None:
    """ "The watchdog", "the rights group": the body that spoke last, where nothing known of it speaks against that."""
    entry = scene.chunks[noun.head].entry
    if entry is None or entry.name not in _WIDE or entry.is_plural or noun.determiner not in ("the", "this"):
        return None
    if noun.owner is not None or noun.pronoun or noun.country or noun.preposition in ("of", "for", "in", "at", "on"):
        return None
    sector = next((_OF_WORDS[word] for word in noun.words if word in _OF_WORDS), None)
    sentence = scene.token(noun.head).sentence
    for sight in scene.before(scene.chunks[noun.head].start):
        if sentence - sight.sentence > _WITHIN:
            return None
        draft = sight.draft
        is_body = draft.kind in ("organisation", "bloc") and sight.is_source and not draft.is_local
        if is_body and draft.sort in _LOOSE and (sector is None or draft.sector in (None, sector)):
            return draft if sector or not noun.words else None
    return None


def _is_brought_in(scene: Scene, noun: Noun) -> bool:
    """ "A driver": the noun has stood for somebody else, and not for the bearer of a name."""
    word = scene.low(noun.head)
    for at in range(noun.first):
        if scene.low(at) != word or scene.kind(at + 1) in ("name", "honorific"):
            continue
        other = noun_at(scene, at)
        before = scene.low(other.first - 1)
        if other.determiner in _INDEFINITE and before not in (",", "as", "is", "was", "be", "became", "been"):
            return True
    return False


def _leading(scene: Scene, start: int, sentence: int) -> Draft | None:
    """The person with most of the mentions before an offset, if the last of them is near enough."""
    counts: dict[int, int] = {}
    last: dict[int, Sight] = {}
    for sight in scene.before(start):
        if sight.draft.kind == "person":
            counts[id(sight.draft)] = counts.get(id(sight.draft), 0) + 1
            last.setdefault(id(sight.draft), sight)
    if not counts:
        return None
    most = max(counts, key=lambda key: counts[key])
    is_much = counts[most] >= _LEAST and counts[most] >= _SHARE * sum(counts.values())
    return last[most].draft if is_much and sentence - last[most].sentence <= _LEADING_WITHIN else None


def can_be(scene: Scene, draft: Draft, entry: Entry | None, noun: Noun) -> bool:
    """True when nothing known of a person speaks against a description."""
    if noun.country and draft.country and noun.country != draft.country:
        return False
    if entry is None:
        return True
    if entry.gender and draft.gender and entry.gender != draft.gender:
        return False
    families = set(draft.titles.values())
    if entry.family in ("relative", "source"):
        return False
    if entry.form in _PARTS:
        return not families & (_OFFICES - {"legislator"})
    if entry.family in families or not families:
        return True
    if entry.family in ("leader", "politician", "partisan", "official"):
        return bool(families & (_POLITICAL | _OFFICES | {"executive"}))
    if entry.family == "legislator":
        return families <= {"leader", "politician", "partisan", "person", "official"}
    is_other = any(entry.family in d.titles.values() for d in scene.drafts if d.kind == "person" and d is not draft)
    return entry.family not in _OFFICES and not is_other


def named_next(scene: Scene, phrase: Phrase, noun: Noun) -> Draft | None:
    """ "A former minister said so. Jane Roe, who ran the ministry, said": who opens the report has a name soon.

    Only for a single person in the opening sentences, when the next speaker within two sentences is somebody whom the
    report has not named before and nothing known speaks against it.
    """
    entry, start = scene.chunks[phrase.head].entry, scene.chunks[phrase.first].start
    sentence = scene.token(phrase.head).sentence
    if sentence > _OPENING or (entry is not None and (entry.is_plural or entry.form in _PARTS)):
        return None
    if noun.determiner not in ("", "a", "an") and not (noun.determiner == "the" and noun.preposition):
        return None
    for first, last in _next_sources(scene, scene.chunks[phrase.last - 1].end):
        if scene.token(first).sentence - sentence > _NEXT:
            return None
        draft = next((scene.at[at] for at in range(first, last) if at in scene.at), None)
        if draft is None:
            return None
        is_new = draft.kind == "person" and min(span.start for span in draft.spans) > start
        return draft if is_new and can_be(scene, draft, entry, noun) else None
    return None


def _next_sources(scene: Scene, end: int) -> Iterator[tuple[int, int]]:
    """The chunks of the sources behind an offset, the nearest first."""
    for span in scene.sources:
        if span.start >= end:
            yield scene.within(span)
