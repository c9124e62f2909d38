"""The figures of a report: every number that counts or measures, with its unit, its bound and what it counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from ...ledger import Figure, Span, Timex
from ..numbers import numbered
from ..times.find import find_times
from ..times.timewords import unit_of
from ..tokens import Token, is_glued, word_set
from .bounds import bound_after, bound_before
from .counted import counted, fate_at, name_of, phrase_after, told_before
from .money import settled
from .quantity import Quantity, named, quantity, shared_scale
from .ranges import in_unit_of, range_end, with_lent_unit
from .rates import rate
from .screen import is_counting
from .units import in_si, rounded, unit_at
from .vague import WORDS as VAGUE
from .vague import Vague, vague_at

_NUMBERS = frozenset({"number", "fraction"})
_WORDS = frozenset({*VAGUE, "half", "quarter"})
# Above this a run of digits is an identifier, not a figure.
_LARGEST = 1e18


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its tokens; `covered` holds the indexes of tokens that belong to times."""

    document_id: str
    text: str
    tokens: list[Token]
    covered: frozenset[int]

    def word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def span(self, first: int, end: int) -> Span:
        return Span.of(self.text, self.tokens[first].start, self.tokens[end - 1].end)


def find_figures(document_id: str, text: str, times: tuple[Timex, ...] | None = None) -> tuple[Figure, ...]:
    """Every figure of `text` in its order: money, measures, shares, ranges, cardinals from two up that count things.

    No dates, ages, durations, ordinals, ratios, fractions, numbers that are names, or counts tied by a hyphen
    ("15-nation"); money and measures so tied are figures ("90-mile"), and so are parts of a measure ("half a mile").
    `times` are those that `find_times` found in the same text; they are found anew when not given. Spans hold the
    bound words, the number and the unit of measure; `what` is the noun phrase counted.
    """
    tokens = list(numbered(text))
    page = _Page(document_id, text, tokens, _covered(tokens, find_times(text, None) if times is None else times))
    found: list[Figure] = []
    done = floor = 0
    for at in [at for at, token in enumerate(tokens) if token.kind in _NUMBERS or token.word in _WORDS]:
        if at < done:
            continue
        figure, done = _figure(page, at, floor)
        if figure is not None:
            found.append(figure)
            floor = done
    return tuple(found)


def _covered(tokens: list[Token], times: tuple[Timex, ...]) -> frozenset[int]:
    covered: set[int] = set()
    for time in times:
        first = bisect_right(tokens, time.span.start, key=lambda token: token.end)
        covered.update(range(first, bisect_left(tokens, time.span.end, key=lambda token: token.start)))
    return frozenset(covered)


def _figure(page: _Page, at: int, floor: int) -> tuple[Figure | None, int]:
    """(the figure whose number is token `at`, or None; the token to go on from)."""
    token = page.tokens[at]
    if token.word in VAGUE and token.kind == "word":
        return _vague(page, at, floor)
    if at in page.covered:
        return None, at + 1
    if token.kind != "number":
        return _part_of_unit(page, at, floor)
    low = quantity(page.tokens, at, floor)
    high = range_end(page.text, page.tokens, page.covered, low)
    low = in_unit_of(low, high) if high else with_lent_unit(page.text, page.tokens, page.covered, low)
    last = high or low
    if not abs(last.value) < _LARGEST or not is_counting(page.tokens, low, last):
        return None, last.end
    return _built(page, low, high, floor)


def _part_of_unit(page: _Page, at: int, floor: int) -> tuple[Figure | None, int]:
    """Reads "half a mile", "a quarter of an acre", "1/4 mile", "three-quarters of a percentage point"."""
    token = page.tokens[at]
    value = {"half": 0.5, "quarter": 0.25}.get(token.word, token.value or 0.0) if token.kind == "word" else token.value
    start = at + 1
    if page.word(start) == "-" and is_glued(page.tokens, start):
        start += 1
    start += page.word(start) == "of"
    start += page.word(start) in ("a", "an", "one")
    found = unit_at(page.tokens, start)
    if found is None or value is None or found[1].name in ("degree", "cent"):
        return None, at + 1
    first = at - 1 if token.word == "quarter" and page.word(at - 1) in ("a", "one") and at - 1 >= floor else at
    return _built(page, Quantity(first, at, found[0], value, found[1].name, found[1]), None, floor)


def _built(page: _Page, low: Quantity, high: Quantity | None, floor: int) -> tuple[Figure, int]:
    """(the figure, the token after it)."""
    last = high or low
    head = low if low.unit else last
    first, bound = bound_before(page.tokens, low.first, floor)
    if high is not None and first > floor and page.word(first - 1) in ("between", "from"):
        first -= 1
    end = last.end
    if bound == "exact":
        end, bound = bound_after(page.tokens, end)
        if end > last.end and head.unit is None:
            head = last = named(page.tokens, replace(last, end=end))  # "1,000 or more kilograms"
            end = last.end if last.unit else end
    value = low.value
    if high is not None:
        value *= shared_scale(page.text, low, high, page.tokens)
    unit, what, after = _counted(page, head, first, end)
    per, end, done = _per(page, end, after)
    measure = head.measure
    top = high.value if high else None
    figure = Figure(
        page.document_id,
        page.span(first, end),
        value=None if high else rounded(value),
        low=rounded(value) if high else None,
        high=rounded(top) if top is not None else None,
        unit=unit,
        si_unit=measure.si if measure else None,
        si_value=in_si(measure, value) if measure and not high else None,
        si_low=in_si(measure, value) if measure and high else None,
        si_high=in_si(measure, top) if measure and high else None,
        bound=bound,
        per=per,
        what=what,
    )
    return figure, done


