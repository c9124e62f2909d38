"""Ledgers that last: in a file or on a server, written to so that nothing is lost and nothing is there twice."""

from .connection import file_of
from .feeds import Feeds, Watched
from .found import ActorCard, Appearance, DocumentCard, Found, StatementCard, Stats, Summary
from .intake import MOST_KEPT, Begun, Copy, Entry, Finished, Original, Outcome, Read, Skipped, digest
from .selection import Selection, terms
from .store import Store

__all__ = [
    "MOST_KEPT",
    "ActorCard",
    "Appearance",
    "Begun",
    "Copy",
    "DocumentCard",
    "Entry",
    "Feeds",
    "Finished",
    "Found",
    "Original",
    "Outcome",
    "Read",
    "Selection",
    "Skipped",
    "StatementCard",
    "Stats",
    "Store",
    "Summary",
    "Watched",
    "digest",
    "file_of",
    "terms",
]
