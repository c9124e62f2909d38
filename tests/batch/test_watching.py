"""Feeds into a ledger: new pages once, by one process at a time, whatever is killed in between."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from sayso.batch.adding import Orders, Report, add
from sayso.batch.engines import Alone
from sayso.batch.watching import Looked, Watching, look, watch
from sayso.ledger import Document, Ledger
from sayso.read import Given, Link
from sayso.read.fetch import Manners
from sayso.read.fetch.fetcher import Fetcher
from sayso.store import Store
from tests.read.fetch.server import OPEN, Hand, Server, rss, serving

ROOT = Path(__file__).resolve().parents[2]
HOUR = timedelta(hours=1)


def reading(document: Document) -> Ledger:
    return Ledger((document,))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "sayso.db")


@contextmanager
def watching(ledger: str, hand: Hand, every: timedelta = HOUR) -> Iterator[Watching]:
    fetcher = Fetcher(OPEN, Manners(delay_s=0, attempts=1), hand.clock)
    with Store(ledger) as store:
        orders = Orders(Given(), OPEN, "test", fetcher=fetcher)

        def put(pages: Sequence[Link]) -> Report:
            return add(pages, store, Alone(reading), orders)

        yield Watching(store.feeds, fetcher, put, every).named()


def show(server: Server, *names: str) -> str:
    """Let the server's feed show these pages; its address."""
    server.feed = rss(*((f"{server.site}/{name}", str(10 + day)) for day, name in enumerate(names)))
    return f"{server.site}/feed"


def test_new_pages_come_once(server: Server, ledger: str) -> None:
    hand, url = Hand(), show(server, "page/1", "text", "missing")
    with watching(ledger, hand) as who:
        (first,) = look([url], who)
        assert (first.read, first.known, first.again, first.error) == (2, 0, 0, None)
        assert ["404" in failure.error.message for failure in first.skipped] == [True]
        assert list(look([url], who)) == []  # not due yet
        with Store(ledger) as store:  # what a page does not say itself, its feed does
            text = next(one for one in store.each("documents") if one.url.endswith("text"))
            assert (text.publisher, text.published) == ("The Courier", date(2021, 12, 11))
        hand.at += 3600
        assert list(look([url], who)) == [Looked(url)]
        assert server.paths.count("/page/1") == 1
        show(server, "page/1", "text", "missing", "page/2")
        hand.at += 3600
        (later,) = look([url], who)
        assert (later.read, later.known) == (1, 0)
    assert server.paths.count("/missing") == 1


def test_a_page_that_may_come_later_is_tried_at_the_next_look(server: Server, ledger: str) -> None:
    hand, url = Hand(), show(server, "shaky", "page/1")
    with watching(ledger, hand, timedelta()) as who:
        (first,) = look([url], who)
        assert (first.read, first.again, len(first.skipped)) == (1, 1, 1)
        (second,) = look([url], who)
        assert (second.read, second.known + second.again) == (0, 1) or second.read == 1
        (third,) = look([url], who)
        assert third == Looked(url)
    assert server.paths.count("/shaky") == 2
    assert server.paths.count("/page/1") == 1


def test_a_feed_that_fails_stops_no_other(server: Server, ledger: str) -> None:
    hand, url = Hand(), show(server, "page/1")
    with watching(ledger, hand) as who:
        broken, good = look([f"{server.site}/broken", url], who)
        assert broken.error is not None
        assert good.read == 1
        hand.at += 3601
        assert [looked.url for looked in look([f"{server.site}/broken", url], who)] == [f"{server.site}/broken", url]
        hand.at += 3601
        assert [looked.url for looked in look([f"{server.site}/broken", url], who)] == [url]


