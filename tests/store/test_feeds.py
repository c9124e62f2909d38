"""The leases of feeds: one holder at a time, what is kept between two looks, and what a dead holder leaves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sayso.store import Store, Watched
from sayso.store.feeds import _TRIES

URL, OTHER = "https://a.example/rss", "https://b.example/rss"
NOW = datetime(2021, 12, 21, 12, tzinfo=UTC)
LONG = timedelta(minutes=15)


def test_one_holder_at_a_time(where: str) -> None:
    with Store(where) as store:
        feeds = store.feeds
        assert feeds.take(URL, "one", NOW, NOW + LONG) == Watched(URL)
        assert feeds.take(URL, "two", NOW, NOW + LONG) is None
        assert feeds.take(OTHER, "two", NOW, NOW + LONG) == Watched(OTHER)
        assert feeds.hold(URL, "one", NOW + 2 * LONG)
        assert feeds.take(URL, "two", NOW + LONG, NOW + 2 * LONG) is None
        feeds.let_go(URL, "one")
        assert feeds.take(URL, "two", NOW, NOW + LONG) == Watched(URL)


def test_what_is_kept_between_two_looks(where: str) -> None:
    kept = Watched(URL, "https://a.example/new", '"7"', "Mon", 2, "it was down", NOW + LONG)
    with Store(where) as store:
        store.feeds.take(URL, "one", NOW, NOW + LONG)
        assert store.feeds.give_back(kept, "one", NOW)
    with Store(where) as store:
        assert store.feeds.take(URL, "two", NOW, NOW + LONG) is None
        assert store.feeds.next_due([URL]) == NOW + LONG
        assert store.feeds.next_due([URL, OTHER]) is None
        assert store.feeds.take(URL, "two", NOW + LONG, NOW + 2 * LONG) == kept


def test_the_lease_of_a_dead_holder_runs_out_and_is_not_his_any_more(where: str) -> None:
    with Store(where) as store:
        feeds = store.feeds
        feeds.take(URL, "dead", NOW, NOW + LONG)
        assert feeds.next_due([URL]) == NOW + LONG
        assert feeds.take(URL, "next", NOW + LONG, NOW + 2 * LONG) == Watched(URL)
        assert not feeds.hold(URL, "dead", NOW + 3 * LONG)
        assert not feeds.give_back(Watched(URL, etag="late"), "dead", NOW)
        feeds.let_go(URL, "dead")
        assert feeds.take(URL, "third", NOW + LONG, NOW + 2 * LONG) is None


def test_of_many_at_once_one_gets_it(where: str) -> None:
    with Store(where) as store, ThreadPoolExecutor(8) as crew:
        for url in (URL, OTHER):
            taken = [crew.submit(store.feeds.take, url, str(who), NOW, NOW + LONG) for who in range(8)]
            assert sum(each.result() is not None for each in taken) == 1


def test_entries_are_settled_once_and_tried_again_not_for_ever(where: str) -> None:
    with Store(where) as store:
        feeds = store.feeds
        feeds.take(URL, "one", NOW, NOW + LONG)
        feeds.take(OTHER, "one", NOW, NOW + LONG)
        keys = [f"https://a.example/{number}" for number in range(900)]
        assert list(feeds.unseen(URL, keys)) == keys
        assert feeds.note(URL, keys[:-2], keys[-2:-1], NOW) == 1
        assert list(feeds.unseen(URL, keys)) == keys[-2:]
        assert list(feeds.unseen(OTHER, keys[:3])) == keys[:3]
        tries = 1
        while feeds.note(URL, [], keys[-2:-1], NOW):
            tries += 1
        assert tries + 1 == _TRIES
        assert list(feeds.unseen(URL, keys)) == keys[-1:]


def test_the_reason_of_a_failure_goes_with_it(where: str) -> None:
    with Store(where) as store:
        failed = Watched(URL, failures=1, reason="503", due=NOW + LONG)
        for each in (failed, replace(failed, failures=0, reason=None)):
            store.feeds.take(URL, "one", NOW + LONG, NOW + 2 * LONG)
            assert store.feeds.give_back(each, "one", NOW)
        assert store.feeds.take(URL, "one", NOW + LONG, NOW + 2 * LONG) == Watched(URL, due=NOW + LONG)
