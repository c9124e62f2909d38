"""One report of many: its ledger or its reason, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import SaysoError
from ..extract.weights import FOLDERS, checked
from ..ledger import Document, Ledger
from ..read import Failure
from ..settings import Settings

Reading = Callable[[Document], Ledger]


def open_reading(settings: Settings) -> Reading:
    """What turns a document into its ledger; the network is loaded when the first document comes, and once.

    Raises MissingPart at once where the network that is asked for is not there.
    """
    checked(FOLDERS[settings.weights])

    def reading(document: Document) -> Ledger:
        # Here, not above: whoever mistypes a file's name should not wait for the network's runtime to be told so.
        from .. import pipeline

        return pipeline.read_report(document, pipeline.encoder(settings.threads, settings.weights), settings)

    return reading


def outcome(source: str, found: Document | Failure, reading: Reading) -> Ledger | Failure:
    """The ledger of a document, or a Failure; a Failure to read it at all stays what it is."""
    if isinstance(found, Failure):
        return found
    where = found.path or found.url or source
    try:
        return reading(found)
    except SaysoError as problem:
        return Failure(where, problem)
    except Exception as problem:
        # A defect of ours in one report must not cost a reader the thousand after it.
        told = SaysoError(
            f"{where}: this report cannot be read: {type(problem).__name__}: {problem}",
            "this is a defect of sayso; please report it, with the text if you may share it",
        )
        told.__cause__ = problem
        return Failure(where, told)
