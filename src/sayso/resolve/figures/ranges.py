"""Where a range ends: "3 miles to 5 miles", "between 5 and 10", "two or three"; a change is two figures."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from ..tokens import Token, word_set
from .bounds import bound_before
from .counted import counted
from .quantity import Quantity, quantity, shared_scale

# "rose from 5 per cent to 10", "fell 3 points to 40 points": two figures, not one range.
_CHANGES = word_set(
    """
    rise rose risen rising raise raised raising increase increased increasing fall fell fallen falling drop
    dropped cut cutting reduce reduced grow grew grown growing jump jumped climb climbed expand expanded decline
    declined decrease decreased up down went double doubled shrink shrank swell swelled lower lowered boost
    boosted slash slashed surge surged widen widened narrow narrowed slide slid slip slipped gain gained sink sank
    tumble tumbled plunge plunged edge edged added lost soared climbs rises falls drops gains loses jumps slips
    """
)
_DASHES = frozenset({"-", "–", "—", "‑"})


def range_end(text: str, tokens: list[Token], covered: Container[int], low: Quantity) -> Quantity | None:
    """The upper end of a range that begins with `low`; tokens `covered` belong to times."""
    start = low.end + 1 if _word(tokens, low.end) == "-" and _word(tokens, low.end + 1) in ("to", "or") else low.end
    joint, at = _word(tokens, start), start + 1
    if at < len(tokens) and tokens[at].kind != "number":
        # A money sign may stand before the second number: "$3 to $5", "US$3 to US$5".
        at = next((k for k in (at + 1, at + 2) if k < len(tokens) and tokens[k].kind == "number"), at)
    if at >= len(tokens) or tokens[at].kind != "number" or at in covered:
        return None
    high = quantity(tokens, at)
    if low.is_money and high.unit == "metre" and _word(tokens, high.number + 1) == "m":
        high = replace(high, value=high.value * 1e6, unit=None, measure=None)  # "$5m-7m"
    before = _word(tokens, low.first - 1)
    if high.first != start + 1 or not _joins(text, tokens, joint, low, high):
        return None
    if joint == "to" and before not in ("between", "from") and _is_step(tokens, low, high):
        return None
    if before == "from" and any(_word(tokens, k) in _CHANGES for k in range(max(0, low.first - 9), low.first - 1)):
        return None
    return high if _is_above(low, high) else None


def _joins(text: str, tokens: list[Token], joint: str, low: Quantity, high: Quantity) -> bool:
    before = _word(tokens, low.first - 1)
    if joint == "to":
        # "By 57 votes to 43" is a score, "by 10 to 15 per cent" a range.
        is_score = before in ("vote", "voted", "score") or (before == "by" and (low.unit or not high.unit))
        return not is_score
    if joint == "or":
        # "Either $40 or $60" and "10, 20 or 30" are a choice and a list, not a range.
        if before == "either" or (before == "," and low.first > 1 and tokens[low.first - 2].kind == "number"):
            return False
        own = low.value * shared_scale(text, low, high, tokens)
        is_near = high.value <= 2 * own and low.value % 1 == high.value % 1 == 0 and low.value >= 2
        return high.value - low.value == 1 or is_near
    return joint in _DASHES or (joint == "and" and before == "between")


def _is_step(tokens: list[Token], low: Quantity, high: Quantity) -> bool:
    """True for "fell 0.6% to 33,412", "rose $1.12 to $81.07": by how much and to where."""
    if low.unit and not high.unit and low.first == low.number:
        return True  # the unit of a range stands behind both numbers or the second
    first = bound_before(tokens, low.first)[0]
    if _word(tokens, first - 1) not in _CHANGES:
        return False
    return bool(low.unit) or not (high.unit or counted(tokens, high.end))


def _is_above(low: Quantity, high: Quantity) -> bool:
    if low.unit is None or high.unit is None or low.unit == high.unit:
        return high.value > low.value
    return in_unit_of(low, high) is not low and in_unit_of(low, high).value < high.value


def with_lent_unit(text: str, tokens: list[Token], covered: Container[int], low: Quantity) -> Quantity:
    """The first number of "fell from 40 to 30 per cent" with unit and scale of the second, which are of both."""
    at = low.end + 1
    is_pair = _word(tokens, low.first - 1) == "from" and _word(tokens, low.end) == "to" and at < len(tokens)
    if low.unit or not is_pair or at in covered or tokens[at].kind != "number":
        return low
    high = quantity(tokens, at)
    if high.first != at or not high.unit or high.is_tied:
        return low
    value = low.value * shared_scale(text, low, high, tokens)
    return replace(low, value=value, unit=high.unit, measure=high.measure, is_money=high.is_money)


def in_unit_of(low: Quantity, high: Quantity) -> Quantity:
    """`low` in the unit of `high` where both measure the same: of "500 metres to 2 km" the low end is 0.5 km."""
    one, other = low.measure, high.measure
    is_alike = one and other and one.si == other.si is not None and one != other and not (one.offset or other.offset)
    if one is None or other is None or not is_alike:
        return low
    return replace(low, value=low.value * one.size / other.size, unit=other.name, measure=other)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""
