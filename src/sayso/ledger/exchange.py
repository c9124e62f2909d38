"""What is said and what answers it, as one thing: the tellings of one saying, and the answers to any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .actor import Actor
from .response import ANSWERING, AWAITING, PARTY_REASONS, Response
from .statement import Statement


@dataclass(frozen=True, slots=True)
class Exchange:
    """`opening` is the earliest telling that waits for an answer (failing that the earliest), `tellings` all of them.

    `answers` are in text order, one a statement and relation. `is_by_others`: it is known at whom the saying was aimed,
    and nobody from there is among those who answer ("Orvania dismissed the charge against Sudmark").
    """

    opening: Statement
    tellings: tuple[Statement, ...]
    answers: tuple[Response, ...]
    is_by_others: bool

    @property
    def is_awaiting(self) -> bool:
        """True for an allegation, demand, proposal, threat or question that was made."""
        return awaits(self.opening)

    @property
    def is_unanswered(self) -> bool:
        return self.is_awaiting and not self.answers


def awaits(statement: Statement) -> bool:
    """True where its act waits for an answer; what the report says was NOT said awaits nothing."""
    return statement.act in AWAITING and not statement.negated


def gather(
    statements: Iterable[Statement], responses: Iterable[Response], actors: Iterable[Actor]
) -> tuple[Exchange, ...]:
    """Every saying that waits for an answer or has one, in the order of the statements given.

    Tellings are joined by `repeats` and `same_utterance`, whichever way these links run.
    """
    known = {statement.id: statement for statement in statements}
    order = {identity: at for at, identity in enumerate(known)}
    links = [r for r in responses if r.from_id in known and r.to_id in known]
    heads = _families(known, links)
    answers: dict[str, dict[tuple[str, str], Response]] = {}
    for link in sorted(links, key=lambda r: (order[r.from_id], r.relation, order[r.to_id])):
        if link.relation in ANSWERING and heads[link.from_id] != heads[link.to_id]:
            answers.setdefault(heads[link.to_id], {}).setdefault((link.from_id, link.relation), link)
    families: dict[str, list[Statement]] = {}
    for identity, statement in known.items():
        families.setdefault(heads[identity], []).append(statement)
    by_id = {actor.id: actor for actor in actors}
    found = []
    for head, tellings in families.items():
        opening = next((s for s in tellings if awaits(s)), tellings[0])
        given = tuple(answers.get(head, {}).values())
        if given or awaits(opening):
            found.append(Exchange(opening, tuple(tellings), given, _are_others(tellings, given, known, by_id)))
    return tuple(sorted(found, key=lambda exchange: order[exchange.opening.id]))


def _families(known: Mapping[str, Statement], links: Iterable[Response]) -> dict[str, str]:
    """Statement → the one that stands for all tellings of its saying."""
    heads = {identity: identity for identity in known}

    def head(identity: str) -> str:
        while heads[identity] != identity:
            identity = heads[identity]
        return identity

    for link in links:
        if link.relation not in ANSWERING:
            one, other = head(link.from_id), head(link.to_id)
            heads[max(one, other)] = min(one, other)
    return {identity: head(identity) for identity in known}


def _are_others(
    tellings: list[Statement], given: tuple[Response, ...], known: Mapping[str, Statement], actors: Mapping[str, Actor]
) -> bool:
    """True where the aim is known and no voice is of it; a voice unknown or a group might be of it.

    Whoever is named in what was said counts as aimed at too, so that the note is rather missing than wrong.
    """
    if any(link.relation in ("rejects", "accepts") for link in given):
        return False  # only one who was asked can refuse or agree
    aimed = {target for statement in tellings for target in statement.target_ids}
    voices = {voice for link in given if (voice := known[link.from_id].actor_id) is not None}
    is_known = all(known[link.from_id].actor_id is not None for link in given)
    if not aimed or not voices or not is_known or any(name in PARTY_REASONS for r in given for name, _ in r.reasons):
        return False
    aimed |= {identity for identity, actor in actors.items() if any(_is_named(actor, told) for told in tellings)}
    countries = {actors[target].country for target in aimed if target in actors} - {None}
    places = {actors[voice].country for voice in voices if voice in actors}
    kinds = {actors[identity].kind for identity in (*aimed, *voices) if identity in actors}
    return "group" not in kinds and not (voices & aimed or places & countries)


def _is_named(actor: Actor, told: Statement) -> bool:
    return any(
        place == told.document_id and any(piece.holds(span) for piece in told.content) for place, span in actor.mentions
    )
