"""Sentences with their attributions marked: {source}, [cue], <content>; "|" in front of a source begins another one.

"{The mayor} [told] reporters <that it was over>" has one attribution. The marks are no part of the text.
"""

from __future__ import annotations

import re

from sayso.ledger import Attribution, Span

_OPEN, _CLOSE = "{[<", "}]>"


def marked(words: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without marks and its attributions in order; each has one cue and ends where the next begins ("|")."""
    text, places, number = "", [], 0
    opened: dict[str, int] = {}
    for character in words:
        if character == "|":
            number += 1
        elif character in _OPEN:
            opened[character] = len(text)
        elif character in _CLOSE:
            mark = _OPEN[_CLOSE.index(character)]
            places.append((number, mark, opened.pop(mark), len(text)))
        else:
            text += character
    return text, tuple(_attribution(text, [p[1:] for p in places if p[0] == n]) for n in range(number + 1))


def _attribution(text: str, places: list[tuple[str, int, int]]) -> Attribution:
    def spans(mark: str) -> tuple[Span, ...]:
        return tuple(Span.of(text, start, end) for kind, start, end in places if kind == mark)

    source, cue = (*spans("{"), None)[0], (*spans("["), None)[0]
    return Attribution(cue, source, spans("<"))


def shown(span: Span | None, text: str) -> str | None:
    """The words of a span, after a check that it is anchored."""
    assert span is None or text[span.start : span.end] == span.text
    return None if span is None else re.sub(r"\s+", " ", span.text)
