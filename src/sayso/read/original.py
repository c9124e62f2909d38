"""What a reader is given, and what it hands back when a report cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import IO, TYPE_CHECKING, BinaryIO

from ..errors import SaysoError, UnreadableReport
from ..ledger.document import Document
from .dated import OWN_FIELDS
from .fetch import Limits

if TYPE_CHECKING:
    from .fetch.fetcher import Fetcher

_CHUNK = 1 << 20
# An attachment of a mail in an archive of mails is three deep; what goes deeper is made to waste time.
_DEEPEST = 3
# What a column of a table, or a field of JSON, may hold.
FIELDS = ("text", "id", "title", "publisher", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a report; it wins over everything that the report says about itself.

    `fields` says how a table or JSON names things: pairs of our name ("text", "title" …) and the file's own.
    """

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        unknown = next((ours for ours, _ in self.fields if ours not in FIELDS), None)
        if unknown is not None:
            raise SaysoError(f"{unknown} is none of the fields of a report", f"they are {', '.join(FIELDS)}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of a report that it holds or leads to; None for what it leaves out."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    dated_by: str = OWN_FIELDS


NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read: `where` it is ("news.jsonl:17"), and why."""

    where: str
    error: SaysoError


Found = Document | Failure


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one source and what came with them.

    `name` is what a person would call it (a path, an address, "standard input"); `charset` and `media` are what the
    server's Content-Type says, `url` the address that the bytes came from in the end; None for a file. `file` is the
    open file, which can be sought in, where `raw` is only its beginning. `inside` reads what this original holds or
    leads to, by the table of readers; `depth` counts how many originals it lies in, or behind. `is_asked` is True for
    what the user named: pages that it links to may be fetched, by `fetcher` where the run has one. `told` is what the
    list says that led to it.
    """

    raw: bytes
    name: str
    given: Given = field(default_factory=Given)
    url: str | None = None
    charset: str | None = None
    media: str | None = None
    file: BinaryIO | None = None
    limits: Limits = field(default_factory=Limits)
    inside: Callable[[Original], Iterator[Found]] | None = None
    depth: int = 0
    is_asked: bool = False
    fetcher: Fetcher | None = None
    told: Told = NOTHING

    def opened(self) -> BinaryIO:
        """The whole of it as a file, at its beginning."""
        if self.file is None:
            return BytesIO(self.raw)
        self.file.seek(0)
        return self.file

    def whole(self) -> Original:
        """The same with all bytes in `raw`; UnreadableReport where they are more than a report may have."""
        if self.file is None:
            return self
        return replace(self, raw=bounded(self.opened(), self.limits.max_file_bytes, self.name), file=None)

    def held(self, part: Original, *, is_asked: bool = False) -> Iterator[Found]:
        """The reports in one part of it (a member, an attachment, a page it leads to), under the same limits."""
        if self.inside is None or self.depth >= _DEEPEST:
            error = UnreadableReport(f"{part.name} lies too deep in other files", "take it out and read it by itself")
            yield Failure(part.name, error)
            return
        part = replace(part, limits=self.limits, inside=self.inside, depth=self.depth + 1, is_asked=is_asked)
        yield from self.inside(part)


def bounded(file: IO[bytes], most: int, name: str) -> bytes:
    """All that is left in `file`; UnreadableReport when that is more than `most` bytes."""
    parts: list[bytes] = []
    left = most + 1
    while left and (part := file.read(min(left, _CHUNK))):  # one read of the whole would reserve the whole limit
        parts.append(part)
        left -= len(part)
    if not left:
        raise UnreadableReport(
            f"{name} is larger than {most / 1e6:g} MB", "split it, or turn it into JSONL, one article a line"
        )
    return b"".join(parts)
