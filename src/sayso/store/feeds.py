"""Feeds that are watched into a ledger: who is at one now, what it has shown, and when to look again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, select, update

from . import connection as way
from .tables import feed_entries, feeds
from .write import keep

_AT_ONCE = 400
# An entry whose page cannot be had for a failure that may pass is tried so often in all: with feeds looked at every
# quarter of an hour that is for five hours, longer than most servers are down.
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Watched:
    """What is kept of a feed: the address, tag and day of the copy whose entries are all settled, failures in a row and
    the reason of the last, and when it is due; times in UTC."""

    url: str
    copy_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    reason: str | None = None
    due: datetime | None = None


class Feeds:
    """The leases are rows: whoever holds one alone looks at its feed, and a lease that nobody keeps up runs out, so
    that the feed of a process that was killed is taken up by another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take(self, url: str, holder: str, now: datetime, until: datetime) -> Watched | None:
        """The feed at `url`, which `holder` alone has until then; None where another has it, or it is not due yet."""
        with way.writing(self._engine) as connection:
            keep(connection, feeds, [{"url": url, "failures": 0}])
            row = connection.execute(select(feeds).where(feeds.c.url == url)).mappings().one()
            is_held = row["holder"] is not None and row["holder"] != holder and row["held_until"] > _bare(now)
            if is_held or (row["due_at"] is not None and row["due_at"] > _bare(now)):
                return None
            _set(connection, url, holder=holder, held_until=_bare(until))
            due = None if row["due_at"] is None else row["due_at"].replace(tzinfo=UTC)
            told = {name: row[name] for name in ("url", "copy_url", "etag", "last_modified", "failures", "reason")}
            return Watched(**told, due=due)

    def hold(self, url: str, holder: str, until: datetime) -> bool:
        """Have it longer; False where another has it by now."""
        with way.writing(self._engine) as connection:
            return _set(connection, url, holder, held_until=_bare(until)) == 1

    def give_back(self, feed: Watched, holder: str, now: datetime) -> bool:
        """Let it go with what is to be kept of it; False, and nothing is kept, where another has it by now."""
        told: dict[str, Any] = {
            "copy_url": feed.copy_url,
            "etag": feed.etag,
            "last_modified": feed.last_modified,
            "failures": feed.failures,
            "reason": feed.reason,
            "due_at": None if feed.due is None else _bare(feed.due),
        }
        with way.writing(self._engine) as connection:
            told |= {"polled_at": _bare(now), "holder": None, "held_until": None}
            return _set(connection, feed.url, holder, **told) == 1

    def let_go(self, url: str, holder: str) -> None:
        """Let it go as it was taken: whoever held it was interrupted."""
        with way.writing(self._engine) as connection:
            _set(connection, url, holder, holder=None, held_until=None)

    def unseen(self, url: str, keys: Collection[str]) -> Collection[str]:
        """Those of the keys of entries that are not settled, in their order."""
        wanted = list(keys)
        settled: set[str] = set()
        with way.reading(self._engine) as connection:
            for at in range(0, len(wanted), _AT_ONCE):
                is_one = feed_entries.c.entry.in_(wanted[at : at + _AT_ONCE])
                asked = select(feed_entries.c.entry).where(
                    feed_entries.c.feed_url == url, feed_entries.c.is_settled, is_one
                )
                settled.update(connection.execute(asked).scalars())
        return [key for key in wanted if key not in settled]

    def note(self, url: str, settled: Collection[str], failed: Collection[str], now: datetime) -> int:
        """Keep that these entries are settled, and that those could not be had this time; how many of those are to be
        tried again."""
        with way.writing(self._engine) as connection:
            fresh = {"feed_url": url, "tries": 0, "is_settled": False, "seen_at": _bare(now)}
            keep(connection, feed_entries, [fresh | {"entry": key} for key in {*settled, *failed}])
            for keys, is_settled in ((settled, True), (failed, False)):
                for key in keys:
                    is_it = (feed_entries.c.feed_url == url) & (feed_entries.c.entry == key)
                    tries = feed_entries.c.tries + 1
                    told = {"tries": tries, "is_settled": True if is_settled else tries >= _TRIES}
                    connection.execute(update(feed_entries).where(is_it).values(told))
            left = select(func.count()).where(
                feed_entries.c.feed_url == url, ~feed_entries.c.is_settled, feed_entries.c.entry.in_(list(failed))
            )
            return connection.execute(left).scalar() or 0

    def next_due(self, urls: Collection[str]) -> datetime | None:
        """When the first of these feeds is due, or free again; None where one of them may be taken now."""
        with way.reading(self._engine) as connection:
            asked = select(feeds.c.url, feeds.c.due_at, feeds.c.held_until).where(feeds.c.url.in_(list(urls)))
            found = {url: max(filter(None, (due, held)), default=None) for url, due, held in connection.execute(asked)}
        moments = [found.get(url) for url in urls]
        first = None if None in moments else min(filter(None, moments), default=None)
        return None if first is None else first.replace(tzinfo=UTC)


def _set(connection: Connection, url: str, by: str | None = None, **values: Any) -> int:
    """Change the row of a feed, where `by` holds it if that is asked for; how many were changed."""
    change = update(feeds).where(feeds.c.url == url)
    if by is not None:
        change = change.where(feeds.c.holder == by)
    return connection.execute(change.values(values)).rowcount


def _bare(when: datetime) -> datetime:
    """Without the zone, UTC: SQLite keeps none."""
    return when.astimezone(UTC).replace(tzinfo=None)
