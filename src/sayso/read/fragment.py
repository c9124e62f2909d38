"""Markup that is a report and nothing else, as feeds, mails and wires carry it: all of it is text."""

from __future__ import annotations

from collections.abc import Iterable

from ..ledger.document import Piece
from .blocks import Block, Page
from .mapping import UNPLACED
from .markup import Tag, tokens

_BETWEEN = "\n\n"


def fragment(markup: str, put_in: str | None = None) -> tuple[str, tuple[Piece, ...]]:
    """The text that `markup` shows, and its map to it; `put_in` is a headline to go first where the text has it not.

    Paragraphs are parted by blank lines, rows of tables are lines with tabs. A headline alone is no text.
    """
    blocks = Page(markup).read(tokens(markup))
    first = " ".join(blocks[0].text.split()) if blocks else ""
    return joined(blocks, put_in if put_in and blocks and first != put_in else None)


def joined(blocks: Iterable[Block], put_in: str | None) -> tuple[str, tuple[Piece, ...]]:
    """The blocks as one text with one map; `put_in` goes first and has no place."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    if put_in:
        parts.append(put_in)
        at = len(put_in) + len(_BETWEEN)
    for block in blocks:
        pieces.extend(Piece(at + piece.start, piece.length, piece.origin) for piece in block.pieces)
        parts.append(block.text)
        at += len(block.text) + len(_BETWEEN)
    return _BETWEEN.join(parts), tuple(pieces) or UNPLACED


def is_markup(text: str) -> bool:
    """True when `text` has a tag in it that a page has."""
    return any(isinstance(token, Tag) and token.name in _TAGS for token in tokens(text[:20_000]))


_TAGS = frozenset({
    "p", "br", "div", "span", "a", "b", "i", "em", "strong", "ul", "ol", "li", "h1", "h2", "h3", "h4", "img", "table",
    "blockquote", "figure", "section", "article", "body", "html",
})  # fmt: skip
