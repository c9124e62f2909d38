"""Numbers as reports write them, in digits, words or both, each joined into one token with its value."""

from __future__ import annotations

from functools import lru_cache

from .fractions import MARKS, PARTS, and_part, part_at, slashed, with_fraction
from .numberwords import LARGE, LEADING, ORDINALS, PLURAL_SCALES, SCALES, SMALL, TENS, under_hundred, word_at
from .tokens import Token, is_glued, lex


@lru_cache(maxsize=1)
def numbered(text: str) -> tuple[Token, ...]:
    """The tokens of `text` with its numbers joined; times and figures ask for the same text one after the other."""
    return tuple(joined(lex(text)))


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens with every number of several words or digits made one token of kind "number" or "ordinal".

    "two hundred and fifty" → 250, "1.1bn" → 1.1e9, "half a million" → 5e5, "2 1/2" → 2.5, "nineteen ninety-seven"
    → 1997, "twenty-first" → the ordinal 21, "two-thirds" → a "fraction". Words that are no number stay as they are.
    """
    out: list[Token] = []
    done = 0
    for at, token in enumerate(tokens):
        is_start = token.kind == "number" or token.word in _STARTS or (token.word == "." and _is_point(tokens, at))
        if not is_start or at < done:
            continue
        end, value, kind = _number(tokens, at)
        if end > at:
            out += tokens[done:at]
            out.append(Token(token.start, tokens[end - 1].end, token.word, kind, value, token.is_capital))
            done = end
    return out + tokens[done:]


_STARTS = frozenset({*SMALL, *TENS, *ORDINALS, *MARKS, "a", "an", "half", "quarter"})
_Read = tuple[int, float, str]


def _number(tokens: list[Token], at: int) -> _Read:
    """(end, value, kind) of the number that begins at token `at`; end == at when there is none."""
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at)
    if token.word == ".":
        return _scaled(tokens, at + 2, float(f"0.{tokens[at + 1].word}"), at + 1)
    if token.word in MARKS:
        return at + 1, MARKS[token.word], "fraction"
    if token.word in ("a", "an", "half", "quarter"):
        return _articled(tokens, at)
    if token.word in ORDINALS:
        return at + 1, ORDINALS[token.word], "ordinal"
    return _words(tokens, at)


def _articled(tokens: list[Token], at: int) -> _Read:
    """ "A hundred", "half a million", "a quarter of a million", "a third of"; before another word "a" is none."""
    word, then = tokens[at].word, word_at(tokens, at + 1)
    if word == "quarter":
        return _scaled(tokens, at + 1, 0.25, at) if then in LARGE else (at, 0.0, "")
    if word == "half":
        at_scale = at + 2 if then in ("a", "an") else at + 1
        return _scaled(tokens, at_scale, 0.5, at) if word_at(tokens, at_scale) in LEADING else (at, 0.0, "")
    if then == "quarter":
        at_scale = at + 4 if [word_at(tokens, at + step) for step in (2, 3)] == ["of", "a"] else at + 2
        return _scaled(tokens, at_scale, 0.25, at) if word_at(tokens, at_scale) in LARGE else (at, 0.0, "")
    if then in PARTS and word_at(tokens, at + 2) in ("of", ".", ""):
        return at + 2, 1 / PARTS[then], "fraction"
    # The article counts; "a" before anything else does not.
    return _scaled(tokens, at + 1, 1.0, at) if then in LEADING else (at, 0.0, "")


def _digits(tokens: list[Token], at: int) -> _Read:
    """A number that begins with digits, with the groups, the fraction and the scale that follow it."""
    end, value = _grouped(tokens, at)
    part = slashed(tokens, at)
    if end == at + 1 and part:
        return _scaled(tokens, at + 3, part, at) if word_at(tokens, at + 3) in LARGE else (at + 3, part, "fraction")
    end, value = with_fraction(tokens, end, value)
    return _scaled(tokens, end, value, at)


def _grouped(tokens: list[Token], at: int) -> tuple[int, float]:
    """Joins "1 414 000" and "40 000": groups of three digits with spaces between; one group alone must be "000"."""
    end, digits = at + 1, tokens[at].word
    if not digits.isdigit() or len(digits) > 3 or digits.startswith("0"):
        return end, tokens[at].value or 0.0
    while (
        end < len(tokens)
        and tokens[end].kind == "number"
        and tokens[end].start == tokens[end - 1].end + 1
        and len(tokens[end].word.partition(".")[0]) == 3
        and tokens[end].word[:3].isdigit()
        and digits.isdigit()
    ):
        digits += tokens[end].word
        end += 1
    is_grouped = end > at + 2 or (end == at + 2 and tokens[at + 1].word.startswith("000"))
    return (end, float(digits)) if is_grouped else (at + 1, tokens[at].value or 0.0)


def _is_point(tokens: list[Token], at: int) -> bool:
    """True for the stop of ".5", which is tied to the number after it and not to the word before."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.start == tokens[at].end and after.word.isdigit() and not is_glued(tokens, at)


