"""How soon a host may be asked again: its delay, and what it asked for itself."""

from __future__ import annotations

import threading

from .failures import Passing, waited
from .limits import Clock, Manners


class Pace:
    """The next moment at which each host may be asked; safe to share between threads.

    The delay lies between two fetches: the redirects of one fetch follow one another at once, as in a browser.
    """

    def __init__(self, manners: Manners, clock: Clock) -> None:
        self._manners, self._clock = manners, clock
        self._free: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str) -> None:
        """Sleep until the host may be asked, and book the time after; Passing where that is too long to wait."""
        with self._lock:
            now = self._clock.monotonic()
            start = max(now, self._free.get(host, now))
            if start - now > self._manners.max_wait_s:
                raise Passing(
                    f"{host} asked to be left alone for {waited(start - now)} more",
                    "try again later, or allow a longer wait (max_wait_s)",
                    start - now,
                )
            self._free[host] = start + self._delay(host)
        if start > now:
            self._clock.sleep(start - now)

    def done(self, host: str) -> None:
        """The delay counts from the end of a fetch, so that a slow server has its rest too."""
        self.hold(host, self._delay(host))

    def hold(self, host: str, seconds: float) -> None:
        """Nothing is asked of the host for so many seconds from now."""
        with self._lock:
            until = self._clock.monotonic() + seconds
            self._free[host] = max(until, self._free.get(host, until))

    def slow(self, host: str, seconds: float) -> None:
        """The host's rules ask for a delay; the longer one of it and ours holds, up to the longest wait."""
        self._delays[host] = min(seconds, self._manners.max_wait_s)

    def _delay(self, host: str) -> float:
        return max(self._manners.delay_s, self._delays.get(host, 0.0))
