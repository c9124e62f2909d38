"""Which characters of a text stand inside quotation marks: a property of the text that several stages ask for."""

from __future__ import annotations

import re
from functools import lru_cache

# Opening mark → the marks that may close it. Straight and curly marks are mixed in one text more often than not
# (a copy desk curls some, an editor pastes others), so either closes the other.
_CLOSERS = {
    "“": ("”", '"', "''", "’’"),
    '"': ('"', "”"),
    "``": ("''", '"', "”"),
    "''": ("''",),
    "‘‘": ("’’", "”", "''"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "‹": ("›",),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset("‘'")
_DOUBLED = frozenset({"''", "``", "‘‘", "’’"})
_MARK = re.compile("''|``|‘‘|’’|[\"“”„«»‹›‘’'\n]")

OUTSIDE, DOUBLE, CONTINUED, SINGLE = 0, 1, 2, 3


@lru_cache(maxsize=16)
def quoted(text: str) -> bytes:
    """One byte a character: OUTSIDE, DOUBLE (marks included), CONTINUED (see below), SINGLE.

    A quotation left open at the end of its paragraph runs to that end. Where the next paragraph opens with a mark
    again, its quotation goes on from the one before (CONTINUED): the press's custom for long quotations.
    """
    inside = bytearray(len(text))
    opened: int | None = None
    closers: tuple[str, ...] = ()
    state, left_open = OUTSIDE, False
    for found in _MARK.finditer(text):
        at, mark = found.start(), found.group()
        if mark == "\n":
            if opened is not None:
                inside[opened:at] = _ended(text[opened:at], state)
                left_open = state != SINGLE
                opened = None
            elif at and text[at - 1] not in "\r\n":
                left_open = False
        elif opened is None:
            if _opens(text, at, mark):
                is_first = at == 0 or text[at - 1] == "\n"
                opened, closers = at, _CLOSERS[mark]
                state = SINGLE if mark in _SINGLE else CONTINUED if is_first and left_open else DOUBLE
                left_open = False
        elif mark in closers and (state != SINGLE or _closes_single(text, at)):
            inside[opened : found.end()] = bytes([state]) * (found.end() - opened)
            opened = None
        elif state == SINGLE and mark in ("“", '"'):
            # a double mark inside what looked like a single quotation: the single one was an apostrophe
            opened, closers, state = at, _CLOSERS[mark], DOUBLE
    if opened is not None and state != SINGLE:
        inside[opened:] = _ended(text[opened:], state)
    return bytes(inside)


def _ended(quotation: str, state: int) -> bytes:
    """The marks of a quotation left open: white space at the end, the "\\r" of a line break too, is none of it."""
    return (bytes([state]) * len(quotation.rstrip())).ljust(len(quotation), bytes([OUTSIDE]))


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in _CLOSERS:
        return False
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in _SINGLE:
        return not before.isalnum() and not after.isspace() and not (after.isdigit() or after == "s")
    if mark in _DOUBLED:
        return not before.isalnum() and not after.isspace()
    return not (mark == '"' and before.isalnum() and after.isspace())


def _closes_single(text: str, at: int) -> bool:
    """A single mark between letters, or after a plural's s with a word to come, is an apostrophe."""
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isalnum():
        return False
    return not (
        text[at - 1] == "s" and after == " " and "’" in text[at + 1 : at + 80] and "‘" not in text[at + 1 : at + 80]
    )
