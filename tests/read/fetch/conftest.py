"""One server a test, so that what it has seen is what the test did."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.read.fetch import addresses
from tests.read.fetch.server import Hand, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def site(server: Server) -> str:
    return server.site


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def loopback_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays a public host, so that a redirect into the private network can be tried from it."""
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))
