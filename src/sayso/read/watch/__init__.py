"""Feeds that are watched: which they are (`lists.py`), what is in one (`entries.py`), what is new in it (`poll.py`)."""

from __future__ import annotations

from .entries import Entry
from .lists import listed
from .poll import Feed, Poll, Seen, poll

__all__ = ["Entry", "Feed", "Poll", "Seen", "listed", "poll"]
