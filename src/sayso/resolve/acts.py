"""Which speech act a statement is: the network's reading of cue and content, with the cue lexicon as a prior."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from .. import lexicon
from ..ledger import ACTS, Attribution
from ..ledger.statement import Act, Hedge

# How often each act is met among statements that reports attribute, as rough log odds against the others, set by hand
# after the dossiers' counts. It counts in full only where the cue's verb tells nothing ("said").
_USUAL: dict[Act, float] = {
    "state": 1.1,
    "announce": 0.4,
    "assess": 0.4,
    "predict": 0.0,
    "acknowledge": -0.3,
    "allege": 0.7,
    "deny": 0.3,
    "demand": 0.0,
    "urge": 0.0,
    "ask": -0.8,
    "promise": -0.1,
    "threaten": -0.1,
    "warn": -0.4,
    "propose": -0.4,
    "agree": -0.8,
    "reject": 0.0,
    "condemn": 0.4,
    "praise": -0.1,
    "apologise": -1.5,
    "decline_comment": -1.0,
}
# What the usual and the content's words count for where the cue's own word names an act: set by hand, so that a
# denial's content does not overrule "denied".
_USUAL_BESIDE_VERB, _CONTENT_BESIDE_VERB = 0.3, 0.35
# How much the network's log probability counts. On labels by reading that no sign was written on, 0, 0.1, 0.15, 0.3,
# 0.6 and 1 gave 48.6, 50.7, 50.0, 45.8, 42.4 and 45.1 % of acts right (`python -m lab.acts --voice`): it knows too few
# examples to lead.
_NETWORK_WEIGHT = 0.1
# Probability that an act which the lexicon, or the network, does not give is right all the same: neither alone decides.
_FLOOR = 0.02
_LOG_FLOOR = math.log(_FLOOR)

# From this share of the lexicon's on, an act is one that the cue's verb allows.
_ALLOWED = 0.1
_REFUSALS = ("deny", "reject")
_WORD = re.compile(r"[\w’'-]+")
_NEGATION = re.compile(
    r"\b(?:not|never|\w+n[’']t|neither|nor|no|without|avoid\w*|stop\w* short of|fail\w* to|yet to)\b", re.IGNORECASE
)


def decide(attribution: Attribution) -> tuple[tuple[Act, float], ...]:
    """Each act with its probability, most probable first: a log-linear score of the evidence below.

    The cue's word (lexicon), words in the cue and the content that speak for an act, how usual the act is, and the
    network's reading of cue and content together.
    """
    scores: dict[Act, float] = dict.fromkeys(ACTS, 0.0)
    for ground in grounds(attribution):
        for act, added in ground.added:
            scores[act] += added
    top = max(scores.values())
    weights = {act: math.exp(score - top) for act, score in scores.items()}
    total = sum(weights.values())
    return tuple(sorted(((act, weight / total) for act, weight in weights.items()), key=lambda pair: -pair[1]))


class Ground(NamedTuple):
    """One thing that speaks for acts, with what it adds to the score of each; `sign` where it is words of a table.

    `kind` is "usual", "cue" (the lexicon's entry, whose chances are in `chances`), "network" or "sign".
    """

    kind: Literal["usual", "cue", "network", "sign"]
    added: tuple[tuple[Act, float], ...]
    chances: tuple[tuple[str, float], ...] = ()
    sign: lexicon.Sign | None = None


def grounds(attribution: Attribution) -> Iterator[Ground]:
    """All that the act is decided on, and nothing else: `decide` adds these up, an explanation tells them."""
    network, prior = dict(attribution.acts), _prior(attribution)
    usual, said = (_USUAL_BESIDE_VERB, _CONTENT_BESIDE_VERB) if prior else (1.0, 1.0)
    yield Ground("usual", tuple((act, usual * _USUAL[act]) for act in ACTS))
    if prior:
        yield Ground("cue", _logs(prior, 1.0), tuple(prior.items()))
    if network:
        yield Ground("network", _logs(network, _NETWORK_WEIGHT), attribution.acts)
    yield from _signs(attribution, prior, said)


def _logs(chances: Mapping[str, float], weight: float) -> tuple[tuple[Act, float], ...]:
    logs = {act: math.log(chance) for act, chance in chances.items() if chance > _FLOOR}
    return tuple((act, weight * logs.get(act, _LOG_FLOOR)) for act in ACTS)


def _signs(found: Attribution, prior: dict[str, float], said: float) -> Iterator[Ground]:
    is_refusal = max(prior, key=prior.__getitem__, default="") in _REFUSALS
    content = " ".join(span.text for span in found.content).lower()
    # What a denial or a rejection is of decides which of the two it is: a claim is denied, a demand rejected.
    words = {
        "cue": found.cue.text.lower() if found.cue else "",
        "content": content,
        "refused": content if is_refusal else "",
        "said": f"{found.cue.text.lower() if found.cue else ''} {content}".strip(),
    }
    for sign in lexicon.signs():
        if words[sign.where] and sign.pattern.search(words[sign.where]):
            # The verb leaves open what it allows: "warned" may threaten, and the content tells whether it does.
            shut = {act for act, _ in sign.acts if sign.where == "content" and prior.get(act, 0.0) < _ALLOWED}
            added = tuple((cast(Act, act), own * (said if act in shut else 1.0)) for act, own in sign.acts)
            yield Ground("sign", added, sign=sign)


def _prior(found: Attribution) -> dict[str, float]:
    """The lexicon's acts for a cue; none where the cue only says that something was said, whatever act it was.

    The first word of the content is looked up with it: "asked whether" puts a question, "asked to" wants a thing; and
    the verb behind a first "to": "declined to comment" keeps silent, "declined to pay" rejects.
    """
    if found.cue is None:
        return {}
    cue = found.cue
    after = next((span for span in found.content if span.start >= cue.end), None)
    words = after.text.split()[: 2 if after.text.startswith("to ") else 1] if after else []
    entry = cue_entry(" ".join([cue.text, *words]))
    return {} if entry is None or entry.acts[0][0] == "state" else dict(entry.acts)


@lru_cache(maxsize=4096)
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
    entry = cue_entry(attribution.cue.text) if attribution.cue else None
    return "neutral" if entry is None else entry.hedge


def is_silence(attribution: Attribution) -> bool:
    """True when the cue's words tell a refusal to answer: the one act that needs no content."""
    cue = attribution.cue.text.lower() if attribution.cue else ""
    entry = cue_entry(cue)
    if entry is not None and entry.acts[0][0] == "decline_comment":
        return True
    signs = (sign for sign in lexicon.signs() if sign.where == "cue" and sign.acts[0][0] == "decline_comment")
    return any(sign.pattern.search(cue) for sign in signs)


def is_negated(attribution: Attribution, act: Act) -> bool:
    """True when the source is reported NOT to have said it; refusing to answer is an act of its own."""
    if act in ("decline_comment", "deny", "reject"):
        return False
    return negation(attribution) is not None


def negation(attribution: Attribution) -> re.Match[str] | None:
    """The word in the cue that says the thing was not said ("did not say")."""
    return _NEGATION.search(attribution.cue.text) if attribution.cue is not None else None
