"""Where a span stands, as a person looks it up: the page, the line or the paragraph, and the characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..ledger import Document, Span

_PARAGRAPH = re.compile(r"\n\s*(?=\S)")


class Places:
    """The lines of a report whose text is the file's own, else the paragraphs; and the page where it is in print."""

    def __init__(self, document: Document) -> None:
        text, self._document = document.text, document
        if document.pieces:
            self.noun, self._starts = "paragraph", [match.end() for match in _PARAGRAPH.finditer(text)]
        else:
            self.noun, self._starts = "line", [at + 1 for at, character in enumerate(text) if character == "\n"]

    def of(self, span: Span) -> str:
        """ "line 12, 340–352": the characters `[340, 352)` of the document's text, counted as code points."""
        place = self._document.place_of(span.start)
        page = f"page {place.page}, " if place else ""
        return f"{page}{self.noun} {bisect_right(self._starts, span.start) + 1}, {span.start}–{span.end}"
