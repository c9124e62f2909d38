"""The bytes at a web address, within limits of size, time and redirects, never from the reader's own network."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import UnreachableReport

if TYPE_CHECKING:
    import httpx2

_SAVE_IT = "save the page from a browser and read the file"
# What to do about an answer that is no page.
STATUS_HINTS: dict[int, str] = {
    401: "the page is for subscribers: " + _SAVE_IT,
    402: "the page is for subscribers: " + _SAVE_IT,
    403: "the server refuses programs: " + _SAVE_IT,
    404: "check the address; the report may have moved",
    410: "the report was taken down; look for it in a web archive",
    429: "the server asks to wait: try again later",
    451: "the report is withheld for legal reasons; look for it in a web archive",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "sayso (reads one page when a person asks for it)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
# NAT64 addresses hold an IPv4 address in their last 32 bits (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a source may cost: bytes after decompression, seconds for all of a fetch, redirects followed.

    `allow_private` lets addresses of the own machine and network be read, for those who run a server there.
    `max_file_bytes` bounds a file, or standard input, that is read as a whole; JSONL files are read line by line.
    """

    max_bytes: int = 20_000_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    max_file_bytes: int = 200_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """`url` is where the redirects ended; `charset` and `media` are from Content-Type, None where it says nothing."""

    raw: bytes
    url: str
    charset: str | None
    media: str | None


class _Watch:
    """Ends a fetch when its time is up, by shutting its socket: no server can outlast it by sending slowly."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    @property
    def left(self) -> float:
        return max(0.001, self.until - time.monotonic())

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Called by the connection at each of its steps; keeps the socket in use."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self.is_over:
                self._end()

    def stop(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def get(url: str, limits: Limits) -> Fetched:
    """Get `url`, following redirects; UnreachableReport says why not, where, and what to do next.

    Each hop's host is resolved once, every address it has is checked, and the connection is made to a checked address
    itself, so that a name that changes its address in between (DNS rebinding) leads nowhere else. Proxies named in the
    environment are not used: they would resolve names on their own.
    """
    watch = _Watch(limits.timeout_s)
    try:
        return _follow(url, limits, watch)
    finally:
        watch.stop()


def is_public(address: str) -> bool:
    """True for an address on the open internet; False for private, loopback, link-local, multicast, reserved ones,
    and for IPv6 addresses that stand for such an IPv4 one (mapped, 6to4, Teredo, NAT64)."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(part is not None and not is_public(str(part)) for part in inner):
            return False
        if ip.ipv4_mapped is not None or ip in _NAT64:
            return True
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


def _follow(url: str, limits: Limits, watch: _Watch) -> Fetched:
    here = _parsed(url)
    for hop in range(limits.max_redirects + 1):
        addresses = _checked(here, limits, watch)
        with _answer(here, addresses, watch) as response:
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                return _taken(here, response, limits, watch)
            onward = response.headers["location"]
        if hop < limits.max_redirects:
            here = _parsed(onward, here)
    raise UnreachableReport(
        f"{_shown(url)} redirects more than {limits.max_redirects} times",
        "open it in a browser and use the final address",
    )


