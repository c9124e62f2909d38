"""The order of the stages: the one file that knows it.

1. read     bytes → Document                            (sayso.read, before this file: one original may hold many)
2. extract  Document → Attributions, mentions           spans only
3. resolve  spans → Statements, Actors, Figures         meaning
4. link     Statements → nesting and Responses          which answers which
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .extract.attribution import find
from .extract.encoder import Encoder
from .extract.explained import certainty
from .extract.weights import FOLDERS
from .gazetteer import given_actors
from .ledger import Document, Explanation, Ledger, Statement
from .link import explain as linked_so
from .link import nest, respond
from .resolve.explain import Grounds
from .resolve.explain import explain as resolved_so
from .resolve.statements import resolve
from .settings import Settings


@cache
def encoder(threads: int | None = None, weights: str = "full") -> Encoder:
    """The network, "full" or "fast", loaded once a process."""
    return Encoder(FOLDERS[weights], threads)


@dataclass(frozen=True, slots=True)
class Understood:
    """A report read: its ledger, and what its statements were made of."""

    ledger: Ledger
    grounds: Grounds


def read_report(document: Document, network: Encoder, settings: Settings) -> Ledger:
    """The ledger of one report."""
    return understand(document, network, settings).ledger


def understand(document: Document, network: Encoder, settings: Settings) -> Understood:
    """The ledger of one report, and the grounds on which `explain` tells why a statement is as it is."""
    found = find(document, network, settings.min_confidence)  # 2
    given = given_actors(settings.actors) if settings.actors else ()
    resolved = resolve(document, found.attributions, found.mentions, given, found.likeness)  # 3
    statements = nest(resolved.statements)  # 4
    responses = respond(document, statements, resolved.actors)
    ledger = Ledger((document,), resolved.actors, statements, responses, (), resolved.figures)
    return Understood(ledger, resolved.grounds)


def explain(known: Understood, statement: Statement) -> Explanation:
    """Why a statement of the report is as it is: each stage tells what it decided on."""
    ledger = known.ledger
    found = known.grounds.found(statement)
    sure = (certainty(found),) if found else ()  # 2
    meaning = resolved_so(known.grounds, statement)  # 3
    parent, links = linked_so(ledger.documents[0], ledger.statements, ledger.actors, statement)  # 4
    return Explanation(ledger, statement.id, (*meaning, *sure, parent), links)
