"""Who answers whom, in words: both ends of every response, on the statement that a reader looks at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..ledger import Actor, Response, Statement
from . import wording

# What a statement answers, then what answers it, then its retellings.
_ORDER = tuple(dict.fromkeys(verb for side in zip(*wording.RELATIONS.values(), strict=True) for verb in side))
_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


@dataclass(frozen=True, slots=True)
class Tie:
    """One end of a response: "denies" + "Ito’s claim" + the number of the entry at the other end.

    `report` names the other end's report where that is not this one; `is_answer` where this end is the later one.
    """

    relation: str
    is_answer: bool
    verb: str
    whom: str
    number: int
    report: str
    statement_id: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class TieLine:
    """The ties of an entry that share a verb, gathered by whom they lead to."""

    verb: str
    groups: tuple[tuple[str, tuple[Tie, ...]], ...]

    @property
    def sign(self) -> str:
        first = self.groups[0][1][0]
        return "=" if first.relation == "same_utterance" else "↳" if first.is_answer else "←"

    @property
    def words(self) -> str:
        """ "denied by the ministry (1), Ito (5, 7)"."""
        return f"{self.verb} " + ", ".join(f"{whom} ({_numbered(ties)})".lstrip() for whom, ties in self.groups)

    @property
    def excerpt(self) -> str:
        """What is answered, in its own words, where that is one thing."""
        first = self.groups[0][1][0]
        return first.excerpt if self.sign == "↳" and len(self.groups) == 1 and first.relation != "repeats" else ""


def _numbered(ties: Iterable[Tie]) -> str:
    return ", ".join(f"{tie.number} in {tie.report}" if tie.report else str(tie.number) for tie in ties)


@dataclass(frozen=True, slots=True)
class Desk:
    """What is looked up while sheets are made, by id; `children` by the id of the parent."""

    actors: dict[str, Actor]
    statements: dict[str, Statement]
    numbers: dict[str, int]
    children: dict[str | None, list[Statement]]
    reports: dict[str, str]

    def called(self, statement: Statement) -> str:
        """The short name of whoever makes the statement, as "denied by" goes on."""
        actor = self.actors.get(statement.actor_id or "")
        if actor is None:
            return wording.one_line(statement.source.text) if statement.source else "an unnamed source"
        words = mention_of(actor, statement)
        shorter = words and len(words) < len(actor.name)
        return wording.within_sentence(words) if shorter else wording.one_line(wording.short_name(actor))


def ties_of(responses: Iterable[Response], desk: Desk) -> dict[str, list[Tie]]:
    """Both ends of every response, on each statement: first what it answers, then what answers it."""
    ties: dict[str, list[Tie]] = defaultdict(list)
    for response in responses:
        later, earlier = desk.statements.get(response.from_id), desk.statements.get(response.to_id)
        if later and earlier and later.id in desk.numbers and earlier.id in desk.numbers:
            ties[later.id].append(_tie(response, later, earlier, desk))
            ties[earlier.id].append(_tie(response, earlier, later, desk))
    for found in ties.values():
        found.sort(key=lambda tie: (_ORDER.index(tie.verb), tie.whom, tie.report, tie.number))
    return ties


def _tie(response: Response, here: Statement, other: Statement, desk: Desk) -> Tie:
    is_answer = response.from_id == here.id
    forth, back = wording.RELATIONS[response.relation]
    whom = desk.called(other)
    if response.relation in ("repeats", "same_utterance"):
        whom = ""
    elif is_answer:
        whom = f"{wording.possessive(whom)} {wording.ACTS[other.act][1]}"
    return Tie(
        relation=response.relation,
        is_answer=is_answer,
        verb=forth if is_answer else back,
        whom=whom,
        number=desk.numbers[other.id],
        report="" if other.document_id == here.document_id else desk.reports[other.document_id],
        statement_id=other.id,
        excerpt=wording.one_line(" … ".join(span.text for span in other.content)),
    )


def mention_of(actor: Actor | None, statement: Statement) -> str:
    """The report's own words for an organisation or state whose name they do not show ("the Kremlin")."""
    if actor is None or statement.source is None or actor.kind not in ("organisation", "state", "bloc"):
        return ""
    words = wording.one_line(statement.source.text)
    if len(words) < 4 or len(words) > 40 or actor.name.casefold() in words.casefold():
        return ""
    shared = {w.casefold() for w in _WORD.findall(words)} & {w.casefold() for w in _WORD.findall(actor.name)} - {"the"}
    return "" if shared or words.casefold() in ("they", "officials") else words
