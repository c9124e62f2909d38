"""What a text measures: when (Timex, after TIMEX3) and how much (Figure)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .identity import content_id
from .interval import Interval, edtf, interval
from .span import Span

TimexType = Literal["date", "time", "duration", "set"]
Anchor = Literal["published", "document"]
Bound = Literal["exact", "about", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression; `value` in TIMEX3 form ("2021-12-21", "2021-W51", "P3M") or None while unresolved.

    `anchor` says what a relative value was counted from: the day of publication, a date named in the text, or
    None for an absolute value and for an unresolved one. Source: TimeML 1.2.1, TIMEX3.
    """

    span: Span
    type: TimexType
    value: str | None = None
    anchor: Anchor | None = None

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def interval(self) -> Interval | None:
        """The days that the value covers; None where it names none of the calendar."""
        return interval(self.value) if self.type in ("date", "time") else None

    @property
    def edtf(self) -> str | None:
        """The value as EDTF writes it, "~" behind what the text gives as approximate; None as for `interval`."""
        written = edtf(self.value) if self.type in ("date", "time") else None
        is_about = self.text.lower().startswith(_ABOUT)
        return f"{written}~" if written and is_about and not set("/T") & set(written) else written


# How a text says that a date is only near the true one.
_ABOUT = ("about ", "around ", "circa ", "roughly ", "approximately ", "nearly ", "almost ", "some ", "c. ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: either `value`, or `low` and `high`.

    `unit` is an ISO 4217 code for money (its name, "peso", where the text does not say of which state), "percent",
    a unit of measure ("mile") or the noun counted ("troops"); `si_unit` with `si_value` (or `si_low`, `si_high`)
    where the unit is one of measure. `per` is "year", "day" …
    """

    document_id: str
    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    si_unit: str | None = None
    si_value: float | None = None
    si_low: float | None = None
    si_high: float | None = None
    bound: Bound = "exact"
    per: str | None = None
    what: Span | None = None

    @property
    def id(self) -> str:
        return content_id("f", self.document_id, self.span.start, self.span.end)
