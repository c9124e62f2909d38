"""One number with what is written on it: money sign or name, unit of measure, per cent, as a run of tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..numbers import SCALES
from ..tokens import Token, is_glued, word_set
from .money import CODES, DOLLAR_LETTERS, LETTER_SIGNS, SIGNS, money_named
from .units import UNITS, Unit

# After "5m" these make it metres; anything else that may follow makes it millions.
_LENGTHS = word_set(
    """
    wide long high deep tall away from above below apart across off of in into under at . , ; ) and or to
    """
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens [first, end) with `value`; `number` is the index of the bare number among them.

    `unit` is the name of the unit or the ISO 4217 code, "money" for money of an unknown country; `measure` its entry
    where it is a unit of measure.
    """

    first: int
    number: int
    end: int
    value: float
    unit: str | None = None
    measure: Unit | None = None
    is_money: bool = False


def quantity(tokens: list[Token], at: int, floor: int = 0) -> Quantity:
    """The quantity round the number token `at`: its sign before it, its scale, name or unit after it.

    Nothing before token `floor` is taken in: it belongs to the figure before.
    """
    value = tokens[at].value or 0.0
    first, code = _sign(tokens, at)
    if first < floor:
        first, code = at, None
    if code is None and at > floor and _is_negative(tokens, at):
        first, value = at - 1, -value
    found = Quantity(first, at, at + 1, value, code, is_money=code is not None)
    found = _abbreviated_scale(tokens, found)
    if code is not None:
        return _beyond_sign(tokens, found)
    return _named(tokens, found)


def _sign(tokens: list[Token], at: int) -> tuple[int, str | None]:
    """(index of the first token of the money sign, code): "A$", "€", "Rs", "USD"."""
    if at == 0:
        return at, None
    sign = tokens[at - 1]
    if sign.word in SIGNS:
        if sign.word == "$" and is_glued(tokens, at - 1) and tokens[at - 2].word in DOLLAR_LETTERS:
            return at - 2, DOLLAR_LETTERS[tokens[at - 2].word]
        return at - 1, SIGNS[sign.word]
    if sign.is_capital and sign.word in LETTER_SIGNS:
        return at - 1, LETTER_SIGNS[sign.word]
    if sign.is_caps and sign.word.upper() in CODES:
        return at - 1, sign.word.upper()
    return at, None


def _is_negative(tokens: list[Token], at: int) -> bool:
    """True for "-5" and "minus five"; a dash glued to the word before it is none."""
    if at == 0:
        return False
    sign = tokens[at - 1]
    if sign.word in ("-", "−"):
        is_free = at == 1 or not is_glued(tokens, at - 1) or tokens[at - 2].word in ("(", "“", '"')
        return is_free and is_glued(tokens, at)
    return sign.word == "minus"


def _abbreviated_scale(tokens: list[Token], found: Quantity) -> Quantity:
    """Reads "m" and "k" glued to a number as million and thousand where they are not metres."""
    at = found.end
    if at >= len(tokens) or not is_glued(tokens, at) or tokens[at].word not in ("m", "k", "b"):
        return found
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].word == "m" and not found.is_money:
        is_metres = after is None or after.word in _LENGTHS or after.kind not in ("word",)
        if is_metres:
            return found
    if tokens[at].word == "b" and not found.is_money:
        return found
    return replace(found, end=at + 1, value=found.value * {"k": 1e3, "m": 1e6, "b": 1e9}[tokens[at].word])


def _beyond_sign(tokens: list[Token], found: Quantity) -> Quantity:
    """Takes in a name that repeats the sign ("$5 million US dollars") and a scale after a hyphen ("$1.5-billion")."""
    at = found.end
    for length in (2, 1):
        if at + length <= len(tokens):
            country = tokens[at].word if length == 2 else ""
            is_named, code = money_named(country, tokens[at + length - 1].word, found.value)
            if is_named and code and tokens[at + length - 1].word not in ("won", "mark", "real"):
                return replace(found, end=at + length, unit=code)
    return found


def _named(tokens: list[Token], found: Quantity) -> Quantity:
    """Takes in what follows the number: a unit of measure, a money sign ("5 €") or a money's name."""
    at = found.end
    words = [token.word for token in tokens[at : at + 3]] + ["", "", ""]
    tied = f"{words[0]}{words[1]}{words[2]}" if words[1] in ("-", "/") else ""
    for length, form in ((3, tied), (2, f"{words[0]}_{words[1]}"), (1, words[0])):
        unit = UNITS.get(form)
        if unit:
            return replace(found, end=at + length, unit=unit.name, measure=unit)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if words[0] in SIGNS and not (after and after.kind == "number" and is_glued(tokens, at + 1)):
        return replace(found, end=at + 1, unit=SIGNS[words[0]], is_money=True)
    return _money_name(tokens, found) or _lone_m(tokens, found)


def _money_name(tokens: list[Token], found: Quantity) -> Quantity | None:
    at = found.end
    for length in (3, 2, 1):
        if at + length > len(tokens):
            continue
        country = tokens[at + length - 2].word if length > 1 else ""
        word = tokens[at + length - 1].word
        if length == 1 and tokens[at].is_caps and word.upper() in CODES:
            return replace(found, end=at + 1, unit=word.upper(), is_money=True)
        is_named, code = money_named(country, word, found.value)
        if not is_named:
            continue
        if word.startswith("pound") and at + length < len(tokens) and tokens[at + length].word == "of":
            pound = UNITS["lb"]
            return replace(found, end=at + length, unit=pound.name, measure=pound)
        if code or length == 1:
            return replace(found, end=at + length, unit=code or word.removesuffix("s"), is_money=True)
    return None


def _lone_m(tokens: list[Token], found: Quantity) -> Quantity:
    at = found.end
    if at < len(tokens) and tokens[at].word == "m" and not tokens[at].is_capital:
        return replace(found, end=at + 1, unit="metre", measure=UNITS["metre"])
    return found


def shared_scale(text: str, low: Quantity, high: Quantity, tokens: list[Token]) -> float:
    """What the low end of a range is to be multiplied by: "$3-5 billion" → 1e9 for the 3; mostly 1.0."""
    written = text[tokens[high.number].start : tokens[high.end - 1].end].split()
    lead = tokens[low.number]
    last_word = text[tokens[high.number].start : tokens[high.number].end].rstrip().rsplit(" ", 1)[-1].lower()
    scale = SCALES.get(last_word.lstrip("0123456789.,-"), 1.0) if written else 1.0
    if scale == 1.0 and high.value > (tokens[high.number].value or 0.0) > 0:
        scale = high.value / (tokens[high.number].value or 1.0)
    is_bare = (low.value < 1000 and text[lead.start : lead.end].rstrip()[-1:].isdigit()) or low.value < 100
    return scale if is_bare and low.value * scale < high.value else 1.0
