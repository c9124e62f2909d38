"""Many reports, one after another: each gives its ledger, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .errors import SaysoError
from .ledger import Document, Ledger
from .read import Failure, Given, Limits, read
from .settings import Settings

Reading = Callable[[Document], Ledger]


def open_reading(settings: Settings) -> Reading:
    """What turns a document into its ledger; the network is loaded when the first document comes, and once."""

    def reading(document: Document) -> Ledger:
        # Here, not above: whoever mistypes a file's name should not wait for the network's runtime to be told so.
        from . import pipeline

        return pipeline.read_report(document, pipeline.encoder(settings.threads), settings)

    return reading


def limits_of(settings: Settings) -> Limits:
    """What a reader may take, as this deployment has it."""
    return Limits(
        max_bytes=settings.max_bytes,
        timeout_s=settings.timeout_s,
        max_redirects=settings.max_redirects,
        allow_private=settings.allow_private,
    )


def read_reports(sources: Iterable[str], reading: Reading, given: Given, limits: Limits) -> Iterator[Ledger | Failure]:
    """Yield, in order, a Ledger or a Failure for every report in `sources` (paths, addresses, "-").

    A source may hold many reports. Sources are taken from the iterable one at a time, when their turn comes, so that
    a caller can count them. No report's failure ends the run, whatever it raised.
    """
    for source in sources:
        for found in read(source, given, limits):
            yield found if isinstance(found, Failure) else _ledger(source, found, reading)


def _ledger(source: str, document: Document, reading: Reading) -> Ledger | Failure:
    where = document.path or document.url or source
    try:
        return reading(document)
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
