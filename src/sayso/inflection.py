"""The forms of an English verb or noun, so that a lexicon need list only lemmas."""

from __future__ import annotations

_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "know": ("knows", "knew", "known", "knowing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "find": ("finds", "found", "found", "finding"),
    "hold": ("holds", "held", "held", "holding"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
    "refute": ("refutes", "refuted", "refuted", "refuting"),
    "beg": ("begs", "begged", "begged", "begging"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "commit": ("commits", "committed", "committed", "committing"),
    "make": ("makes", "made", "made", "making"),
    "give": ("gives", "gave", "given", "giving"),
    "take": ("takes", "took", "taken", "taking"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "beseech": ("beseeches", "besought", "beseeched", "beseeching"),
    "put": ("puts", "put", "put", "putting"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "go": ("goes", "went", "gone", "going"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "rip": ("rips", "ripped", "ripped", "ripping"),
    "spurn": ("spurns", "spurned", "spurned", "spurning"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "swat": ("swats", "swatted", "swatted", "swatting"),
    "shrug": ("shrugs", "shrugged", "shrugged", "shrugging"),
    "come": ("comes", "came", "come", "coming"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "fight": ("fights", "fought", "fought", "fighting"),
    "strike": ("strikes", "struck", "struck", "striking"),
    "cast": ("casts", "cast", "cast", "casting"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
}
_VOWELS = "aeiou"
# Verbs of one syllable double the last letter; of the longer ones only those stressed on the last do.
_DOUBLING = frozenset(
    {
        "brag",
        "rebut",
        "admit",
        "commit",
        "deter",
        "defer",
        "refer",
        "extol",
        "concur",
        "infer",
        "dub",
        "plan",
        "pin",
        "bat",
        "snub",
        "snap",
    }
)


def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb; of a phrase ("point out") those of its first word with the rest.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    first, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    return frozenset(form + tail for form in (first, *_IRREGULAR.get(first, _regular(first))))


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("ee"):
        return verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    return third, stem + "ed", stem + "ing"


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural; of a phrase those of its last word."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return frozenset({lemma, lemma[:-1] + "ies"})
    return frozenset({lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")})
