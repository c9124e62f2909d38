"""Whether a statement is given in the source's own words: direct, indirect or mixed."""

from __future__ import annotations

import re

from ..ledger import Span
from ..ledger.quotation import quoted
from ..ledger.statement import Manner

_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"[”\"»“][.,;:!?]?$")


def manner(content: tuple[Span, ...]) -> Manner:
    """By the quotation marks inside the content's own spans: those of a statement around it do not count."""
    inside, outside = quoted_words(content)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def quoted_words(content: tuple[Span, ...]) -> tuple[int, int]:
    """How many words of the content stand inside quotation marks, and how many outside."""
    inside = outside = 0
    for span in content:
        marks = quoted(span.text)
        words = [marks[word.start()] for word in _WORD.finditer(span.text)]
        if words and not any(words) and _CLOSING.search(span.text):
            words = [1] * len(words)  # the tail of a quotation whose opening mark lies in a piece before
        inside += sum(1 for mark in words if mark)
        outside += sum(1 for mark in words if not mark)
    return inside, outside
