"""The literal tables of the frames (families/*.tsv, words/*.tsv, verbs.tsv) as they are looked up, and verb forms."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.ledger import ACTS

from .markup import Sequence, parsed

_HERE = Path(__file__).parent
_LEXICON = _HERE.parents[1] / "src" / "sayso" / "data"


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of a family: for each statement its act ("-" unknown) or "*pattern", whose verb brings the act."""

    family: str
    acts: tuple[str, ...]
    tree: Sequence


def _rows(pattern: str) -> list[list[str]]:
    files = sorted(_HERE.glob(pattern))
    return [line.split("\t") for file in files for line in file.read_text(encoding="utf-8").splitlines()[1:] if line]


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of each family."""
    out: dict[str, list[Frame]] = defaultdict(list)
    for family, acts, template in _rows("families/*.tsv"):
        out[family].append(Frame(family, tuple(acts.split(",")), parsed(template)))
    return {family: tuple(found) for family, found in out.items()}


@cache
def words() -> dict[str, tuple[Sequence, ...]]:
    """The options of each slot."""
    return {name: tuple(parsed(option) for option in options.split("|")) for name, options in _rows("words/*.tsv")}


@cache
def verbs() -> dict[tuple[str, str], tuple[str, ...]]:
    """The lemmas of a pattern and an act; one that is listed twice is drawn twice as often."""
    return {(pattern, act): tuple(lemmas.split("|")) for pattern, act, lemmas in _rows("verbs.tsv")}


@cache
def acts_of(pattern: str) -> tuple[str, ...]:
    """The acts that a pattern has verbs for; those with many verbs come oftener, but not in proportion."""
    found = [(act, len(set(lemmas)) ** 0.5) for (name, act), lemmas in verbs().items() if name == pattern]
    return tuple(act for act, weight in found for _ in range(round(weight)))


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    adjective: str
    capital: str


@cache
def countries() -> tuple[Country, ...]:
    """The states of the package's own table that have an adjective and a capital."""
    with (_LEXICON / "countries.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    out = []
    for row in rows:
        adjective, capital = row["adjectives"].split("|")[0], row["capitals"].split("|")[0]
        if adjective and capital:
            out.append(Country(row["name"].replace("'", "’"), adjective, capital.replace("'", "’")))
    return tuple(out)


@cache
def cue_lemmas() -> tuple[tuple[str, str], ...]:
    """The cues of the package's lexicon, each a lemma with its part of speech."""
    with (_LEXICON / "cues.csv").open(encoding="utf-8") as file:
        return tuple((row["lemma"], row["part"]) for row in csv.DictReader(file))


# Present of the third person, past, participle, -ing.
_IRREGULAR = {
    "be": ("is", "was", "been", "being"),
    "have": ("has", "had", "had", "having"),
    "bear": ("bears", "bore", "borne", "bearing"),
    "bet": ("bets", "bet", "bet", "betting"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "become": ("becomes", "became", "become", "becoming"),
    "begin": ("begins", "began", "begun", "beginning"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "build": ("builds", "built", "built", "building"),
    "cast": ("casts", "cast", "cast", "casting"),
    "close": ("closes", "closed", "closed", "closing"),
    "come": ("comes", "came", "come", "coming"),
    "do": ("does", "did", "done", "doing"),
    "find": ("finds", "found", "found", "finding"),
    "fight": ("fights", "fought", "fought", "fighting"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "get": ("gets", "got", "got", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "hold": ("holds", "held", "held", "holding"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "lose": ("loses", "lost", "lost", "losing"),
    "leave": ("leaves", "left", "left", "leaving"),
    "make": ("makes", "made", "made", "making"),
    "meet": ("meets", "met", "met", "meeting"),
    "pay": ("pays", "paid", "paid", "paying"),
    "plead": ("pleads", "pleaded", "pleaded", "pleading"),
    "put": ("puts", "put", "put", "putting"),
    "say": ("says", "said", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "send": ("sends", "sent", "sent", "sending"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "stand": ("stands", "stood", "stood", "standing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "told", "telling"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "upbraid": ("upbraids", "upbraided", "upbraided", "upbraiding"),
    "win": ("wins", "won", "won", "winning"),
    "write": ("writes", "wrote", "written", "writing"),
    "run": ("runs", "ran", "run", "running"),
}
_DOUBLING = frozenset(
    {
        "rebut",
        "regret",
        "admit",
        "commit",
        "plan",
        "slam",
        "bat",
        "cut",
        "let",
        "stop",
        "drop",
        "set",
        "rig",
        "ram",
        "swap",
        "ban",
    }
)


@cache
def forms(lemma: str) -> tuple[str, str, str, str]:
    """Present of the third person, past, participle and -ing of a verb, of a phrase those of its first word."""
    first, _, rest = lemma.partition(" ")
    found = _IRREGULAR.get(first) or _regular(first)
    tail = f" {rest}" if rest else ""
    return (found[0] + tail, found[1] + tail, found[2] + tail, found[3] + tail)


def _regular(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("ee"):
        return verb + "s", verb + "d", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return third, stem + "ed", stem + "ed", stem + "ing"


def checked() -> list[str]:
    """What is wrong in the tables: unknown acts and patterns."""
    known = {"-", *ACTS} | {f"*{pattern}" for pattern, _ in verbs()}
    used = {act for found in frames().values() for frame in found for act in frame.acts}
    return sorted(used - known) + [act for _, act in verbs() if act not in ACTS]
