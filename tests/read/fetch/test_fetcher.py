"""One fetch from a real server on loopback: good pages, bad servers, second tries, and copies that are still good."""

from __future__ import annotations

import socket

import pytest

from sayso.errors import UnreachableReport
from sayso.ledger import Document
from sayso.read import Failure, Limits, read
from sayso.read.fetch import Manners, Validators
from sayso.read.fetch.failures import Passing
from sayso.read.fetch.fetcher import Fetcher
from tests.read.fetch.server import BRISK, ETAG, MODIFIED, NOON, OPEN, PAGE, TEXT, Hand, Server

QUICK = Fetcher(OPEN, BRISK)


def test_a_page_is_read_like_a_file(site: str) -> None:
    (found,) = read(f"{site}/page", fetcher=QUICK)
    assert isinstance(found, Document)
    assert found.title == "Norland says Estmark tanker spilled oil; Estmark denies it"
    assert (found.url, found.path) == (f"{site}/page", None)


def test_text_rows_redirects_and_compression(site: str) -> None:
    (text,) = read(f"{site}/text", fetcher=QUICK)
    assert isinstance(text, Document)
    assert text.text == TEXT.decode("cp1252")
    row, bad = read(f"{site}/rows", fetcher=QUICK)
    assert isinstance(row, Document)
    assert isinstance(bad, Failure)
    moved, squeezed, chunked, hinted = (
        next(iter(read(f"{site}/{path}", fetcher=QUICK))) for path in ("once", "squeezed", "chunked", "hinted")
    )
    assert isinstance(moved, Document)
    assert moved.url == f"{site}/page"
    assert {getattr(found, "id", None) for found in (squeezed, chunked, hinted)} == {moved.id}


def test_without_a_fetcher_an_address_is_fetched_within_the_limits(site: str) -> None:
    (found,) = read(f"{site}/page", limits=OPEN)
    assert isinstance(found, Document)
    (closed,) = read(f"{site}/page")
    assert isinstance(closed, Failure)


def test_what_is_kept_of_an_answer(site: str, hand: Hand) -> None:
    found = Fetcher(OPEN, BRISK, hand.clock).get(f"{site}/validated?x=1")
    assert (found.raw, found.url, found.status, found.fetched) == (PAGE, f"{site}/validated?x=1", 200, NOON)
    assert found.validators == Validators(f"{site}/validated?x=1", ETAG, MODIFIED)
    assert ("ETag", ETAG) in found.headers
    assert not found.is_unchanged


def test_a_long_address_is_kept_whole(site: str) -> None:
    url = f"{site}/page?{'x' * 700}"
    assert QUICK.get(url).url == url


# Path; words of the message; words of the hint.
REFUSED = [
    ("missing", "404 Not Found", "check the address"),
    ("forbidden", "403", "save the page"),
    ("broken", "503", "try again later"),
    ("unasked", "304", "try again later"),
    ("loop", "in a circle", "final address"),
    ("longer", "more than 5 times", "final address"),
    ("endless", "larger than 0.1 MB", "allow more"),
    ("endless-headers", "no HTTP", "try again"),
    ("huge", "larger than 0.1 MB", "allow more"),
    ("bomb", "larger than 0.1 MB", "allow more"),
    ("bombs", "larger than 0.1 MB", "allow more"),
    ("corrupt", "not what its headers say", "save the page"),
    ("halved", "ends in the middle", "save the page"),
    ("unknown", "packed as br", "save the page"),
    ("short", "broke off", "try again"),
    ("long", "more bytes than its Content-Length", "save the page"),
    ("two-lengths", "no HTTP", "try again"),
    ("no-http", "no HTTP", "try again"),
    ("reset", "broke off", "try again"),
    ("away?to=ftp://127.0.0.1/x", "no web address", "http and https"),
    ("away?to=file:///etc/passwd", "no web address", "http and https"),
    ("away?to=http://a:b/", "no web address", "check the address"),
]


@pytest.mark.parametrize(("path", "message", "hint"), REFUSED, ids=[path for path, *_ in REFUSED])
def test_bad_servers_end_in_a_reason(site: str, path: str, message: str, hint: str) -> None:
    (found,) = read(f"{site}/{path}", fetcher=QUICK)
    assert isinstance(found, Failure)
    assert isinstance(found.error, UnreachableReport)
    assert message in found.error.message
    assert hint in found.error.hint
    assert found.where == f"{site}/{path}"


@pytest.mark.parametrize("path", ["slow", "drip", "silent", "endless-hints"])
def test_no_server_outlasts_the_time_by_sending_slowly(site: str, path: str) -> None:
    with pytest.raises(Passing, match="too long") as failure:
        Fetcher(Limits(allow_private=True, timeout_s=0.1), BRISK).get(f"{site}/{path}")
    assert "allow more time" in failure.value.hint


def test_a_server_that_never_says_hello_in_tls(hand: Hand) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(Passing, match="too long"):
            Fetcher(Limits(allow_private=True, timeout_s=0.1), BRISK).get(
                f"https://127.0.0.1:{silent.getsockname()[1]}/"
            )


def test_blanks_after_the_end_do_no_harm(site: str) -> None:
    assert QUICK.get(f"{site}/long-blanks").raw == b"The ministry denied it."


