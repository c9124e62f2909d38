"""Whether a cue is a noun without a verb ("’s claim that", "criticism of"): told from its words and the one before.

PolNeAR marks no parts of speech, so the figure "noun cues found" needs a rule of its own. A cue counts when

1. it holds a noun of saying, from the lexicon's cue nouns, the nouns that refer back to a saying, and some of attitude;
2. what stands before that noun in the cue can stand before a noun: nothing, "’s", a determiner in the first place, or
   adjectives; no auxiliary, no verb of saying or of those that take such a noun ("faced criticism"), no preposition,
   no participle but after a determiner or of a short list ("growing fears");
3. no word behind the noun is an auxiliary or a verb of saying;
4. a noun that is a verb's form as well ("claims", "support") has, in the cue or right before it, a determiner, a
   possessive, a preposition or an adjective: "his claims", "amid calls for", but not "also claims", "to call".

Of the 2192 cues of PolNeAR dev it selects 65, all of them nouns to a reader. It errs towards leaving out: a noun after
a noun ("growth forecast") is not counted, since "the group plans" looks the same.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.inflection import verb_forms
from sayso.lexicon import cues, sayings


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[A-Za-z]+(?:[’'\-][A-Za-z]+)*|\d+")
_POSSESSED = re.compile(r"(?:\w[’']s|s[’'])\s*$")
_BEFORE = 40  # characters before the cue in which the last word is looked for
_DETERMINERS = _each(
    "a an the this these those any no some many several few his her its their my our your every such one two"
)
_PREPOSITIONS = _each(
    "of in on with without despite over amid amidst by from under about at for into through against after before "
    "following during between among because"
)
_AUXILIARIES = _each(
    "is are was were be been being am has have had having do does did will would can could may might must should shall "
    "to not who which"
)
_OTHERS = _each("run runs left sent came took gave got drew held kept brought began won heard found saw")
# Verbs that take a noun of saying as their object; with them the cue has a verb.
_TAKING = _each(
    "make give take get issue face draw raise voice express sound hold keep leave send bring show offer weigh open "
    "begin end enjoy earn win spark field deliver repeat stir add throw lend hear find see read sign extract reach"
)
# Participles that only describe the noun.
_DESCRIBING = _each(
    "growing mounting rising withering lingering continuing outstanding overriding scathing stinging damning lasting "
    "long-standing repeated renewed alleged heated unfounded twisted so-called"
)
# Nouns of attitude and of record that the lexicon lacks.
_ATTITUDES = _each(
    "determination recognition skepticism scepticism disagreement disagreements disdain contempt eagerness reluctance "
    "willingness readiness ire anger outrage obsession adulation admiration enthusiasm sympathy opposition suspicion "
    "suspicions distrust confidence interest outlook push goal goals data missive evidence consensus perception"
)
# Forms of verbs that are no cue verbs of the lexicon, among its nouns.
_ALSO_VERBS = _each(
    "plan plans attack attacks order orders query queries veto lie lies report reports protest protests support "
    "supports answer answers account accounts measure measures move moves step steps bid bids draft drafts talk talks "
    "concern concerns interest push"
)


@cache
def _nouns() -> frozenset[str]:
    listed = {form for cue in cues() if cue.part == "noun" for form in cue.forms if " " not in form}
    return frozenset(listed | set(sayings()) | _ATTITUDES)


@cache
def _verbs() -> frozenset[str]:
    listed = {form.split()[0] for cue in cues() if cue.part == "verb" for form in cue.forms}
    return frozenset(listed | _ALSO_VERBS | _OTHERS | {form for verb in _TAKING for form in verb_forms(verb)})


def is_nominal(text: str, start: int, end: int) -> bool:
    """Whether the cue text[start:end] is a noun of saying without a verb, by the rule above."""
    words = [word.lower() for word in _WORD.findall(text[start:end].replace("n't", " not").replace("n’t", " not"))]
    if words[:1] == ["s"]:
        words = words[1:]
    at = next((at for at, word in enumerate(words) if word in _nouns()), None)
    if at is None or not _may_precede(words[:at]):
        return False
    if any(word in _AUXILIARIES - {"to"} or (word in _verbs() and word not in _nouns()) for word in words[at:]):
        return False
    return words[at] not in _verbs() or _is_shown_noun(text, start, words[:at])


def _may_precede(words: list[str]) -> bool:
    for at, word in enumerate(words):
        if word in _DETERMINERS:
            if at:
                return False
            continue
        is_participle = word.endswith(("ing", "ed")) and not (word in _DESCRIBING or words[0] in _DETERMINERS)
        if is_participle or word in _verbs() | _AUXILIARIES | _PREPOSITIONS | {"that"}:
            return False
    return True


def _is_shown_noun(text: str, start: int, before: list[str]) -> bool:
    if before:
        return not before[-1].endswith("ly") and before[-1] not in {"also", "now", "again", "then", "and", "or"}
    if text[start : start + 1] in "’'" or _POSSESSED.search(text, max(0, start - 4), start):
        return True
    last = _WORD.findall(text[max(0, start - _BEFORE) : start])[-1:]
    return bool(last) and last[0].lower() in _DETERMINERS | _PREPOSITIONS
