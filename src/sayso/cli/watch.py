"""`sayso watch`: new pages of feeds into a ledger, for ever or once; killed and begun again, nothing is lost."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from .add import reading_options, settings_of
from .asking import ledger_option, opened, shown
from .complaint import complain
from .fetching import FetchWish, fetch_options

if TYPE_CHECKING:
    from ..batch.adding import Report
    from ..batch.watching import Looked, Watching
    from ..read import Link
    from ..read.fetch.fetcher import Fetcher
    from ..settings import Settings
    from ..store import Store

# A quarter of an hour: what feeds of newsrooms that say how long they are fresh say most often lies below it.
_EVERY_S = 900


@click.command(no_args_is_help=True, short_help="Add what feeds show to a ledger, as it comes.")
@click.argument("sources", nargs=-1, required=True, metavar="FEEDS.opml|URL…")
@ledger_option
@click.option("--once", "is_once", is_flag=True, help="Look at each feed once and end: for cron.")
@click.option(
    "--every", type=click.IntRange(1), metavar="SECONDS", help=f"Look at each feed so often; default: {_EVERY_S}."
)
@fetch_options
@reading_options
def watch(sources: tuple[str, ...], ledger: str | None, is_once: bool, every: int | None, **options: Any) -> int:
    """Look at feeds (RSS or Atom) and add the pages that they show to a ledger.

    A page is added once, and again when its feed says that it has changed. Several of these may run at once, on one
    machine or on many: each feed is looked at by one of them at a time. A feed that fails is asked less and less. With
    --once a feed is looked at whenever the command is run, or as seldom as --every says.
    """
    from ..batch.watching import look
    from ..batch.watching import watch as watching_on
    from ..read.watch import listed
    from ..store import file_of

    urls = listed(sources)
    fetching = FetchWish.taken(options)
    options.pop("is_plain")
    engine_name = options.pop("engine")
    settings = fetching.settled(settings_of(**options))
    pause = timedelta(seconds=every if every is not None else 0 if is_once else _EVERY_S)
    is_failed = False
    file = file_of(ledger or settings.ledger)
    with _ended_gently(), fetching.fetcher(settings, file) as fetcher, opened(ledger, must_exist=False) as store:
        watching = _watching(store, fetcher, settings, engine_name, pause)
        for looked in look(urls, watching) if is_once else watching_on(urls, watching):
            is_failed |= _tell(looked)
    return 1 if is_failed else 0


@contextmanager
def _ended_gently() -> Iterator[None]:
    """A service manager ends a program with SIGTERM: the feed that is being looked at is let go of, as after Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _watching(store: Store, fetcher: Fetcher, settings: Settings, engine_name: str, every: timedelta) -> Watching:
    from .. import batch
    from ..batch.adding import Orders, add
    from ..batch.engines import open_engine
    from ..batch.version import pipeline_version
    from ..batch.watching import Watching
    from ..read import Given

    # A handful of pages at a time: workers are taken only where they are asked for.
    engine = open_engine(engine_name, settings, 1)
    orders = Orders(Given(), batch.limits_of(settings), pipeline_version(settings), fetcher=fetcher)

    def put(pages: Sequence[Link]) -> Report:
        return add(pages, store, engine, orders)

    return Watching(store.feeds, fetcher, put, every).named()


def _tell(looked: Looked) -> bool:
    """Say what came of a feed; True where something failed."""
    for failure in looked.skipped:
        error = failure.error
        complain(error.message if failure.where in error.message else f"{failure.where}: {error.message}", error.hint)
    if looked.error is not None:
        where = "" if looked.url in looked.error.message else f"{shown(looked.url)}: "
        complain(f"{where}{looked.error.message}", looked.error.hint)
    told = [f"{looked.read} read", f"{looked.known} already there"]
    told += [f"{len(looked.skipped)} skipped"] if looked.skipped else []
    told += [f"{looked.again} to be tried again"] if looked.again else []
    told += ["taken over by another process"] if looked.is_lost else []
    if looked.error is None:
        click.echo(f"{shown(looked.url)}: {', '.join(told)}")
    return looked.error is not None or bool(looked.skipped)
