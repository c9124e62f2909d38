"""Why these links and no others: every pair's score feature by feature, and the likeliest pair that fell short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from ..ledger import ACTS, Actor, Decision, Document, Reason, Statement, Weighing
from ..ledger.response import AWAITING
from ..ledger.statement import Act
from . import context
from .answers import judge, reasons, relation_by
from .candidates import ANSWERS, Way
from .evidence import evidence, shown
from .nesting import holding
from .scoring import Link, Scored, score
from .view import Ties, look
from .weights import BIAS, THRESHOLD

# The acts that answer something: one of these with no link has its likeliest candidate told.
_ANSWERS = frozenset({"deny", "reject", "agree", "decline_comment"})
_MATTERS = 0.05  # a feature that adds less is left out
_TELLS = 0.15  # what adds less to an act, over the average act, is left out


def in_report(
    document: Document,
    alone: tuple[Statement, ...],
    actors: tuple[Actor, ...],
    statement: Statement,
    decisions: tuple[Decision, ...],
    ties: Ties | None = None,
) -> tuple[Decision, ...]:
    """The decisions with that on the act as the whole report leaves it: what it added, and the chances after it.

    `alone` are the report's statements before `answers.relate` weighed their acts again.
    """
    view = next((view for view in look(document, alone, actors, ties) if statement.id in view.ids), None)
    if view is None or len(view) < 2 or not statement.acts:
        return decisions  # it was not weighed again
    at = view.ids.index(statement.id)
    told = {name: float(values[at]) for name, values in context.added(score(view)).items()}
    return tuple(_weighed(each, statement, told) if each.about == "act" else each for each in decisions)


def _weighed(decision: Decision, statement: Statement, told: dict[str, float]) -> Decision:
    chances = dict(statement.acts)
    options = [
        replace(
            option,
            probability=round(chances.get(option.answer, 0.0), 3),
            reasons=(*option.reasons, *_of_report(option.answer, told)),
        )
        for option in decision.options
    ]
    return replace(
        decision,
        probability=round(chances.get(statement.act, 0.0), 3) or decision.probability,
        reasons=tuple(
            sorted((*decision.reasons, *_of_report(statement.act, told)), key=lambda reason: -(reason.added or 0.0))
        ),
        options=tuple(sorted(options, key=lambda option: -(option.probability or 0.0))),
    )


def _of_report(act: str, told: dict[str, float]) -> Iterator[Reason]:
    """What the report adds to an act, over what it adds to the acts on average."""
    for name, holds in told.items():
        weights = context.ADDED[name]
        over = holds * (weights.get(cast(Act, act), 0.0) - sum(weights.values()) / len(ACTS))
        if abs(over) >= _TELLS:
            yield Reason(f"the report: {name}", round(over, 2))


@dataclass(frozen=True, slots=True)
class _Desk:
    """One view judged: what every candidate was given, and the links that are made."""

    scored: Scored
    links: tuple[Link, ...]


def explain(
    document: Document,
    statements: tuple[Statement, ...],
    actors: tuple[Actor, ...],
    statement: Statement,
    ties: Ties | None = None,
) -> tuple[Decision, tuple[Weighing, ...]]:
    """Why the statement lies where it does, and each link from it or to it: those made, and those expected in vain.

    `statements`, `actors` and `ties` as for `answers.respond`, of which this asks the very scores.
    """
    view = next(view for view in look(document, statements, actors, ties) if statement.id in view.ids)
    parent = _parent(statements, statement)
    if len(view) < 2:
        return parent, ()
    desk = _Desk(*judge(view))
    at = view.ids.index(statement.id)
    made = [_made(desk, link) for link in desk.links if at in (link.row, link.column)]
    return parent, (*made, *_missed(desk, at))


def _parent(statements: tuple[Statement, ...], statement: Statement) -> Decision:
    outer = next((other for other in statements if other.id == statement.parent_id), None)
    if outer is None:
        return Decision("parent", None)
    anchor = statement.cue or statement.source or statement.content[0]
    reason = Reason("the content of that one holds its " + ("cue" if statement.cue else "words"), spans=(anchor,))
    return Decision("parent", outer.id, spans=holding(outer, statement), reasons=(reason,))


def _made(desk: _Desk, link: Link) -> Weighing:
    return _weighing(desk.scored, link.way, (link.row, link.column), is_made=True)


def _weighing(scored: Scored, way: Way, pair: tuple[int, int], is_made: bool, note: str = "") -> Weighing:
    row, column = pair
    view = scored.view
    told = tuple(
        Reason(name, added, shown(view, row, column, name))
        for name, added in reasons(scored, way, row, column)
        if abs(added) >= _MATTERS
    )
    return Weighing(
        view.ids[row],
        view.ids[column],
        relation_by(view, way, row, column),
        is_made,
        round(float(scored.chances[way][row, column]), 3),
        THRESHOLD[way],
        BIAS[way],
        tuple(sorted(told, key=lambda reason: -(reason.added or 0.0))),
        evidence(view, row, column),
        note,
    )


def _missed(desk: _Desk, at: int) -> Iterator[Weighing]:
    """The likeliest link that is not made, where one would expect the statement to answer, or to be answered."""
    statement = desk.scored.view.statements[at]
    settled = {link.row for link in desk.links if link.relation not in ("repeats", "same_utterance")}
    answered = {link.column for link in desk.links if link.relation not in ("repeats", "same_utterance")}
    if statement.act in _ANSWERS and not statement.negated and at not in settled:
        yield from _nearest(desk, at, is_answer=True)
    if statement.act in AWAITING and not statement.negated and at not in answered:
        yield from _nearest(desk, at, is_answer=False)


def _nearest(desk: _Desk, at: int, is_answer: bool) -> Iterator[Weighing]:
    """Of all candidates the one that comes nearest to its bar."""
    scored, best = desk.scored, None
    for way in ANSWERS:
        pairs, chances = scored.pairs[way], scored.chances[way]
        allowed, given = (pairs[at], chances[at]) if is_answer else (pairs[:, at], chances[:, at])
        if allowed.any():
            other = int(np.argmax(np.where(allowed, given, -1.0)))
            row = (float(given[other]) - THRESHOLD[way], way, other)
            best = row if best is None or best[0] < row[0] else best
    if best is not None:
        _, way, other = best
        pair = (at, other) if is_answer else (other, at)
        yield _weighing(scored, way, pair, is_made=False, note=_why_not(desk, way, pair))


def _why_not(desk: _Desk, way: Way, pair: tuple[int, int]) -> str:
    """What stood in the way: the bar, or a likelier link of the same statement."""
    row, column = pair
    chance = float(desk.scored.chances[way][row, column])
    rival = next((link for link in desk.links if link.row == row and link.column != column), None)
    if chance < THRESHOLD[way]:
        words = "below the bar"
        return f"{words}; the later one has another link" if rival is not None else words
    return "the later one answers another statement, which is likelier"
