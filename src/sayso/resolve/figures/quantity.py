"""One number with what is written on it: money sign or name, unit of measure, per cent, as a run of tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import pi

from ..numberwords import SCALES
from ..tokens import Token, is_glued, word_set
from .money import book, money_named, noun_of, sign_unit
from .signs import is_sign, letters_at, may_be_letters, sign_before
from .units import Unit, unit_at
from .units import book as measures

# After "5m" these make it metres; anything else that may follow makes it millions.
_LENGTHS = word_set(
    """
    wide long high deep tall away from above below apart across off of in into under at . , ; ) and or to
    """
)
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
# Near "pounds" these make them a weight; after "500-pound" everything does but the nouns of the second list.
_WEIGHTS = word_set(
    """
    weigh weighs weighed weighing weight weights heavy heavier heaviest lift lifted lifting carry carrying payload bomb
    bombs warhead explosives explosive tnt shed shedding drop dropped lose losing gain gained body baby cargo meat flour
    sugar marijuana cocaine ton tons tonne tonnes kg kilograms
    """
)
# Near "degrees" these make them an angle; without one they are a temperature on a scale that is not named.
_TURNS = word_set(
    """
    angle angles turn turns turned rotate rotates rotated rotation tilt tilted slope heading bearing latitude longitude
    """
)
_ENDS = frozenset({".", ",", ";", "?", "!", ")"})
_SUMS = word_set("fine fee note notes prize penalty reward bill bonus grant deal ticket loan debt bet cheque")
# What a second number may be in the unit below: "5 feet 2 inches", "3 dollars 50 cents".
_BELOW: dict[str, tuple[str, float]] = {
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "yard": ("foot", 3),
    "metre": ("centimetre", 100),
    "kilogram": ("gram", 1000),
    "dollar": ("cent", 100),
    "euro": ("cent", 100),
    "USD": ("cent", 100),
    "EUR": ("cent", 100),
    "GBP": ("pence", 100),
    "INR": ("paisa", 100),
    "rupee": ("paisa", 100),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens [first, end) with `value`; `number` is the index of the bare number among them.

    `unit` is the name of the unit, an ISO 4217 code, or a name of money that several states share; `measure` its entry
    where it is a unit of measure. `is_tied`: a hyphen ties the unit to the number ("a 90-mile pipeline").
    """

    first: int
    number: int
    end: int
    value: float
    unit: str | None = None
    measure: Unit | None = None
    is_money: bool = False
    is_tied: bool = False


def quantity(tokens: list[Token], at: int, floor: int = 0) -> Quantity:
    """The quantity round the number token `at`: its sign before it, its scale, name or unit after it.

    Nothing before token `floor` is taken in: it belongs to the figure before.
    """
    found = number_at(tokens, at, floor)
    if found.is_money:
        return _beyond_sign(tokens, found)
    found = named(tokens, found)
    return _with_smaller(tokens, found) if found.unit in _BELOW else found


def number_at(tokens: list[Token], at: int, floor: int = 0) -> Quantity:
    """The number token `at` with its money sign or minus, and with a scale that is one letter ("10k", "$5M")."""
    value = tokens[at].value or 0.0
    first, unit, scale = sign_before(tokens, at)
    if first < floor:
        first, unit, scale = at, None, 1.0
    if unit is None and at > floor and _is_negative(tokens, at):
        first, value = at - 1, -value
    elif unit and first > floor and _is_negative(tokens, first):
        first, value = first - 1, -value
    found = Quantity(first, at, at + 1, value * scale, unit, is_money=unit is not None)
    return _abbreviated_scale(tokens, found)


def _is_negative(tokens: list[Token], at: int) -> bool:
    """True for "-5" and "minus five"; a dash glued to the word before it is none."""
    sign = tokens[at - 1]
    if sign.word in ("-", "−"):
        is_range = at > 1 and tokens[at - 2].kind == "number"
        return not is_range and _is_free(tokens, at - 1) and (is_glued(tokens, at) or at == 1)
    return sign.word in ("minus", "negative")


def _is_free(tokens: list[Token], at: int) -> bool:
    """True where the dash `at` is not tied to what stands before it."""
    return at == 0 or not is_glued(tokens, at) or tokens[at - 1].word in ("(", "“", '"', "~", "<", ">", "=")


