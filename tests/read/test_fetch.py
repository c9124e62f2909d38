"""Fetching from a real server on loopback: good pages, bad servers, and addresses that may not be read."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UnreachableReport
from sayso.ledger import Document
from sayso.read import Failure, Limits, fetch, read

PAGE = (Path(__file__).parent / "pages" / "wire.html").read_bytes()
TEXT = "The ministry denied on Monday that the ship had been sold. “No,” it said.".encode("cp1252")
BOMB = gzip.compress(b"\n" * 50_000_000)  # 50 KB that unpack to 50 MB
OPEN = Limits(allow_private=True, max_bytes=100_000, timeout_s=5)


class Handler(BaseHTTPRequestHandler):
    """Answers by path; what is not in `ANSWERS` is 404."""

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers), self.client_address[0]))  # type: ignore[attr-defined]
        with suppress(BrokenPipeError, ConnectionResetError):  # the reader hangs up, as it should
            getattr(self, "answer_" + self.path.strip("/").split("/")[0].split("?")[0], self.answer_missing)()

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.send(PAGE, Content_Type="text/html; charset=utf-8")

    def answer_text(self) -> None:
        self.send(TEXT, Content_Type="text/plain; charset=windows-1252")

    def answer_rows(self) -> None:
        self.send(b'{"text": "It denied it."}\n{"text": 7}\n', Content_Type="application/x-ndjson")

    def answer_squeezed(self) -> None:
        self.send(gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def answer_missing(self) -> None:
        self.send(b"<h1>Not here</h1>", 404)

    def answer_forbidden(self) -> None:
        self.send(b"", 403)

    def answer_broken(self) -> None:
        self.send(b"", 503)

    def answer_loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def answer_once(self) -> None:
        self.send(b"", 301, Location="/page#part")

    def answer_away(self) -> None:
        self.send(b"", 302, Location=self.path.split("?to=")[1])

    def answer_endless(self) -> None:
        self.send(b"<p>", Content_Length="", Content_Type="text/html")
        while True:
            self.wfile.write(b"The ministry denied it. " * 1000)

    def answer_huge(self) -> None:
        self.send(b"x", Content_Length="99999999999")

    def answer_bomb(self) -> None:
        self.send(BOMB, Content_Encoding="gzip", Content_Type="text/html")

    def answer_bombs(self) -> None:
        self.send(gzip.compress(BOMB), Content_Encoding="gzip, gzip")

    def answer_corrupt(self) -> None:
        self.send(zlib.compress(b"x" * 100)[:5] + b"????", Content_Encoding="gzip")

    def answer_short(self) -> None:
        self.send(b"The ministry denied", Content_Length="5000")
        self.close_connection = True

    def answer_slow(self) -> None:
        self.send_response(200)
        while True:
            self.wfile.write(b"X-Wait: yes\r\n")
            time.sleep(0.1)

    def answer_drip(self) -> None:
        self.send(b"<p>", Content_Length="", Content_Type="text/html")
        while True:
            self.wfile.write(b"a ")
            time.sleep(0.1)

    def answer_silent(self) -> None:
        time.sleep(3)

    def log_message(self, *_: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str], str]] = []
        super().__init__(("127.0.0.1", 0), Handler)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    serving = Server()
    thread = threading.Thread(target=serving.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield serving
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def site(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_a_page_is_read_like_a_file(site: str) -> None:
    (found,) = read(f"{site}/page", limits=OPEN)
    assert isinstance(found, Document)
    assert found.title == "Norland says Estmark tanker spilled oil; Estmark denies it"
    assert (found.url, found.path) == (f"{site}/page", None)


def test_text_rows_redirects_and_compression(site: str) -> None:
    (text,) = read(f"{site}/text", limits=OPEN)
    assert isinstance(text, Document)
    assert text.text == TEXT.decode("cp1252")
    row, bad = read(f"{site}/rows", limits=OPEN)
    assert isinstance(row, Document)
    assert isinstance(bad, Failure)
    (moved,) = read(f"{site}/once", limits=OPEN)
    (squeezed,) = read(f"{site}/squeezed", limits=OPEN)
    assert isinstance(moved, Document)
    assert isinstance(squeezed, Document)
    assert moved.url == f"{site}/page"
    assert moved.id == squeezed.id


# Path; words of the message; words of the hint.
REFUSED = [
    ("missing", "404 Not Found", "check the address"),
    ("forbidden", "403", "save the page"),
    ("broken", "503", "try again later"),
    ("loop", "more than 5 times", "final address"),
    ("endless", "larger than 0.1 MB", "allow more"),
    ("huge", "larger than 0.1 MB", "allow more"),
    ("bomb", "larger than 0.1 MB", "allow more"),
    ("bombs", "larger than 0.1 MB", "allow more"),
    ("corrupt", "unpacked", "save the page"),
    ("short", "broke off", "try again"),
    ("slow", "too long", "allow more time"),
    ("drip", "too long", "allow more time"),
    ("silent", "too long", "allow more time"),
    ("away?to=ftp://127.0.0.1/x", "no web address", "http and https"),
    ("away?to=file:///etc/passwd", "no web address", "http and https"),
]


@pytest.mark.parametrize(("path", "message", "hint"), REFUSED, ids=[path.split("/")[0] for path, *_ in REFUSED])
def test_bad_servers_end_in_a_reason(site: str, path: str, message: str, hint: str) -> None:
    limits = Limits(allow_private=True, max_bytes=100_000, timeout_s=1)
    (found,) = read(f"{site}/{path}", limits=limits)
    assert isinstance(found, Failure)
    assert isinstance(found.error, UnreachableReport)
    assert message in found.error.message
    assert hint in found.error.hint
    assert found.where == f"{site}/{path}"


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
    (found,) = read(source)
    assert isinstance(found, Failure)
    assert message in found.error.message
    assert "secret" not in found.error.message
    assert found.error.hint


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433", "127.1"])
def test_the_own_machine_is_refused_unless_asked_for(server: Server, host: str) -> None:
    before = len(server.seen)
    (found,) = read(f"http://{host}:{server.server_port}/page")
    assert isinstance(found, Failure)
    assert isinstance(found.error, UnreachableReport)
    assert "allow-private" in found.error.hint or "not found" in found.error.message
    assert len(server.seen) == before


PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
CLOSED = [
    *(
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
    ),
    *("100.64.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1"),
    *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::127.0.0.1"),
]


@pytest.mark.parametrize(("address", "expected"), [*((a, True) for a in PUBLIC), *((a, False) for a in CLOSED)])
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert fetch.is_public(address) is expected


class Names:
    """A resolver of our own in the system's place: name → addresses, one list a call."""

    def __init__(self, table: dict[str, list[list[str]]]) -> None:
        self.table = table
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        self.asked.append(host)
        answers = self.table.get(host)
        if answers is None:
            answers = [[host]]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in addresses
        ]


