"""A long text in parts, cut at ends of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .words import Token

# Beyond this many words and marks a text is read in parts; the longest single report of a newsroom is far shorter.
_TOKENS_AT_MOST = 20_000


def parts_of(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The text cut at ends of paragraphs, so that an archive in one file takes no more than its length in time."""
    first = 0
    for at, token in enumerate(tokens):
        is_end = at > 0 and token.paragraph != tokens[at - 1].paragraph
        if is_end and at - first >= _TOKENS_AT_MOST:
            yield tokens[first:at]
            first = at
    yield tokens[first:]
