"""Every token as one letter, so that a time expression is a short pattern over letters; the table is `_LETTERS`."""

from __future__ import annotations

from itertools import pairwise

from ..tokens import Token, is_glued, word_pairs, word_set
from .calendar import MONTHS, WEEKDAYS

UNITS = word_pairs(
    """
    second second  minute minute  hour hour  day day  week week  weekend weekend  month month  quarter quarter
    year year  decade decade  century century  centurie century  fortnight fortnight  millennium millennium
    millennia millennium  hr hour  yr year  min minute  centuries century
    """
)
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items() if name != "may"} | {"sept": 9}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_SHORTS = {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
SEASON_CODES = word_pairs(
    """
    spring SP  summer SU  autumn FA  fall FA  winter WI
    """
)
PARTS_OF_DAY = word_pairs(
    """
    morning MO  afternoon AF  evening EV  night NI  dawn MO  dusk EV  lunchtime MI  daybreak MO  nightfall EV
    """
)
DECADE_WORDS = {
    word: 10 * tens
    for tens, word in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), start=2
    )
}
ADVERBS_OF_SETS = word_pairs(
    """
    daily P1D  nightly P1D  weekly P1W  monthly P1M  yearly P1Y  annually P1Y  hourly PT1H  biweekly P2W
    fortnightly P2W
    """
)
# Offsets of zones whose letters mean one thing only; IST, CST and the like name several and get no suffix.
ZONES = word_pairs(
    """
    gmt Z  utc Z  est -05:00  edt -04:00  pst -08:00  pdt -07:00  cet +01:00  cest +02:00  msk +03:00
    bst +01:00  eest +03:00  mdt -06:00  cdt -05:00  jst +09:00  eet +02:00  hkt +08:00
    """
) | dict.fromkeys(("et", "ist", "cst", "pt", "mst"), "")
# Days of a fixed month and day, and what stands for them.
HOLIDAYS = {"christmas": (12, 25), "halloween": (10, 31), "new": (1, 1)}

# Letters that stand for the words of a list. The others: N number, Y year, O ordinal, M month, W weekday, w its
# abbreviation, s weekdays, U unit of time, u units, S season, K clock, Z zone, J Q3, D stamp (ISO 8601), / 3/14/2021,
# C decade, ' possessive, . end of a sentence or a paragraph, b also "at least", "more than" …, x anything else.
_LETTERS = f"""
    d the
    a a an
    L last past previous preceding latest
    T this current
    X next coming following upcoming
    t that
    = same
    G ago
    E earlier
    F later
    k before prior
    g after afterwards afterward
    R yesterday today tomorrow tonight overnight
    V now currently nowadays presently
    v recent
    r recently lately
    f soon shortly
    * future
    ~ near foreseeable immediate distant
    < then
    m early late mid
    e each every
    b about nearly almost some roughly around approximately over under only just barely exactly another
    + more additional extra full consecutive straight trading working business calendar
    o of
    i in on at
    j fiscal financial
    q few several many couple numerous various
    B beginning start end middle close rest turn outset remainder height eve half
    & to and or
    l {" ".join(ADVERBS_OF_SETS)}
    h christmas halloween
    n new
    H noon midnight midday
    A am pm
    Q quarter
    P {" ".join(PARTS_OF_DAY)}
    p mornings afternoons evenings nights
    C {" ".join(DECADE_WORDS)}
    - - – ‑ —
    , ,
    . . ? ! ;
"""
_WORDS = {word: line[0] for line in _LETTERS.replace("\n    ", "\n").strip().splitlines() for word in line[1:].split()}
_QUARTERS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})
# Of the plain kinds of tokens only these words can be anything but "x".
_TELLING = frozenset(
    {*_WORDS, *MONTH_NUMBERS, *WEEKDAY_NUMBERS, *WEEKDAY_SHORTS, *SEASON_CODES, *ZONES, *UNITS}
    | {f"{word}s" for word in (*UNITS, *WEEKDAY_NUMBERS)}
    | _QUARTERS
)
_PLAIN = frozenset({"word", "short", "mark"})
_KINDS = {
    "stamp": "D",
    "slash": "/",
    "dotted": "/",
    "clock": "K",
    "ordinal": "O",
    "decade": "C",
    "own": "'",
    "gap": ".",
}
# Pairs of words that bound a number: both become "b".
_PAIRS = {
    tuple(pair.split())
    for pair in [
        "at least",
        " at most",
        " more than",
        " less than",
        " fewer than",
        " up to",
        " close to",
        " no more",
        " no less",
        " nearly as",
        "\n    longer than",
        " well over",
        " little over",
    ]
}
# Words before a four-digit number after which it is a count, and words after it that say what is counted.
_COUNTING = word_set(
    """
    $ € £ ¥ # no about nearly some roughly least most than almost over resolution article us
    """
)
_COUNTED = word_set(
    """
    people troops soldiers men women children miles kilometres kilometers km metres meters feet tonnes tons
    dollars euros pounds yen yuan rupees percent % per votes cases deaths jobs workers homes houses members
    points barrels acres hectares employees more other hours minutes days weeks months years kg mw hp rpm units
    shares copies islands refugees prisoners casualties civilians
    """
)
_TIME_PREPOSITIONS = word_set(
    """
    in on since by until till from last next this early late mid of to through between during before after for
    past each every late following and or
    """
)

