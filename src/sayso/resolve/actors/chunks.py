"""A piece of a text that the resolvers treat as one: an entry of the lexicon, a name, a word or a mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .vocabulary import Entry
from .words import Token, lowered


class Chunk(NamedTuple):
    """Tokens `[first, last)`; `low` is the text in lower case.

    `kind` is a kind of entry, "name" (a person or not yet known), "organisation", "thing", "word" or "mark".
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    text: str
    low: str
    entry: Entry | None = None


def chunk_of(
    text: str, tokens: Sequence[Token], kind: str, bounds: tuple[int, int], entry: Entry | None = None
) -> Chunk:
    """The chunk over tokens `[first, last)` of a text."""
    first, last = bounds
    start, end = tokens[first].start, tokens[last - 1].end
    words = text[start:end]
    return Chunk(kind, first, last, start, end, words, lowered(words), entry)
