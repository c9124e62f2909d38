"""What a host lets robots read: its robots.txt by RFC 9309, asked for once a day."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import httpx2
from protego import Protego

from ...errors import UnreachableReport
from .exchange import Answer
from .failures import PASSING_STATUSES, Passing
from .limits import ROBOT, Clock
from .locations import origin, shown

# RFC 9309, 2.4: a copy older than a day should not be used. The time for rules that could not be had is ours: long
# enough that a list of addresses on a broken host does not ask for them at every line.
_KEPT_S, _KEPT_FAILURE_S = 86_400.0, 600.0
# RFC 9309, 2.5: at least 500 KiB must be read.
MOST_BYTES = 512 * 1024
_IGNORE = "ask the publisher, or say --ignore-robots (or set ignore_robots) if you may read it all the same"


@dataclass(frozen=True, slots=True)
class _Rules:
    """`rules` None: everything may be read; `failure`: they could not be had, so nothing may, up to `until`."""

    rules: Protego | None
    failure: Passing | None
    until: float


class Robots:
    """The rules of the hosts met so far; `get` fetches one robots.txt with its redirects, whatever its status."""

    def __init__(self, get: Callable[[httpx2.URL], Answer], clock: Clock) -> None:
        self._get, self._clock = get, clock
        self._known: dict[tuple[str, str, int], _Rules] = {}
        self._lock = threading.Lock()

    def delay(self, url: httpx2.URL) -> float:
        """The seconds between two fetches that the host's rules ask for; UnreachableReport where they forbid `url`,
        or where nobody can say whether they do."""
        found = self._of(url)
        if found.failure is not None:
            raise found.failure.given_up()
        if found.rules is None:
            return 0.0
        if not found.rules.can_fetch(str(url.copy_with(username=None, password=None)), ROBOT):
            raise UnreachableReport(f"the robots.txt of {url.host} forbids reading {shown(url)}", _IGNORE)
        return found.rules.crawl_delay(ROBOT) or 0.0

    def _of(self, url: httpx2.URL) -> _Rules:
        now, key = self._clock.monotonic(), origin(url)
        with self._lock:
            known = self._known.get(key)
        if known is not None and now < known.until:
            return known
        found = self._asked(url, now)
        with self._lock:
            self._known[key] = found
        return found

    def _asked(self, url: httpx2.URL, now: float) -> _Rules:
        """Rules that cannot be had for a fault of the server forbid everything; where there are none, nothing is
        forbidden (RFC 9309, 2.3.1). That a host is busy (429) is read as a fault too, as large crawlers do."""
        try:
            answer = self._get(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        except Passing as failure:
            return _Rules(None, failure, now + _KEPT_FAILURE_S)
        if answer.status >= 500 or answer.status in PASSING_STATUSES:
            message = (
                f"{shown(answer.url)} could not be read ({answer.status} {answer.reason}), so nothing there may be"
            )
            hint = "try again later, or say --ignore-robots (or set ignore_robots)"
            return _Rules(None, Passing(message, hint), now + _KEPT_FAILURE_S)
        if not 200 <= answer.status < 300:
            return _Rules(None, None, now + _KEPT_S)
        return _Rules(Protego.parse(answer.body.decode("utf-8-sig", "replace")), None, now + _KEPT_S)
