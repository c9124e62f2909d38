"""A list of web addresses, one a line: each is a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import plain
from .links import Link, Links, pages
from .original import Found, Original

_ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)


def read(original: Original) -> Iterator[Found]:
    """The reports at the addresses."""
    yield from pages(original, links(original))


def links(original: Original) -> Links:
    """The addresses; blank lines and those that begin with # are passed over."""
    text = plain.decoded(original.raw, original.name, original.charset)
    yield from (Link(line) for line in _lines(text) if _ADDRESS.match(line))


def is_list(original: Original) -> bool:
    """True when the content begins with addresses, one a line, and nothing else; the last line may be cut."""
    lines = _lines(plain.head(original))
    whole = lines[:-1] if len(lines) > 1 and len(original.raw) > plain.HEAD else lines
    return bool(whole) and all(_ADDRESS.match(line) for line in whole)


def _lines(text: str) -> list[str]:
    stripped = (line.strip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]
