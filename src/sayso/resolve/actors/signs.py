"""What speaks for and against a candidate: one literal table of readable features of a pronoun and a mention."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from .pairs import Pair, shown_gender
from .positions import CLAUSE_OPENERS, OBJECT, OBLIQUE, OWNER, SECOND, SUBJECT, is_verbal, opening, says
from .wordlists import PREPOSITIONS

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_PREPOSED = PREPOSITIONS | CLAUSE_OPENERS


def _is_single(pair: Pair) -> bool:
    return " " not in pair.scene.chunks[pair.at].text


def _is_clausemate(pair: Pair) -> bool:
    """No clause opens and no mark stands between the two."""
    if pair.back != 0:
        return False
    scene = pair.scene
    return not any(scene.kind(at) == "mark" or scene.low(at) in CLAUSE_OPENERS for at in pair.between())


def _is_bound(pair: Pair) -> bool:
    """ "Roe saw him", "to Roe about him": an object never means what stands beside it in its own clause."""
    return (
        pair.pronoun.position in (OBJECT, OBLIQUE) and pair.pronoun.anaphor.word not in _REFLEXIVE
    ) and _is_clausemate(pair)


def _is_object_of_subject(pair: Pair) -> bool:
    return pair.is_nearest_subject and pair.back == 0 and pair.pronoun.position in (OBJECT, OBLIQUE)


def _says_so(pair: Pair) -> bool:
    """ "Roe complained that Poe had pushed her": what is said comes from the candidate."""
    return pair.at < pair.pronoun.at and pair.position == SUBJECT and says(pair.scene, pair.at)


def _is_joined(pair: Pair) -> bool:
    """ "he and Roe", "Roe and him": two, not one."""
    between = [pair.scene.low(at) for at in pair.between()[:5]]
    return between[:1] in (["and"], ["or"]) and len(between) <= 3 and pair.back == 0


def _opens_preposed(pair: Pair) -> bool:
    """ "When he arrived, Roe": the pronoun's sentence opens with a clause or phrase that leans on what follows."""
    return pair.back == 0 and pair.at > pair.pronoun.at and pair.scene.low(pair.pronoun.first) in _PREPOSED


def _is_apposed(pair: Pair) -> bool:
    """ "his brother, Roe,": a name behind a comma that a mark closes."""
    first, scene = opening(pair.scene, pair.at), pair.scene
    return scene.low(first - 1) in (",", "(") and scene.kind(pair.at + 1) == "mark"


def _is_kin(pair: Pair) -> bool:
    """ "his son Roe", "her boss, Roe": one who is told of by his tie to another whom the pronoun means."""
    scene = pair.scene
    start = opening(scene, pair.at)
    return any(scene.low(at) in ("his", "her", "their") for at in range(max(0, start - 3), pair.at))


def _fellows_between(pair: Pair) -> int:
    low, high = sorted((pair.at, pair.pronoun.at))
    return sum(low < at < high for at in pair.pronoun.fellows)


def _leans_on_fellow(pair: Pair) -> bool:
    """A pronoun of the same kind stands between in the same or the next sentence: both mean one, as a rule."""
    return _fellows_between(pair) > 0 and pair.is_latest


def _has_verb_between(pair: Pair) -> bool:
    return any(is_verbal(pair.scene, at) for at in pair.between()[:30])


def _share(pair: Pair) -> float:
    return pair.times / pair.total if pair.total else 0.0


def _same(pair: Pair, *positions: str) -> bool:
    return pair.position in positions and pair.pronoun.position in positions


Feature = Callable[[Pair], float]