def _abbreviated_scale(tokens: list[Token], found: Quantity) -> Quantity:
    """Reads "m", "k", "b" after a number as million, thousand, billion where they are not metres."""
    at = found.end
    if at >= len(tokens) or tokens[at].word not in _SHORT_SCALES:
        return found
    letter, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if found.is_money:
        is_scale = is_glued(tokens, at) or letter.word in ("m", "b")
    elif not is_glued(tokens, at) or letter.word in ("t", "mm"):
        is_scale = False
    elif letter.word == "m":
        is_length = after is None or after.word in _LENGTHS or after.kind != "word" or after.word in _SHORT_SCALES
        is_length = is_length and not (at + 2 < len(tokens) and tokens[at + 2].word == "/")  # "1.2m b/d"
        is_scale = letter.is_capital or not is_length
    else:
        is_scale = letter.word == "k" or letter.is_capital
    return replace(found, end=at + 1, value=found.value * _SHORT_SCALES[letter.word]) if is_scale else found


def _beyond_sign(tokens: list[Token], found: Quantity) -> Quantity:
    """Takes in a name that repeats the sign: "$5 million US dollars", "$5 million USD"."""
    at = found.end
    if at < len(tokens) and (tokens[at].is_caps and tokens[at].word.upper() in book().codes):
        return replace(found, end=at + 1, unit=tokens[at].word.upper())
    for length in (4, 3, 2, 1):
        if at + length <= len(tokens):
            country = " ".join(token.word for token in tokens[at : at + length - 1])
            word = tokens[at + length - 1].word
            code = money_named(country, word, 0.0)
            if code and (length > 1 or noun_of(word) != word or word in ("dollar", "euro")):
                return replace(found, end=at + length, unit=code if length > 1 else found.unit)
    return found


def named(tokens: list[Token], found: Quantity) -> Quantity:
    """Takes in what follows the number: a unit of measure, a money sign ("5 €") or a money's name."""
    at = found.end
    is_tied = (
        at + 1 < len(tokens) and tokens[at].word in ("-", "‑") and is_glued(tokens, at) and is_glued(tokens, at + 1)
    )
    start = at + 1 if is_tied else at
    measured = unit_at(tokens, start)
    if measured:
        end, unit = _by_its_thing(tokens, found.first, *measured)
        return replace(found, end=end, unit=unit.name, measure=unit, is_tied=is_tied)
    if start >= len(tokens):
        return found
    if tokens[start].word in ("'", "’", "′"):
        return _marked_height(tokens, found)
    if is_tied and tokens[start].word == "bit":
        return replace(found, end=start + 1, unit="bit", measure=Unit("bit", "bit"), is_tied=True)
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    sign = sign_unit(tokens[start].word) if is_sign(tokens[start]) else None
    if sign and not (after and after.kind == "number" and is_glued(tokens, start + 1)):
        return replace(found, end=start + 1, unit=sign, is_money=True)
    return _money_name(tokens, found, start) or (found if is_tied else _lone_m(tokens, found))


def _marked_height(tokens: list[Token], found: Quantity) -> Quantity:
    """ "6’1″": feet and inches by their marks; without the second mark it may be anything."""
    at = found.end
    if at + 2 >= len(tokens) or tokens[at + 1].kind != "number" or tokens[at + 2].word not in ('"', "″", "”"):
        return found
    inches = tokens[at + 1].value or 0.0
    is_tied = all(is_glued(tokens, k) for k in (at, at + 1, at + 2))
    if not is_tied or inches >= 12:
        return found
    foot = measures().words["foot"]
    return replace(found, end=at + 3, value=found.value + inches / 12, unit=foot.name, measure=foot)


