"""The words around a statement in its sentence: what leads in to it ("Responding to the charge,"), and a contrast."""

from __future__ import annotations

import re

from ..ledger import Span, Statement
from .wordstock import lowered

# Words that set a saying against the one before.
_CONTRAST = re.compile(
    r"\b(?:but|however|yet|though|although|while|whereas|meanwhile|nevertheless|nonetheless|instead|despite|"
    r"(?:for|on) (?:his|her|its|their) part|in turn|in return|on the other hand|by contrast|in contrast|"
    r"(?:his|her|its|their|the) (?:opponents?|critics?|rivals?|opposition))\b"
)
# Words that lead in to a saying by telling what it answers.
_LEADING_IN = re.compile(
    r"\b(?:respond(?:s|ed|ing)|respons(?:e|es)|react(?:s|ed|ing)|reactions?|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)|"
    r"counter(?:s|ed|ing)?|hit(?:s|ting)? back|refer(?:s|red|ring) to|(?:when |being )?(?:asked|questioned|pressed) |"
    r"commenting on|comment(?:s|ed)? on|address(?:es|ed|ing)|rebut\w*|defend(?:s|ed|ing)|criticis(?:es|ed|ing)|"
    r"criticiz(?:es|ed|ing)|following|after)\b"
)
_MORE = re.compile(r"\b(?:also|added|adds|adding|further|furthermore|moreover|went on|goes on|continued|besides|too)\b")
_END = re.compile(r"[.!?][”\"’')\]]*\s+|\n+")
_REACH = 300  # characters before a statement in which its sentence is looked for

# What stands right before a statement that is only compared with, and within how many characters.
_COMPARED = re.compile(r"\b(?:anything|anyone|nothing|whatever|than)(?: that| which| what)?\s+$", re.IGNORECASE)
_SHORTLY = 24


def lead_in(text: str, statement: Statement) -> Span | None:
    """What stands before a statement in its own sentence; None where nothing does."""
    at = statement.start
    low = max(0, at - _REACH)
    begin = max((found.end() for found in _END.finditer(text, low, at)), default=low)
    while begin < at and text[begin].isspace():
        begin += 1
    return Span.of(text, begin, at) if begin < at else None


def answering(span: Span | None) -> Span | None:
    """The lead-in where it tells what is answered."""
    return span if span is not None and _LEADING_IN.search(lowered(span.text)) else None


def is_contrast(statement: Statement, before: Span | None) -> bool:
    """Whether a word before the statement, in its cue, or that opens its content in quotes, sets it against another."""
    words = " ".join(span.text for span in (before, statement.source, statement.cue) if span is not None)
    first = statement.content[0].text[:12] if statement.content else ""
    return bool(_CONTRAST.search(lowered(words)) or re.match(r"[“\"'‘]?but\b", lowered(first)))


def tells_more(statement: Statement, before: Span | None) -> bool:
    """Whether the statement is told as something further ("he also said", "she added")."""
    words = " ".join(span.text for span in (before, statement.cue) if span is not None)
    return bool(_MORE.search(lowered(words)))


def is_compared(text: str, statement: Statement) -> bool:
    """Whether it is told of only to set a thing against it: “beyond anything they have said”, “more than he says”."""
    places = [span.start for span in (statement.source, statement.cue) if span is not None]
    at = min(places, default=0)
    return _COMPARED.search(text, max(0, at - _SHORTLY), at) is not None
