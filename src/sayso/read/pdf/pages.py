"""A PDF as a Document: letters → lines → columns in reading order → paragraphs, each line with its page and box."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import UnreadableReport
from ...ledger.document import Document
from ..original import Original, Told
from ..report import Body, document
from . import furniture, letters, prose
from .columns import ordered
from .lines import Line, lines_of

# Titles that programs put into a file unasked.
_JUNK = re.compile(r"^(?:untitled|microsoft word|document\d*|slide \d+|.*\.\w{2,5}$|\W*$)", re.IGNORECASE)
_TITLE_WORDS = range(3, 41)
_BIGGER = 1.2


def read(original: Original) -> Iterator[Document]:
    """The one Document of a PDF; UnreadableReport when it is encrypted, damaged, or holds pictures of text only.

    Columns come in reading order; words parted at line ends are whole again; what repeats at the top and bottom of
    pages is left out. `pieces` count the characters of all pages as PDFium gives them, one page after the other;
    `places` have page and box of each line.
    """
    pages = letters.pages(original)
    size = letters.main_size(pages)
    shown = [lines_of(page, size) for page in pages]
    kept = furniture.without(shown, [page.height for page in pages])
    blocks = [block for lines in kept for block in ordered(lines)]
    text, pieces, places = prose.written(blocks, size, {page.number: page.frame for page in pages})
    if not text.strip():
        raise UnreadableReport(
            f"{original.name} holds no text, only pictures of it",
            "recognise its text first (for example with ocrmypdf) and read that",
        )
    all_letters = sum(not letter.char.isspace() for page in pages for letter in page.letters)
    coverage = min(1.0, round(sum(not char.isspace() for char in text) / max(1, all_letters), 4))
    told = Told(_title(blocks, size, letters.title(original)), language=letters.language(original))
    yield document(original, original.name, Body(text, pieces, places, coverage), told)


def _title(blocks: list[list[Line]], size: float, told: str | None) -> str | None:
    """The largest heading on the first page, else the title that the file's own data give where it is one."""
    first = [block for block in blocks if block[0].page == 1]
    heads = [(max(line.size for line in block), -i) for i, block in enumerate(first) if _is_head(block, size)]
    if heads:
        _, at = max(heads)
        return " ".join(" ".join(line.text for line in first[-at]).split())
    return None if told is None or _JUNK.match(told) or len(told.split()) not in _TITLE_WORDS else told


def _is_head(block: list[Line], size: float) -> bool:
    words = sum(len(line.text.split()) for line in block)
    return block[0].size >= size * _BIGGER and words in _TITLE_WORDS
