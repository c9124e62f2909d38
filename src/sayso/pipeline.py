"""The order of the stages: the one file that knows it.

1. read     bytes → Document                            (sayso.read, before this file: one original may hold many)
2. extract  Document → Attributions, mentions           spans only
3. resolve  spans → Statements, Actors, Figures         meaning
4. link     Statements → nesting and Responses          which answers which
"""

from __future__ import annotations

from functools import cache

from .extract.attribution import find
from .extract.encoder import Encoder
from .extract.weights import FOLDERS
from .gazetteer import given_actors
from .ledger import Document, Ledger
from .link import nest, respond
from .resolve.statements import resolve
from .settings import Settings


@cache
def encoder(threads: int | None = None, weights: str = "full") -> Encoder:
    """The network, "full" or "fast", loaded once a process."""
    return Encoder(FOLDERS[weights], threads)


def read_report(document: Document, network: Encoder, settings: Settings) -> Ledger:
    """The ledger of one report."""
    found = find(document, network, settings.min_confidence)  # 2
    given = given_actors(settings.actors) if settings.actors else ()
    resolved = resolve(document, found.attributions, found.mentions, given, found.likeness)  # 3
    statements = nest(resolved.statements)  # 4
    responses = respond(document, statements, resolved.actors)
    return Ledger((document,), resolved.actors, statements, responses, (), resolved.figures)
