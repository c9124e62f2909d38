"""Where a span stands, as a person looks it up: the line of a file or the paragraph of a page, and the characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..ledger import Document, Span

_PARAGRAPH = re.compile(r"\n\s*(?=\S)")


class Places:
    """The lines of a report whose text is the file's own, the paragraphs of one taken out of a page."""

    def __init__(self, document: Document) -> None:
        text = document.text
        if document.pieces:
            self.noun, self._starts = "paragraph", [match.end() for match in _PARAGRAPH.finditer(text)]
        else:
            self.noun, self._starts = "line", [at + 1 for at, character in enumerate(text) if character == "\n"]

    def of(self, span: Span) -> str:
        """ "line 12, 340–352": the characters `[340, 352)` of the document's text, counted as code points."""
        return f"{self.noun} {bisect_right(self._starts, span.start) + 1}, {span.start}–{span.end}"
