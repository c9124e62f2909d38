"""The reference's links laid on what the product itself reads: its actors, and its statements with all their faults.

A reading is kept in lab/work, by the digest of the weights; delete the file after a change of stages 2 or 3.
"""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import Actor, Document, Span, Statement
from sayso.pipeline import read_report
from sayso.resolve import acts
from sayso.settings import Settings, processors

from . import actcases, actfit
from .figures import WORK
from .linkcases import Case

# The share of content that a statement of ours must have in common with one of the reference's, as the scorer has it.
_MATCHING = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What the product makes of one report."""

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]


def readings(cases: Iterable[Case], weights: Path = WEIGHTS) -> dict[str, Reading]:
    """Document id → its reading; those not kept yet are made, about half a second of processor time each."""
    digest = hashlib.sha256((weights / "encoder.onnx").read_bytes()).hexdigest()[:16]
    kept = WORK / f"links-{digest}.pickle"
    known: dict[str, Reading] = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    missing = {case.document.id: case.document for case in cases if case.document.id not in known}
    if missing:
        documents = [Document(each.text, title=each.title) for each in missing.values()]
        with ProcessPoolExecutor(processors(), get_context("spawn")) as pool:
            made = pool.map(partial(_reading, weights), documents, chunksize=8)
            known |= dict(zip(missing, made, strict=True))
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(known))
    return known


@cache
def _network(weights: Path) -> Encoder:
    return Encoder(weights, threads=1)


def _reading(weights: Path, document: Document) -> Reading:
    ledger = read_report(document, _network(weights), Settings())
    return Reading(ledger.statements, ledger.actors)


def with_our_actors(case: Case, reading: Reading) -> Case:
    """The case with its actors' country, kind and mentions as the product finds them; ids stay the reference's.

    World news annotated by reading has none of these; an actor is ours that most of its sources name, or its name.
    """
    sources: dict[str, list[Span]] = {}
    for statement in case.statements:
        if statement.actor_id and statement.source:
            sources.setdefault(statement.actor_id, []).append(statement.source)
    made = tuple(_as_ours(actor, sources.get(actor.id, []), reading.actors) for actor in case.actors)
    renamed = {old.id: new.id for old, new in zip(case.actors, made, strict=True)}
    ids, statements = {}, []
    for statement in case.statements:
        new = replace(
            statement,
            actor_id=renamed.get(statement.actor_id or "", statement.actor_id),
            target_ids=tuple(renamed.get(target, target) for target in statement.target_ids),
        )
        ids[statement.id] = new.id
        statements.append(new)
    nested = tuple(replace(each, parent_id=ids.get(each.parent_id or "")) for each in statements)
    links = frozenset((ids[a], ids[b], relation) for a, b, relation in case.links)
    return replace(case, statements=nested, actors=made, links=links)


def _as_ours(actor: Actor, sources: list[Span], ours: tuple[Actor, ...]) -> Actor:
    votes: Counter[str] = Counter()
    for other in ours:
        spans = [span for _, span in other.mentions]
        votes[other.id] += sum(2 for source in sources if any(source.holds(span) for span in spans))
        votes[other.id] += bool({actor.name, *actor.aliases} & {other.name, *other.aliases})
    found = next((other for other in ours if votes[other.id] and votes[other.id] == max(votes.values())), None)
    if found is None:
        return actor
    mentions = tuple(sorted({*actor.mentions, *found.mentions}))
    return replace(actor, kind=found.kind, country=actor.country or found.country, mentions=mentions)


def decisions() -> dict[tuple[str, int, int], tuple[tuple[str, float], ...]]:
    """(text, start and end of the cue) → chances of acts by a table fitted without that report or dossier."""
    out = {}
    for each, table in actfit.left_out([one for one in actcases.known() if one.group in ("learn", "dossiers")]):
        cue = each.found.anchor
        out[each.text, cue.start, cue.end] = acts.shares(actfit.scored(table, each))
    return out


def as_decided(case: Case, chances: Mapping[tuple[str, int, int], tuple[tuple[str, float], ...]]) -> Case:
    """The reference's statements with the acts that the product gives them, right or wrong, and how sure it is."""

    def told(each: Statement) -> Statement:
        known = chances.get((case.document.text, each.cue.start, each.cue.end)) if each.cue else None
        return replace(each, act=known[0][0], acts=known) if known else each

    return replace(case, statements=tuple(map(told, case.statements)))


def as_read(case: Case, reading: Reading) -> Case:
    """The product's statements; the links are the reference's, with its own ids where we have no such statement."""
    matched = _matched(case.statements, reading.statements)
    links = frozenset((matched.get(a, a), matched.get(b, b), relation) for a, b, relation in case.links)
    return replace(case, statements=reading.statements, actors=reading.actors, links=links)


def _matched(reference: tuple[Statement, ...], ours: tuple[Statement, ...]) -> dict[str, str]:
    """Id of the reference → ours, one to one, the likest first, those of one cue before others."""
    pairs = []
    for theirs in reference:
        for own in ours:
            alike = _alike(theirs, own)
            if alike >= _MATCHING and (theirs.source is None or _touch(theirs.source, own.source)):
                pairs.append((_touch(theirs.cue, own.cue), alike, theirs.id, own.id))
    found: dict[str, str] = {}
    for _, _, theirs_id, own_id in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if theirs_id not in found and own_id not in found.values():
            found[theirs_id] = own_id
    return found


def _alike(one: Statement, other: Statement) -> float:
    a, b = (_places(s.content or ((s.cue,) if s.cue else ())) for s in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _places(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)
