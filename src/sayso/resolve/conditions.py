"""The condition that a content hangs on: "if the line continues", "unless the West changed course"."""

from __future__ import annotations

import re

from ..ledger import Span
from ..ledger.statement import Act

_CLAUSE = re.compile(
    r"(?=[iupoa])(?<!\bas )(?<!\beven )(?<!\bwhat )(?<!\bask )(?<!\basked )(?<!\bsee )(?<!\bknow )"
    r"\b(?:if|unless|provided that|on condition that|as long as|in case)\b[^.;:?!”\"\r\n,]+",
    re.IGNORECASE,
)
# A question put indirectly begins with "if" and hangs on nothing.
_NONE_FOR: frozenset[Act] = frozenset({"ask"})
_SHORTEST = 3  # words: "if any", "if not" are no conditions


def condition(text: str, content: tuple[Span, ...], act: Act) -> Span | None:
    """The first conditional clause of the content; up to the comma, quotation mark or stop that ends it."""
    if act in _NONE_FOR:
        return None
    for span in content:
        for found in _CLAUSE.finditer(span.text):
            if len(found[0].split()) >= _SHORTEST:
                return Span.trimmed(text, span.start + found.start(), span.start + found.end())
    return None
