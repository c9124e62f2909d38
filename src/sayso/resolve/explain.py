"""Why a statement is as it is, as far as stage 3 decides: who, which act, when, and where each further field stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

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
    """What the statements of one document were made of: spans as found, who is who, and the times.

    `as_read` are the attributions as stage 2 gave them, before the grammar around their cues added roles; `dated_by`
    says what gave the day of publication.
    """

    attributions: tuple[Attribution, ...]
    cast: Cast
    sayings: Sayings
    as_read: tuple[Attribution, ...]
    dated_by: str | None = None

    def found(self, statement: Statement) -> Attribution | None:
        """The attribution that a statement was made of: the one with its cue and content."""
        return _made_of(self.attributions, statement)

    def role(self, about: About, statement: Statement) -> Decision:
        """A span of the statement: read as a role of its cue, found by the grammar around it, or by its own words."""
        own: Span | None = getattr(statement, about)
        if own is None:
            return Decision(about, None)
        for attributions, words in ((self.as_read, "read as a role of the cue"), (self.attributions, _BY_GRAMMAR)):
            found = _made_of(attributions, statement)
            if found is not None and getattr(found, about) == own:
                cue = (statement.cue,) if statement.cue else ()
                return Decision(about, own.text, spans=(own,), reasons=(Reason(words, spans=cue),))
        word = own.text.split()[0]
        opening = (Span(own.start, own.start + len(word), word),) if about == "condition" else ()
        return Decision(about, own.text, spans=(own,), reasons=(Reason(_BY_WORDS[about], spans=opening),))


_BY_GRAMMAR = "found by the grammar around the cue"
_BY_WORDS: dict[About, str] = {
    "addressee": "found in the sayings around it",
    "setting": "another saying or a sentence near sets it, and it holds on",
    "via": "found in the sayings around it",
    "condition": "found by the words that open it",
}


def _made_of(attributions: tuple[Attribution, ...], statement: Statement) -> Attribution | None:
    anchor = statement.cue or statement.content[0]
    alike = [each for each in attributions if each.anchor == anchor]
    return next((each for each in alike if each.content == statement.content), alike[0] if alike else None)


def explain(grounds: Grounds, statement: Statement) -> tuple[Decision, ...]:
    """The decisions of stage 3 about one statement, in the order in which a reader asks."""
    found = grounds.found(statement)
    if found is None:
        return ()
    return (
        who(grounds.cast, found),
        act(found, statement),
        when(grounds.sayings, found, statement, grounds.dated_by),
        *(decide(grounds, found, statement) for decide in _FIELDS),
    )


_Field = Callable[[Grounds, Attribution, Statement], Decision]


def _addressee(grounds: Grounds, found: Attribution, statement: Statement) -> Decision:
    own, decided, cast = statement.addressee, grounds.role("addressee", statement), grounds.cast
    name = next((actor.name for actor in cast.actors if own and actor.id == cast.actor_of(own)), None)
    return replace(decided, answer=name or decided.answer, way=cast.way(own) if own else ())


def _setting(grounds: Grounds, found: Attribution, statement: Statement) -> Decision:
    return grounds.role("setting", statement)


def _via(grounds: Grounds, found: Attribution, statement: Statement) -> Decision:
    return grounds.role("via", statement)


def _condition(grounds: Grounds, found: Attribution, statement: Statement) -> Decision:
    return grounds.role("condition", statement)


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
        else:
            reasons.append(Reason("the sayings around it show whom it answers, or goes on against"))
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
    word = (
        (Span(found.cue.start + match.start(), found.cue.start + match.end(), match[0]),) if match and found.cue else ()
    )
    if statement.negated:
        words = "the cue says that it was not said" if word else "its source or its clause says that nobody said it"
        return Decision("negated", "negated", spans=word, reasons=(Reason(words),))
    part = f"the negation in the cue is part of the act “{statement.act.replace('_', ' ')}”"
    return Decision("negated", None, reasons=(Reason(part, spans=word),) if word else ())


def _hedge(_: Grounds, found: Attribution, statement: Statement) -> Decision:
    cue = (found.cue,) if found.cue is not None else ()
    side = {"doubted": "doubts what is said", "endorsed": "stands behind what is said"}.get(statement.hedge)
    if acts.hedge(found) != statement.hedge:
        words = f"by the words around the cue the report {side or 'takes no stand, though the cue might'}"
    else:
        words = f"with this cue a report {side}, by the table of cues" if side else "the cue takes no stand"
    return Decision("hedge", statement.hedge, spans=cue, reasons=(Reason(words),))


_FIELDS: tuple[_Field, ...] = (_addressee, _targets, _setting, _via, _condition, _manner, _negated, _hedge)
