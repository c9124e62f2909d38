"""Rich text (RTF): striprtf says what of it is text, and marks that it cannot see bring each place back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import UnreadableReport
from ..ledger.document import Document, Piece
from .mapping import joined, through
from .original import Original, Told
from .report import Body, document

# A letter is sent through striprtf as a character that no text has, one for each, and so comes back with its number.
# Letters beyond those that Unicode has room for go as they are, and have no place.
_FIRST, _LAST = 0x10000, 0x10FFFF
# Images and other data are hexadecimal lines, and no letters.
_DATA = re.compile(r"[0-9a-fA-F\s]{400,}")
# What striprtf writes for the end of a cell.
_CELL = {"|": "\t"}
# Escapes further apart than this are not the characters between two letters.
_FAR = 100_000
# Escapes that stand for one character that is no white space; the substitute for old programs belongs to its \\u.
_ESCAPED = re.compile(
    r"\\u-?\d{1,6} ?(?:\\'[0-9a-fA-F]{2}|\?)?|\\'[0-9a-fA-F]{2}|\\[~_{}\\-]"
    r"|\\(?:emdash|endash|lquote|rquote|ldblquote|rdblquote|bullet)(?![a-z])"
)
_TITLE = re.compile(r"\{\\title\s+([^{}\\]{1,500})\}")


def read(original: Original) -> Iterator[Document]:
    """The one Document of an RTF file. Paragraphs are lines, as RTF has them; blank lines part them."""
    raw = original.raw.decode("latin-1")  # RTF is ASCII, and other bytes are read by the code page it names
    if "}" not in raw:
        raise UnreadableReport(f"{original.name} is a rich text document that is cut short", "copy it again")
    marked, places = _marked(raw)
    text, pieces = _unmarked(_stripped(marked, original), raw, places)
    body = _parted(text, pieces)
    title = _TITLE.search(raw[:20_000])
    told = Told(title.group(1).strip() if title and title.group(1).strip() in body.text[:600] else None)
    yield document(original, original.name, body, told)


def is_rich(original: Original) -> bool:
    return original.raw.lstrip()[:5] == b"{\\rtf"


def _marked(raw: str) -> tuple[str, list[int]]:
    """The file with each letter replaced by its mark, and the place of each; the table of fonts stays legible."""
    from striprtf.striprtf import PATTERN, font_table_group

    fonts: str = font_table_group(raw)  # type: ignore[no-untyped-call]
    begins = raw.find(fonts) if fonts else 0
    unread = [(begins, begins + len(fonts)), *(match.span() for match in _DATA.finditer(raw))]
    skipped = iter(sorted(unread))
    here = next(skipped, (len(raw), len(raw)))
    parts: list[str] = []
    places: list[int] = []
    for match in PATTERN.finditer(raw):
        while match.start() >= here[1]:
            here = next(skipped, (len(raw) + 1, len(raw) + 1))
        is_letter = match.group(6) is not None and not here[0] <= match.start() < here[1]
        if is_letter and _FIRST + len(places) <= _LAST:
            parts.append(chr(_FIRST + len(places)))
            places.append(match.start())
        else:
            parts.append(match.group())
    return "".join(parts), places


def _stripped(marked: str, original: Original) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]
        return text
    except (ValueError, IndexError, LookupError, TypeError, RecursionError) as error:
        raise UnreadableReport(f"{original.name} is a damaged rich text document: {error}", "save it anew") from error


def _unmarked(stripped: str, raw: str, places: list[int]) -> tuple[str, tuple[Piece, ...]]:
    """The letters again, each with its place; what an escape stood for has the place of the escape."""
    letters: list[str] = []
    pieces: list[Piece] = []
    escaped: list[int] = []  # characters since the last letter: they came from escapes between it and the next
    after = 0
    for char in _paired(stripped):
        code = ord(char)
        if code < _FIRST or code - _FIRST >= len(places):
            char = _CELL.get(char, char)
            if char not in "\n\t":
                escaped.append(len(letters))
            letters.append(char)
            continue
        place = places[code - _FIRST]
        pieces += _of_escapes(escaped, raw, after, place)
        escaped, after = [], place + 1
        pieces.append(Piece(len(letters), 1, place))
        letters.append(raw[place])
    pieces += _of_escapes(escaped, raw, after, len(raw))
    return "".join(letters), joined(pieces)


def _paired(stripped: str) -> Iterator[str]:
    """The characters, with U+FFFD for half of one that RTF writes as two (an emoji), which striprtf leaves apart."""
    for char in stripped:
        if not 0xDC00 <= ord(char) < 0xE000:
            yield "\ufffd" if 0xD800 <= ord(char) < 0xDC00 or char == "\0" else char


def _of_escapes(escaped: list[int], raw: str, start: int, end: int) -> Iterator[Piece]:
    if escaped and end - start < _FAR:
        found = [match.start() for match in _ESCAPED.finditer(raw, start, end)]
        if len(found) == len(escaped):
            yield from (Piece(at, 1, place) for at, place in zip(escaped, found, strict=True))


def _parted(text: str, pieces: tuple[Piece, ...]) -> Body:
    """Each paragraph parted from the next by a blank line; white space at the ends of lines goes."""
    parts: list[str] = []
    kept: list[Piece] = []
    at = start = 0
    for line in text.split("\n"):
        if shown := line.rstrip(" \t"):
            at += 2 if parts else 0
            parts.append(shown)
            kept.append(Piece(at, len(shown), start))
            at += len(shown)
        start += len(line) + 1
    return Body("\n\n".join(parts), through(kept, pieces))
