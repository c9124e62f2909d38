"""The words of numbers: units, tens, ordinals, scales, and how those below one hundred are put together."""

from __future__ import annotations

from .tokens import Token

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
SMALL = {word: float(value) for value, word in enumerate(_UNITS.split())} | {"nought": 0.0, "naught": 0.0}
TENS = {word: 10.0 * tens for tens, word in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: float(value) for value, word in enumerate(_ORDINALS.split(), start=1)} | {
    "thirtieth": 30.0,
    "fortieth": 40.0,
    "fiftieth": 50.0,
}
# Scales in the short system, with the South Asian lakh and crore and the usual newsroom abbreviations.
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "dozen": 12.0,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "bio": 1e9,
    "mrd": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
}
# After a number these are scales too ("three dozens", "5 millions"); without one they are vague.
PLURAL_SCALES = {
    f"{word}s": SCALES[word] for word in ("dozen", "hundred", "thousand", "million", "billion", "trillion")
}
# What "a" may stand before ("a hundred"), and what "half a" makes a large number of.
LEADING = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"})
LARGE = LEADING - {"hundred", "thousand", "dozen"}


def under_hundred(tokens: list[Token], at: int) -> tuple[int, float, bool]:
    """(end, value, is it an ordinal) of a number word below one hundred: "seven", "forty-two", "forty two"."""
    word = tokens[at].word
    if word in SMALL:
        return at + 1, SMALL[word], False
    value, end = TENS[word], at + 1
    tail = end + 1 if word_at(tokens, end) in ("-", "‑", "–") else end
    digit = word_at(tokens, tail)
    if 0 < SMALL.get(digit, 0) < 10:
        return tail + 1, value + SMALL[digit], False
    if tail > end and 0 < ORDINALS.get(digit, 0) < 10:
        return tail + 1, value + ORDINALS[digit], True
    return end, value, False


def word_at(tokens: list[Token], at: int) -> str:
    """The word of token `at`; "" outside the text."""
    return tokens[at].word if 0 <= at < len(tokens) else ""
