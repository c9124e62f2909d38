"""The server and the clock of the tests of fetching."""

from __future__ import annotations

from tests.read.fetch.conftest import hand, server, site

__all__ = ["hand", "server", "site"]
