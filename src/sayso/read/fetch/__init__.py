"""The bytes at a web address, as a newsroom can fetch them: politely, within limits, never from its own network.

A `Fetcher` serves a run; `way.py` is the way of one fetch, and each other file is one of its ideas. The libraries of
the network are loaded when an address is first fetched.
"""

from __future__ import annotations

from .fetched import Fetched, Validators
from .fetcher import Fetcher
from .limits import Clock, Limits, Manners

__all__ = ["Clock", "Fetched", "Fetcher", "Limits", "Manners", "Validators", "get"]


def get(url: str, limits: Limits, fetcher: Fetcher | None = None, known: Validators | None = None) -> Fetched:
    """Get `url` by the run's `fetcher`, which keeps each host's pace; without one, by one for this page alone.

    With `known` only if it has changed since; see Fetcher.get.
    """
    return (fetcher or Fetcher(limits)).get(url, known)
