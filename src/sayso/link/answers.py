"""Which statement answers which inside a report: the likeliest one or none, and what shows it."""

from __future__ import annotations

from collections.abc import Iterator

from ..ledger import Actor, Document, Response, Statement
from ..ledger.response import Relation
from .candidates import WAYS, Way
from .evidence import evidence
from .retellings import retellings
from .scoring import Link, Scored, score
from .view import View, look
from .weights import THRESHOLD, WEIGHTS

_DIRECTIVES = frozenset({"demand", "urge", "propose"})


def respond(document: Document, statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> tuple[Response, ...]:
    """The responses between the statements of one report; at most one of each relation from each statement.

    `actors` are those of the report, with their mentions in it. Statements of other documents are left alone. Expects
    `parent_id` to be set (`nesting.nest`). A link below its way's threshold is not made: the linker abstains.
    """
    return tuple(found for view in look(document, statements, actors) if len(view) > 1 for found in _responses(view))


def judge(view: View) -> tuple[Scored, tuple[Link, ...]]:
    """What every candidate was given, and the links that are made: `respond` tells these, an explanation both."""
    scored = score(view)
    links = list(_answers(scored))
    links += retellings(view, {(link.row, link.relation): link.column for link in links})
    return scored, tuple(sorted(_best(links), key=lambda x: (x.row, x.relation)))


def _responses(view: View) -> Iterator[Response]:
    ids = view.ids
    for x in judge(view)[1]:
        shown = evidence(view, x.row, x.column)
        yield Response(ids[x.row], ids[x.column], x.relation, shown, x.confidence, x.reasons)


def _best(links: list[Link]) -> list[Link]:
    """Of the links of one statement and relation the likeliest."""
    best: dict[tuple[int, Relation], Link] = {}
    for link in links:
        known = best.setdefault((link.row, link.relation), link)
        if known.confidence < link.confidence:
            best[link.row, link.relation] = link
    return list(best.values())


def _answers(scored: Scored) -> Iterator[Link]:
    """What each statement answers: one claim, demand or proposal, and one question."""
    best = {way: (table.argmax(axis=1).tolist(), table.max(axis=1).tolist()) for way, table in scored.chances.items()}
    for row in range(len(scored.view)):
        sure = [way for way in WAYS if best[way][1][row] >= THRESHOLD[way]]
        for way in sure:
            if way == "counter" and "contradict" in sure:
                continue  # who denies a claim does not also "answer" it or another one: the denial is the answer
            column, confidence = best[way][0][row], best[way][1][row]
            relation = relation_by(scored.view, way, row, column)
            yield Link(row, column, relation, round(confidence, 3), reasons(scored, way, row, column), way)


def relation_by(view: View, way: Way, row: int, column: int) -> Relation:
    """The relation that a link of this way between the two is."""
    return _relation(view, row, column) if way == "contradict" else "answers"


def _relation(view: View, row: int, column: int) -> Relation:
    """How the row takes a stand on the column: by its own act, and by what is there to be denied or refused."""
    answer, earlier = view.statements[row].act, view.statements[column].act
    if answer == "agree" or (answer == "praise" and earlier in _DIRECTIVES):
        return "accepts"
    if answer == "acknowledge":
        return "accepts" if earlier in _DIRECTIVES else "confirms"
    if earlier in _DIRECTIVES:
        return "rejects"
    if answer == "deny" or earlier == "allege":
        return "denies"
    refuses = view.marks["refuses"][row] and not view.marks["denies"][row]
    return "rejects" if answer == "reject" or refuses else "denies"


def reasons(scored: Scored, way: Way, row: int, column: int) -> tuple[tuple[str, float], ...]:
    """Each feature with what it added to the score, largest first; what added nothing is left out."""
    added = [
        (name, round(float(weight * scored.values[name][row, column]), 2)) for name, weight in WEIGHTS[way].items()
    ]
    return tuple(sorted((pair for pair in added if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0])))
