"""What the linker knows of a report: every comparison of two of its statements, worked out once as a small matrix.

Rows are the statements that may answer, columns those that may be answered, both in text order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import lexicon
from ..ledger import ACTS, Actor, Document, Span, Statement
from . import framing, wordstock
from .anaphora import Anaphor, anaphors
from .naming import Names
from .overlap import compare

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
Labels = tuple[str | None, ...]
# What the network sees of n statements, each by its cue and content: [n, n, SEEN], the row answering the column. Stage
# 2 has it ready (extract/ties.py); without it the table decides alone.
Ties = Callable[[Sequence[tuple[Span | None, tuple[Span, ...]]]], NDArray[np.float32]]
SEEN = 5  # the ways, as candidates.WAYS has them, and whether the row contradicts the column whatever their acts

# A noun cue without a source ("the suggestion that …") speaks for whoever said the same elsewhere in the report, where
# its content is at least so like theirs. Of the dossiers' unsourced claims that are told twice all lie above 0.3.
_SAME_CLAIM = 0.3
_PARAGRAPH = re.compile(r"\n\s*")
# Beyond this many statements a text is linked in parts; the longest single report of a newsroom has far fewer.
_AT_MOST = 500


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`statements` in text order, n of them; vectors have n entries, matrices are n × n (row answers column).

    One is the same as itself alone, so that measures which several features ask for are kept for it.
    """

    statements: tuple[Statement, ...]
    ids: tuple[str, ...]
    acts: Matrix  # n × number of ACTS: probability of each
    voices: Labels  # the actor that speaks; for an unsourced claim who said it elsewhere
    sides: Labels  # the country (or, failing that, the actor) that the speaker belongs to
    is_same_voice: Flags  # n × n
    is_same_side: Flags
    anaphors: tuple[tuple[Anaphor, ...], ...]  # nouns for sayings in each content
    names: Names
    named: tuple[Matrix, Matrix]  # the row names the column's speaker; his country (or himself)
    likeness: Matrix  # how much of their content two statements share, 0 to 1
    held: Matrix  # how much of the shorter content is in the other, 0 to 1
    own_words: Matrix  # how many words tell what the statement is about, sayings and names aside
    parents: NDArray[np.int64]  # position of the parent, -1 without
    paragraphs: NDArray[np.int64]
    is_headline: Flags
    depths: NDArray[np.int64]  # in how many-th paragraph with statements each stands: 0 is the headline or the opening
    lead_ins: tuple[Span | None, ...]  # "Responding to the charge," before a statement
    marks: dict[str, Flags]  # which statements deny, refuse, accept, confirm, negate, reply … by their words

    # How likely the first pass held it that the row contradicts the column, and that it answers the question.
    contradicted: Matrix
    questioned: Matrix
    countered: Matrix
    seen: Matrix  # n × n × SEEN: what the network adds to the log odds of each way, and the log odds of the last

    def __len__(self) -> int:
        return len(self.statements)


def look(
    document: Document, statements: Iterable[Statement], actors: Iterable[Actor], ties: Ties | None = None
) -> tuple[View, ...]:
    """The statements of a report, those of other documents left out, as one view.

    An archive in one file takes several: each has whole families of nested statements, and none sees another.
    """
    place = document.id
    # one of each id, and none without any span: such a statement stands nowhere
    known = {s.id: s for s in statements if s.document_id == place and (s.source or s.cue or s.content)}
    own = dict(sorted(known.items(), key=lambda pair: (pair[1].start, pair[0])))
    names = Names.of(document, actors)
    return tuple(_view(document, part, names, ties) for part in _parts(own))


def _parts(statements: dict[str, Statement]) -> Iterator[dict[str, Statement]]:
    part: dict[str, Statement] = {}
    for identity, statement in statements.items():
        if len(part) >= _AT_MOST and statement.parent_id not in part:
            yield part
            part = {}
        part[identity] = statement
    if part:
        yield part


