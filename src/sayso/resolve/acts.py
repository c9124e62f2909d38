"""Which speech act a statement is: a sum of readable evidence, each piece with a fitted weight (`data/acts.csv`)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from .. import lexicon
from ..ledger import ACTS, Attribution
from ..ledger.statement import Act, Hedge
from . import acts_evidence
from .acts_table import ActTable, act_table

# How much the network's log probability counts, apart from the fitted table so that new weights of the network need no
# new table. 0, 0.3, 0.45, 0.6 and 1 gave on the dossiers left out 69.5, 70.4, 70.6, 70.1 and 69.1 % of acts right, on
# labels by reading 57.3, 64.3, 64.3, 64.3 and 67.1 (`lab.acts --voice`, table and network without them).
_NETWORK_WEIGHT = 0.45
# Probability that an act which the network does not give is right all the same: it does not decide alone.
_FLOOR = 0.02
_LOG_FLOOR = math.log(_FLOOR)
# Share of a cue's word that is any act at all, by how usual that act is among words of mere saying: no word of saying
# shuts an act out.
_ANY = 0.1

_WORD = re.compile(r"[\w’'-]+")
_NEGATION = re.compile(
    r"\b(?:not|never|\w+n[’']t|neither|nor|no|without|avoid\w*|stop\w* short of|fail\w* to|yet to)\b", re.IGNORECASE
)


def decide(attribution: Attribution) -> tuple[tuple[Act, float], ...]:
    """Each act with its probability, most probable first: a log-linear score of all the evidence there is.

    The cue's word (lexicon), the signs in the words and the shape of the attribution, how usual the act is, and the
    network's reading of cue and content together.
    """
    scores: dict[Act, float] = dict.fromkeys(ACTS, 0.0)
    for ground in grounds(attribution):
        for act, added in ground.added:
            scores[act] += added
    return shares(scores)


def shares(scores: dict[Act, float]) -> tuple[tuple[Act, float], ...]:
    """Scores of acts as probabilities, most probable first."""
    top = max(scores.values())
    weights = {act: math.exp(score - top) for act, score in scores.items()}
    total = sum(weights.values())
    return tuple(sorted(((act, weight / total) for act, weight in weights.items()), key=lambda pair: -pair[1]))


class Ground(NamedTuple):
    """One thing that speaks for acts, with what it adds to the score of each; `sign` where it is a row of signs.

    `kind` is "usual", "cue" (the lexicon's entry, whose chances are in `chances`), "network" or "sign".
    """

    kind: Literal["usual", "cue", "network", "sign"]
    added: tuple[tuple[Act, float], ...]
    chances: tuple[tuple[str, float], ...] = ()
    sign: lexicon.Sign | None = None


def grounds(attribution: Attribution) -> Iterator[Ground]:
    """All that the act is decided on, and nothing else: `decide` adds these up, an explanation tells them."""
    table, entry = act_table(), entry_of(attribution)
    yield Ground("usual", table.usual)
    if entry is not None:
        yield _cue_ground(entry, table)
    if attribution.acts:
        yield Ground("network", network_logs(attribution.acts, _NETWORK_WEIGHT), attribution.acts)
    for sign in acts_evidence.signs(attribution, entry):
        if (sign.where, sign.why) in table.signs:
            yield Ground("sign", table.signs[sign.where, sign.why], sign=sign)


@lru_cache(maxsize=4096)
def _cue_ground(entry: lexicon.Cue, table: ActTable) -> Ground:
    """What a cue's word adds, kept: reports say most things with the same few words."""
    of_word = chances(entry, table)
    return Ground("cue", word_logs(of_word, table), of_word)


def network_logs(said: tuple[tuple[str, float], ...], weight: float) -> tuple[tuple[Act, float], ...]:
    """What the network's chances of acts add to the score of each when they count `weight`."""
    logs = {act: math.log(chance) for act, chance in said if chance > _FLOOR}
    return tuple((act, weight * logs.get(act, _LOG_FLOOR)) for act in ACTS)


def chances(entry: lexicon.Cue, table: ActTable) -> tuple[tuple[str, float], ...]:
    """The acts of a cue's word: as counted, else as the lexicon believes; a word of mere saying can be any."""
    counted = table.cues.get((entry.lemma, entry.part))
    return counted or (table.open if entry.acts[0][0] == "state" else entry.acts)


def word_logs(of_word: tuple[tuple[str, float], ...], table: ActTable) -> tuple[tuple[Act, float], ...]:
    """What a cue's word adds to the score of each act."""
    own, any_word = dict(of_word), dict(table.open)
    mixed = ((act, (1 - _ANY) * own.get(act, 0.0) + _ANY * any_word.get(act, 0.0)) for act in ACTS)
    return tuple((act, table.cue * math.log(max(chance, _ANY * _FLOOR))) for act, chance in mixed)


def entry_of(found: Attribution) -> lexicon.Cue | None:
    """The lexicon's entry for a cue with what comes behind it; None for none.

    The first word of the content is looked up with it: "asked whether" puts a question, "asked to" wants a thing; and
    the verb behind a first "to": "declined to comment" keeps silent, "declined to pay" rejects.
    """
    if found.cue is None:
        return None
    cue = found.cue
    after = next((span for span in found.content if span.start >= cue.end), None)
    words = after.text.split()[: 2 if after.text.startswith("to ") else 1] if after else []
    return cue_entry(cue.text, " ".join(words))


@lru_cache(maxsize=4096)
def cue_entry(cue: str, behind: str = "") -> lexicon.Cue | None:
    """The lexicon's entry for a cue's words: the longest phrase that begins in it, the last of equals.

    `behind` can end a phrase and begins none: who is "denying | accusations" accuses nobody. So it is with what a verb
    of refusal has behind it in the cue itself ("rejected the claim that", "refused to admit").
    """
    words = [word.casefold() for word in _WORD.findall(cue)]
    last = next((at for at, word in enumerate(words) if word in _refusing()), len(words) - 1)
    words += [word.casefold() for word in _WORD.findall(behind)]
    table = _forms()
    for length in range(min(4, len(words)), 0, -1):
        for at in range(min(last, len(words) - length), -1, -1):
            found = table.get(" ".join(words[at : at + length]))
            if found is not None:
                return found
    return None


@cache
def _refusing() -> frozenset[str]:
    """Every form of the verbs of one word that deny or reject."""
    verbs = (cue.forms for cue in lexicon.cues() if cue.part == "verb" and cue.acts[0][0] in ("deny", "reject"))
    return frozenset(form for forms in verbs for form in forms if " " not in form)


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
    signs = (sign for sign in lexicon.signs() if sign.where == "cue" and "decline_comment" in dict(sign.acts))
    return any(sign.pattern.search(cue) for sign in signs)


def is_negated(attribution: Attribution, act: Act) -> bool:
    """True when the source is reported NOT to have said it; refusing to answer is an act of its own."""
    if act in ("decline_comment", "deny", "reject"):
        return False
    return negation(attribution) is not None


def negation(attribution: Attribution) -> re.Match[str] | None:
    """The word in the cue that says the thing was not said ("did not say")."""
    return _NEGATION.search(attribution.cue.text) if attribution.cue is not None else None