def _parsed(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    import httpx2

    try:
        parsed = base.join(url).copy_with(fragment=None) if base is not None else httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise UnreachableReport(f"{_shown(url)} is no web address: {error}", "check the address") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise UnreachableReport(f"{_shown(str(parsed))} is no web address", "only http and https addresses can be read")
    # A password given for one server is not for the one that it redirects to.
    is_other = base is not None and (parsed.scheme, parsed.host, parsed.port) != (base.scheme, base.host, base.port)
    return parsed.copy_with(username=None, password=None) if is_other else parsed


def _checked(url: httpx2.URL, limits: Limits, watch: _Watch) -> list[str]:
    """The addresses of the host, all of them permitted."""
    addresses = _resolved(url, watch)
    closed = [] if limits.allow_private else [address for address in addresses if not is_public(address)]
    if closed:
        raise UnreachableReport(
            f"{_shown(str(url))} leads to {closed[0]}, an address inside this machine's own network",
            "if you mean to read from your own network, say --allow-private (or set allow_private)",
        )
    return addresses


def _resolved(url: httpx2.URL, watch: _Watch) -> list[str]:
    """The host's addresses, each once, in the system's order; the resolver too must answer in time."""
    host, port = url.raw_host.decode("ascii").strip("[]"), url.port or (443 if url.scheme == "https" else 80)
    answer: list[Any] = []

    def ask() -> None:
        try:
            answer.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(watch.left)
    if not answer or isinstance(answer[0], Exception):
        reason = f" ({answer[0]})" if answer else " in time"
        raise UnreachableReport(
            f"the host {host} was not found{reason}", "check the address and the network connection"
        )
    return list(dict.fromkeys(str(found[4][0]) for found in answer))


@contextmanager
def _answer(url: httpx2.URL, addresses: list[str], watch: _Watch) -> Iterator[httpx2.Response]:
    """The response of the first address that can be connected to, its body not yet read."""
    import httpx2

    failure: Exception | None = None
    host = url.netloc.decode("ascii")
    extensions = {"sni_hostname": url.raw_host.decode("ascii"), "trace": watch.trace}
    certificates = httpx2.create_ssl_context()  # with those of the environment (SSL_CERT_FILE), if not its proxies
    for address in addresses:
        direct = url.copy_with(host=address)
        client = httpx2.Client(headers=_HEADERS, verify=certificates, timeout=watch.left, trust_env=False)
        try:
            with client, client.stream("GET", direct, headers={"Host": host}, extensions=extensions) as response:
                yield response
                return
        except httpx2.ConnectError as error:
            failure = error
            if watch.is_over:
                break
        except httpx2.HTTPError as error:
            failure = error
            break
    raise _failed(url, failure, watch)


def _failed(url: httpx2.URL, failure: Exception | None, watch: _Watch) -> UnreachableReport:
    import httpx2

    where = _shown(str(url))
    if watch.is_over or isinstance(failure, httpx2.TimeoutException):
        return UnreachableReport(f"{where} took too long to answer", "try again later, or allow more time")
    if isinstance(failure, httpx2.RemoteProtocolError):
        return UnreachableReport(
            f"the answer of {where} broke off or was no HTTP ({failure})", "try again, or " + _SAVE_IT
        )
    if isinstance(failure, httpx2.DecodingError):
        return UnreachableReport(f"the answer of {where} cannot be unpacked ({failure})", _SAVE_IT)
    return UnreachableReport(f"{where} cannot be reached ({failure})", "check the address and the network connection")


def _taken(url: httpx2.URL, response: httpx2.Response, limits: Limits, watch: _Watch) -> Fetched:
    where = _shown(str(url))
    if not response.is_success:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        hint = STATUS_HINTS.get(response.status_code, "try again later, or " + _SAVE_IT)
        raise UnreachableReport(f"{where} answered {status}", hint)
    declared = response.headers.get("content-length", "")
    size = int(declared) if declared.isascii() and declared.isdigit() and len(declared) < 19 else 0
    parts: list[bytes] = []
    got = 0
    for chunk in response.iter_bytes() if size <= limits.max_bytes else ():
        if watch.is_over:
            raise _failed(url, None, watch)
        parts.append(chunk)
        got += len(chunk)
        if got > limits.max_bytes:
            break
    if watch.is_over:  # a body that only the end of the connection ends looks whole when we end it
        raise _failed(url, None, watch)
    if max(size, got) > limits.max_bytes:
        raise UnreachableReport(
            f"{where} is larger than {limits.max_bytes / 1e6:g} MB", "save it and read the file, or allow more bytes"
        )
    media = response.headers.get("content-type", "").split(";")[0].strip().lower() or None
    return Fetched(b"".join(parts), where, response.charset_encoding, media)


def _shown(url: str) -> str:
    """The address without user name and password, and not endless."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"[:500]
