"""Signed quotations, a paragraph each (“…” — Ann Lee, Leeds): the dash is the cue, whatever the network says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ledger import Attribution, Span

# A whole paragraph: a quotation, a dash, a name with what is said of it, and nothing more.
_SIGNED = re.compile(
    r"^[ \t]*(?P<content>[“\"«„][^\r\n]*[”\"»“])[ \t]*(?P<cue>[—―–]|--?)[ \t]*"
    r"(?P<source>[A-ZÀ-Þ][^\r\n“”\"«»:;!?]{1,120}?)[ \t.]*$",
    re.MULTILINE,
)
_MOST_WORDS = 16
# A finite verb after the dash makes it a sentence ("“Yes” — Lee said so"); these are the plainest.
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|did|does)\b")
_CONFIDENCE = 0.9  # by hand


def with_signed(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with those of signed quotations in place of what else was made of their words."""
    out = list(found)
    for content, cue, source in _quotations(text):
        known = next((each for each in out if each.cue and each.cue.overlaps(cue)), None)
        out = [each for each in (_without(each, content, cue, source) for each in out) if each is not None]
        acts = known.acts if known else ()
        sure = max(_CONFIDENCE, known.confidence if known else 0.0)
        out.append(Attribution(cue, source, (content,), acts=acts, confidence=sure))
    return tuple(sorted(out, key=lambda each: each.anchor))


def _quotations(text: str) -> Iterator[tuple[Span, Span, Span]]:
    for line in _SIGNED.finditer(text):
        content, cue, source = (Span.of(text, *line.span(part)) for part in ("content", "cue", "source"))
        if source.text.count(" ") < _MOST_WORDS and not _SENTENCE.search(source.text):
            yield content, cue, source


def _without(found: Attribution, content: Span, cue: Span, source: Span) -> Attribution | None:
    """`found` without the signed quotation among its contents; what is told inside the quotation stays."""
    if found.cue and (found.cue.overlaps(cue) or found.cue.overlaps(source)):
        return None
    if content.holds(found.anchor) and found.cue:
        return found
    left = tuple(span for span in found.content if not span.overlaps(content))
    if len(left) == len(found.content):
        return found
    return replace(found, content=left) if left and found.cue else None
