"""The WARC of a run: whole, readable by those who read WARCs, and without passwords."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import SaysoError, UnreachableReport
from sayso.read.fetch import Limits, Manners
from sayso.read.fetch.fetcher import Fetcher
from sayso.read.fetch.recording import Recorder
from tests.read.fetch.server import BRISK, OPEN, PAGE, ROBOTS, Hand, Server

Record = tuple[dict[str, str], str, bytes]


def records(path: Path) -> list[Record]:
    """WARC headers, status line or request line, and the body as a reader unpacks it; digests are checked."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            http = record.http_headers
            first = f"{http.protocol} {http.statusline}" if http else ""
            found.append((dict(record.rec_headers.headers), first, record.content_stream().read()))
    return found


@pytest.fixture
def recorded(tmp_path: Path, site: str, hand: Hand) -> Callable[..., list[Record]]:
    def run(*paths: str, limits: Limits = OPEN, manners: Manners = BRISK) -> list[Record]:
        with Recorder(tmp_path / "run.warc.gz", manners, hand.clock) as recorder:
            fetcher = Fetcher(limits, manners, hand.clock, recorder)
            for path in paths:
                with suppress(UnreachableReport):
                    fetcher.get(path if "://" in path else f"{site}/{path}")
        return records(recorder.path)

    return run


def test_every_request_stands_beside_its_answer(recorded: Callable[..., list[Record]], server: Server) -> None:
    server.robots = ROBOTS
    about, *found = recorded("once", manners=Manners(delay_s=0))
    assert about[0]["WARC-Type"] == "warcinfo"
    assert b"robots: obeyed" in about[2]
    assert b"http-header-user-agent: sayso" in about[2]
    assert [(headers["WARC-Type"], headers["WARC-Target-URI"], first) for headers, first, _ in found] == [
        ("response", f"{server.site}/robots.txt", "HTTP/1.0 200 OK"),
        ("request", f"{server.site}/robots.txt", "GET /robots.txt HTTP/1.1"),
        ("response", f"{server.site}/once", "HTTP/1.0 301 Moved Permanently"),
        ("request", f"{server.site}/once", "GET /once HTTP/1.1"),
        ("response", f"{server.site}/page", "HTTP/1.0 200 OK"),
        ("request", f"{server.site}/page", "GET /page HTTP/1.1"),
    ]
    assert found[-2][2] == PAGE
    for (answer, *_), (asked, *_) in zip(found[::2], found[1::2], strict=True):
        assert asked["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
        assert (answer["WARC-Date"], answer["WARC-IP-Address"]) == ("2021-12-21T12:00:00Z", "127.0.0.1")


@pytest.mark.parametrize("path", ["squeezed", "chunked", "hinted"])
def test_a_reader_of_warcs_unpacks_what_was_packed(recorded: Callable[..., list[Record]], path: str) -> None:
    _, (headers, first, body), _ = recorded(path)
    assert (first.split()[1], body) == ("200", PAGE)
    assert "WARC-Truncated" not in headers


@pytest.mark.parametrize(("path", "reason"), [("huge", "length"), ("drip", "time"), ("reset", "disconnect")])
def test_what_broke_off_is_kept_and_says_so(recorded: Callable[..., list[Record]], path: str, reason: str) -> None:
    _, (headers, first, _), _ = recorded(path, limits=Limits(10_000, 0.1, allow_private=True))
    assert (first, headers["WARC-Truncated"]) == ("HTTP/1.0 200 OK", reason)


def test_what_is_no_http_is_asked_for_and_not_answered(recorded: Callable[..., list[Record]]) -> None:
    _, *found = recorded("no-http", "missing")
    assert [first for _, first, _ in found] == [
        "GET /no-http HTTP/1.1",
        "HTTP/1.0 404 Not Found",
        "GET /missing HTTP/1.1",
    ]
    assert found[1][2] == b"<h1>Not here</h1>"


def test_a_password_is_not_kept(recorded: Callable[..., list[Record]], server: Server, tmp_path: Path) -> None:
    *_, (headers, _, _) = recorded(f"{server.site.replace('://', '://name:secret@')}/page")
    assert headers["WARC-Target-URI"] == f"{server.site}/page"
    assert "Authorization" in server.seen[-1].headers
    with (tmp_path / "run.warc.gz").open("rb") as file:
        for record in ArchiveIterator(file):
            assert record.http_headers is None or record.http_headers.get_header("Authorization") is None


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path, hand: Hand) -> None:
    names = []
    for name in ("run.warc.gz", "run.warc.gz", "run.warc.gz", "plain.warc"):
        with Recorder(tmp_path / name, BRISK, hand.clock) as recorder:
            names.append(recorder.path.name)
            assert len(records(recorder.path)) == 1
    assert names == ["run.warc.gz", "run-2.warc.gz", "run-3.warc.gz", "plain.warc"]


@pytest.mark.parametrize(("name", "message"), [("run.zip", "no name for a WARC"), ("no/run.warc", "cannot be written")])
def test_a_file_that_cannot_be(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(SaysoError, match=message) as failure:
        Recorder(tmp_path / name, BRISK)
    assert failure.value.hint
