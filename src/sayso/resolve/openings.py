"""The words without which a pattern cannot match, read off it: most of many patterns need not be tried at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

# Letters that are compared, and words whose beginnings are kept: those that come again and again.
_LETTERS = 4
_KEPT = 4096
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
    """Of each word of `text` its first letter, its first two, three and four, and the whole with a space behind it.

    >>> sorted(beginnings("no more"))
    ['m', 'mo', 'mor', 'more', 'more ', 'n', 'no', 'no ']
    """
    return frozenset().union(*map(_beginnings, _WORD.findall(text)))


@lru_cache(maxsize=_KEPT)
def _beginnings(word: str) -> frozenset[str]:
    return frozenset([word + " ", *(word[:length] for length in range(1, _LETTERS + 1))])


def openings(pattern: str) -> frozenset[str] | None:
    r"""Beginnings of words, one of which is in every text where `pattern` is found; None where none can be told.

    Only the plain is understood: alternatives that open with a word in small letters, or with a group of such.

    >>> sorted(openings(r"\b(?:will|won[’']t|a lot) not\b|^never"))
    ['a ', 'neve', 'will ', 'won']
    >>> openings(r"\b(?:will|\w+n[’']t)\b") is None
    True
    """
    alternatives = list(_alternatives(pattern))
    return _either(alternatives) if all(map(_AT_WORD.match, alternatives)) else None


def _either(patterns: Iterable[str]) -> frozenset[str] | None:
    found: set[str] = set()
    for pattern in patterns:
        of_it = _first(pattern)
        if of_it is None:
            return None
        found |= of_it
    return frozenset(found)


def _first(pattern: str) -> frozenset[str] | None:
    """The beginnings of what stands first in a pattern without alternatives that begins at a word."""
    rest = _BEFORE.sub("", pattern, count=1)
    if rest.startswith("(?:"):
        return _either(_group(rest))
    letters = _FIRST.match(rest)
    if letters is None:
        return None
    word, behind = letters[0], rest[letters.end() :]
    if behind.startswith((" ", r"\b")) and not behind[1:].startswith(_MAY_LACK):
        return frozenset([f"{word} "])
    word = word[:-1] if behind.startswith(_MAY_LACK) else word
    return frozenset([word[:_LETTERS]]) if word else None


def _group(pattern: str) -> Iterator[str]:
    """The patterns one of which matches where `pattern`, which begins with a group, does: one for each alternative."""
    end = next(at for at, depth in _bars_and_ends(pattern) if depth == 0)
    behind = pattern[end + 1 :]
    repeats, lacks = behind.startswith(("*", "+", "{")), behind.startswith(_MAY_LACK)
    for alternative in _alternatives(pattern[len("(?:") : end]):
        yield alternative + ("." if repeats else behind[lacks:])
    if lacks:
        yield behind[1:] if behind[0] != "{" else ""


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no group."""
    begin = 0
    for at, depth in _bars_and_ends(pattern):
        if pattern[at] == "|" and depth == 0:
            yield pattern[begin:at]
            begin = at + 1
    yield pattern[begin:]


def _bars_and_ends(pattern: str) -> Iterator[tuple[int, int]]:
    """Each bar and closing bracket, and how many groups are open there or stay open behind it."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if part[0] in "|)":
            yield part.start(), depth
