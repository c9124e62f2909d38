"""What a rule about times sees and what it answers: tokens as letters, the anchors at hand, a value in TIMEX3 form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ...ledger import Span
from ...ledger.value import Anchor, TimexType
from ..tokens import Token
from .calendar import first_day, grain, unit_value
from .timewords import unit_of, weekday_of


class Reading(NamedTuple):
    """The answer of a rule: `value` None where it is a time but no anchor tells which."""

    type: TimexType
    value: str | None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of tokens that fits a rule's pattern.

    `classes` has one letter for each token of the text (see timewords). `reference` is the value of the latest time
    of the calendar named before this one, `quarter` that of the latest quarter of a year. `is_future` tells which way
    the clause looks: True ahead, False back, None unknown.
    """

    text: str
    tokens: list[Token]
    classes: str
    match: re.Match[str]
    published: date | None
    reference: str | None
    quarter: str | None
    looks: Callable[[list[Token], int, int], bool | None]

    def token(self, group: str) -> Token | None:
        """The first token of a group of the pattern; None when the pattern has no such group or it took no part."""
        if group not in self.match.re.groupindex:
            return None
        at = self.match.start(group)
        return self.tokens[at] if at >= 0 and self.match.end(group) > at else None

    def word(self, group: str) -> str:
        token = self.token(group)
        return token.word if token else ""

    def number(self, group: str) -> float:
        """The number that a group holds; 1.0 for an article or none."""
        token = self.token(group)
        return token.value if token is not None and token.value is not None else 1.0

    def unit(self, group: str) -> str:
        """The unit of time that a group names, in the singular: "weeks" → "week"."""
        return unit_of(self.word(group))

    def weekday(self, group: str) -> int | None:
        """The weekday that a group names, Monday 0: "Tuesday", "Tues.", "Tuesdays"; None for none."""
        return weekday_of(self.word(group))

    @property
    def is_future(self) -> bool | None:
        return self.looks(self.tokens, self.match.start(), self.match.end())

    @property
    def first(self) -> Token:
        return self.tokens[self.match.start()]

    def before(self, steps: int = 1) -> str:
        """The word that stands `steps` tokens before the hit; "" at the beginning of the text."""
        at = self.match.start() - steps
        return self.tokens[at].word if at >= 0 else ""

    def after(self, steps: int = 0) -> str:
        """The word that stands `steps` tokens after the hit; "" at the end of the text."""
        at = self.match.end() + steps
        return self.tokens[at].word if at < len(self.tokens) else ""

    @property
    def span(self) -> Span:
        return Span.of(self.text, self.first.start, self.tokens[self.match.end() - 1].end)

    def from_published(self, unit: str, steps: int, kind: TimexType = "date") -> Reading:
        """The unit `steps` away from the day of publication; unresolved where that day is not known."""
        value = unit_value(self.published, unit, steps) if self.published else None
        return Reading(kind, value, "published" if value else None)

    def loosely(self, value: str) -> Reading:
        """PAST_REF, PRESENT_REF or FUTURE_REF, as seen from the day of publication; unresolved without that day."""
        return Reading("date", value, "published") if self.published else Reading("date", None)

    def from_reference(self, unit: str, steps: int) -> Reading:
        """The unit `steps` away from the latest date the text named, or else from the day of publication."""
        day = first_day(self.reference) if self.reference else None
        if day is None or (unit == "day" and self.reference and grain(self.reference) != "day"):
            return self.from_published(unit, steps)
        value = unit_value(day, unit, steps)
        return Reading("date", value, "document" if value else None)


# A letter or a class of letters in a group of its own; a group that holds none; a letter or class, and whether it may
# be lacking.
_LONE = re.compile(r"\(\?P<\w+>(\[[^\]]*\]|[^()\[\]|?*+{}.\\])\)")
_GROUP = re.compile(r"\([^()]*\)[?*+]?")
_ATOM = re.compile(r"(\[[^\]]*\]|.)([?*{]?)")


def needs(core: str) -> tuple[frozenset[str], ...]:
    """Of each of these sets a text has a letter where `core` is found in it.

    >>> [sorted(letters) for letters in needs("(?P<n>[Na])-?(?:[+]z)?(?P<u>U)G")]
    [['N', 'a'], ['U'], ['G']]
    """
    rest = _LONE.sub(r"\1", core)
    while _GROUP.search(rest):
        rest = _GROUP.sub("", rest)
    if "|" in rest:
        return ()
    return tuple(frozenset(atom.strip("[]")) for atom, lacks in _ATOM.findall(rest) if not lacks)


class Rule(NamedTuple):
    """`pattern` runs over the letters of timewords; `read` answers None when the hit is no time after all.

    Every match of `pattern` holds one of `core`, which is looked for first: a pattern with an optional opening is tried
    at every letter, a core only where its first letter stands. And neither is where a text has no letter of `needs`.
    """

    pattern: re.Pattern[str]
    core: re.Pattern[str]
    read: Callable[[Hit], Reading | None]
    needs: tuple[frozenset[str], ...]


def rule(opening: str, core: str, read: Callable[[Hit], Reading | None]) -> Rule:
    """The rule for what may open an expression ("the end of") and, right behind it, what must stand there."""
    return Rule(re.compile(opening + core), re.compile(core), read, needs(core))


def rules(*rows: tuple[str, str, Callable[[Hit], Reading | None]]) -> tuple[Rule, ...]:
    return tuple(rule(*row) for row in rows)
