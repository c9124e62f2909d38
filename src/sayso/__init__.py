"""sayso reads news reports and keeps the ledger of a dispute: who said what, and which statement answers which."""

from __future__ import annotations

from datetime import date
from os import PathLike, fspath

# The stage `sayso.read` is loaded first, so that the function of that name below is what `sayso.read` stays:
# Python binds a subpackage to its parent on its first import only.
from . import read as _stage
from .errors import SaysoError
from .ledger import (
    Actor,
    Decision,
    Dispute,
    Document,
    Event,
    Explanation,
    Figure,
    Ledger,
    Option,
    Party,
    Reason,
    Response,
    Role,
    Span,
    Statement,
    Step,
    Timex,
    Weighing,
)

__all__ = [
    "Actor",
    "Decision",
    "Dispute",
    "Document",
    "Event",
    "Explanation",
    "Figure",
    "Ledger",
    "Option",
    "Party",
    "Reason",
    "Response",
    "Role",
    "SaysoError",
    "Span",
    "Statement",
    "Step",
    "Timex",
    "Weighing",
    "explain",
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
    ledgers = []
    for found in batch.read_reports([fspath(source)], batch.open_reading(settings), given, batch.limits_of(settings)):
        if isinstance(found, _stage.Failure):
            raise found.error
        ledgers.append(found)
    return Ledger.merged(ledgers)


def explain(source: str | PathLike[str], statement: str | int, *, published: date | None = None) -> Explanation:
    """Why a statement of the report in `source` is as it is: who, which act, when, how sure, and what it answers.

    `statement` is the number that `sayso read` prints, an id or its beginning, or words of the statement. Raises
    SaysoError where the source cannot be read, and where no statement or more than one is meant.

    >>> import sayso
    >>> told = sayso.explain("report.html", 3)  # doctest: +SKIP
    >>> [step.span.text for step in told.of("who").way]  # doctest: +SKIP
    ['he', 'Putin', 'President Vladimir Putin']
    """
    from . import batch
    from .settings import Settings

    settings = Settings.load()
    given = _stage.Given(published=published)
    return batch.explained(fspath(source), str(statement), given, batch.limits_of(settings), settings)
