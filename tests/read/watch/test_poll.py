"""One look at a feed: what is new, what was seen, what to keep, and when to come back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import pytest

from sayso.read.fetch import Manners
from sayso.read.fetch.fetcher import Fetcher
from sayso.read.watch import Feed, poll
from tests.read.fetch.server import NOON, OPEN, Hand, Server, rss

HOUR = timedelta(hours=1)


class Memory:
    """Remembers in this process what it is told to."""

    def __init__(self) -> None:
        self.keys: set[tuple[str, str]] = set()

    def unseen(self, url: str, keys: Collection[str]) -> Collection[str]:
        return [key for key in keys if (url, key) not in self.keys]


@pytest.fixture
def fetcher(hand: Hand) -> Fetcher:
    return Fetcher(OPEN, Manners(delay_s=0, attempts=1), hand.clock)


def test_new_entries_come_once(server: Server, site: str, fetcher: Fetcher) -> None:
    server.feed, memory = rss((f"{site}/a", "19"), (f"{site}/b", "20")), Memory()
    first = poll(Feed(f"{site}/feed"), fetcher, memory, HOUR)
    assert [entry.url for entry in first.entries] == [f"{site}/a", f"{site}/b"]
    assert (first.error, first.feed.failures, first.feed.due) == (None, 0, NOON + HOUR)
    memory.keys.add((f"{site}/feed", f"{site}/a"))
    half = poll(Feed(f"{site}/feed"), fetcher, memory, HOUR)
    assert [entry.url for entry in half.entries] == [f"{site}/b"]


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, site: str, fetcher: Fetcher) -> None:
    server.feed = rss((f"{site}/a", "19"))
    first = poll(Feed(f"{site}/away?to=/feed"), fetcher, Memory(), HOUR)
    again = poll(first.feed, fetcher, Memory(), HOUR)
    assert (again.entries, again.error) == ((), None)
    assert again.feed.validators == first.feed.validators
    server.feed = rss((f"{site}/a", "19"), (f"{site}/b", "20"))
    assert len(poll(again.feed, fetcher, Memory(), HOUR).entries) == 2


def test_a_feed_that_fails_is_asked_less_and_less(server: Server, site: str, fetcher: Fetcher, hand: Hand) -> None:
    feed = Feed(f"{site}/broken")
    pauses = []
    for _ in range(8):
        tried = poll(feed, fetcher, Memory(), HOUR)
        assert tried.error is not None
        assert "503" in tried.error.message
        feed = tried.feed
        assert feed.due is not None
        pauses.append(feed.due - hand.clock.now())
    assert [pause // HOUR for pause in pauses] == [1, 2, 4, 8, 16, 24, 24, 24]
    assert feed.failures == 8
    server.feed = rss((f"{site}/a", "19"))
    assert poll(Feed(f"{site}/feed", failures=8), fetcher, Memory(), HOUR).feed.failures == 0


def test_one_that_is_looked_at_whenever_somebody_comes_has_its_pauses_too(site: str, fetcher: Fetcher) -> None:
    tried = poll(Feed(f"{site}/broken", failures=1), fetcher, Memory(), timedelta())
    assert tried.feed.due == NOON + timedelta(minutes=30)


def test_a_feed_that_asks_to_wait_is_waited_for(site: str, fetcher: Fetcher) -> None:
    late = poll(Feed(f"{site}/busy?for=20000"), fetcher, Memory(), HOUR)
    assert late.feed.due == NOON + timedelta(seconds=20_000)
    never = poll(Feed(f"{site}/busy?for=99999999999"), fetcher, Memory(), timedelta(days=9000))
    assert never.feed.due is not None


def test_a_page_that_is_no_feed(site: str, fetcher: Fetcher) -> None:
    wrong = poll(Feed(f"{site}/page"), fetcher, Memory(), HOUR)
    assert wrong.error is not None
    assert "is no feed" in wrong.error.message
