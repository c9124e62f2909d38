"""Finds what pronouns and definite phrases refer back to; one answer or none, with the rule that gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from ...ledger import Attribution
from .antecedents import choose
from .nouns import Noun
from .pairs import Anaphor, fits
from .scene import Draft, Scene, Sight
from .trace import pointed_way, way
from .wordlists import FEMALE, MALE, NEUTER, PLURAL

__all__ = ["WIDER", "Anaphor", "is_question", "pronoun", "role"]

# What a sight adds to a candidate's score; fixed by trying each on the development dossiers in steps of a half.
_PER_SENTENCE = -1.0
_SOURCE = 1.5
_SUBJECT = 1.0
_QUOTED = -1.5
_UNSURE = -1.5
_REACH, _PLURAL_REACH = 12, 4
# "The leader of a group": who is described so fully is not meant by a wider noun, only by the same title.
_WIDER_AT_MOST = 1.0

# The families of titles that a wider noun can stand for.
WIDER: dict[str, frozenset[str]] = {
    "leader": frozenset(
        {"head of state", "head of government", "leader", "monarch", "governor", "rebel", "deputy head"}
    ),
    "chief": frozenset({"leader", "minister", "police", "military", "executive", "diplomat"}),
    "head of state": frozenset({"head of state", "monarch"}),
    "head of government": frozenset({"head of government"}),
    "official": frozenset(
        {
            "minister",
            "under-minister",
            "spokesperson",
            "official",
            "adviser",
            "diplomat",
            "police",
            "leader",
            "governor",
            "mayor",
        }
    ),
    "diplomat": frozenset({"diplomat", "under-minister", "minister"}),
    "delegate": frozenset({"diplomat", "minister"}),
    "envoy": frozenset({"diplomat"}),
    "representative": frozenset({"diplomat", "legislator", "spokesperson"}),
    "top diplomat": frozenset({"minister"}),
    "politician": frozenset(
        {
            "legislator",
            "minister",
            "politician",
            "partisan",
            "mayor",
            "governor",
            "head of government",
            "leader",
            "head of state",
        }
    ),
    "lawmaker": frozenset({"legislator"}),
    "legislator": frozenset({"legislator"}),
    "congressman": frozenset({"legislator"}),
    "congresswoman": frozenset({"legislator"}),
    "parliamentarian": frozenset({"legislator"}),
    "mp": frozenset({"legislator"}),
    "candidate": frozenset({"politician", "legislator", "governor"}),
    "nominee": frozenset({"politician", "legislator", "governor"}),
    "commander": frozenset({"military", "rebel"}),
    "general": frozenset({"military", "minister"}),
    "army general": frozenset({"military", "minister"}),
    "officer": frozenset({"military", "police"}),
    "executive": frozenset({"executive", "leader"}),
    "cleric": frozenset({"cleric"}),
    "lawyer": frozenset({"lawyer", "prosecutor"}),
    "republican": frozenset({"legislator", "governor", "politician", "head of state", "partisan"}),
    "democrat": frozenset({"legislator", "governor", "politician", "head of state", "partisan"}),
    "man": frozenset({"*"}),
    "woman": frozenset({"*"}),
    "author": frozenset({"analyst", "journalist", "artist"}),
    "secretary": frozenset({"minister", "under-minister"}),
    "veteran": frozenset({"*"}),
    "businessman": frozenset({"executive", "politician"}),
    "billionaire": frozenset({"executive", "politician"}),
}
# How many sights before and after a description are searched for its bearer.
_SIGHTS_AT_MOST = 600
# Wider nouns that stand for somebody unnamed too: "a precinct chief … the official".
_OF_UNNAMED = frozenset({"official", "officer"})
_OF_THE_HOUSE = frozenset({"congressman", "congresswoman", "congressperson"})
_NOT_SAME = ("vice", "deputy", "former", "first")


def pronoun(scene: Scene, anaphor: Anaphor) -> tuple[Draft | None, str]:
    """The antecedent of a third-person pronoun, and the rule that found it."""
    word = anaphor.word
    if word in MALE | FEMALE:
        return _person(scene, anaphor, "m" if word in MALE else "f")
    if word in NEUTER:
        sight = _best(scene, anaphor, lambda d: not d.is_person and not d.is_plural)
        return _pointed(scene, anaphor, sight, "the likeliest body before the pronoun")
    if word in PLURAL:
        sight = (
            _best(scene, anaphor, lambda d: d.is_plural or d.kind == "group", _PLURAL_REACH)
            or _best(scene, anaphor, lambda d: d.kind in ("organisation", "bloc", "state"), _PLURAL_REACH)
            or _best(scene, anaphor, lambda d: d.kind == "unnamed", 2)
        )
        return _pointed(scene, anaphor, sight, "the likeliest group before the pronoun")
    return None, "no antecedent"


def _pointed(scene: Scene, anaphor: Anaphor, sight: Sight | None, rule: str) -> tuple[Draft | None, str]:
    """The sight's actor, with the way to it kept; None where none agrees."""
    if sight is None:
        return None, "nobody near enough before the pronoun agrees with it"
    back = anaphor.sentence - sight.sentence
    where = ("in its own sentence", "one sentence back")[back] if back < 2 else f"{back} sentences back"
    why = ", where it speaks" if sight.is_source else ", where it opens the sentence" if sight.is_subject else ""
    steps = pointed_way(scene, anaphor, sight, f"{rule}: {where}{why}")
    scene.traces[steps[0].span] = steps
    return sight.draft, rule


