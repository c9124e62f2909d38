"""sayso reads news reports and keeps the ledger of a dispute: who said what, and which statement answers which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING

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
    lasting,
)

if TYPE_CHECKING:
    from .batch.adding import Report
    from .store import Store

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
    "add",
    "explain",
    "read",
]


def _opened(where: str | PathLike[str]) -> Store:
    from .store import Store  # not above: who reads one report does not wait for a database's libraries

    return Store(fspath(where))


lasting.opened_by(_opened)


def read(
    source: str | PathLike[str],
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Ledger:
    """The ledger of the reports in `source`: a path, an http or https address, or "-" for standard input.

    What is given by name wins over the metadata; `fields` says which columns of a table or JSON are meant, our name to
    theirs ({"text": "Body"}). Raises SaysoError for the first report that cannot be read.

    >>> import sayso
    >>> ledger = sayso.read("report.html")  # doctest: +SKIP
    """
    from . import batch
    from .settings import Settings

    settings = Settings.load()
    given = _stage.Given(published, publisher, title, url, tuple((fields or {}).items()))
    reading, limits, ledgers = batch.open_reading(settings), batch.limits_of(settings), []
    with batch.open_fetcher(settings) as fetcher:
        for found in batch.read_reports([fspath(source)], reading, given, limits, fetcher=fetcher):
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
    with batch.open_fetcher(settings) as fetcher:
        return batch.explained(fspath(source), str(statement), given, batch.limits_of(settings), settings, fetcher)


def add(
    *sources: str | PathLike[str],
    ledger: str | PathLike[str] = "sayso.db",
    published: date | None = None,
    publisher: str | None = None,
    fields: Mapping[str, str] | None = None,
    engine: str = "auto",
) -> Report:
    """Add the reports in files, folders, patterns and addresses to the ledger kept at `ledger`; what came of it.

    `published` and `publisher` win over what the reports say of themselves; `fields` says which columns of tables and
    JSON are meant, our name to theirs ({"text": "Body"}). What is there already is passed over, and no report that
    cannot be read ends the run: it is named in the result. Raises SaysoError where the ledger itself cannot be written,
    and for a name in `fields` that is none of ours.

    >>> sayso.add("reports/", ledger="sayso.db", publisher="The Quay").read  # doctest: +SKIP
    """
    from . import batch
    from .batch.adding import Orders
    from .batch.adding import add as add_to
    from .batch.engines import open_engine
    from .batch.sources import expanded
    from .batch.version import pipeline_version
    from .settings import Settings
    from .store import Store, file_of

    settings = Settings.load()
    given = _stage.Given(published, publisher, fields=tuple((fields or {}).items()))
    limits, version = batch.limits_of(settings), pipeline_version(settings)
    file = file_of(fspath(ledger))
    meant = list(expanded([fspath(source) for source in sources], file))
    with batch.open_fetcher(settings, ledger=file) as fetcher, Store(fspath(ledger)) as store:
        orders = Orders(given, limits, version, batch.FILES_OF_MANY, fetcher=fetcher)
        return add_to(meant, store, open_engine(engine, settings, batch.reports_in(meant)), orders)
