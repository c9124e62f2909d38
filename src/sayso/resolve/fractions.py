"""Parts of a number in words, signs and strokes: "two-thirds", "¾", "3/4", "and a half", "point five"."""

from __future__ import annotations

from .numberwords import LARGE, SMALL, TENS, under_hundred, word_at
from .tokens import Token, is_glued

MARKS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅙": 1 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
PARTS = {
    "third": 3.0,
    "fourth": 4.0,
    "quarter": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
}
_PLURALS = {f"{word}s": value for word, value in PARTS.items()}
# Before "three quarters" these make it nine months.
_SPELLS = frozenset(
    {"for", "past", "last", "first", "next", "previous", "in", "after", "over", "of", "consecutive"}
    | {"coming", "following", "preceding", "recent", "straight", "successive", "final"}
)


def part_at(tokens: list[Token], at: int, end: int) -> tuple[int, float]:
    """(end, denominator) of the parts that follow a number word: "thirds", "-fifth of"; denominator 0 for none."""
    is_tied = word_at(tokens, end) in ("-", "‑")
    name = word_at(tokens, end + 1 if is_tied else end)
    after = end + 2 if is_tied else end + 1
    if name in _PLURALS and (name != "quarters" or is_tied or word_at(tokens, at - 1) not in _SPELLS):
        is_span = name == "quarters" and not is_tied and tokens[at].word != "three"
        return (after, 0.0) if is_span else (after, _PLURALS[name])
    follows = word_at(tokens, after)
    is_share = is_tied or follows in ("of", "", ".", ",") or follows in LARGE
    return (after, PARTS[name]) if name in PARTS and tokens[at].word == "one" and is_share else (after, 0.0)


def with_fraction(tokens: list[Token], end: int, value: float) -> tuple[int, float]:
    """Adds "1/2", "½", "and a half", "and three quarters", "point five" that follow a number."""
    if word_at(tokens, end) in MARKS:
        return end + 1, value + MARKS[word_at(tokens, end)]
    if [word_at(tokens, end + step) for step in range(6)] == ["-", "and", "-", "a", "-", "half"]:
        return end + 6, value + 0.5
    if word_at(tokens, end) == "and":
        after, part = and_part(tokens, end + 1)
        return (after, value + part) if part else (end, value)
    if word_at(tokens, end) == "point" and word_at(tokens, end + 1) in _DIGITS | TENS.keys():
        return _spoken_decimal(tokens, end + 1, value)
    part = slashed(tokens, end)
    return (end + 3, value + part) if part else (end, value)


def and_part(tokens: list[Token], at: int) -> tuple[int, float]:
    """(end, part) of "a half", "one half", "three quarters", "a third" after "and"; part 0 for none."""
    count = SMALL.get(word_at(tokens, at), 1.0 if word_at(tokens, at) in ("a", "an") else 0.0)
    name = word_at(tokens, at + 1)
    if name == "half" and count == 1:
        return at + 2, 0.5
    size = PARTS.get(name, 0.0) if count == 1 else _PLURALS.get(name, 0.0)
    return (at + 2, count / size) if 0 < count < size else (at, 0.0)


def slashed(tokens: list[Token], at: int) -> float:
    """The fraction "3/4" that begins at token `at`, of halves, thirds, quarters, eighths …; else 0."""
    if at + 2 >= len(tokens) or tokens[at].kind != "number" or tokens[at + 2].kind != "number":
        return 0.0
    above, below = tokens[at].value or 0.0, tokens[at + 2].value or 0.0
    is_tied = word_at(tokens, at + 1) == "/" and is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
    is_whole = not (word_at(tokens, at + 3) == "/" and is_glued(tokens, at + 3)) and word_at(tokens, at - 1) != "/"
    return above / below if is_tied and is_whole and 0 < above < below and below in _SLASHED else 0.0


# Of what is written with a stroke only these are fractions: 9/11 and 24/7 are not.
_SLASHED = frozenset({2.0, 3.0, 4.0, 5.0, 8.0, 16.0})
_DIGITS = frozenset({*SMALL, "oh"})


def _spoken_decimal(tokens: list[Token], at: int, value: float) -> tuple[int, float]:
    """ "Point five", "point zero three": the words after it digit by digit."""
    digits = ""
    while word_at(tokens, at) in _DIGITS or word_at(tokens, at) in TENS:
        if word_at(tokens, at) in TENS:
            end, tail, _ = under_hundred(tokens, at)
            return end, value + float(f"0.{digits}{tail:.0f}")
        digits, at = digits + f"{SMALL.get(word_at(tokens, at), 0):.0f}", at + 1
    return at, value + float(f"0.{digits}")
