"""A ledger as a person reads it: one sheet a report, its statements numbered, nested and tied to what answers them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..ledger import Actor, Document, Exchange, Figure, Ledger, Span, Statement
from . import wording
from .ties import Desk, Tie, TieLine, mention_of, ties_of

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
# Below this a statement shows how sure the ledger is of it.
SURE = 0.6
# Where a reader kept less of the original's visible text, the header says so.
KEPT = 0.9
# Content of a nested statement that is shorter than this is not left out of the one it lies in.
_WORTH_LEAVING_OUT = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement to show; `wording` is its content in the report's own words, nested ones left out as "(3)"."""

    number: int
    depth: int
    statement: Statement
    searle: str
    speaker: str
    role: str
    mention: str
    time: str
    wording: str
    targets: tuple[str, ...]
    ties: tuple[Tie, ...]

    @property
    def act(self) -> str:
        return wording.act_words(self.statement.act, self.statement.negated)

    @property
    def tie_lines(self) -> tuple[TieLine, ...]:
        lines = []
        for verb, alike in groupby(self.ties, key=lambda tie: tie.verb):
            groups = tuple((whom, tuple(ties)) for whom, ties in groupby(alike, key=lambda tie: tie.whom))
            lines.append(TieLine(verb, groups))
        return tuple(lines)

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """What is out of the ordinary about it, as (label, words): its condition, the report's distance."""
        condition, hedge = self.statement.condition, self.statement.hedge
        is_told = condition is None or any(span.holds(condition) for span in self.statement.content)
        marks = [] if is_told or condition is None else [("on condition", wording.one_line(condition.text))]
        return (*marks, (f"{hedge} by the report", "")) if hedge != "neutral" else tuple(marks)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer as it is listed: "denies" and the entry that does; `report` names its report where that is another."""

    verb: str
    entry: Entry
    report: str


@dataclass(frozen=True, slots=True)
class Talk:
    """An exchange to show: what is said, what answers it, and `note` where only a third party does."""

    entry: Entry
    replies: tuple[Reply, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report: its entries in the order of the text with nested ones after the one they lie in, and its figures."""

    document: Document
    entries: tuple[Entry, ...]
    exchanges: tuple[Talk, ...]
    unanswered: tuple[Entry, ...]
    figures: tuple[Figure, ...]

    @property
    def words(self) -> int:
        return sum(1 for _ in _WORD.finditer(self.document.text))

    @property
    def figures_within(self) -> Iterator[tuple[Figure, Entry | None]]:
        """Each figure with the innermost entry in whose content it stands: one walk along the text."""
        entries = enumerate(self.entries)
        contents = sorted((piece.start, piece.end, at) for at, entry in entries for piece in entry.statement.content)
        begun, open_ = 0, list[tuple[int, int, int]]()
        for figure in self.figures:
            while begun < len(contents) and contents[begun][0] <= figure.span.start:
                open_.append(contents[begun])
                begun += 1
            open_ = [content for content in open_ if content[1] > figure.span.start]
            innermost = max((at for _, end, at in open_ if end >= figure.span.end), default=None)
            yield figure, None if innermost is None else self.entries[innermost]

    @property
    def title(self) -> str:
        return wording.one_line(self.document.title or self.document.path or self.document.url or "Untitled report")

    @property
    def byline(self) -> str:
        """Publisher, day, words and statements, with " · " between."""
        document = self.document
        day = f"{document.published.day} {document.published:%B %Y}" if document.published else "undated"
        known = [wording.one_line(document.publisher)] if document.publisher else []
        counted = (counted_words(self.words, "word"), counted_words(len(self.entries), "statement"))
        waiting = [f"{len(self.unanswered)} unanswered"] if self.unanswered else []
        return " · ".join([*known, day, *counted, *waiting])