def _words(tokens: list[Token], at: int) -> _Read:
    end, value, ordinal = under_hundred(tokens, at)
    if ordinal:
        return end, value, "ordinal"
    # Spoken years: "nineteen ninety-seven", "twenty twenty-one".
    if value in (17, 18, 19, 20) and word_at(tokens, end) in _YEAR_TAILS:
        tail_end, tail, is_ordinal = under_hundred(tokens, end)
        if not is_ordinal and tail >= 10:
            return tail_end, value * 100 + tail, "number"
    part_end, part = part_at(tokens, at, end)
    if part and value < 20:
        if (
            word_at(tokens, part_end) == "of"
            and word_at(tokens, part_end + 1) == "a"
            and word_at(tokens, part_end + 2) in LARGE
        ):
            return _scaled(tokens, part_end + 2, value / part, at)
        if word_at(tokens, part_end) in LARGE:
            return _scaled(tokens, part_end, value / part, at)
        return part_end, value / part, "fraction"
    end, value = with_fraction(tokens, end, value)
    return _scaled(tokens, end, value, at)


_YEAR_TAILS = frozenset({*list(SMALL)[10:20], *TENS})


def _scaled(tokens: list[Token], end: int, value: float, at: int) -> _Read:
    """Multiplies by the scales that follow and, in words, adds smaller parts: "two hundred [and] fifty thousand"."""
    total, part, last = 0.0, value, 0.0
    in_words = tokens[at].kind != "number"
    while True:
        # "two-hundred", "$5-billion": a scale may hang on a hyphen.
        if word_at(tokens, end) in ("-", "‑") and word_at(tokens, end + 1) in LEADING and is_glued(tokens, end + 1):
            end += 1
        scale = SCALES.get(word_at(tokens, end)) or PLURAL_SCALES.get(word_at(tokens, end))
        if scale is not None:
            end, last = end + 1, scale
            if scale in (1e2, 12.0):
                part *= scale
            elif part:
                total, part = total + part * scale, 0.0
            else:
                total *= scale
            continue
        if last and word_at(tokens, end) == "and":
            after, half = and_part(tokens, end + 1)
            if half:
                return after, total + part + half * (last if last >= 1e5 and not part else 1), "number"
        end, more = _smaller_scale(tokens, end, last)
        total += more
        if more:
            continue
        before = word_at(tokens, end - 1)
        after = end + 1 if word_at(tokens, end) == "and" and before in ("hundred", "thousand") else end
        follows_scale = before in LEADING and end > at
        if not (in_words and follows_scale) or word_at(tokens, after) not in _WORDED:
            return _with_tail(tokens, end, total + part, last)
        end, tail, is_ordinal = under_hundred(tokens, after)
        part += tail
        if is_ordinal:
            return end, total + part, "ordinal"


def _with_tail(tokens: list[Token], end: int, value: float, last: float) -> _Read:
    """ "Two hundred point five", "3 hundred and 21": what may stand behind a scale without one of its own."""
    if last and word_at(tokens, end) == "point":
        after, value = with_fraction(tokens, end, value)
        return after, value, "number"
    after = end + 1 if word_at(tokens, end) == "and" else end
    if last == 100 and after > end and after < len(tokens):
        tail = tokens[after].value if tokens[after].kind == "number" else SMALL.get(tokens[after].word)
        if tail and tail < 100 and tail % 1 == 0 and word_at(tokens, after + 1) not in SCALES:
            return after + 1, value + tail, "number"
    return end, value, "number"


def _smaller_scale(tokens: list[Token], end: int, last: float) -> tuple[int, float]:
    """ "5 crore 20 lakh": digits with the next scale below, which reports in India add without a word between."""
    if last in (1e7, 1e5) and end + 1 < len(tokens) and tokens[end].kind == "number":
        scale = SCALES.get(word_at(tokens, end + 1), 0.0)
        value = tokens[end].value or 0.0
        if 0 < scale < last and value * scale < last and scale in (1e5, 1e3):
            return end + 2, value * scale
    return end, 0.0


_WORDED = frozenset({*SMALL, *TENS})
