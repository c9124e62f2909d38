"""Zones behind a clock time, in letters or in words: "GMT", "UTC+3", "local time", "Central European Time", "hours"."""

from __future__ import annotations

from ..tokens import Token, is_glued, word_pairs, word_set

# Offsets of zones whose letters mean one thing only; IST, CST and the like name several and get no suffix.
ZONES = word_pairs(
    """
    gmt Z  utc Z  est -05:00  edt -04:00  pst -08:00  pdt -07:00  cet +01:00  cest +02:00  msk +03:00
    bst +01:00  eest +03:00  mdt -06:00  cdt -05:00  jst +09:00  eet +02:00  hkt +08:00
    """
) | dict.fromkeys(("et", "ist", "cst", "pt", "mst"), "")
# What stands before "time". Any other name ("Kyiv time", "Eastern time") is a zone whose offset hangs on the day and on
# laws that change, and gets no suffix.
_NAMED = {
    "greenwich mean": "Z",
    "coordinated universal": "Z",
    "eastern standard": "-05:00",
    "eastern daylight": "-04:00",
    "central daylight": "-05:00",
    "mountain daylight": "-06:00",
    "pacific standard": "-08:00",
    "pacific daylight": "-07:00",
    "central european": "+01:00",
    "central european summer": "+02:00",
    "eastern european": "+02:00",
    "eastern european summer": "+03:00",
    "british summer": "+01:00",
    "japan standard": "+09:00",
    "indian standard": "+05:30",
    "india standard": "+05:30",
}
_SMALL = word_set("local mean standard daylight summer winter universal")
# In North America these stand for their time where nothing else follows: "2 p.m. Central on Tuesday".
_ALONE = word_set("eastern central mountain pacific")
_HOURS = word_set("hours hrs hr h")
_LEADS = word_set("at by from until till between around about since")
# Of a letter table: a clock, a number, a year, "a.m." and noon may have a zone behind them.
_CLOCKS = frozenset("KNYAH")
_FARTHEST = 14 * 60


def mark_zones(tokens: list[Token], letters: list[str], at: list[int]) -> None:
    """Gives every zone of several words behind a clock the letter Z and its further words "_".

    `at` holds the indexes of the words that may tell: those of `TELLING`, in their order.
    """
    for one in at:
        first, end = _span(tokens, letters, one)
        if end > first > 0 and _is_clock(tokens, letters, first - 1):
            # "1500 hours GMT": the second goes on with the first.
            letters[first:end] = ["_" if letters[first - 1] in "Z_" else "Z"] + ["_"] * (end - first - 1)


TELLING = frozenset({"time", *_HOURS, *_ALONE, *ZONES})


def _span(tokens: list[Token], letters: list[str], at: int) -> tuple[int, int]:
    """[first, end) of the zone that token `at` tells of; an empty one where it tells of none."""
    word = tokens[at].word
    if word == "time":
        first = at
        while at - first < 3 and first > 0 and letters[first - 1] not in _CLOCKS and _is_name(tokens[first - 1]):
            first -= 1
        return first, at + (first < at)
    if word in _HOURS:
        is_hour = letters[at - 1] in "KNY" and (_leads(tokens, at - 1) or tokens[at - 1].word.startswith("0"))
        return at, at + is_hour
    if word in _ALONE:
        # "At 3 p.m. Central banks …" begins a sentence.
        is_last = at + 1 == len(tokens) or letters[at + 1] in "WwRi.," or tokens[at + 1].kind == "mark"
        return at, at + (tokens[at].is_capital and letters[at - 1] in "KA" and is_last)
    is_offset = at + 2 < len(tokens) and tokens[at + 1].word in _SIGNS and is_glued(tokens, at + 2)
    is_offset = is_offset and tokens[at + 2].kind in ("number", "clock") and word in ("gmt", "utc")
    return at, at + (3 if is_offset else 1)


_SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-"}


def _is_name(token: Token) -> bool:
    return token.kind in ("word", "initials") and (token.is_capital or token.word in _SMALL)


def _leads(tokens: list[Token], at: int) -> bool:
    return at > 0 and (tokens[at - 1].word in _LEADS or (tokens[at - 1].word in ("-", "–") and at > 1))


def _is_clock(tokens: list[Token], letters: list[str], at: int) -> bool:
    """True where token `at` ends a clock; a bare number is one with four digits or as "14.30"."""
    letter = letters[at]
    if letter in "NY":
        return is_military(tokens[at]) or is_dotted(tokens[at])
    return letter in _CLOCKS or (letter in "Z_" and tokens[at].word in _HOURS)


def is_military(token: Token) -> bool:
    """True for "0530", "2030"."""
    return len(token.word) == 4 and token.word.isdigit()


def is_zeroed(tokens: list[Token], at: int) -> bool:
    """True for the "0530" of "at 0530", which no year and no count is written like."""
    return tokens[at].word[0] == "0" and is_military(tokens[at]) and at > 0 and tokens[at - 1].word in _BEFORE_ZERO


_BEFORE_ZERO = _LEADS | {"before", "after", "and", "to"}


def is_dotted(token: Token) -> bool:
    """True for "14.30", an hour before a zone and a price or share before anything else."""
    hour, dot, minute = token.word.partition(".")
    return bool(dot) and hour.isdigit() and minute.isdigit() and len(hour) <= 2 == len(minute)


def offset(tokens: list[Token]) -> str | None:
    """The suffix of a zone in these tokens: "Z", "+03:00", "" where it is not known; None for one that cannot be."""
    words = [token.word for token in tokens if token.word not in _HOURS]
    if len(words) == 3 and words[1] in _SIGNS:
        return _reckoned(_SIGNS[words[1]], words[2])
    if words[-1:] == ["time"]:
        name = " ".join(words[:-1])
        return _NAMED.get(name, ZONES.get(name, ""))
    return ZONES.get(words[0], "") if words else ""


def _reckoned(sign: str, clock: str) -> str | None:
    hours, _, minutes = clock.partition(":") if ":" in clock or len(clock) < 3 else (clock[:-2], "", clock[-2:])
    if not hours.isdigit() or not (minutes or "0").isdigit() or int(minutes or 0) > 59:
        return None
    away = int(hours) * 60 + int(minutes or 0)
    return f"{sign}{away // 60:02d}:{away % 60:02d}" if away <= _FARTHEST else None
