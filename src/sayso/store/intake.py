"""What is handed to a ledger: an original as it came, what was read from it, and what had to be skipped."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime

from ..errors import SaysoError
from ..ledger import Document, Ledger
from ..ledger.identity import content_id

# A file of more bytes than this is not kept in a ledger, only named there with its hash.
MOST_KEPT = 64_000_000


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one place (an absolute path or an address) at one time, `fetched_at` in UTC without a zone.

    `body` is None where the bytes are too many to be kept. `given` is what the user said of it, as one line: the
    same bytes with another date are another thing to read. `headers` are pairs of name and value.
    """

    place: str
    sha256: str
    size: int
    body: bytes | None
    fetched_at: datetime
    media: str | None = None
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    given: str = ""

    @property
    def id(self) -> str:
        """The same for the same bytes from the same place: what has such an id and is finished need not be read."""
        return original_id(self.sha256, self.given, self.place)


@dataclass(frozen=True, slots=True)
class Copy:
    """An original that is here already: its hash, and what the server said of it."""

    sha256: str
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The last one of this name, whatever its case."""
        return next((value for each, value in reversed(self.headers) if each.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Read:
    """One report of an original with its ledger, which a pipeline of this `version` wrote."""

    original: Original
    document: Document
    ledger: Ledger
    version: str

    @property
    def appearance_id(self) -> str:
        return appearance_id(self.original, self.document)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A place that gave no report, and why."""

    place: str
    error: SaysoError


@dataclass(frozen=True, slots=True)
class Finished:
    """All reports of an original are in the ledger: `documents` of them."""

    original: Original
    documents: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A place is read anew: what had to be skipped of it before is no longer said of it."""

    place: str


Entry = Begun | Read | Skipped | Finished


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an entry changed: whether its document is new, a new version of its address, how many copies it has."""

    entry: Entry
    is_new: bool = False
    is_version: bool = False
    copies: int = 0


def original_id(sha256: str, given: str, place: str) -> str:
    return content_id("i", sha256, given, place)


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def packed(raw: bytes) -> bytes:
    return zlib.compress(raw, 6)


def unpacked(body: bytes) -> bytes:
    return zlib.decompress(body)


def appearance_id(original: Original, document: Document) -> str:
    """The id of one document at one place of one original."""
    return content_id("p", document.id, original.sha256, original.given, standing(original, document))


def standing(original: Original, document: Document) -> str:
    """Where a document stands: its address, its place in a file of many ("news.jsonl:17"), or the file."""
    return document.url or document.path or original.place
