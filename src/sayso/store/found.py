"""What a ledger answers with: frozen values, whole in themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from ..ledger import Actor, Document, Response, Statement

# A text fragment of more words than this only names the first and the last of them.
_MOST_WORDS, _ENDS = 8, 4
# Marks around a word that was found, in a snippet.
OPEN, CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with what a reader needs to know of it; `day` is when it was said, else when it was published.

    `page`, counted from 1, is where it begins in an original that has pages.
    `snippet` is its content with the words that were found between OPEN and CLOSE.
    """

    statement: Statement
    actor: str | None
    day: date | None
    is_unanswered: bool
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    path: str | None
    page: int | None = None
    snippet: str = ""

    @property
    def permalink(self) -> str:
        """The page's address with the words to be shown on it (a text fragment), else the id for `sayso show`."""
        if not self.url:
            return self.statement.id
        anchor = next(iter(self.statement.content), None) or self.statement.cue or self.statement.source
        return self.url if anchor is None else f"{self.url.split('#')[0]}#:~:text={_fragment(anchor.text)}"


def _fragment(words: str) -> str:
    """https://wicg.github.io/scroll-to-text-fragment/: the text itself, or its beginning and its end."""
    found = words.split()
    if len(found) <= _MOST_WORDS:
        return _escaped(" ".join(found))
    return ",".join(_escaped(" ".join(part)) for part in (found[:_ENDS], found[-_ENDS:]))


def _escaped(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where a document stood; `replaces` is the document that its address showed before, `replaced_by` the one
    that it showed next.

    `size` is that of the original it was read from, in bytes; a large one is not `is_kept`, and `sha256` only names it.
    """

    document_id: str
    place: str
    url: str | None
    title: str | None
    publisher: str | None
    published: date | None
    fetched_at: datetime
    sha256: str | None
    headers: tuple[tuple[str, str], ...]
    replaces: str | None
    size: int | None = None
    is_kept: bool = False
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement, its links with what stands at their other ends, and the parent it lies in."""

    found: Found
    links: tuple[tuple[Response, Found], ...]
    parent: Found | None
    parts: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document, where it appeared, its copies (of one wire text), its statements."""

    document: Document
    appearances: tuple[Appearance, ...]
    copies: tuple[Document, ...]
    statements: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor and what it said."""

    actor: Actor
    statements: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list of actors."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    statements: int
    documents: int
    unanswered: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Stats:
    """How much there is; `acts`, `relations` and `versions` are pairs of a name and a count, the largest first."""

    documents: int
    words: int
    copies: int
    versions: int
    originals: int
    original_bytes: int
    actors: int
    statements: int
    unanswered: int
    responses: int
    events: int
    figures: int
    skipped: int
    first: date | None
    last: date | None
    acts: tuple[tuple[str, int], ...]
    relations: tuple[tuple[str, int], ...]
    pipelines: tuple[tuple[str, int], ...]
