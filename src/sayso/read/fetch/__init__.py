"""The bytes at a web address, as a newsroom can fetch them: politely, within limits, never from its own network.

`fetcher.py` is the way of one fetch; each other file is one of its ideas. The libraries of the network are loaded when
an address is first fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fetched import Fetched, Validators
from .limits import Clock, Limits, Manners

if TYPE_CHECKING:
    from .fetcher import Fetcher

__all__ = ["Clock", "Fetched", "Limits", "Manners", "Validators", "get"]


def get(url: str, limits: Limits, fetcher: Fetcher | None = None) -> Fetched:
    """Get `url` by the run's `fetcher`, which keeps each host's pace; without one, by one for this page alone."""
    from .fetcher import Fetcher

    return (fetcher or Fetcher(limits)).get(url)
