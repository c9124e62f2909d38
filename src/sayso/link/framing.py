"""The words before a statement in its sentence, and whether they tell it as something further ("She also said")."""

from __future__ import annotations

import re

from ..ledger import Span, Statement
from .wordstock import lowered

_MORE = re.compile(r"\b(?:also|added|adds|adding|further|furthermore|moreover|went on|goes on|continued|besides|too)\b")
_END = re.compile(r"[.!?][”\"’')\]]*\s+|\n+")
_REACH = 300  # characters before a statement in which its sentence is looked for


def lead_in(text: str, statement: Statement) -> Span | None:
    """What stands before a statement in its own sentence; None where nothing does."""
    at = statement.start
    low = max(0, at - _REACH)
    begin = max((found.end() for found in _END.finditer(text, low, at)), default=low)
    while begin < at and text[begin].isspace():
        begin += 1
    return Span.of(text, begin, at) if begin < at else None


def tells_more(statement: Statement, before: Span | None) -> bool:
    """Whether the statement is told as something further ("he also said", "she added")."""
    words = " ".join(span.text for span in (before, statement.cue) if span is not None)
    return bool(_MORE.search(lowered(words)))