# Before a bare number these tell that people are counted: "killed 813".
_HARMS = word_set("kill kills killed killing injure injures injured injuring wound wounds wounded wounding infected")


def _thing_at(page: _Page, end: int) -> int:
    """Where the thing counted begins: after "of", and in "12 of the state's 41 delegates" after the second number."""
    if page.word(end) != "of":
        return end
    at = end + 1
    while page.word(at) in _OWNERS or page.word(at + 1) in _POSSESSIVES:
        at += 2 if page.word(at + 1) in _POSSESSIVES else 1
    return at + 1 if at > end + 1 and _is_number(page, at) else at


_POSSESSIVES = ("'s", "’s")


def _is_number(page: _Page, at: int) -> bool:
    return at < len(page.tokens) and page.tokens[at].kind == "number"


_OWNERS = word_set("the those these its their our his her my your")


def _counted(page: _Page, head: Quantity, first: int, end: int) -> tuple[str | None, Span | None, int]:
    """(unit, span of what is counted, the token after it)."""
    if page.word(end - 1) == "strong":
        return None, None, end
    if head.unit is None:
        things = counted(page.tokens, _thing_at(page, end))
        if things is None:
            told = told_before(page.text, page.tokens, first)
            is_people = fate_at(page.tokens, end) or page.word(first - 1) in _HARMS
            return ("people" if is_people else told), None, end
        return name_of(page.text, page.tokens, *things), page.span(*things), things[1]
    unit = settled(head.unit, page.text, head.value) if head.is_money else head.unit
    start = end
    if page.word(start) == "worth":
        start += 1
    if page.word(start) != "of" and not (head.is_money and page.word(start) == "in"):
        return unit, None, end
    phrase = phrase_after(page.tokens, start + 1)
    is_distance = head.measure is not None and head.measure.si == "m"
    if phrase and (page.word(start) == "in" or is_distance) and _is_elsewhere(page, *phrase):
        phrase = None
    return (unit, page.span(*phrase), phrase[1]) if phrase else (unit, None, end)


def _is_elsewhere(page: _Page, at: int, end: int) -> bool:
    """ "$5 million in aid" is of aid; "in March", "in Denmark", "5 km of the border" say when or where."""
    is_where = page.word(at) in _OWNERS or page.word(at) in ("all", "this") or page.tokens[end - 1].is_capital
    return is_where or at in page.covered


def _per(page: _Page, end: int, after: int) -> tuple[str | None, int, int]:
    """(what the figure is per, the token after its span, the token to go on from): a rate right after it is of it."""
    found = rate(page.text, page.tokens, end)
    if found:
        return found[0], found[1], found[1]
    found = rate(page.text, page.tokens, after) if after > end else None
    return (found[0], end, found[1]) if found else (None, end, end)


def _vague(page: _Page, at: int, floor: int) -> tuple[Figure | None, int]:
    """Reads "dozens of ships", "dozens more ships", "dozens were hurt", "a few hundred ships", "a couple of dozen"."""
    number = vague_at(page.tokens, at)
    if number is None or number.first < floor:
        return None, at + 1
    floor = number.first if number.is_plural else floor  # "handed over millions"
    end, is_told = number.end, page.word(number.end) == "of" or not number.is_plural
    thing = end + 1 if number.is_plural and page.word(end) == "of" else end
    thing += page.word(thing) == "more"
    if unit_of(page.word(thing)):
        return None, end
    measured = named(page.tokens, Quantity(number.first, at, thing, number.value))
    if measured.unit and is_told:
        figure, end = _built(page, measured, None, floor)  # "tens of billions of dollars", "a few hundred miles"
    else:
        things = counted(page.tokens, thing) if is_told or page.word(thing - 1) == "more" else None
        is_people = things is None and fate_at(page.tokens, thing)
        if not is_people and (things is None or page.word(things[1] - 1) == "times"):
            return None, end
        figure, end = _counting(page, number, things, floor)
    return replace(figure, bound=number.bound if figure.bound == "exact" else figure.bound), end


def _counting(page: _Page, number: Vague, things: tuple[int, int] | None, floor: int) -> tuple[Figure, int]:
    first, bound = bound_before(page.tokens, number.first, floor)
    unit = name_of(page.text, page.tokens, *things) if things else "people"
    what, end = (page.span(*things), things[1]) if things else (None, number.end)
    per, last, end = _per(page, number.end, end)
    span = page.span(first, last)
    return Figure(page.document_id, span, value=number.value, unit=unit, bound=bound, per=per, what=what), end
