"""What a run fetches with: one for all of it, light until an address is first fetched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from .fetched import Fetched, Validators
from .limits import Clock, Limits, Manners

if TYPE_CHECKING:
    from .exchange import Exchange
    from .way import Way


class Fetcher:
    """It remembers the pace and the rules of each host, so one serves the whole of a run; threads may share it.

    `record` is given every exchange (a Recorder). The libraries of the network are loaded with the first address: a
    run that reads files does not wait for them, and any file may turn out to lead to pages.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        manners: Manners | None = None,
        clock: Clock | None = None,
        record: Callable[[Exchange], None] | None = None,
    ) -> None:
        self.limits, self.manners, self.clock = limits or Limits(), manners or Manners(), clock or Clock()
        self._record = record
        self._way: Way | None = None
        self._lock = threading.Lock()

    def get(self, url: str, known: Validators | None = None) -> Fetched:
        """Get `url`, following redirects; with `known` only if it has changed since.

        UnreachableReport says why not, where, and what to do next; Passing, its subclass, that it may work later.
        """
        with self._lock:
            if self._way is None:
                from .way import Way

                self._way = Way(self.limits, self.manners, self.clock, self._record)
        return self._way.get(url, known)
