"""How long a host is left alone between two fetches."""

from __future__ import annotations

import pytest

from sayso.read.fetch import Manners
from sayso.read.fetch.failures import Passing, waited
from sayso.read.fetch.fetcher import Fetcher
from sayso.read.fetch.pace import Pace
from tests.read.fetch.server import OPEN, ROBOTS, Hand, Server


def test_a_host_is_left_alone_and_others_are_not(hand: Hand) -> None:
    pace = Pace(Manners(delay_s=2), hand.clock)
    for host in ("a.example", "b.example", "a.example", "a.example"):
        pace.wait(host)
    assert hand.slept == [2, 2]


def test_the_delay_counts_from_the_end_of_a_fetch(hand: Hand) -> None:
    pace = Pace(Manners(delay_s=2), hand.clock)
    pace.wait("a.example")
    hand.at += 5
    pace.done("a.example")
    hand.at += 0.5
    pace.wait("a.example")
    assert hand.slept == [1.5]


def test_the_longer_of_two_delays_holds_up_to_the_longest_wait(hand: Hand) -> None:
    pace = Pace(Manners(delay_s=2, max_wait_s=30), hand.clock)
    for asked, expected in ((1, 2), (7, 7), (86_400, 30)):
        pace.slow("a.example", asked)
        pace.done("a.example")
        pace.wait("a.example")
        assert hand.slept.pop() == expected
        hand.at += 100


def test_a_host_that_asked_for_more_is_left_alone(hand: Hand) -> None:
    pace = Pace(Manners(delay_s=0, max_wait_s=30), hand.clock)
    pace.hold("a.example", 31)
    with pytest.raises(Passing, match=r"a\.example asked to be left alone for 31 seconds more"):
        pace.wait("a.example")
    hand.at += 10
    pace.wait("a.example")
    assert hand.slept == [21]


def test_between_fetches_and_not_between_their_redirects(server: Server, site: str, hand: Hand) -> None:
    fetcher = Fetcher(OPEN, Manners(delay_s=2, ignores_robots=True), hand.clock)
    fetcher.get(f"{site}/away?to=/once")
    assert (server.paths, hand.slept) == (["/away?to=/once", "/once", "/page"], [])
    fetcher.get(f"{site}/page")
    assert hand.slept == [2]


def test_the_delay_that_robots_txt_asks_for(server: Server, site: str, hand: Hand) -> None:
    server.robots = ROBOTS
    fetcher = Fetcher(OPEN, Manners(delay_s=2), hand.clock)
    fetcher.get(f"{site}/page")
    fetcher.get(f"{site}/page")
    assert hand.slept == [7]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"),
        (40, "40 seconds"),
        (119, "119 seconds"),
        (300, "5 minutes"),
        (9000, "2 hours"),
        (2e5, "2 days"),
    ],
)
def test_a_wait_in_words(seconds: float, words: str) -> None:
    assert waited(seconds) == words
