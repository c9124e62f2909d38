"""Units of measure as reports write them, each with its size in SI units."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...inflection import noun_forms
from ...lexicon import units
from ..tokens import Token, is_glued, word_pairs, word_set


class Unit(NamedTuple):
    """One `name` is `size` of `si`, plus `offset` (degrees to kelvin); `si` None for per cent and the like."""

    name: str
    si: str | None = None
    size: float = 1.0
    offset: float = 0.0


# To import pint and build its registry takes 0.28 to 0.43 s (`python -X importtime -c "import pint;
# pint.UnitRegistry()"`), two thirds of what all of sayso takes to start, and every worker would pay. So its units
# are rows of data/units.csv; tests/resolve/figures/test_units.py holds them against pint, and pint's against them.
PREFIXES = {
    prefix: float(size)
    for prefix, size in word_pairs(
        """
        quetta 1e30  ronna 1e27  yotta 1e24  zetta 1e21  exa 1e18  peta 1e15  tera 1e12  giga 1e9  mega 1e6  kilo 1e3
        hecto 1e2  deca 1e1  deci 1e-1  centi 1e-2  milli 1e-3  micro 1e-6  nano 1e-9  pico 1e-12  femto 1e-15
        atto 1e-18  zepto 1e-21  yocto 1e-24  ronto 1e-27  quecto 1e-30
        """
    ).items()
}
_LETTERS = word_pairs(
    "h hecto  k kilo  K kilo  M mega  G giga  T tera  P peta  E exa  d deci  c centi  m milli  µ micro  μ micro  n nano"
)
# Symbol, its unit, the prefixes that reports write before it. "kt" (knot, kilotonne) names two units and stays out.
_SYMBOLS = (
    ("m", "metre", "kKcmdµμ"),
    ("W", "watt", "kKMGTm"),
    ("Wh", "watt-hour", "kKMGT"),
    ("Hz", "hertz", "kKMGT"),
    ("Pa", "pascal", "hkMG"),
    ("V", "volt", "kKMm"),
    ("VA", "volt-ampere", "kM"),
    ("B", "byte", "kKMGTPE"),
    ("b", "bit", "MG"),
    ("J", "joule", "kMGTPE"),
    ("g", "gram", "kKmµμn"),
    ("l", "litre", "mcdh"),
    ("L", "litre", "mcd"),
    ("Bq", "becquerel", "kMGTP"),
    ("Sv", "sievert", "mµμ"),
    ("Gy", "gray", "m"),
    ("eV", "electronvolt", "kMG"),
    ("Ah", "ampere-hour", "mk"),
    ("t", "tonne", "MG"),
)
# One letter means a unit only when it is tied to the number; "m" is left to `quantity`, which tells it from millions.
GLUED = word_pairs(
    "g gram  t tonne  l litre  W watt  V volt  Hz hertz  Pa pascal  Bq becquerel  Sv sievert  nm nanometre"
)
_MORE = word_pairs(
    "mcg microgram  kgs kilogram  KGs kilogram  kms kilometre  kilo kilogram  kilos kilogram  mtrs metre"
)
# The head of these is their first word: "degrees celsius", "parts per million", "tons of tnt".
_TAILS = (" per ", " of ", " squared", " celsius", " centigrade", " fahrenheit", " c", " f", " celcius", " farenheit")
# What makes a speed of a length, and a rate of data of bits.
_SECONDS = {"second": 1.0, "sec": 1.0, "s": 1.0, "minute": 60.0, "hour": 3600.0, "hr": 3600.0, "h": 3600.0}
_SPEEDS = {"m": "m/s", "bit": "bit/s"}
_LONGEST = 4
_Key = tuple[str, bool, bool]


class _Book(NamedTuple):
    words: dict[str, Unit]
    symbols: dict[_Key, Unit]
    longest: dict[str, int]


def key(symbol: str) -> _Key:
    return symbol.lower(), symbol[:1].isupper(), symbol.isupper()


@cache
def book() -> _Book:
    """Every form of every unit; made once, at the first number of the first report."""
    words: dict[str, Unit] = {}
    symbols: dict[_Key, Unit] = {}
    named: dict[str, Unit] = {}
    for row in units():
        unit = Unit(row.name, row.si, row.size, row.offset)
        named[row.name] = unit
        for word in row.words:
            words |= dict.fromkeys(_plural_too(word.lower()), unit)
        for symbol in row.symbols:
            symbols[key(symbol)] = unit
        if row.is_prefixed:
            named |= _prefixed(words, row.words or (row.name,), unit)
    for symbol, base, letters in _SYMBOLS:
        symbols |= {key(letter + symbol): named[_LETTERS[letter] + base] for letter in letters}
    symbols |= {key(symbol): named[name] for symbol, name in _MORE.items()}
    _add_other_cases(symbols)
    longest: dict[str, int] = {}
    for form in [*words, *(symbol[0] for symbol in symbols)]:
        first, _, rest = form.partition(" ")
        longest[first] = max(longest.get(first, 1), rest.count(" ") + 2 if rest else 1)
    return _Book(words, symbols, longest)


def _prefixed(words: dict[str, Unit], bases: tuple[str, ...], unit: Unit) -> dict[str, Unit]:
    """Adds "kilometre", "kilometres", "kilometer" … to `words`; the new units by name."""
    made = {}
    for prefix, size in PREFIXES.items():
        larger = made[prefix + unit.name] = Unit(prefix + unit.name, unit.si, unit.size * size)
        for base in bases:
            words[prefix + base] = words[prefix + base + "s"] = larger
    return made


def _plural_too(form: str) -> tuple[str, ...]:
    at = min((form.find(tail) for tail in _TAILS if tail in form), default=len(form))
    head, tail = form[:at], form[at:]
    first, _, last = head.rpartition(" ")
    return tuple(f"{first} {noun}{tail}".strip() for noun in noun_forms(last)) if last.isalpha() else (form,)


def _add_other_cases(symbols: dict[_Key, Unit]) -> None:
    """ "KM", "mw" and "Kwh" mean what "km", "MW" and "kWh" mean, where no other unit has these letters."""
    meanings: dict[str, set[Unit]] = {}
    for (letters, _, _), unit in symbols.items():
        meanings.setdefault(letters, set()).add(unit)
    for letters, found in meanings.items():
        if len(letters) > 1 and letters != "in" and len(found) == 1:
            for shape in ((False, False), (True, False), (True, True)):
                symbols.setdefault((letters, *shape), *found)


def unit_at(tokens: list[Token], at: int) -> tuple[int, Unit] | None:
    """(token after it, unit) of the unit of measure that begins at token `at`: the longest one, a speed as one unit.

    Hyphens between its words are passed over: "nautical-mile".
    """
    if at >= len(tokens):
        return None
    longest = book().longest.get(tokens[at].word)
    found = _form(tokens, at, longest) if longest else None
    found = found or _tied(tokens, at)
    return _per_second(tokens, *found) if found else None


def _form(tokens: list[Token], at: int, longest: int) -> tuple[int, Unit] | None:
    end, words, best = at, "", None
    known = book()
    for _ in range(longest):
        if words and end < len(tokens) and tokens[end].word in ("-", "‑") and is_glued(tokens, end):
            end += 1
        if end >= len(tokens):
            break
        token = tokens[end]
        words, end = f"{words} {token.word}".lstrip(), end + 1
        if words in ("sq", "cu") and end < len(tokens) and tokens[end].word == ".":
            end += 1
        unit = known.words.get(words) or known.symbols.get((words, token.is_capital, token.is_caps))
        best = (end, unit) if unit else best
    return best


def _tied(tokens: list[Token], at: int) -> tuple[int, Unit] | None:
    """Symbols with a stroke, "km/h", and those of one letter, "500g"."""
    if at + 2 < len(tokens) and tokens[at + 1].word == "/" and is_glued(tokens, at + 1) and is_glued(tokens, at + 2):
        unit = book().symbols.get((f"{tokens[at].word}/{tokens[at + 2].word}", False, False))
        if unit:
            return at + 3, unit
    token = tokens[at]
    if is_glued(tokens, at) and len(token.word) <= 2:
        for symbol, name in GLUED.items():
            if key(symbol) == (token.word, token.is_capital, token.is_caps):
                return at + 1, book().words[name]
    return None


def _per_second(tokens: list[Token], end: int, unit: Unit) -> tuple[int, Unit]:
    """ "Miles an hour", "kilometres/second": the speed where `unit` is a length, else `unit` as it is."""
    if unit.si in _SPEEDS and end + 1 < len(tokens) and tokens[end].word in ("per", "a", "an", "/", "each"):
        word = tokens[end + 1].word
        seconds = _SECONDS.get(word)
        if seconds and (tokens[end].word in ("per", "/") or is_unit_of_time(tokens, end + 1)):
            time = {1.0: "second", 60.0: "minute", 3600.0: "hour"}[seconds]
            return end + 2, Unit(f"{unit.name} per {time}", _SPEEDS[unit.si], unit.size / seconds)
    return end, unit


def is_unit_of_time(tokens: list[Token], at: int) -> bool:
    """False for the "second" of "a second bridge", "a second time"; true for that of "a second." and "a second in"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].word != "second" or after is None or after.kind in ("mark", "gap") or after.word in _BEHIND


_BEHIND = word_set("in at on into from through and or but when while as for during with than by to that which over")


def in_si(unit: Unit, value: float | None) -> float | None:
    """`value` of `unit` in its SI unit; None where the unit has none."""
    return None if value is None or unit.si is None else rounded(value * unit.size + unit.offset)


def rounded(value: float) -> float:
    """`value` without the dust of binary fractions: 1.1 × 1e9 is 1100000000, not 1100000000.0000001."""
    return float(f"{value:.12g}") if abs(value) < 1e12 else value
