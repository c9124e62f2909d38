"""Numbers that only tell their size: "dozens of", "tens of thousands of", "a few hundred", "a couple of dozen"."""

from __future__ import annotations

from typing import NamedTuple

from ...ledger.value import Bound
from ..numberwords import LEADING, SCALES
from ..tokens import Token

# The smallest number that the plural allows.
PLURALS = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
# Before a scale: "a few hundred" is at least two of it, as "hundreds" is, and "a couple of hundred" about two.
_FEW: dict[str, Bound] = {"few": "at_least", "several": "at_least", "couple": "about"}
WORDS = frozenset({*PLURALS, *_FEW})


class Vague(NamedTuple):
    """Tokens [first, end) with the number they stand for; `is_plural` where the thing must be told by "of" or more."""

    first: int
    end: int
    value: float
    bound: Bound
    is_plural: bool


def vague_at(tokens: list[Token], at: int) -> Vague | None:
    """The number of this kind that begins at token `at`, its article taken in; None for "scores" and "few" alone."""
    word = tokens[at].word
    if word in PLURALS:
        value, end = PLURALS[word], at + 1
        if _word(tokens, end) == "of" and _word(tokens, end + 1) in PLURALS:
            value, end = value / 2 * PLURALS[tokens[end + 1].word], end + 2
        return Vague(at, end, value, "at_least", is_plural=True)
    end = at + 1 + (word == "couple" and _word(tokens, at + 1) == "of")
    if _word(tokens, end) not in LEADING:
        return None
    value = 2.0
    while _word(tokens, end) in LEADING:
        value, end = value * SCALES[tokens[end].word], end + 1
    first = at - 1 if word != "several" and _word(tokens, at - 1) in ("a", "the") else at
    return Vague(first, end, value, _FEW[word], is_plural=False)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""
