"""One report: its text, never rewritten, and what is known of where it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ..errors import UnreadableReport
from .identity import content_id

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of `length` characters that stands at `start` of the text and at `origin` of the raw original.

    `start` and `length` count code points of `Document.text`; `origin` counts code points of the decoded original: the
    file, or the part of it that `Document.path` names (docs/formats.md says what that is for each format). Inside a
    piece the two run in step; a piece of one character may stand for a longer escape ("&amp;").
    """

    start: int
    length: int
    origin: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the `length` characters at `start` of the text stand in print: on `page`, counted from 1, inside `box`.

    `box` is left, top, right and bottom in points (1/72 inch) from the upper left corner of the page as it is shown.
    """

    start: int
    length: int
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Document:
    """`text` as read; None for whatever neither the user nor the document's own metadata gives.

    `coverage` is the share of the original's visible characters that `text` kept (1.0 for plain text).
    `pieces`, in order of `start`, map the text back to the raw original; empty where the two are the same.
    `places`, in order of `start`, say where each line stands in print; empty for an original without pages.
    `dated_by` says in words what gave `published` ("its dateline"); it tells two documents no more apart, and only
    `explain` shows it.
    `body` is the offset where the running text begins, after a title line that the reader put or found there.
    """

    text: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    coverage: float = 1.0
    pieces: tuple[Piece, ...] = ()
    body: int = 0
    places: tuple[Place, ...] = ()
    dated_by: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        # An unpaired surrogate has no UTF-8 form: it could be neither hashed, stored nor printed.
        unpaired = _SURROGATE.search(self.text)
        if unpaired:
            raise UnreadableReport(
                f"the text holds an unpaired surrogate at character {unpaired.start()}",
                "decode the original with errors='replace' before you hand it over",
            )

    @property
    def id(self) -> str:
        return _document_id(self.text)

    def origin_of(self, offset: int) -> int | None:
        """The offset in the raw original of the character at `offset` of the text; None when it was put in."""
        if not self.pieces:
            return offset
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if at < 0:
            return None
        piece = self.pieces[at]
        within = offset - piece.start
        return piece.origin + within if within < piece.length else None

    def place_of(self, offset: int) -> Place | None:
        """The line in print that holds the character at `offset`; None without pages, and for what was put in."""
        at = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        place = self.places[at] if at >= 0 else None
        return place if place and offset < place.start + place.length else None


@lru_cache(maxsize=4)
def _document_id(text: str) -> str:
    """Kept for the reports at hand, since each stage asks for it."""
    return content_id("d", text)
