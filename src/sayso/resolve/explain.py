"""Why a statement is as it is, as far as stage 3 decides: who, which act, when, and where each further field stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..ledger import Attribution, Decision, Reason, Span, Statement
from ..ledger.explanation import About
from . import acts
from .actors import Cast
from .actors.explained import who
from .acts_explained import act
from .manner import quoted_words
from .times import Sayings
from .times.explained import when


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the statements of one document were made of: spans as found, who is who, and the times."""

    attributions: tuple[Attribution, ...]
    cast: Cast
    sayings: Sayings

    def found(self, statement: Statement) -> Attribution | None:
        """The attribution that a statement was made of: the one with its cue and content."""
        anchor = statement.cue or statement.content[0]
        alike = [each for each in self.attributions if each.anchor == anchor]
        return next((each for each in alike if each.content == statement.content), alike[0] if alike else None)


def explain(grounds: Grounds, statement: Statement) -> tuple[Decision, ...]:
    """The decisions of stage 3 about one statement, in the order in which a reader asks."""
    found = grounds.found(statement)
    if found is None:
        return ()
    return (
        who(grounds.cast, found),
        act(found, statement),
        when(grounds.sayings, found, statement),
        *(decide(grounds, found, statement) for decide in _FIELDS),
    )


_Field = Callable[[Grounds, Attribution, Statement], Decision]


def _addressee(grounds: Grounds, found: Attribution, statement: Statement) -> Decision:
    own = statement.addressee
    decided = _role("addressee", found.addressee, own, statement)
    cast = grounds.cast
    name = next((actor.name for actor in cast.actors if own and actor.id == cast.actor_of(own)), None)
    return Decision(
        decided.about, name or decided.answer, None, decided.spans, cast.way(own) if own else (), decided.reasons
    )


def _setting(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    return _role("setting", found.setting, statement.setting, statement)


def _via(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    return _role("via", found.via, statement.via, statement)


def _condition(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    return _role("condition", found.condition, statement.condition, statement)


def _role(about: About, found: Span | None, own: Span | None, statement: Statement) -> Decision:
    """A span of the statement: read as a role of its cue in stage 2, or found by its words in stage 3."""
    if own is None:
        return Decision(about, None)
    if own == found:
        cue = (statement.cue,) if statement.cue else ()
        return Decision(about, own.text, spans=(own,), reasons=(Reason("read as a role of the cue", spans=cue),))
    opening = Span(own.start, own.start + len(own.text.split()[0]), own.text.split()[0])
    return Decision(
        about, own.text, spans=(own,), reasons=(Reason("found by the words that open it", spans=(opening,)),)
    )


def _targets(grounds: Grounds, _: Attribution, statement: Statement) -> Decision:
    names = {actor.id: actor for actor in grounds.cast.actors}
    reach = (
        ("the addressee", (statement.addressee,)),
        ("the content", statement.content),
        ("the cue", (statement.cue,)),
    )
    reasons = []
    for target in statement.target_ids:
        for where, spans in reach:
            if any(span is not None and target in grounds.cast.actors_in(span) for span in spans):
                shown = [m for _, m in names[target].mentions if any(s is not None and s.holds(m) for s in spans)]
                reasons.append(Reason(f"{where} names {names[target].name}", spans=tuple(shown[:1])))
                break
    answer = ", ".join(names[target].name for target in statement.target_ids if target in names)
    return Decision("targets", answer or None, reasons=tuple(reasons))


def _manner(_: Grounds, __: Attribution, statement: Statement) -> Decision:
    inside, outside = quoted_words(statement.content)
    if not statement.content:
        return Decision("manner", statement.manner, reasons=(Reason("it has no content"),))
    share = "all" if not outside else "none" if not inside else f"{inside}"
    words = f"{share} of its {inside + outside} words stand in quotation marks"
    return Decision("manner", statement.manner, reasons=(Reason(words),))


def _negated(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    match = acts.negation(found)
    if match is None or found.cue is None:
        return Decision("negated", "negated" if statement.negated else None)
    word = Span(found.cue.start + match.start(), found.cue.start + match.end(), match[0])
    if statement.negated:
        return Decision("negated", "negated", spans=(word,), reasons=(Reason("the cue says that it was not said"),))
    reason = Reason(f"the negation in the cue is part of the act “{statement.act}”", spans=(word,))
    return Decision("negated", None, reasons=(reason,))


def _hedge(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    cue = (found.cue,) if found.cue is not None else ()
    entry = acts.cue_entry(found.cue.text) if found.cue is not None else None
    if statement.hedge == "neutral":
        words = "the cue takes no stand" if entry is not None else "no word of the cue is known to take a stand"
    else:
        side = "doubts" if statement.hedge == "doubted" else "stands behind"
        words = f"with this cue a report {side} what is said, by the table of cues"
    return Decision("hedge", statement.hedge, spans=cue, reasons=(Reason(words),))


_FIELDS: tuple[_Field, ...] = (_addressee, _targets, _setting, _via, _condition, _manner, _negated, _hedge)