@pytest.fixture
def loopback_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays a public host, so that a redirect into the private network can be tried from it."""
    real = fetch.is_public
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1" or real(address))


@pytest.mark.usefixtures("loopback_is_public")
@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2:{port}/page", "http://10.0.0.1/", "http://[::1]:{port}/page", "http://169.254.169.254/latest"],
)
def test_a_redirect_into_the_private_network_is_refused(server: Server, site: str, target: str) -> None:
    before = len(server.seen)
    (found,) = read(f"{site}/away?to={target.format(port=server.server_port)}")
    assert isinstance(found, Failure)
    assert "own network" in found.error.message
    assert [path for path, *_ in server.seen[before:]] == [f"/away?to={target.format(port=server.server_port)}"]


@pytest.mark.usefixtures("loopback_is_public")
def test_a_name_that_changes_its_address_is_asked_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names({"post.example": [["127.0.0.1"], ["127.0.0.2"]]})
    monkeypatch.setattr(socket, "getaddrinfo", names)
    (found,) = read(f"http://post.example:{server.server_port}/page", limits=Limits(timeout_s=5))
    assert isinstance(found, Document)
    assert names.asked.count("post.example") == 1
    assert found.url == f"http://post.example:{server.server_port}/page"
    assert server.seen[-1][1]["Host"] == f"post.example:{server.server_port}"


@pytest.mark.usefixtures("loopback_is_public")
def test_one_private_address_among_public_ones_is_enough_to_refuse(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names({"post.example": [["127.0.0.1", "192.168.0.9"]]}))
    (found,) = read(f"http://post.example:{server.server_port}/page")
    assert isinstance(found, Failure)
    assert "192.168.0.9" in found.error.message


def test_a_second_address_is_tried_and_a_closed_port_named(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.server_port
    monkeypatch.setattr(socket, "getaddrinfo", Names({"post.example": [["127.0.0.3", "127.0.0.1"]]}))
    (found,) = read(f"http://post.example:{port}/page", limits=OPEN)
    assert isinstance(found, Document)
    monkeypatch.undo()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        (closed,) = read(f"http://127.0.0.1:{free.getsockname()[1]}/", limits=OPEN)
    assert isinstance(closed, Failure)
    assert "cannot be reached" in closed.error.message


def test_a_password_stays_with_its_host(server: Server, site: str) -> None:
    there = site.replace("127.0.0.1", "localhost")
    (found,) = read(f"{site.replace('://', '://name:secret@')}/away?to={there}/page", limits=OPEN)
    assert isinstance(found, Document)
    assert found.url == f"{there}/page"
    first, second = server.seen[-2:]
    assert "Authorization" in first[1]
    assert "Authorization" not in second[1]


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    (found,) = read(f"{site}/page", limits=OPEN)
    assert isinstance(found, Document)
