"""One request and its answer, within bounds of bytes and seconds, and a record of it for whoever keeps one."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext

import httpcore2
import httpx2

from .connection import Wire
from .failures import Broken, TooLarge, of_error, of_size
from .limits import Limits
from .locations import bare, shown
from .unpacking import ACCEPTED, unpacked

_END_OF_HEAD = b"\r\n\r\n"
# The page of an error or a redirect is read only for a record, and no further than this.
_MOST_UNNEEDED = 100_000


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for: `headers` beside those that every request has; `most` bytes may come, and where `is_cut` the
    first `most` will do."""

    url: httpx2.URL
    headers: Mapping[str, str]
    most: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` is unpacked, and empty where the status is no success."""

    url: httpx2.URL
    status: int
    reason: str
    headers: httpx2.Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Exchange:
    """What went over the wire, to and from `address`; `lack` says why the answer is not whole, as WARC names it:
    "length", "time" or "disconnect"."""

    url: str
    address: str | None
    sent: bytes
    received: bytes
    lack: str | None


def ask(request: Request, limits: Limits, seconds: float, record: Callable[[Exchange], None] | None = None) -> Answer:
    """The answer to a GET of `request.url`, whatever its status; redirects are not followed.

    Raises Passing where the failure may pass, UnreachableReport where it stays.
    """
    wire = Wire(seconds, request.most, allow_private=limits.allow_private)
    where, lack = shown(request.url), None
    try:
        return _answered(request, wire, is_recorded=record is not None)
    except TooLarge:
        lack = "length"
        raise of_size(where, request.most) from None
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError, Broken) as error:
        lack = "time" if isinstance(error, httpcore2.TimeoutException) else "disconnect"
        raise of_error(where, error) from None
    except httpcore2.UnsupportedProtocol as error:
        raise of_error(where, error) from None
    finally:
        if record is not None and wire.sent:
            record(Exchange(bare(request.url), wire.address, bytes(wire.sent), bytes(wire.received), lack))


def head_of(received: bytes | bytearray) -> tuple[int, int]:
    """Where the head of the final answer begins, past interim ones (100 Continue, 103 Early Hints), and where its body
    does; the body at the end of all where the head has none."""
    start = 0
    while (end := received.find(_END_OF_HEAD, start)) >= 0:
        status = received[start + 9 : start + 12]
        if not status.startswith(b"1") or status == b"101":
            return start, end + len(_END_OF_HEAD)
        start = end + len(_END_OF_HEAD)
    return start, len(received)


def _answered(request: Request, wire: Wire, *, is_recorded: bool) -> Answer:
    url = request.url
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with (
        httpcore2.ConnectionPool(ssl_context=_certificates(), network_backend=wire) as pool,
        pool.stream("GET", target, headers=_headers(request)) as response,
    ):
        headers = httpx2.Headers(response.headers)
        body = b""
        if 200 <= response.status < 300:
            body = _body(request, response, headers)
            _refuse_excess(wire.received, headers)
        elif is_recorded:
            with suppress(TooLarge):
                for _ in unpacked(response.iter_stream(), "", _MOST_UNNEEDED):
                    pass
        reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        return Answer(url, response.status, reason, headers, body)


def _headers(request: Request) -> list[tuple[str, str]]:
    url = request.url
    headers = {
        "Host": url.netloc.decode("ascii"),
        "Accept-Encoding": ACCEPTED,
        "Accept-Language": "en,*;q=0.5",
        "Connection": "close",
        **request.headers,
    }
    if url.username or url.password:
        pair = f"{url.username}:{url.password}".encode()
        headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
    return list(headers.items())


def _body(request: Request, response: httpcore2.Response, headers: httpx2.Headers) -> bytes:
    declared = headers.get("content-length", "")
    if not request.is_cut and declared.isascii() and declared.isdigit() and int(declared[:19]) > request.most:
        raise TooLarge
    parts: list[bytes] = []
    try:
        parts.extend(unpacked(response.iter_stream(), headers.get("content-encoding", ""), request.most))
    except TooLarge:
        if not request.is_cut:
            raise
    return b"".join(parts)


def _refuse_excess(received: bytearray, headers: httpx2.Headers) -> None:
    """Broken where more has come than Content-Length says: the page would end in the middle, and nobody would know.

    Only what has come already is looked at; blanks after the end are a harmless habit of some servers.
    """
    declared = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (declared.isascii() and declared.isdigit()):
        return
    if received[head_of(received)[1] + int(declared) :].strip():
        raise Broken("there are more bytes than its Content-Length says")


@cache
def _certificates() -> SSLContext:
    """Those of the environment (SSL_CERT_FILE) count, if not its proxies; read once, as it takes a while."""
    return httpx2.create_ssl_context()
