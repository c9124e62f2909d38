"""What a fetch may cost, how a reader behaves towards servers, and the clock that both are kept by."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

# What robots.txt calls this reader.
ROBOT = "sayso"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a source may cost: bytes after decompression, seconds of one try to fetch it, redirects followed.

    `allow_private` lets addresses of the own machine and network be read, for those who run a server there.
    `max_file_bytes` bounds a file, or standard input, that is read as a whole; files of many reports are read
    piece by piece. `max_unpacked_bytes` bounds what one archive or packed file unpacks to, all its parts together;
    `max_links` how many pages one feed, sitemap or list may lead to.
    """

    max_bytes: int = 20_000_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    max_file_bytes: int = 200_000_000
    max_unpacked_bytes: int = 4_000_000_000
    max_links: int = 1_000


@dataclass(frozen=True, slots=True)
class Manners:
    """How a reader behaves: `delay_s` seconds between two fetches from one host (more where its robots.txt asks for
    it), `attempts` tries where a failure may pass, `max_wait_s` the longest that it waits before a try; a server that
    asks for more is left alone. `contact` tells servers who is reading: an address of the web or of mail."""

    delay_s: float = 1.0
    attempts: int = 3
    max_wait_s: float = 60.0
    ignores_robots: bool = False
    contact: str | None = None

    @property
    def agent(self) -> str:
        """The User-Agent: it begins with the name that robots.txt knows."""
        return f"{ROBOT} (reads news reports{'; ' + self.contact if self.contact else ''})"


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as a reader keeps it: `monotonic` seconds, `now` in UTC, and `sleep`; a test brings its own."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _utc
    sleep: Callable[[float], None] = time.sleep
