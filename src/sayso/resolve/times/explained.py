"""Why this time: the rule that tied it to the saying, what its value was counted from, the times that are not it."""

from __future__ import annotations

from ...ledger import Attribution, Decision, Option, Reason, Statement, Timex
from .find import reference_of
from .refused import refused
from .saying import Sayings


def when(sayings: Sayings, found: Attribution, statement: Statement, dated_by: str | None = None) -> Decision:
    """The time of the saying; answer None where there is none, or none with a value.

    `dated_by` says what gave the day of publication, which is told beside it.
    """
    choice, time = sayings.choose(found), statement.time
    others = tuple(
        Option(other.value or other.text, reasons=(Reason(why),), spans=(other.span,))
        for other, why in refused(sayings, found)
        if time is None or other.span != time.span
    )
    published = _published(sayings, dated_by)
    if time is None:
        reasons = (Reason("no time near is tied to the saying"), *published)
        return Decision("when", None, reasons=reasons, options=others)
    is_chosen = choice.time is not None and choice.time.span == time.span
    why = choice.why if is_chosen else "its surroundings date it"
    reasons = (Reason(why), _counted(sayings, time), *published)
    return Decision("when", time.value, spans=(time.span,), reasons=reasons, options=others)


def _published(sayings: Sayings, dated_by: str | None) -> tuple[Reason, ...]:
    """What gave the report its day; nothing where the document was made without saying so."""
    if sayings.published is None or dated_by is None:
        return ()
    return (Reason(f"the day of the report, {sayings.published}, is from {dated_by}"),)


def _counted(sayings: Sayings, time: Timex) -> Reason:
    """What the value was counted from, or why there is none."""
    if time.anchor == "published":
        return Reason(f"counted from the day of publication, {sayings.published}")
    if time.anchor == "document":
        known = reference_of(sayings.times, time)
        if known is not None:
            return Reason(f"counted from the date before it in the text, {known.value}", spans=(known.span,))
    if time.value is not None:
        return Reason("it names its day itself")
    if sayings.published is None:
        return Reason("no value: the report has no day of publication to count from (--published gives one)")
    return Reason("it names no day of the calendar")
