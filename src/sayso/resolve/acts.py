"""Which speech act a statement is: the network's reading of cue and content, with the cue lexicon as a prior."""

from __future__ import annotations

import math
import re
from functools import cache

from .. import lexicon
from ..ledger import ACTS, Attribution
from ..ledger.statement import Act, Hedge

# How much the lexicon's prior counts beside the network's log probability. Fixed on the dossiers, one left out at a
# time (0, 0.25, 0.5, 1 tried).
_PRIOR_WEIGHT = 0.5
# Probability that an act which the lexicon does not give for a cue is right all the same: the verb alone
# does not decide.
_FLOOR = 0.02

_WORD = re.compile(r"[\w’'-]+")
_NEGATION = re.compile(
    r"\b(?:not|never|\w+n[’']t|neither|nor|no|without|avoid\w*|stop\w* short of|fail\w* to|yet to)\b", re.IGNORECASE
)


def decide(attribution: Attribution) -> tuple[tuple[Act, float], ...]:
    """Each act with its probability, most probable first."""
    network = dict(attribution.acts)
    prior = _prior(attribution)
    scores = {}
    for act in ACTS:
        score = math.log(max(network.get(act, 1.0 / len(ACTS)), 1e-4))
        if prior:
            score += _PRIOR_WEIGHT * math.log(max(prior.get(act, 0.0), _FLOOR))
        scores[act] = score
    top = max(scores.values())
    weights = {act: math.exp(score - top) for act, score in scores.items()}
    total = sum(weights.values())
    return tuple(sorted(((act, weight / total) for act, weight in weights.items()), key=lambda pair: -pair[1]))


def _prior(found: Attribution) -> dict[str, float]:
    """The lexicon's acts for a cue; none where the cue only says that something was said, whatever act it was.

    The first word of the content is looked up with it: "asked whether" puts a question, "asked to" wants a thing.
    """
    after = next((span for span in found.content if span.start >= found.cue.end), None)
    entry = cue_entry(f"{found.cue.text} {after.text.split()[0]}") if after else cue_entry(found.cue.text)
    return {} if entry is None or entry.acts[0][0] == "state" else dict(entry.acts)


def cue_entry(cue: str) -> lexicon.Cue | None:
    """The lexicon's entry for a cue's words: the longest phrase in it, the last of equals ("refused to say")."""
    words = [word.casefold() for word in _WORD.findall(cue)]
    table = _forms()
    for length in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - length, -1, -1):
            found = table.get(" ".join(words[at : at + length]))
            if found is not None:
                return found
    return None


@cache
def _forms() -> dict[str, lexicon.Cue]:
    """Form → entry. A form of both a noun and a verb is the noun's where it is bare ("the claim that", "its call for")
    and the verb's where it is inflected ("claims", "calls for")."""
    table: dict[str, lexicon.Cue] = {}
    for cue in lexicon.cues():
        for form in cue.forms:
            known = table.get(form)
            if known is None or (cue.part == "noun" and known.part == "verb" and form == min(cue.forms, key=len)):
                table[form] = cue
    return table


def hedge(attribution: Attribution) -> Hedge:
    """The report's own distance from what is said; a noun ("the claim that") tells none by itself."""
    entry = cue_entry(attribution.cue.text)
    return "neutral" if entry is None else entry.hedge


def is_negated(attribution: Attribution, act: Act) -> bool:
    """True when the source is reported NOT to have said it; refusing to answer is an act of its own."""
    if act in ("decline_comment", "deny", "reject"):
        return False
    return bool(_NEGATION.search(attribution.cue.text))
