"""Why a statement is as it is: each decision with what spoke for it, the answers it might have had, and the spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .form import WRITERS, span_out
from .ledger import Ledger
from .response import Relation
from .span import Span
from .statement import Statement
from .steps import Step

About = Literal[
    "who",
    "act",
    "when",
    "manner",
    "hedge",
    "negated",
    "addressee",
    "targets",
    "setting",
    "via",
    "condition",
    "confidence",
    "parent",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that spoke for an answer or against it, in words, and the spans that show it.

    `added` is what it put to the score, in log odds (0.7 doubles the odds, -0.7 halves them); None where a rule
    decided and nothing was weighed.
    """

    words: str
    added: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """What the answer might have been instead, with its probability where answers were weighed, and why it is not."""

    answer: str
    probability: float | None = None
    reasons: tuple[Reason, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One field of a statement: its answer (None for none), where it stands, and what it rests on.

    `way` leads from the mention that the text gives to the actor's fullest one; it is empty but for "who".
    """

    about: About
    answer: str | None
    probability: float | None = None
    spans: tuple[Span, ...] = ()
    way: tuple[Step, ...] = ()
    reasons: tuple[Reason, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """A pair of statements that was looked at: the link that is made, or the likeliest one that is not.

    `probability` is that of the link among all that the later statement may answer, `bar` the least at which one is
    made; both are None for a retelling, which a rule finds. `start` is the log odds of a pair for which nothing speaks.
    """

    from_id: str
    to_id: str
    relation: Relation
    is_made: bool
    probability: float | None = None
    bar: float | None = None
    start: float | None = None
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of why one statement of `ledger`, the ledger of its report, is as it is."""

    ledger: Ledger
    statement_id: str
    decisions: tuple[Decision, ...] = ()
    links: tuple[Weighing, ...] = ()

    @property
    def statement(self) -> Statement:
        return next(statement for statement in self.ledger.statements if statement.id == self.statement_id)

    def of(self, about: About) -> Decision | None:
        """The decision about one field."""
        return next((decision for decision in self.decisions if decision.about == about), None)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form (docs/explanation.schema.json): rows of the ledger as the ledger has them, and the reasons."""
        statement = self.statement
        actor = self.ledger.actor(statement.actor_id)
        others = {end for link in self.links for end in (link.from_id, link.to_id)} | {statement.parent_id}
        return {
            "document": statement.document_id,
            "statement": WRITERS["statements"](statement),
            "actor": WRITERS["actors"](actor) if actor else None,
            "decisions": [_decision(each) for each in self.decisions],
            "links": [_weighing(each) for each in self.links],
            "others": [
                WRITERS["statements"](other)
                for other in self.ledger.statements
                if other.id in others and other.id != statement.id
            ],
        }


def _decision(x: Decision) -> dict[str, Any]:
    return {
        "about": x.about,
        "answer": x.answer,
        "probability": x.probability,
        "spans": _spans(x.spans),
        "way": [_step(step) for step in x.way],
        "reasons": _reasons(x.reasons),
        "options": [
            {"answer": o.answer, "probability": o.probability, "reasons": _reasons(o.reasons), "spans": _spans(o.spans)}
            for o in x.options
        ],
    }


def _step(x: Step) -> dict[str, Any]:
    return {
        "span": span_out(x.span),
        "rule": x.rule,
        "score": x.score,
        "signs": [{"words": words, "added": added} for words, added in x.signs],
        "others": [{"answer": name, "probability": chance} for name, chance in x.others],
    }


def _weighing(x: Weighing) -> dict[str, Any]:
    return {
        "from": x.from_id,
        "to": x.to_id,
        "relation": x.relation,
        "made": x.is_made,
        "probability": x.probability,
        "bar": x.bar,
        "start": x.start,
        "reasons": _reasons(x.reasons),
        "evidence": _spans(x.evidence),
        "note": x.note,
    }


def _reasons(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    return [{"words": x.words, "added": x.added, "spans": _spans(x.spans)} for x in reasons]


def _spans(spans: tuple[Span, ...]) -> list[dict[str, Any] | None]:
    return [span_out(span) for span in spans]
