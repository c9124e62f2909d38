"""A pronoun with each mention that it may mean: who agrees with it, and where the two stand to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...ledger import Span
from .genders import given_gender
from .positions import SUBJECT, position, says
from .scene import Draft, Scene, Sight
from .wordlists import FEMALE, MALE, NEUTER, PLURAL

# No antecedent is looked for further back than this many sentences, nor among more sights.
REACH, _SIGHTS_AT_MOST = 12, 60
_AHEAD = 1  # and so many further on: "When he arrived, Roe", "His first film was a failure. Roe"
_SETS = (MALE, FEMALE, NEUTER, PLURAL)
# What a sight's place counts against its distance in sentences; tried on the development dossiers in steps of a half.
_SPOKE, _OPENED, _SILENT, _UNSURE, _GENDER_KNOWN = 1.5, 1.0, -1.5, -1.5, 0.5
# So many chunks before and after a pronoun are searched for others of its kind.
_FELLOWS_BEFORE, _FELLOWS_AFTER = 80, 30


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun's place in the text, and whom it cannot mean: the other party of its own attribution.

    `said` is what it says: "Poe will lose, he said" is no word of Poe's.
    """

    word: str
    start: int
    sentence: int
    not_these: tuple[Draft, ...] = ()
    is_source: bool = False
    said: tuple[Span, ...] = ()

    def allows(self, sight: Sight) -> bool:
        """False for the other party and for whoever stands in the pronoun's own words."""
        return sight.draft not in self.not_these and not any(s.start <= sight.start < s.end for s in self.said)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """An anaphor in its sentence, chunks `[first, last)`; `fellows` are the pronouns of its kind near by."""

    anaphor: Anaphor
    at: int
    position: str
    says: bool
    is_quoted: bool
    first: int
    last: int
    fellows: tuple[int, ...]

    @property
    def gender(self) -> str | None:
        return "m" if self.anaphor.word in MALE else "f" if self.anaphor.word in FEMALE else None


@dataclass(frozen=True, slots=True)
class Pair:
    """A pronoun with one candidate, whose head is the chunk `at`.

    `back` counts sentences, negative for a candidate further on; `rank` the drafts with a sight nearer by; `times` the
    sights of the candidate's draft before the pronoun, of `total` such sights; `order` the place among those who agree,
    by first mention in the text; `is_latest`: no other sight of the draft is nearer; `is_likeliest_speaker`: of all who
    may speak on, he is the one by the plain rule below; `as_subject` counts the draft's sights that are subjects.
    """

    scene: Scene
    pronoun: Pronoun
    sight: Sight
    at: int
    position: str
    back: int
    rank: int
    times: int
    total: int
    order: int
    is_latest: bool
    is_likeliest_speaker: bool
    is_nearest_subject: bool
    as_subject: int

    @property
    def draft(self) -> Draft:
        return self.sight.draft

    def between(self) -> range:
        """The chunks between the two."""
        low, high = sorted((self.at, self.pronoun.at))
        return range(low + 1, high)


def pronoun_at(scene: Scene, anaphor: Anaphor) -> Pronoun | None:
    """The pronoun as it stands in its sentence; None where the offset lies in no chunk."""
    at = scene.within(Span(anaphor.start, anaphor.start + len(anaphor.word), anaphor.word))[0]
    if at >= len(scene.chunks):
        return None
    first = last = at
    while scene.is_together(first - 1, at):
        first -= 1
    while scene.is_together(last, at):
        last += 1
    alike: frozenset[str] = next((words for words in _SETS if anaphor.word in words), frozenset())
    near = range(max(0, at - _FELLOWS_BEFORE), min(len(scene.chunks), at + _FELLOWS_AFTER))
    fellows = tuple([other for other in near if other != at and scene.low(other) in alike])
    speaks = anaphor.is_source or says(scene, at)
    return Pronoun(anaphor, at, position(scene, at), speaks, scene.token(at).is_quoted, first, last, fellows)