def counted_words(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def sheets(ledger: Ledger) -> tuple[Sheet, ...]:
    """One sheet a document, in the ledger's order; statements are numbered anew in each."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in ledger.statements:
        by_document[statement.document_id].append(statement)
    documents = [(document.id, document) for document in ledger.documents]  # an id is a hash of the whole text
    ordered = {document_id: tuple(_nested(by_document[document_id])) for document_id, _ in documents}
    desk = Desk(
        actors={actor.id: actor for actor in ledger.actors},
        statements={statement.id: statement for statement in ledger.statements},
        numbers={s.id: at for rows in ordered.values() for at, (s, _) in enumerate(rows, 1)},
        children=_children(ledger.statements),
        reports={i: wording.one_line(d.publisher or d.title or d.path or i) for i, d in documents},
    )
    ties = ties_of(ledger.responses, desk)
    made = {
        document_id: tuple(_entry(document, s, depth, desk, tuple(ties[s.id])) for s, depth in ordered[document_id])
        for document_id, document in documents
    }
    exchanges = ledger.exchanges()
    shown = {entry.statement.id: entry for entries in made.values() for entry in entries}
    talks: dict[str, list[Talk]] = defaultdict(list)
    for found in exchanges:
        if found.answers and found.opening.id in shown:
            talks[found.opening.document_id].append(_talk(found, shown, desk))
    waiting = {statement.id for statement in ledger.unanswered()}
    figures = sorted(ledger.figures, key=lambda figure: figure.span)
    return tuple(
        Sheet(
            document,
            made[document_id],
            tuple(talks[document_id]),
            tuple(entry for entry in made[document_id] if entry.statement.id in waiting),
            tuple(figure for figure in figures if figure.document_id == document_id),
        )
        for document_id, document in documents
    )


def _talk(found: Exchange, shown: Mapping[str, Entry], desk: Desk) -> Talk:
    own = found.opening.document_id
    answers = [(link, shown[link.from_id]) for link in found.answers if link.from_id in shown]
    replies = tuple(
        Reply(
            wording.RELATIONS[link.relation][0],
            entry,
            "" if entry.statement.document_id == own else desk.reports[entry.statement.document_id],
        )
        for link, entry in answers
    )
    return Talk(shown[found.opening.id], replies, wording.THIRD_PARTY if found.is_by_others else "")


def _children(statements: Iterable[Statement]) -> dict[str | None, list[Statement]]:
    children: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.parent_id != statement.id:
            children[statement.parent_id].append(statement)
    return children


def _nested(statements: Iterable[Statement]) -> Iterator[tuple[Statement, int]]:
    """Each statement with its depth: in the order of the text, children right after their parent."""
    rows = sorted(statements, key=lambda s: (*s.place, s.id))
    known = {s.id for s in rows}
    children = _children(rows)
    waiting = [(row, 0) for row in reversed(rows) if row.parent_id not in known]
    told: set[str] = set()
    while waiting:
        row, depth = waiting.pop()
        told.add(row.id)
        yield row, depth
        waiting.extend((child, depth + 1) for child in reversed(children[row.id]))
    # A ring of parents is a defect elsewhere; what stands in it is still shown.
    yield from ((row, 0) for row in rows if row.id not in told)


def _entry(document: Document, statement: Statement, depth: int, desk: Desk, ties: tuple[Tie, ...]) -> Entry:
    actor = desk.actors.get(statement.actor_id or "")
    source = statement.source.text if statement.source else wording.UNATTRIBUTED
    targets = (desk.actors[i] for i in statement.target_ids if i in desk.actors)
    return Entry(
        number=desk.numbers[statement.id],
        depth=depth,
        statement=statement,
        searle=wording.ACTS[statement.act][0],
        speaker=wording.one_line(actor.name if actor else source),
        role=_role(actor, statement.document_id),
        mention=mention_of(actor, statement),
        time=wording.time_words(statement.time, document.published.year if document.published else None),
        wording=_wording(document, statement, desk),
        targets=tuple(wording.one_line(wording.short_name(target)) for target in targets),
        ties=ties,
    )


def _role(actor: Actor | None, document_id: str) -> str:
    """The title and affiliation that this report gives, the longest of them."""
    roles = [role for role in actor.roles if role.document_id == document_id] if actor else []
    if not roles:
        return ""
    role = max(roles, key=lambda r: (len(r.title) + len(r.affiliation or ""), -r.span.start))
    title, affiliation = wording.one_line(role.title), wording.one_line(role.affiliation or "")
    return title if affiliation.casefold() in title.casefold() else f"{title}, {affiliation}"


def _wording(document: Document, statement: Statement, desk: Desk) -> str:
    return wording.one_line(" … ".join(_without(document.text, statement, span, desk) for span in statement.content))


def _without(text: str, statement: Statement, span: Span, desk: Desk) -> str:
    """The words of `span`, with the long contents of nested statements left out: "Ito’s claim that … (3)"."""
    told, at = "", span.start
    inside = [(p, c) for c in desk.children[statement.id] for p in c.content if span.holds(p) and p != span]
    for piece, child in sorted(inside, key=lambda pair: pair[0]):
        if piece.start < at or piece.end - piece.start < _WORTH_LEAVING_OUT or child.id not in desk.numbers:
            continue
        told += f"{text[at : piece.start].rstrip()} … ({desk.numbers[child.id]})"
        at = piece.end
    return told + text[at : span.end]