FEATURES: tuple[tuple[str, Feature], ...] = (
    ("in the same sentence, before", lambda p: p.back == 0 and p.at < p.pronoun.at),
    ("one sentence back", lambda p: p.back == 1),
    ("two sentences back", lambda p: p.back == 2),
    ("three to five sentences back", lambda p: 3 <= p.back <= 5),
    ("further back", lambda p: p.back > 5),
    ("after the pronoun", lambda p: p.at > p.pronoun.at),
    ("in a later sentence", lambda p: p.back < 0),
    ("after it, behind a leaning opening", _opens_preposed),
    ("after it, as the subject", lambda p: p.at > p.pronoun.at and p.position == SUBJECT),
    ("after it, behind a comma", lambda p: p.at > p.pronoun.at and any(p.scene.low(a) == "," for a in p.between())),
    ("after it, and not named before", lambda p: p.at > p.pronoun.at and p.times == 0),
    ("distance in words", lambda p: log(1 + abs(p.at - p.pronoun.at)) / 4),
    ("nearest", lambda p: p.rank == 0),
    ("second nearest", lambda p: p.rank == 1),
    ("others nearer", lambda p: min(p.rank, 6) / 6),
    ("its last sight", lambda p: p.is_latest),
    ("subject", lambda p: p.position == SUBJECT),
    ("object", lambda p: p.position == OBJECT),
    ("behind a preposition", lambda p: p.position == OBLIQUE),
    ("owner", lambda p: p.position == OWNER),
    ("second of a pair", lambda p: p.position == SECOND),
    ("subject here", lambda p: p.position == SUBJECT and p.back == 0),
    ("subject of the sentence before", lambda p: p.position == SUBJECT and p.back == 1),
    ("both subjects", lambda p: _same(p, SUBJECT)),
    ("both objects", lambda p: _same(p, OBJECT, OBLIQUE)),
    ("both owners", lambda p: _same(p, OWNER)),
    (
        "subject for an owner, one sentence",
        lambda p: p.position == SUBJECT and p.pronoun.position == OWNER and p.back == 0,
    ),
    ("owner for a subject", lambda p: p.position == OWNER and p.pronoun.position == SUBJECT),
    ("object for a subject", lambda p: p.position in (OBJECT, OBLIQUE) and p.pronoun.position == SUBJECT),
    ("nearest subject", lambda p: p.is_nearest_subject),
    ("nearest subject, for a subject", lambda p: p.is_nearest_subject and p.pronoun.position == SUBJECT),
    ("nearest subject, for an owner", lambda p: p.is_nearest_subject and p.pronoun.position == OWNER),
    ("nearest subject here, for an object", _is_object_of_subject),
    ("often the subject", lambda p: log(1 + p.as_subject)),
    ("says so, here", lambda p: _says_so(p) and p.back == 0),
    ("says so, for an object", lambda p: _says_so(p) and p.back == 0 and p.pronoun.position in (OBJECT, OBLIQUE)),
    ("joined to the pronoun", _is_joined),
    ("opens its sentence", lambda p: p.sight.is_subject),
    ("bound in its clause", _is_bound),
    ("reflexive in its clause", lambda p: p.pronoun.anaphor.word in _REFLEXIVE and _is_clausemate(p)),
    ("owner pronoun in its clause", lambda p: p.pronoun.position == OWNER and _is_clausemate(p)),
    ("a verb between", _has_verb_between),
    ("gender known and the same", lambda p: p.pronoun.gender is not None and p.draft.gender == p.pronoun.gender),
    ("another gender by a pronoun", lambda p: p.draft.gender not in (None, p.pronoun.gender)),
    ("gender shown by its name", lambda p: p.pronoun.gender is not None and shown_gender(p.draft) == p.pronoun.gender),
    ("a person", lambda p: p.draft.kind == "person"),
    ("a described person", lambda p: p.draft.kind == "unnamed"),
    ("a single name", _is_single),
    ("perhaps no person", lambda p: not p.draft.is_sure),
    ("named often", lambda p: log(1 + p.times)),
    ("share of all sights", _share),
    ("named first of all", lambda p: p.order == 0),
    ("the only one", lambda p: p.times == p.total and p.times > 0),
    ("speaks", lambda p: p.sight.is_source),
    ("has spoken or speaks", lambda p: p.sight.is_source and p.back <= 2),
    ("quoted alike", lambda p: p.sight.is_quoted and p.pronoun.is_quoted),
    ("quoted, the pronoun not", lambda p: p.sight.is_quoted and not p.pronoun.is_quoted),
    ("not quoted, the pronoun is", lambda p: not p.sight.is_quoted and p.pronoun.is_quoted),
    ("speaks, the pronoun is quoted", lambda p: p.sight.is_source and p.pronoun.is_quoted),
    # A pronoun that says something is mostly the one who spoke last: what counts for it is weighed apart.
    ("both speak", lambda p: p.pronoun.says and p.sight.is_source),
    ("opens its sentence, the pronoun speaks", lambda p: p.pronoun.says and p.sight.is_subject),
    ("sentences back, the pronoun speaks", lambda p: p.pronoun.says * min(abs(p.back), 8) / 2),
    ("quoted and silent, the pronoun speaks", lambda p: p.pronoun.says and p.sight.is_quoted and not p.sight.is_source),
    ("perhaps no person, the pronoun speaks", lambda p: p.pronoun.says and not p.draft.is_sure),
    ("here, the pronoun speaks", lambda p: p.pronoun.says and p.back == 0),
    ("nearest, the pronoun speaks", lambda p: p.pronoun.says and p.rank == 0),
    ("after it, and speaks", lambda p: p.pronoun.says and p.at > p.pronoun.at),
    ("likeliest to speak on", lambda p: p.is_likeliest_speaker),
    ("spoke before and is likeliest to speak on", lambda p: p.is_likeliest_speaker and p.has_spoken),
    ("in an apposition", _is_apposed),
    ("told by a tie to another", _is_kin),
    ("a like pronoun between", lambda p: _fellows_between(p) > 0),
    ("like pronouns between", lambda p: log(1 + _fellows_between(p))),
    ("likeliest for the pronoun between", _leans_on_fellow),
    ("has a title", lambda p: bool(p.draft.titles)),
)
NAMES = tuple(name for name, _ in FEATURES)


def features(pair: Pair) -> tuple[float, ...]:
    """One number a row of the table."""
    return tuple([float(measure(pair)) for _, measure in FEATURES])
