"""The order of the stages: the one file that knows it.

1. read     bytes → Document                            (sayso.read, before this file: one original may hold many)
2. extract  Document → Attributions, mentions           spans only
3. resolve  spans → Statements, Actors, Figures         meaning
4. link     Statements → nesting and Responses          which answers which, and acts in the light of the report
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .extract.attribution import find
from .extract.encoder import Encoder
from .extract.explained import certainty
from .extract.ties import Ties
from .extract.weights import FOLDERS
from .gazetteer import given_actors
from .ledger import Document, Explanation, Ledger, Statement
from .link import explain as linked_so
from .link import in_report, nest, relate
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
    """A report read: its ledger, what its statements were made of, these before the report was taken as a whole, and
    what the network sees between them."""

    ledger: Ledger
    grounds: Grounds
    alone: tuple[Statement, ...]
    ties: Ties | None


def read_report(document: Document, network: Encoder, settings: Settings) -> Ledger:
    """The ledger of one report."""
    return understand(document, network, settings).ledger


def understand(document: Document, network: Encoder, settings: Settings) -> Understood:
    """The ledger of one report, and the grounds on which `explain` tells why a statement is as it is."""
    found = find(document, network, settings.min_confidence)  # 2
    given = given_actors(settings.actors) if settings.actors else ()
    resolved = resolve(document, found.attributions, found.mentions, given, found.likeness)  # 3
    alone = nest(resolved.statements)  # 4
    statements, responses = relate(document, alone, resolved.actors, found.ties)
    ledger = Ledger((document,), resolved.actors, statements, responses, (), resolved.figures)
    return Understood(ledger, resolved.grounds, alone, found.ties)


def explain(known: Understood, statement: Statement) -> Explanation:
    """Why a statement of the report is as it is: each stage tells what it decided on."""
    ledger = known.ledger
    found = known.grounds.found(statement)
    sure = (certainty(found),) if found else ()  # 2
    meaning = resolved_so(known.grounds, statement)  # 3
    document = ledger.documents[0]
    meaning = in_report(document, known.alone, ledger.actors, statement, meaning, known.ties)  # 4
    parent, links = linked_so(document, ledger.statements, ledger.actors, statement, known.ties)
    return Explanation(ledger, statement.id, (*meaning, *sure, parent), links)
