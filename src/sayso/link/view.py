"""What the linker knows of a report: every comparison of two of its statements, worked out once as a small matrix.

Rows are the statements that may answer, columns those that may be answered, both in text order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import lexicon
from ..ledger import ACTS, Actor, Document, Span, Statement
from . import wordstock
from .anaphora import Anaphor, anaphors
from .naming import Names
from .overlap import likeness

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]

# A noun cue without a source ("the suggestion that …") speaks for whoever said the same elsewhere in the report, where
# its content is at least so like theirs. Of the dossiers' unsourced claims that are told twice all lie above 0.3.
_SAME_CLAIM = 0.3
_PARAGRAPH = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class View:
    """`statements` in text order, n of them; vectors have n entries, matrices are n × n (row answers column)."""

    document: Document
    statements: tuple[Statement, ...]
    acts: Matrix  # n × number of ACTS: probability of each
    voices: tuple[str | None, ...]  # the actor that speaks; for an unsourced claim who said it elsewhere
    sides: tuple[str | None, ...]  # the country (or, failing that, the actor) that the speaker belongs to
    is_same_voice: Flags  # n × n
    is_same_side: Flags
    anaphors: tuple[tuple[Anaphor, ...], ...]  # nouns for sayings in each content
    names: Names
    named: tuple[Matrix, Matrix]  # the row names the column's speaker; his country (or himself)
    likeness: Matrix  # how much of their content two statements share, 0 to 1
    own_words: Matrix  # how many words tell what the statement is about, sayings and names aside
    parents: NDArray[np.int64]  # position of the parent, -1 without
    paragraphs: NDArray[np.int64]
    is_headline: Flags
    marks: dict[str, Flags]  # which statements deny, refuse, accept, confirm, negate, reply … by their words

    # How likely the first pass held it that the row contradicts the column, and that it answers the question.
    contradicted: Matrix
    questioned: Matrix

    def __len__(self) -> int:
        return len(self.statements)


def look(document: Document, statements: Iterable[Statement], actors: Iterable[Actor]) -> View:
    """The view of a report's statements; those of other documents are left out."""
    place = document.id
    # one of each id, and none without any span: such a statement stands nowhere
    known = {s.id: s for s in statements if s.document_id == place and (s.source or s.cue or s.content)}
    ids = dict(sorted(((i, s) for i, s in known.items()), key=lambda pair: (pair[1].start, pair[0])))
    own = tuple(ids.values())
    names = Names.of(document, actors)
    likes = likeness([[span.text for span in s.content] for s in own])
    voices = _voices(own, likes)
    sides = tuple(names.side_of(voice) for voice in voices)
    position = {identity: i for i, identity in enumerate(ids)}
    breaks = np.array([found.end() for found in _PARAGRAPH.finditer(document.text)], dtype=np.int64)
    starts = np.array([s.start for s in own], dtype=np.int64)
    return View(
        document=document,
        statements=own,
        acts=_acts(own),
        voices=voices,
        sides=sides,
        is_same_voice=_equal(voices),
        is_same_side=_equal(sides),
        anaphors=tuple(anaphors(s) for s in own),
        names=names,
        named=_named(own, voices, names),
        likeness=likes,
        own_words=np.array([_own_words(s) for s in own], dtype=np.float64),
        parents=np.array([position.get(s.parent_id or "", -1) for s in own], dtype=np.int64),
        paragraphs=np.searchsorted(breaks, starts, side="right"),
        is_headline=starts < document.body,
        marks=_marks(own),
        contradicted=np.zeros((len(own), len(own))),
        questioned=np.zeros((len(own), len(own))),
    )


def _equal(labels: tuple[str | None, ...]) -> Flags:
    """n × n: the two have the same label; nobody is the same as an unknown one."""
    known = {label: i for i, label in enumerate(dict.fromkeys(labels))}
    codes = np.array([-1 - i if label is None else known[label] for i, label in enumerate(labels)], dtype=np.int64)
    same: Flags = codes[:, None] == codes[None, :]
    same &= np.array([label is not None for label in labels], dtype=bool)
    return same


def reach(statement: Statement) -> tuple[Span, ...]:
    """Where a statement names what it is about: its cue, its content and whom it speaks to."""
    return tuple(span for span in (statement.cue, *statement.content, statement.addressee) if span is not None)


def _named(statements: tuple[Statement, ...], voices: tuple[str | None, ...], names: Names) -> tuple[Matrix, Matrix]:
    n = len(statements)
    sides = [names.side_of(voice) for voice in voices]
    by_name, by_side = np.zeros((n, n)), np.zeros((n, n))
    for i, statement in enumerate(statements):
        mentions = names.within(reach(statement))
        actors = {actor for _, _, actor, _ in mentions if actor} | set(statement.target_ids)
        countries = {side for _, _, _, side in mentions if side} | {names.side_of(actor) for actor in actors}
        by_name[i] = [voice in actors for voice in voices]
        by_side[i] = [side is not None and side in countries for side in sides]
    return by_name, by_side


def _acts(statements: tuple[Statement, ...]) -> Matrix:
    column = {act: i for i, act in enumerate(ACTS)}
    table = np.zeros((len(statements), len(ACTS)))
    for row, statement in enumerate(statements):
        known = [(act, share) for act, share in statement.acts if act in column and share > 0]
        total = sum(share for _, share in known)
        # Half the weight is the act decided on: later rules may have overruled the network's probabilities.
        table[row, column[statement.act]] += 0.5 if known else 1.0
        for act, share in known:
            table[row, column[act]] += 0.5 * share / total
    return table


def _voices(statements: tuple[Statement, ...], likes: Matrix) -> tuple[str | None, ...]:
    voices: list[str | None] = [s.actor_id for s in statements]
    for i, statement in enumerate(statements):
        if statement.source is None and voices[i] is None:
            told = [
                (likes[i, j], -j)
                for j, other in enumerate(statements)
                if other.actor_id and _could_retell(statement, other)
            ]
            best = max(told, default=(0.0, 0))
            if best[0] >= _SAME_CLAIM:
                voices[i] = statements[-best[1]].actor_id
    return tuple(voices)


def _could_retell(claim: Statement, other: Statement) -> bool:
    """Not where one lies in the other: a denial shares the words of the claim inside it and is not its author."""
    inside = any(a.overlaps(b) for a in claim.content for b in other.content)
    return not inside and other.act not in {"deny", "reject", "ask", "decline_comment"}


def _own_words(statement: Statement) -> int:
    sayings = lexicon.sayings()
    told = 0
    for span in statement.content:
        plain = wordstock.DENYING.sub(" ", span.text)
        for word in wordstock.WORD.finditer(plain):
            told += bool(wordstock.stem(word[0])) and word[0].casefold() not in sayings and not word[0][0].isupper()
    return told


def _marks(statements: tuple[Statement, ...]) -> dict[str, Flags]:
    patterns: dict[str, Any] = {
        "denies": wordstock.DENYING,
        "refuses": wordstock.REFUSING,
        "accepts": wordstock.ACCEPTING,
        "confirms": wordstock.CONFIRMING,
        "negates": wordstock.NEGATING,
        "replies": wordstock.REPLYING,
    }
    said = [" ".join(span.text for span in ((s.cue,) if s.cue else ()) + s.content) for s in statements]
    marks = {name: np.array([bool(p.search(text)) for text in said], dtype=bool) for name, p in patterns.items()}
    contents = [" ".join(span.text for span in s.content) for s in statements]
    marks["sets apart"] = np.array([bool(wordstock.SETTING_APART.search(text)) for text in contents], dtype=bool)
    return marks
