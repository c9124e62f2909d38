"""What robots.txt forbids is not fetched, and a robots.txt that cannot be had forbids everything."""

from __future__ import annotations

import pytest

from sayso.errors import UnreachableReport
from sayso.read.fetch import Manners
from sayso.read.fetch.failures import Passing
from sayso.read.fetch.fetcher import Fetcher
from tests.read.fetch.server import OPEN, PAGE, ROBOTS, Hand, Server

ONCE = Manners(delay_s=0, attempts=1)


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [("private/page", False), ("private/but-this", True), ("page", True), ("page?private/", True)],
)
def test_what_is_forbidden_is_not_asked_for(server: Server, site: str, hand: Hand, path: str, is_allowed: bool) -> None:
    server.robots = ROBOTS
    fetcher = Fetcher(OPEN, ONCE, hand.clock)
    if is_allowed:
        assert fetcher.get(f"{site}/{path}").raw == PAGE
        return
    with pytest.raises(UnreachableReport, match=r"robots\.txt of 127\.0\.0\.1 forbids") as failure:
        fetcher.get(f"{site}/{path}")
    assert "--ignore-robots" in failure.value.hint
    assert server.paths == ["/robots.txt"]


def test_a_flag_says_otherwise(server: Server, site: str, hand: Hand) -> None:
    server.robots = ROBOTS
    fetcher = Fetcher(OPEN, Manners(delay_s=0, ignores_robots=True), hand.clock)
    assert fetcher.get(f"{site}/private/page").raw == PAGE
    assert server.paths == ["/private/page"]


def test_the_rules_for_this_robot_come_before_those_for_all(server: Server, site: str, hand: Hand) -> None:
    server.robots = b"User-agent: *\nDisallow: /\n\nUser-agent: Sayso\nDisallow: /private/\n"
    assert Fetcher(OPEN, ONCE, hand.clock).get(f"{site}/page").raw == PAGE


def test_a_redirect_is_held_to_the_rules_too(server: Server, site: str, hand: Hand) -> None:
    server.robots = ROBOTS
    with pytest.raises(UnreachableReport, match="forbids"):
        Fetcher(OPEN, ONCE, hand.clock).get(f"{site}/away?to=/private/page")
    assert server.paths == ["/robots.txt", "/away?to=/private/page"]


def test_the_rules_are_asked_for_once_a_day(server: Server, site: str, hand: Hand) -> None:
    fetcher = Fetcher(OPEN, ONCE, hand.clock)
    for _ in range(3):
        fetcher.get(f"{site}/page")
    assert server.paths.count("/robots.txt") == 1
    hand.at += 86_401
    fetcher.get(f"{site}/page")
    assert server.paths.count("/robots.txt") == 2


# The answer for robots.txt; whether the page may be read then.
ANSWERS = [
    (404, True),
    (403, True),
    (500, False),
    (501, False),
    (503, False),
    (429, False),
    (b"", True),
    (b"<!doctype html><p>User-agent: *", True),
    (b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n", False),
    (b"\xff\xfe\x00", True),
    (0, False),
    ("/robots.txt", True),
]


@pytest.mark.parametrize(("answer", "is_allowed"), ANSWERS, ids=[str(answer)[:20] for answer, _ in ANSWERS])
def test_what_each_answer_means(
    server: Server, site: str, hand: Hand, answer: bytes | int | str, is_allowed: bool
) -> None:
    server.robots = answer
    fetcher = Fetcher(OPEN, ONCE, hand.clock)
    if is_allowed:
        assert fetcher.get(f"{site}/page").raw == PAGE
        return
    with pytest.raises(UnreachableReport) as failure:
        fetcher.get(f"{site}/page")
    assert "robots.txt" in failure.value.message
    assert "/page" not in server.paths


def test_rules_that_cannot_be_had_are_tried_again_but_not_for_every_page(server: Server, site: str, hand: Hand) -> None:
    server.robots = 503
    fetcher = Fetcher(OPEN, Manners(delay_s=0, attempts=3), hand.clock)
    for _ in range(3):
        with pytest.raises(Passing, match=r"robots\.txt answered 503 .*, 3 times"):
            fetcher.get(f"{site}/page")
    assert server.paths == ["/robots.txt"] * 3
    assert len(hand.slept) == 2
    server.robots = 404
    hand.at += 601
    assert fetcher.get(f"{site}/page").raw == PAGE