def pairs(scene: Scene, pronoun: Pronoun, agrees: Callable[[Draft], bool]) -> tuple[Pair, ...]:
    """Each sight that can be meant, the nearest first, then those a little further on."""
    sights = list(_sights(scene, pronoun, agrees))
    times = Counter([id(sight.draft) for sight in sights if sight.start < pronoun.anaphor.start])
    total = sum(times.values())
    order = {key: at for at, key in enumerate(dict.fromkeys(id(s.draft) for s in sorted(sights, key=_start)))}
    speaker = _likeliest_speaker(sights, pronoun)
    heads = [_head(scene, sight) for sight in sights]
    places = [position(scene, at) for at in heads]
    subjects = [at for at, place in enumerate(places) if place == SUBJECT and heads[at] < pronoun.at]
    often = Counter([id(sights[at].draft) for at in subjects])
    nearer: dict[int, None] = {}
    made = []
    for number, (sight, at, place) in enumerate(zip(sights, heads, places, strict=True)):
        key = id(sight.draft)
        rank = len(nearer) - (key in nearer)
        back = pronoun.anaphor.sentence - sight.sentence
        facts = (back, rank, times[key], total, order[key], key not in nearer, sight.draft is speaker)
        more = (number in subjects[:1], often[key])
        made.append(Pair(scene, pronoun, sight, at, place, *facts, *more))
        nearer[key] = None
    return tuple(made)


def _likeliest_speaker(sights: Sequence[Sight], pronoun: Pronoun) -> Draft | None:
    """Who speaks on, by a plain rule: the nearest in sentences, before whom go those who spoke or opened a sentence."""
    best, found = -1e9, None
    for sight in sights:
        if not pronoun.says or sight.start > pronoun.anaphor.start:
            break
        rank = sight.sentence - pronoun.anaphor.sentence + _SPOKE * sight.is_source + _OPENED * sight.is_subject
        rank += _SILENT * (sight.is_quoted and not sight.is_source) + _UNSURE * (not sight.draft.is_sure)
        rank += _GENDER_KNOWN * (sight.draft.gender == pronoun.gender)
        if rank > best:
            best, found = rank, sight.draft
    return found


def _sights(scene: Scene, pronoun: Pronoun, agrees: Callable[[Draft], bool]) -> Iterator[Sight]:
    anaphor, found = pronoun.anaphor, 0
    last: tuple[int, int] | None = None
    for sight in scene.before(anaphor.start):
        if anaphor.sentence - sight.sentence > REACH or found == _SIGHTS_AT_MOST:
            break
        if not (anaphor.allows(sight) and agrees(sight.draft)):
            continue
        place = (sight.start, id(sight.draft))
        if place != last:
            yield sight
            found += 1
        last = place
    for at in range(bisect_right(scene.sights, anaphor.start, key=_start), len(scene.sights)):
        sight = scene.sights[at]
        if sight.sentence - anaphor.sentence > _AHEAD:
            break
        if anaphor.allows(sight) and agrees(sight.draft):
            yield sight


def _start(sight: Sight) -> int:
    return sight.start


def _head(scene: Scene, sight: Sight) -> int:
    """The chunk that a sight's head lies in: a named chunk of its draft near its start, else its first chunk."""
    first = scene.within(Span(sight.start, sight.start + 1, " "))[0]
    first = min(first, len(scene.chunks) - 1)
    for at in range(first, min(len(scene.chunks), first + 8)):
        if scene.at.get(at) is sight.draft:
            return at
        if not scene.is_together(first, at):
            break
    return first


def fits(draft: Draft, gender: str) -> bool:
    """True for a person whose name does not say that he is of the other gender; what pronouns told only weighs."""
    return draft.is_person and (draft.gender in (None, gender) or shown_gender(draft) is None)


def shown_gender(draft: Draft) -> str | None:
    """The gender that a person's own forms show, apart from what pronouns near them told."""
    return next((gender for gender in map(given_gender, draft.forms) if gender), None)
