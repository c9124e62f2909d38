"""Two persons' names with nothing but a comma between them are not one source: the first ends what stands before.

"In a call with its president, Ada Quill, Brandt promised …" has "Ada Quill, Brandt" before its verb; Brandt promised.
Two who speak together have an "and" between them, and who is described has the description in words, not in a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..ledger import Attribution, Mention, Span

_TWO = re.compile(r"(?P<one>[^,]+),\s+(?P<two>[^,]+)")


def parted(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions with the last of two such names as the source, where it stands right before the cue."""
    persons = {mention.span for mention in mentions if mention.type == "person"}
    return tuple(_parted(text, each, persons) for each in found)


def _parted(text: str, each: Attribution, persons: set[Span]) -> Attribution:
    source, cue = each.source, each.cue
    if source is None or cue is None or not text[source.end : cue.start].isspace():
        return each
    two = _TWO.fullmatch(text, source.start, source.end)
    if two is None:
        return each
    one, other = (Span.of(text, *two.span(name)) for name in ("one", "two"))
    return replace(each, source=other) if {one, other} <= persons else each
