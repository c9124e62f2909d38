"""The world's money as reports name it, made ISO 4217 codes: signs, names, and names that a country must tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from babel.core import get_global
from babel.localedata import load

from ...lexicon import countries, currencies
from ..tokens import word_pairs, word_set

# Names that several states share: what one means where none of the others is spoken of. "$" is always that of the
# United States, as in the agencies' style; another dollar has its letters or its country before it.
_DEFAULTS = word_pairs(
    """
    dollar USD  pound GBP  rupee INR  won KRW  lira TRY  rial IRR  riyal SAR  real BRL  krona SEK  euro EUR  yen JPY
    rouble RUB  ruble RUB  koruna CZK  peseta ESP  mark DEM  shekel ILS
    """
)
# Signs and names that several moneys share: the code without a state, the codes, the name while that is unknown.
_SHARED: dict[str, tuple[str | None, tuple[str, ...], str]] = {
    "¥": ("JPY", ("JPY", "CNY"), "yen"),
    "rs": ("INR", ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), "rupee"),
    "kr": (None, ("SEK", "NOK", "DKK", "ISK"), "krone"),
    "sh": (None, ("KES", "UGX", "TZS", "SOS"), "shilling"),
    "p": (None, ("PHP", "BWP"), "peso"),
    "k": (None, ("ZMW", "MWK", "PGK", "MMK"), "kwacha"),
    "r": ("ZAR", ("ZAR",), "rand"),
    "n": ("NGN", ("NGN",), "naira"),
    "cfa": (None, ("XOF", "XAF"), "CFA franc"),
    "fcfa": (None, ("XOF", "XAF"), "CFA franc"),
}
# Money that is gone and still spoken of.
_FORMER = word_set(
    """
    DEM DDM FRF ITL ESP BEF NLG ATS FIM GRD IEP PTE LUF SKK SIT EEK LVL LTL HRK CYP MTL SUR ANG CUC ZWL SVC ECS
    """
)
# Codes that are words in capitals: never before a number ("ALL 5").
_WORDS_IN_CAPITALS = word_set("ALL TOP CUP SOS")
# Names that are a verb or another noun far more often than money: only large sums of them count.
_DOUBTFUL = word_set(
    """
    won mark real crown som sum rand buck dong lei lev dram sol kip leone kina pula gourde lek leke colon colón quid
    dobra tala lats kuna guarani quetzal cordoba balboa pataca loti ariary kuai somoni vatu punt
    """
)
_NEVER_ALONE = word_set("gold sterling")
_LARGE = 100.0
_LARGEST_WEIGHT = 1e6


class _Name(NamedTuple):
    """A name of money: the code that it means alone, and all codes that it can mean."""

    alone: str | None
    codes: tuple[str, ...]


class _Book(NamedTuple):
    """Codes, names in the singular, (country, name), signs of one mark, letters, (letters, mark)."""

    codes: frozenset[str]
    names: dict[str, _Name]
    by_country: dict[tuple[str, str], str]
    signs: dict[str, str]
    letters: dict[str, str]
    marks: dict[tuple[str, str], str]


@cache
def book() -> _Book:
    """Every money of Babel's English locale with the names and signs of data/currencies.csv.

    Babel costs 0.03 s once a process (`python -X importtime`), so that its tables are read and not copied.
    """
    names: dict[str, set[str]] = defaultdict(set)
    by_country: dict[tuple[str, str], str] = {("cfa", "franc"): "cfa"}
    active = _active()
    for code, forms in _forms(active | _FORMER).items():
        for form in forms:
            country, _, noun = form.rpartition(" ")
            names[noun].add(code)
            if country and (code in active or (country, noun) not in by_country):
                by_country[country, noun] = code
    _add_adjectives(by_country, names)
    own = {sign: code for code, (signs, _) in currencies().items() for sign in signs}
    return _Book(
        active - _WORDS_IN_CAPITALS,
        {noun: _name(noun, codes, active) for noun, codes in names.items()},
        by_country,
        {sign: code for sign, code in own.items() if len(sign) == 1},
        {sign.lower(): code for sign, code in own.items() if len(sign) > 1 and sign.rstrip(".").isalpha()},
        {(sign[:-1].lower(), sign[-1]): code for sign, code in own.items() if not sign.isalpha() and len(sign) > 1}
        | {(code.lower(), "$"): code for code in active},
    )


def _active() -> frozenset[str]:
    """The codes of the money in use, by Babel."""
    rows = get_global("territory_currencies").values()
    return frozenset(row[0] for found in rows for row in found if not row[2] and row[3])


def _forms(codes: frozenset[str]) -> dict[str, set[str]]:
    """Code → its names in small letters as Babel and the data file have them, and the same without accents."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, forms in load("en")["currency_names_plural"].items():
        if code in codes:
            found[code] |= {form.lower() for form in forms.values()}
    for code, (_, more) in currencies().items():
        found[code] |= {form.lower() for form in more}
    return {code: forms | {_plain(form) for form in forms} for code, forms in found.items()}


