"""What a reader is given, and what it hands back when a report cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..errors import SaysoError


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a report; it wins over everything that the report says about itself."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one source and what came with them.

    `name` is what a person would call it (a path, an address, "standard input"); `charset` and `media` are what the
    server's Content-Type says, `url` the address that the bytes came from in the end; None for a file.
    """

    raw: bytes
    name: str
    given: Given = field(default_factory=Given)
    url: str | None = None
    charset: str | None = None
    media: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read: `where` it is ("news.jsonl:17"), and why."""

    where: str
    error: SaysoError
