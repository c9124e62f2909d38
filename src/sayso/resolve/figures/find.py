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
from .counted import counted, fate_at, name_of, phrase_after
from .money import settled
from .quantity import Quantity, named, quantity, shared_scale
from .rates import rate
from .screen import is_counting
from .units import in_si, rounded, unit_at

# "dozens of", "tens of thousands of": the smallest number that the plural allows.
_PLURALS = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
# "rose from 5 per cent to 10": two figures, not one range.
_CHANGES = word_set(
    """
    rise rose risen rising raise raised raising increase increased increasing fall fell fallen falling drop
    dropped cut cutting reduce reduced grow grew grown growing jump jumped climb climbed expand expanded decline
    declined decrease decreased up down went double doubled shrink shrank swell swelled lower lowered boost
    boosted slash slashed surge surged widen widened narrow narrowed
    """
)
_NUMBERS = frozenset({"number", "fraction"})
_WORDS = frozenset({*_PLURALS, "half", "quarter"})
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
    if token.word in _PLURALS and token.kind == "word":
        return _vague_plural(page, at)
    if at in page.covered:
        return None, at + 1
    if token.kind != "number":
        return _part_of_unit(page, at, floor)
    low = quantity(page.tokens, at, floor)
    high = _range_end(page, low)
    last = high or low
    if not abs(last.value) < _LARGEST or not is_counting(page.tokens, low, last):
        return None, last.end
    return _built(page, low, high, floor)


def _range_end(page: _Page, low: Quantity) -> Quantity | None:
    """The upper end of a range that begins with `low`: "3 miles to 5 miles", "between 5 and 10", "two or three"."""
    start = low.end + 1 if page.word(low.end) == "-" and page.word(low.end + 1) in ("to", "or") else low.end
    joint, at = page.word(start), start + 1
    if at < len(page.tokens) and page.tokens[at].kind != "number":
        # A money sign may stand before the second number: "$3 to $5", "US$3 to US$5".
        at = next((k for k in (at + 1, at + 2) if k < len(page.tokens) and page.tokens[k].kind == "number"), at)
    if at >= len(page.tokens) or page.tokens[at].kind != "number" or at in page.covered:
        return None
    high = quantity(page.tokens, at)
    if low.is_money and high.unit == "metre" and page.word(high.number + 1) == "m":
        high = replace(high, value=high.value * 1e6, unit=None, measure=None)  # "$5m-7m"
    if high.first != start + 1:
        return None
    before = page.word(low.first - 1)
    is_range = (
        joint in ("-", "–", "—", "‑")
        or (joint == "to" and before not in ("by", "vote", "voted", "score"))
        or (joint == "and" and before == "between")
        or (joint == "or" and high.value - low.value == 1)
    )
    if not is_range or (before == "from" and _is_change(page, low.first - 1)):
        return None
    has_same_unit = low.unit is None or high.unit is None or low.unit == high.unit
    return high if has_same_unit and high.value > low.value else None


def _is_change(page: _Page, at: int) -> bool:
    return any(page.word(k) in _CHANGES for k in range(max(0, at - 8), at))


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
    if head.unit is None:
        things = counted(page.tokens, _thing_at(page, end))
        if things is None:
            is_people = fate_at(page.tokens, end) or page.word(first - 1) in _HARMS
            return ("people" if is_people else None), None, end
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


def _vague_plural(page: _Page, at: int) -> tuple[Figure | None, int]:
    """Reads "dozens of ships": at least 24; "tens of thousands of people": at least 20,000."""
    value, end = _PLURALS[page.word(at)], at + 1
    first = at
    if page.word(end) == "of" and page.word(end + 1) in _PLURALS:
        value, end = value / 2 * _PLURALS[page.word(end + 1)], end + 2
    if page.word(end) != "of" or unit_of(page.word(end + 1)):
        return None, end
    measured = named(page.tokens, Quantity(first, at, end + 1, value))
    if measured.unit:
        figure, end = _built(page, measured, None, first)
        return replace(figure, bound="at_least"), end  # "tens of billions of dollars", "hundreds of miles"
    things = counted(page.tokens, end + 1)
    if things is None or page.word(things[1] - 1) == "times":
        return None, end
    span = page.span(first, end)
    unit = name_of(page.text, page.tokens, *things)
    return Figure(page.document_id, span, value=value, unit=unit, bound="at_least", what=page.span(*things)), end
