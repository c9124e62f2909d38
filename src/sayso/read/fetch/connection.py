"""The way out to one server: only to an address that was checked, only until its time is up, every byte kept."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2

from .addresses import checked
from .failures import TooLarge

# What headers and the frames of a chunked body may add to the bytes of a page.
_BESIDE = 1_000_000


class Wire(httpcore2.NetworkBackend):
    """What httpcore connects through, for one request.

    A host is resolved here, its addresses checked, and the connection made to one of them, in one step: a name that
    changes its address in between (DNS rebinding) leads nowhere else. Every step has what is left of `seconds`, so no
    server can outlast them by sending slowly. `sent` and `received` are the bytes of HTTP as they went over the wire.
    """

    def __init__(self, seconds: float, most: int, *, allow_private: bool) -> None:
        self.sent, self.received = bytearray(), bytearray()
        self.address: str | None = None
        self._until = time.monotonic() + seconds
        self._most = 2 * most + _BESIDE
        self._allow_private = allow_private

    @property
    def left(self) -> float:
        """Seconds left, more than none; httpcore2.ReadTimeout when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return left

    def take(self, data: bytes) -> None:
        self.received += data
        if len(self.received) > self._most:
            raise TooLarge

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = checked(host.strip("[]"), port, self.left, allow_private=self._allow_private)
        failure: Exception | None = None
        for at, address in enumerate(addresses):
            try:
                # An address that swallows everything leaves its share of the time to the others.
                share = self.left / (len(addresses) - at)
                stream = httpcore2.SyncBackend().connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
                continue
            self.address = address
            return _Stream(stream, self)
        raise failure or httpcore2.ConnectError("the host has no address")


class _Stream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream, wire: Wire) -> None:
        self._inner, self._wire = inner, wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._wire.left)
        self._wire.take(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._wire.sent += buffer
        self._inner.write(buffer, self._wire.left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._wire.left), self._wire)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
