"""Numbers as reports write them, in digits, words or both, each joined into one token with its value."""

from __future__ import annotations

from functools import lru_cache

from .tokens import Token, is_glued, lex

SMALL = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: float(10 * value)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
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
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0}
_LEADING = {"hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"}

_LARGE = _LEADING - {"hundred", "thousand", "dozen"}


@lru_cache(maxsize=1)
def numbered(text: str) -> tuple[Token, ...]:
    """The tokens of `text` with its numbers joined; times and figures ask for the same text one after the other."""
    return tuple(joined(lex(text)))


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens with every number of several words or digits made one token of kind "number" or "ordinal".

    "two hundred and fifty" → 250, "1.1bn" → 1.1e9, "half a million" → 5e5, "2 1/2" → 2.5, "nineteen ninety-seven"
    → 1997, "twenty-first" → the ordinal 21. Words that are no number stay as they are.
    """
    out: list[Token] = []
    done = 0
    for at, token in enumerate(tokens):
        if at < done or (token.kind != "number" and token.word not in _STARTS):
            continue
        end, value, kind = _number(tokens, at)
        if end > at:
            out += tokens[done:at]
            out.append(Token(token.start, tokens[end - 1].end, token.word, kind, value, token.is_capital))
            done = end
    return out + tokens[done:]


_STARTS = frozenset({*SMALL, *TENS, *ORDINALS, "a", "an", "half"})


def _number(tokens: list[Token], at: int) -> tuple[int, float, str]:
    """(end, value, kind) of the number that begins at token `at`; end == at when there is none."""
    token = tokens[at]
    if token.word in ORDINALS:
        return at + 1, ORDINALS[token.word], "ordinal"
    if token.word in ("a", "an") and _word(tokens, at + 1) == "quarter":
        at_scale = at + 4 if [_word(tokens, at + step) for step in (2, 3)] == ["of", "a"] else at + 2
        return _scaled(tokens, at_scale, 0.25, at) if _word(tokens, at_scale) in _LARGE else (at, 0.0, "")
    if token.word in ("a", "an"):
        # "a hundred", "a million": the article counts; "a" before anything else does not.
        return _scaled(tokens, at + 1, 1.0, at) if _word(tokens, at + 1) in _LEADING else (at, 0.0, "")
    if token.word == "half":
        at_scale = at + 2 if _word(tokens, at + 1) in ("a", "an") else at + 1
        return _scaled(tokens, at_scale, 0.5, at) if _word(tokens, at_scale) in _LEADING else (at, 0.0, "")
    if token.kind == "number":
        end, value = _with_fraction(tokens, at + 1, token.value or 0.0)
        return _scaled(tokens, end, value, at)
    return _words(tokens, at)


def _words(tokens: list[Token], at: int) -> tuple[int, float, str]:
    end, value, ordinal = _under_hundred(tokens, at)
    if ordinal:
        return end, value, "ordinal"
    # Spoken years: "nineteen ninety-seven", "twenty twenty-one".
    if value in (17, 18, 19, 20) and _word(tokens, end) in _YEAR_TAILS:
        tail_end, tail, is_ordinal = _under_hundred(tokens, end)
        if not is_ordinal and tail >= 10:
            return tail_end, value * 100 + tail, "number"
    end, value = _with_fraction(tokens, end, value)
    return _scaled(tokens, end, value, at)


_YEAR_TAILS = frozenset({*list(SMALL)[10:], *TENS})


def _under_hundred(tokens: list[Token], at: int) -> tuple[int, float, bool]:
    """(end, value, is it an ordinal) of a number word below one hundred: "seven", "forty-two", "forty two"."""
    word = tokens[at].word
    if word in SMALL:
        return at + 1, SMALL[word], False
    value, end = TENS[word], at + 1
    tail = end + 1 if _word(tokens, end) in ("-", "‑", "–") else end
    digit = _word(tokens, tail)
    if 0 < SMALL.get(digit, 0) < 10:
        return tail + 1, value + SMALL[digit], False
    if tail > end and 0 < ORDINALS.get(digit, 0) < 10:
        return tail + 1, value + ORDINALS[digit], True
    return end, value, False


def _with_fraction(tokens: list[Token], end: int, value: float) -> tuple[int, float]:
    """Adds "1/2", "½" or "and a half" that follows a number."""
    if _word(tokens, end) in _FRACTIONS:
        return end + 1, value + _FRACTIONS[_word(tokens, end)]
    if [_word(tokens, end + step) for step in range(3)] == ["and", "a", "half"]:
        return end + 3, value + 0.5
    if [_word(tokens, end + step) for step in range(6)] == ["-", "and", "-", "a", "-", "half"]:
        return end + 6, value + 0.5
    below = tokens[end + 2].value if end + 2 < len(tokens) and tokens[end + 2].kind == "number" else None
    above = tokens[end].value if end < len(tokens) and tokens[end].kind == "number" else None
    is_slashed = above and below and _word(tokens, end + 1) == "/" and is_glued(tokens, end + 1) and above < below < 17
    return (end + 3, value + above / below) if above and below and is_slashed else (end, value)


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _scaled(tokens: list[Token], end: int, value: float, at: int) -> tuple[int, float, str]:
    """Multiplies by the scales that follow and, in words, adds smaller parts: "two hundred [and] fifty thousand"."""
    total, part = 0.0, value
    in_words = tokens[at].kind != "number"
    while True:
        # "two-hundred", "$5-billion": a scale may hang on a hyphen.
        if _word(tokens, end) == "-" and _word(tokens, end + 1) in _LEADING and is_glued(tokens, end + 1):
            end += 1
        scale = SCALES.get(_word(tokens, end))
        if scale is not None:
            end += 1
            if scale in (1e2, 12.0):
                part *= scale
            elif part:
                total, part = total + part * scale, 0.0
            else:
                total *= scale
            continue
        before = _word(tokens, end - 1)
        more = end + 1 if _word(tokens, end) == "and" and before in ("hundred", "thousand") else end
        follows_scale = before in _LEADING and end > at
        if not (in_words and follows_scale) or _word(tokens, more) not in _WORDED:
            return end, total + part, "number"
        end, tail, is_ordinal = _under_hundred(tokens, more)
        part += tail
        if is_ordinal:
            return end, total + part, "ordinal"


_WORDED = frozenset({*SMALL, *TENS})


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""
