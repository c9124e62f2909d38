"""Where in its sentence a mention stands, by the words around it: subject, object, owner, behind a preposition."""

from __future__ import annotations

from functools import cache

from ... import lexicon
from .nouns import is_verb
from .scene import Scene
from .wordlists import DETERMINERS, POSSESSIVE, PREPOSITIONS, words_in

SUBJECT, OBJECT, OBLIQUE, OWNER, SECOND = "subject", "object", "oblique", "owner", "second"
_OWN = frozenset({"'s", "'"})
_BEFORE_HEAD = frozenset({"title", "honorific", "adjective", "country", "capital", "institution"})
_NOMINATIVE = frozenset({"he", "she", "they", "i", "we", "who"})
_OBJECTIVE = frozenset({"him", "them", "me", "us", "himself", "herself", "itself", "themselves", "whom"})
_OWNERS = (POSSESSIVE | {"whose"}) - {"her"}
_APPOSITION_AT_MOST = 14  # chunks between the commas of "X, the minister of foreign affairs, said"
_PLAIN_VERBS = words_in("""
    became began bought brought built came caught chose cut died did does drew drove fell felt fought found gave goes
    got grew had has held hit kept knew led left let lost made meant met paid put ran read rose said sang saw says sent
    set shot showed sold spent spoke stood swore taught thinks thought threw told took tried wants went whose won wore
    writes wrote gets makes takes plays comes finds leaves gives calls tells knows sees runs would also later then
    first never soon not now once still subsequently eventually finally who
""")
# What may stand between a pronoun and its verb of saying.
_LIGHT = words_in("also has had have then later again never did not would will is was further repeatedly")
CLAUSE_OPENERS = words_in("""
    that when while because although though after before since if unless until as where who which whom whose and but
    or so whether than
""")


def is_verbal(scene: Scene, at: int) -> bool:
    """True for a word that a subject stands right before: a verb, or an adverb that opens its group."""
    low = scene.low(at)
    if scene.kind(at) != "word" or low in DETERMINERS or low in PREPOSITIONS:
        return False
    return low in _PLAIN_VERBS or (is_verb(low) and not low.endswith("ing")) or low in _sayings() or low.endswith("ly")


def says(scene: Scene, at: int) -> bool:
    """True where a verb of saying stands beside the pronoun: "he said", "said she", "he also told"."""
    after = at + 1
    while scene.low(after) in _LIGHT and after < at + 4:
        after += 1
    return scene.low(after) in _sayings() or (scene.low(at - 1) in _sayings() and scene.kind(after) == "mark")


@cache
def _sayings() -> frozenset[str]:
    return frozenset(form for cue in lexicon.cues() if cue.part == "verb" for form in cue.forms)


def position(scene: Scene, at: int) -> str:
    """The position of the mention whose head is the chunk `at`."""
    low = scene.low(at)
    if low in _NOMINATIVE:
        return SUBJECT
    before = _before(scene, at)
    if low in _OBJECTIVE:
        return OBLIQUE if before in PREPOSITIONS else OBJECT
    if low in _OWNERS or (low == "her" and _owns(scene, at)):
        return OWNER
    if low == "her":
        return OBLIQUE if before in PREPOSITIONS else OBJECT
    if scene.low(at + 1) in _OWN:
        return OWNER
    if before in ("and", "or", "&") and not is_verbal(scene, _after(scene, at)):
        return SECOND
    if before in PREPOSITIONS:
        return OBLIQUE
    if is_verbal(scene, _after(scene, at)) or before == "" or before in CLAUSE_OPENERS or not before[0].isalnum():
        return SUBJECT
    return OBJECT


def _owns(scene: Scene, at: int) -> bool:
    """ "her book" against "saw her in May"."""
    after = scene.low(at + 1)
    if scene.kind(at + 1) == "mark" or not scene.is_together(at, at + 1):
        return False
    return not (after in PREPOSITIONS or after in DETERMINERS or after in CLAUSE_OPENERS or is_verbal(scene, at + 1))


def opening(scene: Scene, at: int) -> int:
    """The first chunk of the phrase whose head is the chunk `at`."""
    first = at
    while first > 0 and scene.is_together(first - 1, at):
        kind, low = scene.kind(first - 1), scene.low(first - 1)
        if kind not in _BEFORE_HEAD and low not in DETERMINERS and low not in POSSESSIVE:
            break
        first -= 1
    return first


def _before(scene: Scene, at: int) -> str:
    """The word before the phrase; "" at the start of a sentence."""
    first = opening(scene, at)
    return scene.low(first - 1) if scene.is_together(first - 1, at) else ""


def _after(scene: Scene, at: int) -> int:
    """The chunk after the mention, a bracket and an apposition left out."""
    after = at + 1
    closing = {"(": ")", ",": ","}.get(scene.low(after))
    if closing is None:
        return after
    for end in range(after + 1, min(len(scene.chunks), after + _APPOSITION_AT_MOST)):
        if not scene.is_together(end, at):
            return after
        if scene.low(end) == closing:
            return end + 1
    return after