def _plain(form: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", form) if not unicodedata.combining(mark))


def _name(noun: str, codes: set[str], active: frozenset[str]) -> _Name:
    alone = _DEFAULTS.get(noun) or _DEFAULTS.get(noun.removesuffix("s"))
    if alone is None and len(codes) == 1:
        [alone] = codes
    # Money that is gone competes only for names that mean nothing alone.
    return _Name(alone, tuple(sorted(codes & active | {alone} if alone else codes)))


def _add_adjectives(by_country: dict[tuple[str, str], str], names: dict[str, set[str]]) -> None:
    """ "Kazakh tenge", "Emirati dirham": the adjectives of every state before the names of its money."""
    nouns: dict[str, list[str]] = defaultdict(list)
    for noun, codes in names.items():
        for code in codes:
            nouns[code].append(noun)
    for words, used in _moneys_of_states():
        for code in used:
            for noun in nouns[code]:
                for word in words:
                    by_country.setdefault((word, noun), code)


@cache
def _moneys_of_states() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """(names and adjectives of a state in small letters, codes of the money in use there) of every state."""
    short, rows = get_global("territory_aliases"), get_global("territory_currencies")
    found = []
    for country in countries():
        [alpha2, *_] = short.get(country.alpha3, [""])
        words = (country.name, *country.aliases, *country.adjectives)
        codes = tuple(row[0] for row in rows.get(alpha2, ()) if not row[2] and row[3])
        found.append((tuple(word.lower().replace(".", "") for word in words), codes))
    return tuple(found)


def sign_unit(sign: str) -> str | None:
    """The code of a sign of one mark ("€"); "¥" stands for itself until `settled` knows the state."""
    return sign if sign in _SHARED else book().signs.get(sign)


def letters_unit(letters: str) -> str | None:
    """The code of letters that stand for a sign ("rm", "usd"), or the letters themselves where moneys share them."""
    return letters if letters in _SHARED else book().letters.get(letters)


def money_named(country: str, word: str, value: float) -> str | None:
    """The ISO 4217 code of ("egyptian", "pounds"); the name itself where several moneys have it; None for no money.

    With a country that gives the name no other code, None.
    """
    noun = noun_of(word)
    if noun is None:
        return None
    if country:
        return book().by_country.get((country, noun))
    if noun in _NEVER_ALONE or word == "mark" or (noun in _DOUBTFUL and value < _LARGE):
        return None
    return noun


def noun_of(word: str) -> str | None:
    """The name of money that `word` is, in the singular where there is one: "pounds" → "pound"."""
    return next((form for form in (word.removesuffix("s"), word) if form in book().names), None)


def settled(unit: str, text: str, value: float) -> str:
    """The code that a name or a sign means in a report, that of the one state spoken of which has such money.

    "Rupees" are India's unless the report speaks of Pakistan and not of India; where nothing tells, the name stays.
    """
    if unit in book().codes:
        return unit
    if unit in _SHARED:
        alone, codes, noun = _SHARED[unit]
    elif unit in book().names:
        (alone, codes), noun = book().names[unit], unit
    else:
        return unit
    if noun == "dollar" or codes == (alone,):
        return alone or noun
    if noun == "pound" and value < _LARGEST_WEIGHT and "£" not in text and not _speaks_of("GBP").search(text):
        alone = None  # it may be a weight
    present = {code for code in codes if _speaks_of(code).search(text)}
    if alone and (alone in present or not present):
        return alone
    return present.pop() if len(present) == 1 else noun


@cache
def _speaks_of(code: str) -> re.Pattern[str]:
    """A pattern for the states that use a money."""
    words = {word for words, codes in _moneys_of_states() if code in codes for word in words if len(word) > 3}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words))) or 'x{9}'})s?\b", re.IGNORECASE)
