"""sayso reads news reports and keeps the ledger of a dispute: who said what, and which statement answers which."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from os import PathLike, fspath

# The stage `sayso.read` is loaded first, so that the function of that name below is what `sayso.read` stays:
# Python binds a subpackage to its parent on its first import only.
from . import read as _stage
from .errors import SaysoError
from .ledger import (
    Actor,
    Dispute,
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Response,
    Role,
    Span,
    Statement,
    Timex,
)

__all__ = [
    "Actor",
    "Dispute",
    "Document",
    "Event",
    "Figure",
    "Ledger",
    "Party",
    "Response",
    "Role",
    "SaysoError",
    "Span",
    "Statement",
    "Timex",
    "read",
]


def read(
    source: str | PathLike[str],
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Ledger:
    """The ledger of the reports in `source`: a path, an http or https address, or "-" for standard input.

    What is given by name wins over the metadata. Raises SaysoError for the first report that cannot be read.

    >>> import sayso
    >>> ledger = sayso.read("report.html")  # doctest: +SKIP
    """
    from . import batch
    from .settings import Settings

    settings = Settings.load()
    given = _stage.Given(published=published, publisher=publisher, title=title, url=url)
    reading, limits, ledgers = batch.open_reading(settings), batch.limits_of(settings), []
    with batch.open_fetcher(settings) if batch.is_address(fspath(source)) else nullcontext() as fetcher:
        for found in batch.read_reports([fspath(source)], reading, given, limits, fetcher=fetcher):
            if isinstance(found, _stage.Failure):
                raise found.error
            ledgers.append(found)
    return Ledger.merged(ledgers)
