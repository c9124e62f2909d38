"""Words that are times only where their neighbours say so: a number as a year, "May" as a month, "Sun" as a day."""

from __future__ import annotations

from ..tokens import Token, is_glued, word_set
from .calendar import MONTHS, WEEKDAYS

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items() if name != "may"} | {"sept": 9}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
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

_JOINTS = frozenset({"to", "through", "-", "–"})
_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "march"})


def begins_date(tokens: list[Token], at: int) -> bool:
    """True when a month or a number stands at `at`, a comma apart or not: "Sun., Dec. 5" is no heavenly body."""
    at += at < len(tokens) and tokens[at].word == ","
    return at < len(tokens) and (tokens[at].kind in ("number", "ordinal") or tokens[at].word in MONTH_NUMBERS)


def is_year(tokens: list[Token], at: int) -> bool:
    """True for a bare four-digit number that reads as a year: "since 1997", not "2,000 troops", "$1998", "1500 men"."""
    token = tokens[at]
    value = token.value or 0.0
    if (
        not 1000 <= value < 2200
        or value % 1
        or "," in token.word
        or (token.word.isdigit() and token.end - token.start != 4)
    ):
        return False
    before = tokens[at - 1].word if at else ""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    then = tokens[at + 2].word if at + 2 < len(tokens) else ""
    if after in _QUARTERS or (after == "-" and (then in _QUARTERS or then in MONTH_NUMBERS)):
        return True
    if after in _COUNTED or (after == "-" and then in _COUNTED):
        return False
    if _is_broken_stamp(tokens, at) or (at and value % 100 == 0 and _is_count(tokens[at - 1], after)):
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
    if at > 1 and before == "-" and is_glued(tokens, at) and (tokens[at - 2].value or 1e9) < 100:
        # "Sep-23-2020", not "02-02-2020"
        return at > 3 and tokens[at - 4].is_capital and tokens[at - 4].word in MONTH_NUMBERS
    if value < 1900 or value >= 2100:
        return (
            before in ("in", "since", "until", "year", "from", "by", "of", "circa")
            or tokens[at - 1].word in MONTH_NUMBERS
        )
    is_compared = before == "than" and tokens[at - 2].word in ("later", "earlier")
    return is_compared or before not in _COUNTING


_QUARTERS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})


def _is_broken_stamp(tokens: list[Token], at: int) -> bool:
    """True for the year of "2015-1-32": digits that look like a day and are none."""
    rest = tokens[at + 1 : at + 5]
    kinds = [token.kind if token.kind == "number" else token.word for token in rest]
    return kinds == ["-", "number", "-", "number"] and all(is_glued(tokens, at + step) for step in range(1, 5))


def _is_count(before: Token, after: str) -> bool:
    """True for a round number of things: "sent 2000 parcels", unlike "the 2000 games", "in 2000 prices"."""
    is_plural = len(after) > 4 and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    is_verb = before.word.isalpha() and not before.is_capital and before.word not in _TIME_PREPOSITIONS | _OWNERS
    return is_plural and is_verb


_OWNERS = word_set("the a an its his her their our my your this that of by at with under over as")


def is_month(tokens: list[Token], at: int) -> bool:
    """True unless the word is "May" the verb, "March" the walk, or a name: "August Wilson", "the Women’s March"."""
    word = tokens[at].word
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    other = tokens[at + 2].word if at + 2 < len(tokens) else ""
    if after and after.word in _JOINTS and other in MONTH_NUMBERS:
        return True
    if tokens[at].kind == "word" and word in ("jan", "mar", "jun", "dec") and not (after and after.kind == "number"):
        if after and after.word in ("-", ",") and len(other) == 4 and other.isdigit():
            return True
        is_last = before is not None and before.word == "of" and not (after and after.is_capital)
        return is_last or bool(before and (before.kind == "number" or before.word == "-"))
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
