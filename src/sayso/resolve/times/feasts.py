"""Days that come back each year by name: where they stand among the tokens, and which day they are in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from ... import lexicon
from ..tokens import Token, lex

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → the names that begin with it, longest first, each as the words of its tokens with its rule."""
    rows = [(tuple(token.word for token in lex(name)), rule) for name, rule in lexicon.holidays().items()]
    ordered = sorted(rows, key=lambda row: -len(row[0]))
    return {words[0]: tuple(row for row in ordered if row[0][0] == words[0]) for words, _ in rows}


def first_words() -> frozenset[str]:
    return frozenset(_names())


def feast_at(tokens: list[Token], at: int) -> tuple[int, str] | None:
    """How many tokens the name of a feast at `at` has, and its rule; None where no such name stands."""
    if not tokens[at].is_capital:
        return None
    for words, rule in _names().get(tokens[at].word, ()):
        if tuple(token.word for token in tokens[at : at + len(words)]) == words:
            return len(words), rule
    return None


def feast_day(rule: str, year: int) -> date | None:
    """The day that a rule of the data file gives in a year; None outside the calendar."""
    try:
        return _day(rule.split(), year)
    except (ValueError, OverflowError):
        return None


def _day(parts: list[str], year: int) -> date:
    if parts[0] == "easter":
        return _easter(year) + timedelta(days=int(parts[1]) if len(parts) > 1 else 0)
    if len(parts) == 1:
        month, day = parts[0].split("-")
        return date(year, int(month), int(day))
    count, weekday, month, *later = parts
    first = date(year, int(month), 1)
    if int(count) > 0:
        ahead = (_WEEKDAYS.index(weekday) - first.weekday()) % 7 + 7 * (int(count) - 1)
        found = first + timedelta(days=ahead)
    else:
        last = first.replace(day=monthrange(year, int(month))[1])
        found = last - timedelta(days=(last.weekday() - _WEEKDAYS.index(weekday)) % 7)
    return found + timedelta(days=int(later[0]) if later else 0)


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    step = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * step) // 451
    month, day = divmod(moon + step - 7 * late + 114, 31)
    return date(year, month, day + 1)
