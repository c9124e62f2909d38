"""Feeds into a ledger that lasts: each is looked at by one process at a time, and what is new in it is added."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..errors import SaysoError
from ..read import Failure, Link
from ..read.fetch import Fetcher, Validators
from ..read.watch import Entry, Feed, Poll, poll
from ..store import Feeds, Watched
from .adding import Report

# So long a feed is held before its holder says again that it is alive; it says so after every few pages, and a page
# that answers slowly at each of its tries takes some minutes.
_LEASE = timedelta(minutes=15)
_PAGES = 8
# The shortest sleep between two rounds: whose feed another process holds is free at a moment that nobody knows.
_LEAST_SLEEP_S = 1.0


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a feed gave: pages read, already there and skipped; `again` are to be tried at the next look, and
    `error` says why the feed gave nothing. `is_lost`: another process has the feed by now, and goes on with it."""

    url: str
    read: int = 0
    known: int = 0
    skipped: tuple[Failure, ...] = ()
    again: int = 0
    error: SaysoError | None = None
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Watching:
    """Who looks at feeds and how: `add` puts pages into the ledger and says what came of it, `every` is how often a
    feed is looked at (0: whenever somebody looks), `holder` is this process, as the ledger's leases name it."""

    feeds: Feeds
    fetcher: Fetcher
    add: Callable[[Sequence[Link]], Report]
    every: timedelta
    holder: str = ""

    def named(self) -> Watching:
        """With a name that no other process has."""
        return replace(self, holder=f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}")

    @property
    def now(self) -> datetime:
        return self.fetcher.clock.now()


def look(urls: Iterable[str], watching: Watching) -> Iterator[Looked]:
    """Look once at each of the feeds that is due and that nobody else is looking at.

    However this ends, nothing is lost: an entry is settled when its page is in the ledger, and the feed's validators
    are kept when all its entries are settled. SaysoError where the ledger itself fails.
    """
    for url in urls:
        kept = watching.feeds.take(url, watching.holder, watching.now, watching.now + _LEASE)
        if kept is None:
            continue
        try:
            looked = _looked(kept, watching)
        except BaseException:
            watching.feeds.let_go(url, watching.holder)
            raise
        yield looked


def watch(urls: Sequence[str], watching: Watching) -> Iterator[Looked]:
    """Look at the feeds again and again, for ever, each when it is due."""
    while True:
        yield from look(urls, watching)
        due = watching.feeds.next_due(urls)
        wait = (due - watching.now).total_seconds() if due else 0.0
        watching.fetcher.clock.sleep(
            min(max(wait, _LEAST_SLEEP_S), max(watching.every.total_seconds(), _LEAST_SLEEP_S))
        )


def _looked(kept: Watched, watching: Watching) -> Looked:
    feeds, holder = watching.feeds, watching.holder
    found = poll(_feed(kept), watching.fetcher, feeds, watching.every)
    looked = Looked(kept.url, error=found.error)
    for at in range(0, len(found.entries), _PAGES):
        if not feeds.hold(kept.url, holder, watching.now + _LEASE):
            return replace(looked, is_lost=True)
        looked = _added(looked, found.entries[at : at + _PAGES], watching)
    is_kept = feeds.give_back(_kept(kept, found, looked), holder, watching.now)
    return looked if is_kept else replace(looked, is_lost=True)


def _added(looked: Looked, entries: Sequence[Entry], watching: Watching) -> Looked:
    """Put some pages into the ledger; those that may be had later are to be tried again."""
    from ..read.fetch.failures import Passing

    report = watching.add([Link(entry.url, entry.told) for entry in entries])
    late = {failure.where for failure in report.skipped if isinstance(failure.error, Passing)}
    failed = [entry.key for entry in entries if entry.url in late]
    settled = [entry.key for entry in entries if entry.url not in late]
    again = watching.feeds.note(looked.url, settled, failed, watching.now)
    return replace(
        looked,
        read=looked.read + report.read,
        known=looked.known + report.known,
        skipped=(*looked.skipped, *report.skipped),
        again=looked.again + again,
    )


def _feed(kept: Watched) -> Feed:
    validators = Validators(kept.copy_url, kept.etag, kept.last_modified) if kept.copy_url else None
    return Feed(kept.url, validators, kept.failures, kept.due)


def _kept(before: Watched, found: Poll, looked: Looked) -> Watched:
    feed = found.feed
    reason = found.error.message if found.error else None
    # Entries that are to be tried again must be shown again: the server must not say that nothing is new.
    validators = feed.validators if not looked.again else _feed(before).validators
    if validators is None:
        return Watched(feed.url, None, None, None, feed.failures, reason, feed.due)
    told = (validators.url, validators.etag, validators.last_modified)
    return Watched(feed.url, *told, feed.failures, reason, feed.due)
