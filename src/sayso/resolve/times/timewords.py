"""Every token as one letter, so that a time expression is a short pattern over letters; the table is `_LETTERS`."""

from __future__ import annotations

from ..tokens import Token, word_pairs
from .ambiguous import MONTH_NUMBERS, WEEKDAY_NUMBERS, begins_date, is_month, is_year
from .feasts import feast_at, first_words
from .zones import TELLING as ZONED
from .zones import ZONES, is_zeroed, mark_zones

UNITS = word_pairs(
    """
    second second  minute minute  hour hour  day day  week week  weekend weekend  month month  quarter quarter
    year year  decade decade  century century  centurie century  fortnight fortnight  millennium millennium
    millennia millennium  hr hour  yr year  min minute  centuries century  workweek week
    """
)
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
    fortnightly P2W  everyday P1D  quarterly P3M
    """
)
# Letters that stand for the words of a list. The others: N number, Y year, O ordinal, M month, W weekday, w its
# abbreviation, s weekdays, U unit of time, u units, S season, K clock, Z zone, J Q3, D stamp (ISO 8601), / 3/14/2021,
# C decade, ' possessive, . end of a sentence or a paragraph, h a day with a name of its own, _ the further words of it
# or of a zone, z "or so", b also "at least", "more than" …, x anything else.
_LETTERS = f"""
    d the
    a a an another
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
    b about nearly almost some roughly around approximately under exactly
    + more additional extra full consecutive straight trading working business calendar
    o of
    i in on at
    j fiscal financial
    q few several many couple numerous various
    B beginning start end middle close rest turn outset remainder height eve half
    & to and or through until till
    l {" ".join(ADVERBS_OF_SETS)}
    n new
    c from
    y period
    @ all
    # present moment time
    ; date
    ! right
    1 once twice times
    % these
    H noon midnight midday
    A am pm o'clock
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
_FEASTS = first_words()
# Of the plain kinds of tokens only these words can be anything but "x".
_TELLING = frozenset(
    {*_WORDS, *MONTH_NUMBERS, *WEEKDAY_NUMBERS, *WEEKDAY_SHORTS, *SEASON_CODES, *ZONES, *UNITS}
    | {f"{word}s" for word in (*UNITS, *WEEKDAY_NUMBERS)}
    | _QUARTERS
    | _FEASTS
)
_PLAIN = frozenset({"word", "short", "mark"})
# Words that mean one thing wherever they stand, and are no number.
_FIXED = {
    word: letter
    for word, letter in _WORDS.items()
    if word not in MONTH_NUMBERS and word not in WEEKDAY_SHORTS and word not in _FEASTS
}
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
# Pairs of words that bound a number, or say that it is rough: both become one letter.
_PAIRS = {
    tuple(pair.split()): letter
    for letter, pairs in {
        "b": """
            at least, at most, more than, less than, fewer than, up to, close to, no more, no less, nearly as,
            longer than, well over, little over, just over
        """,
        "z": "or so, or more, or longer, or less, or later, or earlier, and beyond, and later",
    }.items()
    for pair in pairs.split(",")
}
_PAIRED = frozenset(first for first, _ in _PAIRS)


_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "latest": -1, "this": 0, "current": 0, "that": 0}


def steps(word: str) -> int:
    """How many units away "last", "this", "next" … point."""
    return _STEPS.get(word, 1)


def unit_of(word: str) -> str:
    """The unit that a word names in the singular or plural; "" for any other word."""
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "")


def weekday_of(word: str) -> int | None:
    """The weekday that a word names in full, in the plural or shortened, Monday 0; None for any other word."""
    number = WEEKDAY_NUMBERS.get(word, WEEKDAY_NUMBERS.get(word.removesuffix("s")))
    return WEEKDAY_SHORTS.get(word) if number is None else number


def classes(tokens: list[Token]) -> str:
    """One letter for each token; see the table at the head of this file."""
    letters = ["x"] * len(tokens)
    pairs, feasts, zoned = [], [], []
    for at, (_, _, word, kind, _, is_capital, _) in enumerate(tokens):
        if kind in _PLAIN and word in _FIXED:
            letters[at] = _FIXED[word]
        elif word in _TELLING or kind not in _PLAIN:
            letters[at] = _letter(tokens, at)
            if word in _FEASTS and is_capital:
                feasts.append(at)
        if word in _PAIRED:
            pairs.append(at)
        elif word in ZONED:
            zoned.append(at)
    for at in pairs:
        letters[at : at + 2] = _pair(tokens, at) or letters[at : at + 2]
    for at in feasts:
        feast = feast_at(tokens, at)
        if feast:
            letters[at : at + feast[0]] = "h" + "_" * (feast[0] - 1)
    mark_zones(tokens, letters, zoned)
    return "".join(letters)


def _pair(tokens: list[Token], at: int) -> str:
    """Two letters for a pair of words that bounds a number; "or later than 2020" says what follows and is none."""
    words = [token.word for token in tokens[at : at + 3]]
    letter = _PAIRS.get((words[0], words[1])) if len(words) > 1 else None
    return letter * 2 if letter and not (letter == "z" and words[2:] == ["than"]) else ""


def _letter(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    word = token.word
    if word in ("second", "seconds"):
        # "A one second gap", not "the 1988 second quarter".
        is_unit = at > 0 and tokens[at - 1].kind == "number" and not is_year(tokens, at - 1)
        return "u" if word == "seconds" else "U" if is_unit else "O"
    letter = _KINDS.get(token.kind)
    if letter:
        return letter
    if token.kind == "number":
        return "K" if is_zeroed(tokens, at) else "Y" if is_year(tokens, at) else "N"
    if token.kind == "ordinal":
        return "O"
    if word in MONTH_NUMBERS:
        return "M" if token.is_capital and is_month(tokens, at) else "x"
    if word in WEEKDAY_NUMBERS:
        return "W" if token.is_capital else "x"
    if word in WEEKDAY_SHORTS and token.is_capital:
        return "w" if word not in ("sun", "sat") or begins_date(tokens, at + 1) else "x"
    if word in _QUARTERS and (token.is_capital or word[0] == "q"):
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