def test_two_at_once_never_look_at_one_feed(server: Server, ledger: str) -> None:
    url, hand = show(server, "page/1", "text"), Hand()
    begun, may_end = Event(), Event()
    looked: list[Looked] = []
    with watching(ledger, hand) as one, watching(ledger, hand) as two:

        def slow(some: Sequence[Link]) -> Report:
            begun.set()
            assert may_end.wait(10)
            return one.add(some)

        first = Watching(one.feeds, one.fetcher, slow, HOUR, "first")
        thread = Thread(target=lambda: looked.extend(look([url], first)))
        thread.start()
        assert begun.wait(10)
        assert list(look([url], two)) == []
        may_end.set()
        thread.join(10)
    assert [each.read for each in looked] == [2]
    assert server.paths.count("/feed") == 1


def test_who_is_interrupted_lets_go(server: Server, ledger: str) -> None:
    url, hand = show(server, "page/1"), Hand()
    with watching(ledger, hand) as who:

        def stopped(_: Sequence[Link]) -> Report:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            list(look([url], Watching(who.feeds, who.fetcher, stopped, HOUR, "stopped")))
        (after,) = look([url], who)
        assert after.read == 1


def test_who_was_away_for_too_long_leaves_the_feed_to_the_other(server: Server, ledger: str) -> None:
    url, hand = show(server, *(f"page/{number}" for number in range(10))), Hand()
    with watching(ledger, hand) as one, watching(ledger, hand) as two:
        others: list[Looked] = []

        def asleep(some: Sequence[Link]) -> Report:
            hand.at += 3600
            others.extend(look([url], two))
            return one.add(some)

        (mine,) = look([url], Watching(one.feeds, one.fetcher, asleep, HOUR, "asleep"))
    assert mine.is_lost
    assert [each.read for each in others] == [10]
    assert len({path for path in server.paths if path.startswith("/page")}) == 10


def test_an_address_that_is_known_is_asked_whether_it_has_changed(server: Server, ledger: str) -> None:
    url, moved, hand = f"{server.site}/validated", f"{server.site}/away?to=/validated", Hand()
    with watching(ledger, hand) as who:
        assert [(report.read, report.known) for report in (who.add([url]), who.add([url]))] == [(1, 0), (0, 1)]
        assert "If-None-Match" in server.seen[-1].headers
        assert [who.add([moved]).known for _ in range(2)] == [1, 1]
        assert "If-None-Match" in server.seen[-1].headers
        with Store(ledger) as store:
            orders = Orders(Given(publisher="The Courier"), OPEN, "test", fetcher=who.fetcher)
            assert add([url], store, Alone(reading), orders).read == 1  # told otherwise, it is another thing to read
            assert "If-None-Match" not in server.seen[-1].headers


KILLED = """
import sys, time
from tests.batch.test_watching import Hand, Report, Watching, look, watching
ledger, url = sys.argv[1:]
with watching(ledger, Hand()) as who:
    def put(pages):
        report = who.add(pages)
        print("added", flush=True)
        time.sleep(60)
        return report
    list(look([url], Watching(who.feeds, who.fetcher, put, who.every, "killed")))
"""


def test_killed_and_begun_again_nothing_is_lost_and_nothing_is_there_twice(server: Server, ledger: str) -> None:
    url = show(server, "page/1", "text")
    dying = subprocess.Popen([sys.executable, "-c", KILLED, ledger, url], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert dying.stdout is not None
    assert dying.stdout.readline() == "added\n"
    dying.kill()
    dying.wait()
    dying.stdout.close()
    hand = Hand()
    with watching(ledger, hand) as who:
        assert list(look([url], who)) == []  # held by the dead, for a while
        hand.at += 15 * 60
        (after,) = look([url], who)
        assert (after.read, after.known, after.skipped) == (0, 2, ())
        hand.at += 3600
        assert list(look([url], who)) == [Looked(url)]


def test_watching_goes_on_and_sleeps_until_a_feed_is_due(server: Server, ledger: str) -> None:
    hand, url = Hand(), show(server, "page/1")
    with watching(ledger, hand) as who:
        looks = watch([url], who)
        assert next(looks).read == 1
        show(server, "page/1", "text")
        assert next(looks).read == 1
        assert hand.slept == [3600]