def _view(document: Document, part: dict[str, Statement], names: Names, ties: Ties | None) -> View:
    own = tuple(part.values())
    likes, held = compare([[span.text for span in s.content] for s in own])
    voices = _voices(own, likes)
    sides = tuple(names.side_of(voice) for voice in voices)
    position = {identity: i for i, identity in enumerate(part)}
    starts = np.array([s.start for s in own], dtype=np.int64)
    line_ends = _PARAGRAPH.finditer(document.text, int(starts[0]), int(starts[-1]) + 1)
    breaks = np.array([found.end() for found in line_ends], dtype=np.int64)
    paragraphs = np.searchsorted(breaks, starts, side="right")
    is_headline = starts < document.body
    before = [framing.lead_in(document.text, s) for s in own]
    lead_ins = tuple(map(framing.answering, before))
    nothing = np.zeros((len(own), len(own)))
    seen = ties([(s.cue, s.content) for s in own]) if ties else np.zeros((len(own), len(own), SEEN))
    return View(
        statements=own,
        ids=tuple(part),
        acts=_acts(own),
        voices=voices,
        sides=sides,
        is_same_voice=_equal(voices),
        is_same_side=_equal(sides),
        anaphors=tuple(anaphors(s, led) for s, led in zip(own, lead_ins, strict=True)),
        names=names,
        named=_named(own, lead_ins, voices, sides, names),
        likeness=likes,
        held=held,
        own_words=np.array([_own_words(s) for s in own], dtype=np.float64),
        parents=np.array([position.get(s.parent_id or "", -1) for s in own], dtype=np.int64),
        paragraphs=paragraphs,
        is_headline=is_headline,
        depths=np.unique(np.where(is_headline, -1, paragraphs), return_inverse=True)[1],
        lead_ins=lead_ins,
        marks=_marks(document.text, own, before),
        contradicted=nothing,
        questioned=nothing,
        countered=nothing,
        seen=seen.astype(np.float64),
    )


def with_acts(view: View, statements: tuple[Statement, ...]) -> View:
    """The view with the same statements under other acts, as `look` would see them: nothing is scored yet."""
    voices, nothing = _voices(statements, view.likeness), np.zeros((len(view), len(view)))
    view = replace(view, contradicted=nothing, questioned=nothing, countered=nothing)
    view = replace(view, statements=statements, acts=_acts(statements))
    if voices == view.voices:
        return view
    sides = tuple(map(view.names.side_of, voices))
    return replace(
        view,
        voices=voices,
        sides=sides,
        is_same_voice=_equal(voices),
        is_same_side=_equal(sides),
        named=_named(statements, view.lead_ins, voices, sides, view.names),
    )


def _equal(labels: Labels) -> Flags:
    """n × n: the two have the same label; nobody is the same as an unknown one."""
    known = {label: i for i, label in enumerate(dict.fromkeys(labels))}
    codes = np.array([-1 - i if label is None else known[label] for i, label in enumerate(labels)], dtype=np.int64)
    same: Flags = codes[:, None] == codes[None, :]
    same &= np.array([label is not None for label in labels], dtype=bool)
    return same


def reach(statement: Statement, lead_in: Span | None = None) -> tuple[Span, ...]:
    """Where a statement names what it is about: its cue, its content, whom it speaks to, and what leads in to it."""
    spots = (lead_in, statement.cue, *statement.content, statement.addressee)
    return tuple(span for span in spots if span is not None)


def _named(
    statements: tuple[Statement, ...], lead_ins: tuple[Span | None, ...], voices: Labels, sides: Labels, names: Names
) -> tuple[Matrix, Matrix]:
    n = len(statements)
    by_name, by_side = np.zeros((n, n)), np.zeros((n, n))
    columns_of_voice, columns_of_side = _places(voices), _places(sides)
    for i, statement in enumerate(statements):
        mentions = names.within(reach(statement, lead_ins[i]))
        actors = {actor for _, _, actor, _ in mentions if actor} | set(statement.target_ids)
        countries = {side for _, _, _, side in mentions if side} | {names.side_of(actor) for actor in actors}
        by_name[i, [at for actor in actors for at in columns_of_voice.get(actor, ())]] = 1.0
        by_side[i, [at for side in countries for at in columns_of_side.get(side, ())]] = 1.0
    return by_name, by_side


