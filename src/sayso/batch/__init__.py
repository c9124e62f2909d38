"""Many reports, in their order: each gives its ledger, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..ledger import Ledger
from ..read import FILES_OF_MANY, Failure, Given, Limits, Manners, read
from ..read.fetch import Fetcher
from ..settings import Settings, processors
from .explained import explained
from .one import Reading, open_reading, outcome
from .recorded import Beside
from .sources import reports_in
from .workers import Pool

__all__ = [
    "FILES_OF_MANY",
    "Pool",
    "Reading",
    "explained",
    "limits_of",
    "manners_of",
    "open_fetcher",
    "open_pool",
    "open_reading",
    "read_reports",
    "reports_in",
]

# A worker takes as long to start as some ten reports take to read; of fewer than this a single process is done sooner.
_MANY = 24
# Each takes some 270 MB: more of them only where the setting says so.
_MOST_WORKERS = 8


def limits_of(settings: Settings) -> Limits:
    """What a reader may take, as this deployment has it."""
    return Limits(
        max_bytes=settings.max_bytes,
        timeout_s=settings.timeout_s,
        max_redirects=settings.max_redirects,
        allow_private=settings.allow_private,
        max_file_bytes=settings.max_file_bytes,
        max_unpacked_bytes=settings.max_unpacked_bytes,
        max_links=settings.max_links,
    )


def manners_of(settings: Settings) -> Manners:
    """How a reader behaves towards servers, as this deployment has it."""
    return Manners(
        delay_s=settings.delay_s,
        attempts=settings.attempts,
        max_wait_s=settings.max_wait_s,
        ignores_robots=settings.ignore_robots,
        contact=settings.contact,
    )


@contextmanager
def open_fetcher(settings: Settings, warc: Path | None = None, ledger: Path | None = None) -> Iterator[Fetcher]:
    """What a run fetches its addresses with; with `warc` it keeps what went over the wire in a new file there, else,
    with a `ledger` and where the setting `warc` says so, in one beside it as soon as something is fetched.

    Raises SaysoError where the file `warc` cannot be written.
    """
    limits, manners = limits_of(settings), manners_of(settings)
    if warc is None and ledger is not None and settings.warc:
        with closing(Beside(ledger, manners)) as beside:
            yield Fetcher(limits, manners, record=beside)
        return
    if warc is None:
        yield Fetcher(limits, manners)
        return
    from ..read.fetch.recording import Recorder  # not above: it loads the libraries of the network

    with Recorder(warc, manners) as recorder:
        yield Fetcher(limits, manners, record=recorder)


def read_reports(
    sources: Iterable[str],
    reading: Reading,
    given: Given,
    limits: Limits,
    pool: Pool | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Ledger | Failure]:
    """Yield, in order, a Ledger or a Failure for every report in `sources` (paths, addresses, "-").

    A source may hold many reports. Sources are taken from the iterable one at a time, when their turn comes, so that
    a caller can count them. No report's failure ends the run, whatever it raised. With a `pool` its workers read in
    place of `reading`, and sources are taken a few ahead of what is yielded. Addresses are fetched one after another,
    by `fetcher` where there is one, so that each host has its rest.
    """
    if pool is not None:
        yield from pool.outcomes(sources, given, limits, fetcher)
        return
    for source in sources:
        for found in read(source, given, limits, fetcher=fetcher):
            yield outcome(source, found, reading)


def open_pool(sources: Iterable[str], settings: Settings) -> Pool | None:
    """Workers for many reports; None for a few, which a single process with all the threads is done with sooner."""
    workers = settings.workers or min(_MOST_WORKERS, processors() // (settings.threads or 1))
    if workers < 2 or reports_in(sources) < _MANY:
        return None
    return Pool(settings, workers, FILES_OF_MANY)
