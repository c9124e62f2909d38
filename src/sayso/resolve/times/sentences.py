"""Where the sentence around a span begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from ...ledger import Span

# The dot of these ends no sentence: titles before a name, months before a day, initials.
_SHORT = """
    Dr Mr Mrs Ms St Sen Rep Gov Gen Lt Col Sgt Capt Prof Rev Hon No Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
"""
# Opens with one set of characters, so that the scanner passes over all others.
_SENTENCE_END = re.compile(
    r"[.!?\r\n](?:(?<=[\r\n])|(?<!\b[A-Z]\.)"
    + "".join(rf"(?<!\b{word}\.)" for word in _SHORT.split())
    + r"[\"”’')]*(?=(\s+[\"“‘'(]?[A-Z0-9])))"
)
# No sentence is looked through further than this many characters before or after the cue.
_LONGEST = 1500


def sentence(text: str, span: Span) -> tuple[int, int]:
    """The sentence around `span`, as [start, end) offsets; a paragraph's end ends it too."""
    ends = _ends(text)
    first, last = max(0, span.start - _LONGEST), min(len(text), span.end + _LONGEST)
    before = bisect_right(ends.after, span.start) - 1
    # Two characters more, so that the capital which follows an end is seen where the span begins with it.
    while before >= 0 and ends.seen[before] > span.start + 2:
        before -= 1
    start = ends.after[before] if before >= 0 and ends.at[before] >= first else first
    then = bisect_left(ends.at, span.end)
    return start, ends.at[then] if then < len(ends.at) and ends.seen[then] <= last else last


class _Ends(NamedTuple):
    """Where the sentences of a text end, in order: at their mark, after it, and after the capital that follows."""

    at: tuple[int, ...]
    after: tuple[int, ...]
    seen: tuple[int, ...]


@lru_cache(maxsize=1)
def _ends(text: str) -> _Ends:
    """All ends of sentences, looked for once a text: several rules ask for the sentence of each saying."""
    found = [(match.start(), match.end(), match.end(1)) for match in _SENTENCE_END.finditer(text)]
    return _Ends(*zip(*found, strict=True)) if found else _Ends((), (), ())
