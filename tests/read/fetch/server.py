"""A web server on loopback that misbehaves by path, and a clock that a test turns by hand."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sayso.read.fetch import Clock, Limits, Manners

PAGE = (Path(__file__).parents[1] / "pages" / "wire.html").read_bytes()
TEXT = "The ministry denied on Monday that the ship had been sold. “No,” it said.".encode("cp1252")
BOMB = gzip.compress(b"\n" * 50_000_000)  # 50 KB that unpack to 50 MB
# A gzip inside a gzip: 190 bytes whose second layer is 50 MB, so that unpacking piece by piece is too late.
DEEP_BOMB = gzip.compress(BOMB)
ETAG, MODIFIED = '"seven"', "Mon, 20 Dec 2021 10:00:00 GMT"
NOON = datetime(2021, 12, 21, 12, tzinfo=UTC)
OPEN = Limits(allow_private=True, max_bytes=100_000, timeout_s=5)
# As a person has it who asks for one page: no waiting, no second try, no rules.
BRISK = Manners(delay_s=0, attempts=1, ignores_robots=True)
ROBOTS = b"User-agent: *\nDisallow: /private/\nAllow: /private/but-this\nCrawl-delay: 7\n"


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path; what has no method here is 404."""

    server: Server

    def do_GET(self) -> None:
        self.server.seen.append(Seen(self.path, dict(self.headers)))
        name = self.path.strip("/").split("/")[0].split("?")[0].replace(".", "_").replace("-", "_")
        with suppress(OSError):  # the reader hangs up, as it should
            getattr(self, "answer_" + name, self.answer_missing)()

    @property
    def times(self) -> int:
        """How often this path has been asked for, this time too."""
        return Counter(seen.path for seen in self.server.seen)[self.path]

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, drop: bytes) -> None:
        while not self.server.is_over.wait(0.02):
            self.wfile.write(drop)

    def answer_robots_txt(self) -> None:
        answer = self.server.robots
        if isinstance(answer, bytes):
            self.send(answer, Content_Type="text/plain")
        elif isinstance(answer, str):
            self.send(b"", 301, Location=answer)
        elif answer == 0:
            self.send(b"User-agent: *\nDisallow: /\n", Content_Length="")
            while True:
                self.wfile.write(b"# and so on\n" * 1000)
        else:
            self.send(b"", answer)

    def answer_page(self) -> None:
        self.send(PAGE, Content_Type="text/html; charset=utf-8")

    answer_private = answer_page

    def answer_text(self) -> None:
        self.send(TEXT, Content_Type="text/plain; charset=windows-1252")

    def answer_rows(self) -> None:
        self.send(b'{"text": "It denied it."}\n{"text": 7}\n', Content_Type="application/x-ndjson")

    def answer_squeezed(self) -> None:
        self.send(gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def answer_chunked(self) -> None:
        self.send(b"", Content_Length="", Transfer_Encoding="chunked", Content_Type="text/html")
        for part in (PAGE[:100], PAGE[100:]):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def answer_hinted(self) -> None:
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
        self.answer_page()

    def answer_charset(self) -> None:
        label = unquote(self.path.split("?to=")[1])
        self.send("Łódź denied it — twice.".encode(), Content_Type=f"text/plain; charset={label}")

    def answer_validated(self) -> None:
        same = self.headers.get("If-None-Match") == ETAG or self.headers.get("If-Modified-Since") == MODIFIED
        self.send(b"" if same else PAGE, 304 if same else 200, ETag=ETAG, Last_Modified=MODIFIED)

    def answer_feed(self) -> None:
        """The server's feed as it is now, under a tag of its content."""
        tag = f'"{zlib.crc32(self.server.feed)}"'
        same = self.headers.get("If-None-Match") == tag
        body = b"" if same else self.server.feed
        self.send(body, 304 if same else 200, ETag=tag, Content_Type="application/rss+xml")

    def answer_unasked(self) -> None:
        self.send(b"", 304)

    def answer_missing(self) -> None:
        self.send(b"<h1>Not here</h1>", 404)

    def answer_forbidden(self) -> None:
        self.send(b"", 403)

    def answer_broken(self) -> None:
        self.send(b"", 503)

    def answer_shaky(self) -> None:
        """Out of order the first time."""
        self.send(b"", 500) if self.times == 1 else self.answer_page()

    def answer_busy(self) -> None:
        """Asks to wait, in seconds or until a moment, the first time."""
        wait = self.path.split("?for=")[1].replace("+", " ")
        self.send(b"", 429, Retry_After=wait) if self.times == 1 else self.answer_page()

    def answer_loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def answer_longer(self) -> None:
        self.send(b"", 302, Location=self.path + "/x")

    def answer_once(self) -> None:
        self.send(b"", 301, Location="/page#part")

    def answer_away(self) -> None:
        self.send(b"", 302, Location=self.path.split("?to=")[1])

    def answer_endless(self) -> None:
        self.send(b"<p>", Content_Length="", Content_Type="text/html")
        while True:
            self.wfile.write(b"The ministry denied it. " * 1000)

    def answer_endless_hints(self) -> None:
        while True:
            self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 1000)

    def answer_endless_headers(self) -> None:
        self.send_response(200)
        while True:
            self.wfile.write(b"X-More: and more\r\n" * 1000)

    def answer_huge(self) -> None:
        self.send(b"x", Content_Length="99999999999")

    def answer_bomb(self) -> None:
        self.send(BOMB, Content_Encoding="gzip", Content_Type="text/html")

    def answer_bombs(self) -> None:
        self.send(DEEP_BOMB, Content_Encoding="gzip, gzip")

    def answer_corrupt(self) -> None:
        self.send(zlib.compress(b"x" * 100)[:5] + b"????", Content_Encoding="gzip")

    def answer_halved(self) -> None:
        self.send(gzip.compress(PAGE)[:200], Content_Encoding="gzip")

    def answer_unknown(self) -> None:
        self.send(b"\x0b\x02\x80x\x03", Content_Encoding="br")

    def answer_short(self) -> None:
        self.send(b"The ministry denied", Content_Length="5000")
        self.close_connection = True

    def answer_long(self) -> None:
        self.send(b"The ministry denied it.", Content_Length="12")

    def answer_long_blanks(self) -> None:
        self.send(b"The ministry denied it.\r\n\n", Content_Length="23", Content_Type="text/plain")

    def answer_two_lengths(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nIt did so")

    def answer_no_http(self) -> None:
        self.wfile.write(b"220 mail.example ESMTP\r\n")

    def answer_reset(self) -> None:
        """The connection is torn down in the middle of the body."""
        self.send(b"<p>It", Content_Length="5000", Content_Type="text/html")
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def answer_slow(self) -> None:
        self.send_response(200)
        self.flush_headers()
        self.drip(b"X-Wait: yes\r\n")

    def answer_drip(self) -> None:
        self.send(b"<p>", Content_Length="", Content_Type="text/html")
        self.drip(b"a ")

    def answer_silent(self) -> None:
        self.server.is_over.wait(5)

    def log_message(self, *_: Any) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Seen:
    path: str
    headers: dict[str, str]


class Server(ThreadingHTTPServer):
    """`robots` is the answer for robots.txt: its text, a status, where it moved, or 0 for one without an end; `feed`
    what its feed says."""

    daemon_threads = True

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.robots: bytes | int | str = 404
        self.feed = b""
        self.is_over = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: Any) -> None:
        """A reader that hangs up is no error here."""


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        server.shutdown()
        server.server_close()


def rss(*items: tuple[str, str]) -> bytes:
    """A feed with these pages and the days of December 2021 on which they came out, the newest first."""
    told = "".join(
        f"<item><title>About {link}</title><link>{link}</link><pubDate>{day} Dec 2021 09:00:00 GMT</pubDate></item>"
        for link, day in reversed(items)
    )
    return f'<rss version="2.0"><channel><title>The Courier</title>{told}</channel></rss>'.encode()


@dataclass
class Hand:
    """A clock that stands still until somebody sleeps by it; `slept` are the waits, in seconds."""

    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.at += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.at, lambda: NOON + timedelta(seconds=self.at - 1000), self.sleep)


class Names:
    """A resolver of our own in the system's place: name → addresses, one list a call, the last one for ever."""

    def __init__(self, table: dict[str, list[list[str]]]) -> None:
        self.table = table
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        self.asked.append(host)
        answers = self.table.get(host, [[host]])
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in addresses
        ]
