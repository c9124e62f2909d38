"""Attributions → statements: who, which act, in which manner, when; what stays open is left open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..gazetteer import Known
from ..ledger import Actor, Attribution, Document, Figure, Mention, Span, Statement, Timex
from ..ledger.statement import Act
from . import acts
from .actors import Cast, Likeness, resolve_actors
from .conditions import condition
from .explain import Grounds
from .figures import find_figures
from .frame import addressed, carried, frames, placed, staged
from .manner import manner
from .stance import hedge, is_negated
from .targets import aimed
from .times import Sayings, find_times

_ANONYMITY = re.compile(
    r"^(?:that (?:he|she|they) )?(?:not (?:to )?be (?:named|identified|quoted)\b|anonymity\b)", re.IGNORECASE
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_RELATIVE_GAP = 60  # characters between a relative pronoun and the end of what it stands for


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one document means: statements without responses, the actors in it, its figures and times.

    `grounds` is what the statements were made of, for whoever asks why one is as it is.
    """

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    figures: tuple[Figure, ...]
    times: tuple[Timex, ...]
    grounds: Grounds


def resolve(
    document: Document,
    attributions: tuple[Attribution, ...],
    mentions: tuple[Mention, ...],
    given: tuple[Known, ...] = (),
    likeness: Likeness | None = None,
) -> Resolved:
    """Every attribution becomes one statement, but for those without content whose cue tells no refusal to answer.

    `likeness` is what the network tells of a pronoun and its candidates; without it their signs decide alone.
    """
    attributions = tuple(each for each in attributions if _is_statement(each))
    times, as_read = find_times(document.text, document.published), attributions
    made = frames(document.text, attributions)
    attributions = addressed(document.text, attributions, times, made)
    attributions = placed(document.text, attributions, mentions, times, made)
    cast = resolve_actors(document, attributions, mentions, given, likeness)
    document_id = document.id
    figures = find_figures(document_id, document.text, times)
    actors = {actor.id: actor for actor in cast.actors}
    sayings = Sayings(document.text, attributions, times, document.published)
    statements = tuple(_statement(document, document_id, each, cast, sayings) for each in attributions)
    statements = aimed(document.text, statements, cast)
    statements = staged(document.text, carried(document.text, statements), cast.actors, times)
    statements = tuple(_with_source(each, _named(document.text, each, actors)) for each in statements)
    grounds = Grounds(attributions, cast, sayings, as_read, document.dated_by)
    return Resolved(statements, cast.actors, figures, times, grounds)


def _is_statement(found: Attribution) -> bool:
    """False for a cue that governs nothing and is no refusal to answer, and for a wish to stay unnamed."""
    if not found.content:
        return acts.is_silence(found)
    if found.cue is None:
        return True
    return not _ANONYMITY.search(" ".join(span.text for span in found.content))


def _statement(document: Document, document_id: str, found: Attribution, cast: Cast, sayings: Sayings) -> Statement:
    decided = acts.decide(found)
    act = decided[0][0]
    actor_id = cast.actor_of(found.source) if found.source else None
    return Statement(
        document_id=document_id,
        source=found.source,
        actor_id=actor_id,
        cue=found.cue,
        content=found.content,
        manner=manner(found.content),
        act=act,
        addressee=found.addressee,
        time=sayings.when(found),
        setting=found.setting,
        via=found.via,
        condition=_condition(document.text, found, act),
        negated=is_negated(document.text, found, act),
        hedge=hedge(document.text, found),
        confidence=found.confidence,
        acts=decided,
    )


def _condition(text: str, found: Attribution, act: Act) -> Span | None:
    """The clause as grammar bounds it; where grammar sees none, or another one, what the network has."""
    clause = condition(text, found.content, act)
    is_other = clause is not None and found.condition is not None and not clause.overlaps(found.condition)
    return found.condition if clause is None or is_other else clause


def _with_source(statement: Statement, source: Span | None) -> Statement:
    return statement if source is statement.source else replace(statement, source=source)


def _named(text: str, statement: Statement, actors: dict[str, Actor]) -> Span | None:
    """The source; where it is a relative pronoun ("Kyiv, which says"), the mention just before that it stands for."""
    source, actor = statement.source, actors.get(statement.actor_id or "")
    if source is None or actor is None or source.text.lower() not in _RELATIVE:
        return source
    before = [span for _, span in actor.mentions if span.end <= source.start and span.text.lower() not in _RELATIVE]
    nearest = max(before, key=lambda span: (span.end, span.end - span.start), default=None)
    if nearest is None or source.start - nearest.end > _RELATIVE_GAP or "\n" in text[nearest.end : source.start]:
        return source
    return nearest
