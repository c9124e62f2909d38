"""Which statement answers which inside a report: the likeliest one or none, and what shows it."""

from __future__ import annotations

from collections.abc import Iterator

from ..ledger import Actor, Document, Response, Statement
from ..ledger.response import Relation
from .candidates import ANSWERS, Way
from .context import settled
from .evidence import evidence
from .retellings import retelling
from .scoring import Link, Scored, score
from .view import Matrix, Ties, View, look
from .weights import THRESHOLD, WEIGHTS

_DIRECTIVES = frozenset({"demand", "urge", "propose"})


def respond(
    document: Document, statements: tuple[Statement, ...], actors: tuple[Actor, ...], ties: Ties | None = None
) -> tuple[Response, ...]:
    """The responses between the statements of one report; at most one of each relation from each statement.

    `actors` are those of the report, with their mentions in it. Statements of other documents are left alone. Expects
    `parent_id` to be set (`nesting.nest`). A link below its way's threshold is not made: the linker abstains. `ties` is
    what the network sees between two statements; without it the table of features decides alone.
    """
    views = look(document, statements, actors, ties)
    return tuple(found for view in views if len(view) > 1 for found in _responses(view))


def relate(
    document: Document, statements: tuple[Statement, ...], actors: tuple[Actor, ...], ties: Ties | None = None
) -> tuple[tuple[Statement, ...], tuple[Response, ...]]:
    """The statements of one report with their acts weighed in its light (`context.py`), and the responses between them.

    Expects what `respond` expects.
    """
    views = [settled(score(view)) if len(view) > 1 else view for view in look(document, statements, actors, ties)]
    weighed = {statement.id: statement for view in views for statement in view.statements}
    found = tuple(response for view in views if len(view) > 1 for response in _responses(view))
    return tuple(weighed.get(statement.id, statement) for statement in statements), found


def judge(view: View) -> tuple[Scored, tuple[Link, ...]]:
    """What every candidate was given, and the links that are made: `respond` tells these, an explanation both."""
    scored = score(view)
    return scored, links(scored)


def links(scored: Scored) -> tuple[Link, ...]:
    """The links that the scores make, each above its way's threshold."""
    found = _best([*_answers(scored), *_retold(scored)])
    return tuple(sorted(found, key=lambda x: (x.row, x.relation)))


def _responses(view: View) -> Iterator[Response]:
    ids = view.ids
    for x in judge(view)[1]:
        shown = evidence(view, x.row, x.column)
        yield Response(ids[x.row], ids[x.column], x.relation, shown, x.confidence, x.reasons)


def _best(found: list[Link]) -> list[Link]:
    """Of the links of one statement and relation the likeliest."""
    best: dict[tuple[int, Relation], Link] = {}
    for link in found:
        known = best.setdefault((link.row, link.relation), link)
        if known.confidence < link.confidence:
            best[link.row, link.relation] = link
    return list(best.values())


def _answers(scored: Scored) -> Iterator[Link]:
    """What each statement answers: one claim, demand or proposal, and one question."""
    best = {way: _likeliest(scored.chances[way]) for way in ANSWERS}
    for row in range(len(scored.view)):
        sure = [way for way in ANSWERS if best[way][1][row] >= THRESHOLD[way]]
        for way in sure:
            if way == "counter" and "contradict" in sure:
                continue  # who denies a claim does not also "answer" it or another one: the denial is the answer
            yield _link(scored, way, row, best[way][0][row])


def _retold(scored: Scored) -> Iterator[Link]:
    """The earlier statement of which each is another telling."""
    columns, chances = _likeliest(scored.chances["retell"])
    for row, (column, chance) in enumerate(zip(columns, chances, strict=True)):
        if chance >= THRESHOLD["retell"]:
            yield _link(scored, "retell", row, column)


def _likeliest(chances: Matrix) -> tuple[list[int], list[float]]:
    """For each row the likeliest column, and how likely it is."""
    return chances.argmax(axis=1).tolist(), chances.max(axis=1).tolist()


def _link(scored: Scored, way: Way, row: int, column: int) -> Link:
    confidence = round(float(scored.chances[way][row, column]), 3)
    relation = relation_by(scored.view, way, row, column)
    return Link(row, column, relation, confidence, reasons(scored, way, row, column), way)


def relation_by(view: View, way: Way, row: int, column: int) -> Relation:
    """The relation that a link of this way between the two is."""
    if way == "retell":
        return retelling(view, row, column)
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