def _person(scene: Scene, anaphor: Anaphor, gender: str) -> tuple[Draft | None, str]:
    answer = choose(scene, anaphor, lambda draft: fits(draft, gender), scene.likeness)
    if answer is None:
        return None, "no person likely enough"
    if answer.draft.gender is None:
        answer.draft.gender = gender
    steps = way(scene, anaphor, answer)
    scene.traces[steps[0].span] = steps
    return answer.draft, f"the likeliest person: {steps[0].rule}"


def _best(scene: Scene, anaphor: Anaphor, agrees: Callable[[Draft], bool], reach: int = _REACH) -> Sight | None:
    best, found = -1e9, None
    for sight in scene.before(anaphor.start):
        distance = anaphor.sentence - sight.sentence
        if distance > reach:
            break
        if sight.draft in anaphor.not_these or not agrees(sight.draft):
            continue
        score = _PER_SENTENCE * distance + _SOURCE * sight.is_source + _SUBJECT * sight.is_subject
        score += _QUOTED * (sight.is_quoted and not sight.is_source) + _UNSURE * (not sight.draft.is_sure)
        if score > best:
            best, found = score, sight
    return found


def role(scene: Scene, noun: Noun) -> tuple[Draft | None, str]:
    """The person whom "the minister", "Russia’s defence minister", "the official" stands for."""
    entry = scene.chunks[noun.head].entry
    if entry is None:
        return None, "unknown"
    start = scene.chunks[noun.head].start
    country = noun.country or _complement_country(scene, noun)
    best, found = 0.0, None
    describes = noun.preposition != "" and country is None
    for order, draft in enumerate(_nearest(scene, start)):
        fit = _fit(draft, entry.form, entry.family, noun.words, country, entry.gender)
        if fit <= _WIDER_AT_MOST and min(span.start for span in draft.spans) > start:
            continue  # a wider noun points back; whoever is named later is brought in by the title itself
        score = fit - 0.01 * order
        if fit > (_WIDER_AT_MOST if describes else 0.5) and score > best:
            best, found = score, draft
    if found is not None:
        return found, "the nearest person of that title"
    return None, "no person of that title"


def _complement_country(scene: Scene, noun: Noun) -> str | None:
    if noun.complement is None or noun.preposition not in ("of", "for"):
        return None
    entry = scene.chunks[noun.complement].entry
    return entry.country if entry else None


def _nearest(scene: Scene, start: int) -> Iterator[Draft]:
    """Each person once: those seen before, the nearest first, then those named later in their order."""
    done: set[int] = set()
    ahead: list[Sight] = [s for s in scene.sights if s.start > start]
    for sight in (*islice(scene.before(start), _SIGHTS_AT_MOST), *ahead[:_SIGHTS_AT_MOST]):
        if sight.draft.is_person and id(sight.draft) not in done:
            done.add(id(sight.draft))
            yield sight.draft


def _fit(
    draft: Draft, form: str, family: str, words: tuple[str, ...], country: str | None, gender: str | None
) -> float:
    """How well a person's titles answer to a noun: 3 the same words, 2 the same head, 1 a wider noun, 0 not."""
    if country and draft.country and draft.country != country:
        return 0.0
    if gender and draft.gender and gender != draft.gender:
        return 0.0
    if form in _OF_THE_HOUSE and "senator" in draft.titles:
        return 0.0
    wanted = _plain(form)
    best = 0.0
    for title, of_family in draft.titles.items():
        own = _plain(title)
        rank = [w for w in _NOT_SAME if w in own.split()[:-1] and w not in words]
        if own == " ".join((*map(_plain, words), wanted)) or (own == wanted and not words):
            best = max(best, 3.0)
        elif (
            not words and own.split()[-1:] == [wanted] and of_family == family and not (rank and wanted == "president")
        ):
            # The bare noun is the short form of any title with that head; who was named last decides.
            best = max(best, 3.0 if not rank else 2.98)
        elif wanted in own and of_family == family and not (rank and wanted == "president"):
            best = max(best, 2.0 if not rank else 1.5)
        elif wanted.endswith(" " + own) and of_family == family:
            best = max(best, 1.5)
        elif (
            (draft.kind == "person" or form in _OF_UNNAMED)
            and (of_family in WIDER.get(form, ()) or "*" in WIDER.get(form, ()))
            and not words
        ):
            best = max(best, 1.0)
    return best - 0.6 if best and country and draft.country is None else best


def _plain(words: str) -> str:
    return (
        words.casefold()
        .replace("defense", "defence")
        .replace("ex-", "former ")
        .replace("spokeswoman", "spokesperson")
        .replace("spokesman", "spokesperson")
    )


def is_question(attribution: Attribution) -> bool:
    """True for "asked": whoever puts a question is not who goes on to speak."""
    cue = attribution.cue.text if attribution.cue else ""
    return cue.casefold().endswith(("asked", "asks", "ask", "asking", "questioned"))