def _by_its_thing(tokens: list[Token], first: int, end: int, unit: Unit) -> tuple[int, Unit]:
    """Kilotons are a yield, of TNT, but "kilotons of carbon dioxide" a mass; "turned 90 degrees" is an angle."""
    is_on_earth = end < len(tokens) and tokens[end].word in ("north", "south", "east", "west")
    is_turn = is_on_earth or any(token.word in _TURNS for token in tokens[max(0, first - 5) : end + 2])
    if unit.name == "degree" and is_turn:
        return end, Unit("degree", "rad", pi / 180)
    is_yield = unit.name in ("kiloton", "megaton")
    if is_yield and end + 1 < len(tokens) and tokens[end].word == "of" and tokens[end + 1].word != "tnt":
        return end, measures().words[unit.name + "ne"]
    return end, unit


def _money_name(tokens: list[Token], found: Quantity, at: int) -> Quantity | None:
    for length in (4, 3, 2, 1):
        if at + length > len(tokens):
            continue
        country = " ".join(token.word for token in tokens[at : at + length - 1])
        word = tokens[at + length - 1].word
        unit = money_named(country, word, found.value)
        if unit == "pound" and _is_weight(tokens, found, at):
            pound = measures().symbols["lb", False, False]
            return replace(found, end=at + 1, unit=pound.name, measure=pound, is_tied=at > found.end)
        if unit:
            return replace(found, end=at + length, unit=unit, is_money=True, is_tied=at > found.end)
    letters = letters_at(tokens[at], found.value) if may_be_letters(tokens[at]) else (None, 1.0)
    if letters[0]:
        scale = SCALES.get(tokens[at + 1].word) if at + 1 < len(tokens) else None
        end = at + 2 if scale else at + 1
        return replace(found, end=end, unit=letters[0], value=found.value * letters[1] * (scale or 1), is_money=True)
    return None


def _is_weight(tokens: list[Token], found: Quantity, at: int) -> bool:
    """True for "500 pounds of flour", "weighed 500 pounds", "a 500-pound bomb"; a large sum is money."""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if at > found.end:
        return after not in _SUMS
    near = tokens[max(0, found.first - 7) : at + 5]
    return after == "of" or (found.value < 1e6 and any(token.word in _WEIGHTS for token in near))


def _lone_m(tokens: list[Token], found: Quantity) -> Quantity:
    at = found.end
    if at < len(tokens) and tokens[at].word == "m" and not tokens[at].is_capital:
        return replace(found, end=at + 1, unit="metre", measure=measures().words["metre"])
    return found


def _with_smaller(tokens: list[Token], found: Quantity) -> Quantity:
    """Adds a second number in the unit below: "5 feet 2 inches", "13 dollars and forty-five cents"."""
    below, size = _BELOW[found.unit or ""]
    at = found.end + 1 if found.end < len(tokens) and tokens[found.end].word == "and" else found.end
    if at + 1 >= len(tokens) or tokens[at].kind != "number" or found.is_tied:
        return found
    smaller, value = unit_at(tokens, at + 1), tokens[at].value or 0.0
    if found.is_money and at == found.end and 10 <= value < size and tokens[at + 1].word in _ENDS:
        return replace(found, end=at + 1, value=found.value + value / size)
    is_inches = below == "inch" and tokens[at + 1].word == "in" and at == found.end
    if value < size and ((smaller and smaller[1].name == below) or is_inches):
        return replace(found, end=smaller[0] if smaller else at + 2, value=found.value + value / size)
    return found


def shared_scale(text: str, low: Quantity, high: Quantity, tokens: list[Token]) -> float:
    """What the low end of a range is to be multiplied by: "$3-5 billion" → 1e9 for the 3; mostly 1.0."""
    written = text[tokens[high.number].start : tokens[high.end - 1].end].split()
    lead = tokens[low.number]
    last_word = text[tokens[high.number].start : tokens[high.number].end].rstrip().rsplit(" ", 1)[-1].lower()
    scale = SCALES.get(last_word.lstrip("0123456789.,-"), 1.0) if written else 1.0
    if scale == 1.0 and high.value > (tokens[high.number].value or 0.0) > 0:
        scale = high.value / (tokens[high.number].value or 1.0)
    if scale == 1.0 and last_word.endswith(",000") and tokens[low.end].word in ("-", "–"):
        scale = 1e3  # "12-15,000"
    is_bare = (low.value < 1000 and text[lead.start : lead.end].rstrip()[-1:].isdigit()) or low.value < 100
    return scale if is_bare and low.value * scale < high.value else 1.0