def _places(labels: Labels) -> dict[str | None, list[int]]:
    """Where each known label stands."""
    places: dict[str | None, list[int]] = {}
    for at, label in enumerate(labels):
        if label is not None:
            places.setdefault(label, []).append(at)
    return places


def _acts(statements: tuple[Statement, ...]) -> Matrix:
    table = []
    for statement in statements:
        known = [(act, share) for act, share in statement.acts if act in _NONE and share > 0]
        total = sum(share for _, share in known)
        row = dict(_NONE)
        # Half the weight is the act decided on: later rules may have overruled the network's probabilities.
        row[statement.act] = 0.5 if known else 1.0
        for act, share in known:
            row[act] += 0.5 * share / total
        table.append(list(row.values()))
    return np.array(table, dtype=np.float64)


_NONE = dict.fromkeys(ACTS, 0.0)


def _voices(statements: tuple[Statement, ...], likes: Matrix) -> Labels:
    voices: list[str | None] = [s.actor_id for s in statements]
    for i, statement in enumerate(statements):
        if statement.source is None and voices[i] is None and is_noun(statement.cue):
            alike = np.flatnonzero(likes[i] >= _SAME_CLAIM).tolist()
            told = [(likes[i, j], -j) for j in alike if _retells(statements[j], statement)]
            voices[i] = statements[-max(told)[1]].actor_id if told else None
    return tuple(voices)


def is_noun(cue: Span | None) -> bool:
    """A noun for a saying: of a verb without a source ("concern was voiced") the author is not known but missed."""
    return cue is not None and not lexicon.sayings().keys().isdisjoint(wordstock.WORD.findall(cue.text.casefold()))


def _retells(other: Statement, claim: Statement) -> bool:
    """Not where one lies in the other: a denial shares the words of the claim inside it and is not its author."""
    if not other.actor_id or other.act in {"deny", "reject", "ask", "decline_comment"}:
        return False
    return not any(a.overlaps(b) for a in claim.content for b in other.content)


def _own_words(statement: Statement) -> int:
    sayings = lexicon.sayings()
    told = 0
    for span in statement.content:
        plain = _without_denial(span.text)
        words = [word for word in wordstock.WORD.findall(plain) if not word[0].isupper()]
        told += sum(bool(wordstock.stem(word)) and word.casefold() not in sayings for word in words)
    return told


def _without_denial(text: str) -> str:
    at, kept = 0, []
    for denial in wordstock.DENYING.finditer(wordstock.lowered(text)):
        kept.append(text[at : denial.start()])
        at = denial.end()
    return " ".join((*kept, text[at:]))


def _marks(text: str, statements: tuple[Statement, ...], before: list[Span | None]) -> dict[str, Flags]:
    patterns: dict[str, Any] = {
        "denies": wordstock.DENYING,
        "refuses": wordstock.REFUSING,
        "accepts": wordstock.ACCEPTING,
        "confirms": wordstock.CONFIRMING,
        "negates": wordstock.NEGATING,
        "replies": wordstock.REPLYING,
    }
    contents = [" ".join(span.text for span in s.content).lower() for s in statements]
    cues = [s.cue.text.lower() + " " if s.cue else "" for s in statements]
    said = [cue + content for cue, content in zip(cues, contents, strict=True)]
    marks = {name: np.array([bool(p.search(text)) for text in said], dtype=bool) for name, p in patterns.items()}
    pairs = list(zip(statements, before, strict=True))
    marks["replies"] |= np.array([framing.answering(led) is not None for _, led in pairs], dtype=bool)
    marks["contrasts"] = np.array([framing.is_contrast(s, led) for s, led in pairs], dtype=bool)
    marks["compared"] = np.array([framing.is_compared(text, s) for s in statements], dtype=bool)
    marks["adds"] = np.array([framing.tells_more(s, led) for s, led in pairs], dtype=bool)
    marks["sets apart"] = np.array([bool(wordstock.SETTING_APART.search(text)) for text in contents], dtype=bool)
    return marks
