"""One look at a feed: what is new in it, and what to ask it with the next time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from ...errors import SaysoError
from ..fetch import Validators
from .entries import Entry, entries

if TYPE_CHECKING:
    from ..fetch.fetcher import Fetcher

# A feed that fails is asked half as often after each failure, beginning with this pause where it is asked more often,
# but once a day at least.
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=15), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Feed:
    """What is kept of a feed between two polls: `validators` of the copy whose entries have all been dealt with,
    `failures` in a row up to now, and when it is `due`, in UTC (None: at once)."""

    url: str
    validators: Validators | None = None
    failures: int = 0
    due: datetime | None = None


class Seen(Protocol):
    """Who remembers which entries of a feed have been dealt with."""

    def unseen(self, url: str, keys: Collection[str]) -> Collection[str]:
        """Those of the `keys` of entries that the feed at `url` has not shown before."""


@dataclass(frozen=True, slots=True)
class Poll:
    """`entries` are the new ones, the oldest first. `feed` is what to keep, when all of them have been dealt with and
    not before: with its validators the server would say that nothing is new. `error` says why the feed gave nothing."""

    feed: Feed
    entries: tuple[Entry, ...] = ()
    error: SaysoError | None = None


def poll(feed: Feed, fetcher: Fetcher, seen: Seen, every: timedelta) -> Poll:
    """Look at a feed that is to be asked `every` so often (0: whenever somebody looks).

    What fails comes as the poll's error, not as an exception.
    """
    try:
        fetched = fetcher.get(feed.url, feed.validators)
        found: tuple[Entry, ...] = ()
        if not fetched.is_unchanged:
            label = {name.lower(): value for name, value in fetched.headers}.get("content-type")
            found = entries(fetched.raw, fetched.url, label)
    except SaysoError as error:
        failures = feed.failures + 1
        asked = timedelta(seconds=getattr(error, "after_s", None) or 0)
        backing_off = max(every, _FIRST_PAUSE) * 2 ** (min(failures, 10) - 1)
        pause = max(asked, every, min(backing_off, _LONGEST_PAUSE))
        return Poll(replace(feed, failures=failures, due=fetcher.clock.now() + pause), error=error)
    kept = Feed(feed.url, fetched.validators, 0, fetched.fetched + every)
    return Poll(kept, tuple(_new(found, feed, seen)))


def _new(found: tuple[Entry, ...], feed: Feed, seen: Seen) -> Iterable[Entry]:
    unseen = set(seen.unseen(feed.url, [entry.key for entry in found])) if found else set()
    return (entry for entry in found if entry.key in unseen)
