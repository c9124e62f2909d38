"""The words without which a pattern cannot match, read off the pattern itself: most patterns need not be tried at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Letters that are compared: more would tell few words apart that these do not, and cost more beginnings a word.
_LETTERS = 3
_WORD = re.compile(r"\w+")
# In a pattern: an escape, a class of characters, or a sign of grouping.
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
# A class of quotation marks and the like; the letters behind one begin a word.
_MARKS = r"""\[(?:\\["']|[^\w\\\]^-])+\]"""
_AT_WORD = re.compile(rf"\^|\\b|{_MARKS}(?![?*])")
_BEFORE = re.compile(rf"(?:\^|\\b|{_MARKS}[?*]?)*")
_FIRST = re.compile(r"[a-z]+")
_MAY_LACK = ("?", "*", "{")


def beginnings(text: str) -> frozenset[str]:
    """Of each word of `text` its first letter, its first two and three, and the whole with a space behind it.

    >>> sorted(beginnings("no more"))
    ['m', 'mo', 'mor', 'more ', 'n', 'no', 'no ']
    """
    words = set(_WORD.findall(text))
    short = {word[:length] for word in words for length in range(1, _LETTERS + 1)}
    return frozenset(short | {f"{word} " for word in words})


def openings(pattern: str) -> frozenset[str] | None:
    r"""Beginnings of words, one of which is in every text where `pattern` is found; None where none can be told.

    Only the plain is understood: alternatives that open with a word in small letters, or with a group of such.

    >>> sorted(openings(r"\b(?:will|won[’']t|a lot) not\b|^never\b"))
    ['a ', 'never ', 'wil', 'won']
    >>> openings(r"\b(?:will|\w+n[’']t)\b") is None
    True
    """
    alternatives = list(_alternatives(pattern))
    if not all(_AT_WORD.match(each) for each in alternatives):
        return None
    return _either(alternatives)


def _either(alternatives: list[str]) -> frozenset[str] | None:
    each = [_first(alternative) for alternative in alternatives]
    known = [found for found in each if found is not None]
    return frozenset().union(*known) if len(known) == len(each) else None


def _first(pattern: str) -> frozenset[str] | None:
    """The beginnings of what stands first in a pattern without alternatives that begins at a word."""
    rest = _BEFORE.sub("", pattern, count=1)
    if rest.startswith("(?:"):
        end = _closing(rest)
        found, behind = _either(list(_alternatives(rest[3:end]))), rest[end + 1 :]
        if found is None or not behind.startswith(_MAY_LACK):
            return found
        then = _first(behind[1:]) if behind[0] != "{" else None
        return None if then is None else found | then
    letters = _FIRST.match(rest)
    if letters is None:
        return None
    word, behind = letters[0], rest[letters.end() :]
    if behind.startswith(_MAY_LACK):
        word = word[:-1]
    elif behind.startswith((" ", r"\b")) and not behind[1:].startswith(_MAY_LACK):
        return frozenset((f"{word} ",))
    return frozenset((word[:_LETTERS],)) if word else None


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no group."""
    begin = depth = 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if part[0] == "|" and depth == 0:
            yield pattern[begin : part.start()]
            begin = part.end()
    yield pattern[begin:]


def _closing(pattern: str) -> int:
    """Where the group ends with which a pattern begins."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if depth == 0 and part[0] == ")":
            return part.start()
    return len(pattern)
