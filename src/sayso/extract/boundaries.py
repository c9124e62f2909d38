"""Where an editor would draw the borders of a span: whole words, marks inside, no stray comma or conjunction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..ledger import Span

_WORD_CHARACTER = re.compile(r"\w")
_POSSESSIVE = re.compile(r"\w[’']s$")
_LINE = re.compile(r"[^\r\n]+")
_INNER = "'’&/-"
_OPENING, _CLOSING = "“\"‘«„‹'", "”\"’»“›'"
_BEGINNING = re.compile(r"(?:^|[\r\n]|[.!?][”\"’)]*\s)\s*(?=[^\r\n]*$)")
_DOUBLED = ("''", "``", "’’", "‘‘")  # typewriters and old wires write a double mark as two single ones
_TRAILING = ",;:–—- \t\u00a0"
_DANGLING = re.compile(r"[\s,;–—-]+(?:and|but|or|while|as|though|although|adding|yet)$", re.IGNORECASE)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen [start, end) to the borders of the words it cuts ("anti-armor", "U.S.", "Mr.’s" are one word each)."""
    while start > 0 and joins(text, start):
        start -= 1
    while end < len(text) and joins(text, end):
        end += 1
    return start, end


def joins(text: str, at: int) -> bool:
    """True when the characters on both sides of `at`, which is neither end of the text, belong to one word."""
    left, right = text[at - 1], text[at]
    if left.isalnum() and right.isalnum():
        return True
    if left.isalnum():
        return _is_inner(text, at)
    return right.isalnum() and _is_inner(text, at - 1)


def _is_inner(text: str, at: int) -> bool:
    """True for a mark that holds a word together: "O’Neill", "anti-tank", "3,417", "U.S"."""
    if not 0 < at < len(text) - 1:
        return False
    before, mark, after = text[at - 1], text[at], text[at + 1]
    if not (before.isalnum() and after.isalnum()):
        return False
    if mark in _INNER:
        return True
    if before.isdigit() and after.isdigit():
        return mark in ".,"
    return mark == "." and (at < 2 or not text[at - 2].isalnum())


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space and separators at its ends; a comma stays where its closing mark stays."""
    while start < end and (text[start].isspace() or text[start] in ",;:)]"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    return Span.of(text, start, end) if start < end else None


def unpossessed(text: str, span: Span | None) -> Span | None:
    """Without a possessive ending: "the ministry’s" names the ministry."""
    if span is None or not _POSSESSIVE.search(span.text):
        return span
    return Span.of(text, span.start, span.end - 2)


def content_span(text: str, start: int, end: int) -> Span | None:
    """A content's border: its own quotation marks inside, a full stop outside unless a mark closes after it."""
    start, end = whole_words(text, start, end)
    start, end = _with_marks(text, start, end)
    span = trimmed(text, start, end)
    if span is None or not _WORD_CHARACTER.search(span.text):
        return None
    dangling = _DANGLING.search(span.text)
    if dangling and dangling.start() > 0:
        span = Span.of(text, span.start, span.start + dangling.start())
    return _without_stop(text, span)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    if text[max(0, start - 2) : start] in _DOUBLED:
        start -= 2
    elif start > 0 and text[start - 1] in _OPENING and text[start] not in _OPENING and _opens(text, start - 1):
        start -= 1
    inner = end
    while inner < len(text) and text[inner] in ".,!?;" and inner - end < 2:
        inner += 1
    if text[inner : inner + 2] in _DOUBLED:
        if sum(text[start:inner].count(mark) for mark in _DOUBLED) % 2:
            end = inner + 2
    elif inner < len(text) and text[inner] in _CLOSING and _has_opening(text, start, inner, text[inner]):
        end = inner + 1
    return start, end


def _opens(text: str, at: int) -> bool:
    return text[at] in "“«„‹‘" or at == 0 or not text[at - 1].isalnum()


def _has_opening(text: str, start: int, at: int, mark: str) -> bool:
    """True when a quotation opened inside [start, at) is still open at `at`."""
    inside = text[start:at]
    if mark == '"':
        return inside.count('"') % 2 == 1 or inside.count("“") > inside.count("”")
    if mark in "”“":
        return inside.count("“") + inside.count("„") + inside.count('"') % 2 > inside.count("”")
    if mark in "’'":
        opened = re.search(r"(?:^|[\s(])[‘'](?=\w)", inside)
        return opened is not None and not (at + 1 < len(text) and text[at + 1].isalnum())
    return inside.count({"»": "«", "›": "‹"}[mark]) > inside.count(mark)


def _without_stop(text: str, span: Span) -> Span | None:
    """Drop a final full stop that stands outside quotation marks ("… in Europe."), but not that of "U.S."."""
    body = span.text
    if body.endswith((".", "!", "?")) and body.rstrip(".!?") and "." not in body.split()[-1][:-1]:
        stripped = body.rstrip(".!?")
        if body[-1] == "." and stripped[-1] not in _CLOSING and not _inside_quotation(stripped):
            return Span.trimmed(text, span.start, span.start + len(stripped))
    return span


def _inside_quotation(piece: str) -> bool:
    return piece.count("“") > piece.count("”") or piece.count('"') % 2 == 1


def in_paragraphs(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """[start, end) cut at line breaks: a span never runs over a paragraph's end."""
    for line in _LINE.finditer(text, start, end):
        yield line.span()


def sentence_begin(text: str, at: int, reach: int) -> int | None:
    """Where the sentence begins that holds the character before `at`; None if that is more than `reach` before."""
    return max((found.end() for found in _BEGINNING.finditer(text, max(0, at - reach), at)), default=None)


def source_near(text: str, cue: Span, source: Span | None) -> Span | None:
    """No source for a word of saying whose subject would stand in a later paragraph: it is what begins that one."""
    is_far = source is not None and cue.end < source.start and "\n" in text[cue.end : source.start]
    return None if is_far and any(letter.isalpha() for letter in cue.text) else source


def disjoint(text: str, spans: Sequence[Span], cue: Span) -> tuple[Span, ...]:
    """In order, without overlap with one another or with the cue that governs them."""
    out: list[Span] = []
    for span in sorted(spans):
        if span.overlaps(cue):
            left, right = Span.trimmed(text, span.start, cue.start), Span.trimmed(text, cue.end, span.end)
            halves = [half for half in (left, right) if half]
        else:
            halves = [span]
        out += [half for half in halves if not out or half.start >= out[-1].end]
    return tuple(out)