@pytest.mark.parametrize(
    ("label", "charset"),
    [("utf-8", "utf-8"), ("no-such", None), ("base64", None), ('"UTF-8"', "utf-8"), ("", None), ("ascii", "ascii")],
)
def test_a_charset_that_nobody_knows_is_no_charset(site: str, label: str, charset: str | None) -> None:
    assert QUICK.get(f"{site}/charset?to={label}").charset == charset
    (found,) = read(f"{site}/charset?to={label}", fetcher=QUICK)
    assert isinstance(found, Document)
    assert found.text == "Łódź denied it — twice."


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("ftp://post.example/x", "no web address"),
        ("http://", "no web address"),
        ("http://exa mple:x/", "no web address"),
        ("https://name:secret@no-such-host.invalid/x", "not found"),
    ],
)
def test_addresses_that_lead_nowhere(source: str, message: str) -> None:
    (found,) = read(source, fetcher=QUICK)
    assert isinstance(found, Failure)
    assert message in found.error.message
    assert "secret" not in found.error.message
    assert found.error.hint


def test_a_copy_that_is_still_good_is_not_sent_again(site: str, server: Server) -> None:
    first = QUICK.get(f"{site}/validated")
    again = QUICK.get(f"{site}/validated", first.validators)
    assert (again.is_unchanged, again.status, again.raw) == (True, 304, b"")
    assert again.validators == first.validators
    assert (server.seen[-1].headers["If-None-Match"], server.seen[-1].headers["If-Modified-Since"]) == (ETAG, MODIFIED)


def test_validators_count_for_the_address_that_they_came_from(site: str, server: Server) -> None:
    moved = f"{site}/away?to=/validated"
    first = QUICK.get(moved)
    assert first.validators.url == f"{site}/validated"
    assert QUICK.get(moved, first.validators).is_unchanged
    assert ["If-None-Match" in seen.headers for seen in server.seen[-2:]] == [False, True]
    assert not QUICK.get(f"{site}/page", first.validators).is_unchanged
    assert "If-None-Match" not in server.seen[-1].headers


def test_a_failure_that_passes_is_tried_again(site: str, server: Server, hand: Hand) -> None:
    manners = Manners(delay_s=0, attempts=3, ignores_robots=True)
    assert Fetcher(OPEN, manners, hand.clock).get(f"{site}/shaky").raw == PAGE
    assert server.paths == ["/shaky", "/shaky"]
    (wait,) = hand.slept
    assert 1 <= wait <= 2


@pytest.mark.parametrize(
    ("path", "tries"), [("broken", 3), ("reset", 3), ("short", 3), ("missing", 1), ("corrupt", 1), ("endless", 1)]
)
def test_how_often_a_failure_is_tried(site: str, server: Server, hand: Hand, path: str, tries: int) -> None:
    fetcher = Fetcher(OPEN, Manners(delay_s=0, attempts=3, ignores_robots=True), hand.clock)
    with pytest.raises(UnreachableReport) as failure:
        fetcher.get(f"{site}/{path}")
    assert len(server.seen) == tries
    assert len(hand.slept) == tries - 1
    assert failure.value.message.endswith(", 3 times") == (tries == 3)
    assert hand.slept == sorted(hand.slept)


# What Retry-After says; the seconds waited, None for a wait that is too long.
ASKED = [("40", 40), ("0", None), ("Tue,+21+Dec+2021+12:00:30+GMT", 30), ("3600", "later"), ("soon", None)]


@pytest.mark.parametrize(("asked", "waited"), ASKED, ids=[asked for asked, _ in ASKED])
def test_a_wait_that_the_server_asks_for_is_kept(
    site: str, server: Server, hand: Hand, asked: str, waited: int | str | None
) -> None:
    fetcher = Fetcher(OPEN, Manners(delay_s=0, attempts=2, max_wait_s=60, ignores_robots=True), hand.clock)
    if waited == "later":
        with pytest.raises(Passing, match="asks to wait for 60 minutes") as failure:
            fetcher.get(f"{site}/busy?for={asked}")
        assert failure.value.after_s == 3600
        with pytest.raises(Passing, match="left alone for 60 minutes more"):
            fetcher.get(f"{site}/page")
        assert len(server.seen) == 1
        hand.at += 3601
        assert fetcher.get(f"{site}/page").raw == PAGE
        return
    assert fetcher.get(f"{site}/busy?for={asked}").raw == PAGE
    assert sum(hand.slept) == waited if waited else 1 <= sum(hand.slept) <= 2


def test_a_closed_port_is_named_and_tried_again(hand: Hand) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with pytest.raises(Passing, match=r"cannot be reached .*, 2 times"):
            Fetcher(OPEN, Manners(attempts=2, ignores_robots=True), hand.clock).get(url)
    assert sum(hand.slept) >= 1


def test_a_password_stays_with_its_host(server: Server, site: str) -> None:
    there = site.replace("127.0.0.1", "localhost")
    (found,) = read(f"{site.replace('://', '://name:secret@')}/away?to={there}/page", fetcher=QUICK)
    assert isinstance(found, Document)
    assert found.url == f"{there}/page"
    first, second = server.seen[-2:]
    assert first.headers["Authorization"] == "Basic bmFtZTpzZWNyZXQ="
    assert "Authorization" not in second.headers


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    (found,) = read(f"{site}/page", fetcher=QUICK)
    assert isinstance(found, Document)


def test_who_is_reading_is_said(site: str, server: Server) -> None:
    Fetcher(OPEN, Manners(contact="desk@courier.example")).get(f"{site}/page")
    assert [seen.headers["User-Agent"] for seen in server.seen] == [
        "sayso (reads news reports; desk@courier.example)"
    ] * 2