_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "march"})


def unit_of(word: str) -> str:
    """The unit that a word names in the singular or plural; "" for any other word."""
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "")


def classes(tokens: list[Token]) -> str:
    """One letter for each token; see the table at the head of this file."""
    letters = ["x"] * len(tokens)
    for at, token in enumerate(tokens):
        if token.word in _TELLING or token.kind not in _PLAIN:
            letters[at] = _letter(tokens, at)
    for at, pair in enumerate(pairwise([token.word for token in tokens])):
        if pair in _PAIRS:
            letters[at : at + 2] = "bb"
    return "".join(letters)


def _letter(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    word = token.word
    letter = _KINDS.get(token.kind)
    if letter:
        return letter
    if token.kind == "number":
        return "Y" if _is_year(tokens, at) else "N"
    if word == "second" or word == "seconds":
        return "u" if word == "seconds" else "U" if at and tokens[at - 1].kind == "number" else "O"
    if token.kind == "ordinal":
        return "O"
    if word in MONTH_NUMBERS:
        return "M" if token.is_capital and _is_month(tokens, at) else "x"
    if word in WEEKDAY_NUMBERS:
        return "W" if token.is_capital else "x"
    if word in WEEKDAY_SHORTS and token.is_capital:
        return "w" if word not in ("sun", "sat") or _begins_date(tokens, at + 1) else "x"
    if word in _QUARTERS and token.is_capital:
        return "J"
    if word.endswith("s") and word[:-1] in WEEKDAY_NUMBERS and token.is_capital:
        return "s"
    if word in _WORDS:
        return _WORDS[word]
    if word in SEASON_CODES:
        return "S"
    if word in ZONES:
        return "Z"
    if word in UNITS and word not in ("min", "centuries", "millennia"):
        return "U"
    return "u" if unit_of(word) and word.endswith(("s", "a")) else "x"


def _begins_date(tokens: list[Token], at: int) -> bool:
    """True when a month or a number stands at `at`, a comma apart or not: "Sun., Dec. 5" is no heavenly body."""
    at += at < len(tokens) and tokens[at].word == ","
    return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].word in MONTH_NUMBERS)


def _is_year(tokens: list[Token], at: int) -> bool:
    """True for a bare four-digit number that reads as a year: "since 1997", not "2,000 troops", "$1998", "1500 men"."""
    token = tokens[at]
    value = token.value or 0.0
    if (
        not 1000 <= value < 2100
        or value % 1
        or "," in token.word
        or (token.word.isdigit() and token.end - token.start != 4)
    ):
        return False
    before = tokens[at - 1].word if at else ""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if after in _COUNTED or (after == "-" and at + 2 < len(tokens) and tokens[at + 2].word in _COUNTED):
        return False
    if (
        at
        and before == "-"
        and is_glued(tokens, at)
        and is_glued(tokens, at - 1)
        and tokens[at - 2].kind not in ("number", "word")
    ):
        return False
    if not token.word.isdigit() and value == 2000:
        return before in ("year", "since", "in")
    if value < 1900:
        return (
            before in ("in", "since", "until", "year", "from", "by", "of", "circa")
            or tokens[at - 1].word in MONTH_NUMBERS
        )
    return before not in _COUNTING


def _is_month(tokens: list[Token], at: int) -> bool:
    """True unless the word is "May" the verb, "March" the walk, or a name: "August Wilson", "the Women’s March"."""
    word = tokens[at].word
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].kind == "word" and word in ("jan", "mar", "jun", "dec") and not (after and after.kind == "number"):
        return bool(before and before.kind == "number")
    if (
        word in _GIVEN_NAMES
        and before
        and before.word in ("and", "or", "of", "for", "to")
        and after
        and after.is_capital
    ):
        return False
    if after and (after.kind in ("number", "ordinal") or after.word in (",", "last", "this", "'s", "’s")):
        return True
    if before and (
        before.word in _TIME_PREPOSITIONS or before.kind in ("number", "ordinal") or before.word in WEEKDAY_NUMBERS
    ):
        return True
    if word == "may":
        return bool(before and before.word in ("-", "mid", "is") and after and not after.word.isalpha())
    if word in _GIVEN_NAMES:
        is_named = (before and before.is_capital and before.kind == "word") or (after and after.is_capital)
        return not is_named and not (word == "march" and after and after.word in ("on", "for", "of", "to"))
    return True
