"""A Word document: python-docx opens it, its paragraphs are the text, each character with its place in the XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableReport
from ..ledger.document import Piece
from . import archive, nexis, plain
from .mapping import UNPLACED, joined, shifted
from .markup import Letters, Tag, tokens
from .original import Found, Original, Told
from .report import Body, document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _ROW, _CELL, _TABLE = (_W + name for name in ("t", "p", "tr", "tc", "tbl"))
# Elements that stand for a character.
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "‑"}
# What is in the file and not in the text: deletions that are tracked, what a move left, the copy for old programs.
_UNSEEN = frozenset({
    _W + "del", _W + "moveFrom", _W + "instrText", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
})  # fmt: skip
_MAIN = "word/document.xml"
_HEADINGS = frozenset({"title", "heading 1"})
# A title is looked for in so many paragraphs.
_TOP = 5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `pieces` map it to the document's XML, `before` is what parts it from the one before."""

    text: str
    pieces: tuple[Piece, ...]
    before: str
    is_heading: bool


def read(original: Original) -> Iterator[Found]:
    """The Document of a Word file, or the articles of a Nexis bundle in one.

    Paragraphs are parted by blank lines, rows of tables are lines with tabs. `pieces` count code points of the file's
    main XML part.
    """
    paragraphs = tuple(_paragraphs(_opened(original), original))
    articles = nexis.articles(tuple(paragraph.text for paragraph in paragraphs))
    if not articles:
        heading = next((p.text.strip() for p in paragraphs[:_TOP] if p.is_heading), None)
        yield document(original, original.name, _body(paragraphs), Told(heading, url=original.url))
        return
    for number, article in enumerate(articles, 1):
        chosen = [paragraphs[i] for i in article.paragraphs]
        where = f"{original.name}#{number}"
        told = Told(article.title, article.publisher, article.published)
        yield from nexis.read_one(original, where, _body(chosen), told)


def is_word(original: Original) -> bool:
    """True for a zip archive with the main part of a Word document."""
    return archive.holds(original, _MAIN)


def _opened(original: Original) -> WordDocument:
    import docx

    with archive.opened(original) as packed:
        size = archive.unpacked_size(packed)
    most = original.limits.max_file_bytes
    if size > most:
        raise UnreadableReport(f"{original.name} unpacks to more than {most / 1e6:g} MB", "save it without its images")
    try:
        return docx.Document(original.opened())
    except Exception as error:  # python-docx lets through whatever a damaged part made lxml, zipfile or itself raise
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise UnreadableReport(f"{original.name} is no whole Word document: {reason}", "save it anew") from error


def _paragraphs(opened: WordDocument, original: Original) -> Iterator[Paragraph]:
    root = opened.element
    places = _places(root, original)
    headings = {s.style_id for s in opened.styles if s.name and s.name.lower() in _HEADINGS}
    before: Any = None
    for paragraph in root.iter(_PARAGRAPH):
        if any(above.tag in _UNSEEN for above in paragraph.iterancestors()):
            continue
        text, pieces = _letters(paragraph, places)
        if not text.strip():
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        is_heading = style is not None and style.get(_W + "val") in headings
        yield Paragraph(text, pieces, _between(before, paragraph), is_heading)
        before = paragraph


def _letters(paragraph: Any, places: dict[Any, tuple[Piece, ...]]) -> tuple[str, tuple[Piece, ...]]:
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for element in _own(paragraph):
        text = plain.settled(element.text or "") if element.tag == _TEXT else _SIGNS[element.tag]
        pieces += shifted(places.get(element, ()), at)
        parts.append(text)
        at += len(text)
    return "".join(parts), joined(pieces)


def _own(element: Any) -> Iterator[Any]:
    """The elements with characters inside a paragraph, without those of paragraphs in it (text boxes)."""
    for child in element:
        if child.tag == _TEXT or child.tag in _SIGNS:
            yield child
        elif child.tag != _PARAGRAPH and child.tag not in _UNSEEN:
            yield from _own(child)


def _between(before: Any, here: Any) -> str:
    """Nothing before the first, a tab between cells of a row, a line end between rows, else a blank line."""
    if before is None:
        return ""
    cells, rows, tables = ([_nearest(p, tag) for p in (before, here)] for tag in (_CELL, _ROW, _TABLE))
    if tables[0] is None or tables[0] is not tables[1] or cells[0] is cells[1]:
        return "\n\n"
    return "\t" if rows[0] is rows[1] else "\n"


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _places(root: Any, original: Original) -> dict[Any, tuple[Piece, ...]]:
    """For each text element its map to the XML. The n-th text tag of the file is the n-th text element of the tree."""
    with archive.opened(original) as packed:
        raw = plain.decoded(packed.read(_MAIN), original.name)
    elements = list(root.iter(_TEXT))
    prefixes = {element.prefix for element in elements}
    names = {f"{prefix}:t" if prefix else "t" for prefix in prefixes}
    runs: list[tuple[str, list[Piece]]] = []
    is_inside = False
    for token in tokens(raw):
        if isinstance(token, Tag):
            is_inside = token.name in names and not token.is_end
            if is_inside:
                runs.append(("", []))
        elif is_inside:
            text, pieces = runs[-1]
            more = raw[token.start : token.end] if isinstance(token, Letters) else token.text
            runs[-1] = (text + more, [*pieces, Piece(len(text), len(more), token.start)])
    if len(runs) != len(elements):
        return {}
    # A text that reads otherwise here than in the tree (a CDATA section, a line end) has no place.
    return {e: tuple(pieces) for e, (text, pieces) in zip(elements, runs, strict=True) if text == e.text}


def _body(paragraphs: list[Paragraph] | tuple[Paragraph, ...]) -> Body:
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for i, paragraph in enumerate(paragraphs):
        before = paragraph.before if i else ""
        parts += [before, paragraph.text]
        at += len(before)
        pieces += shifted(paragraph.pieces, at)
        at += len(paragraph.text)
    return Body("".join(parts), tuple(pieces) or UNPLACED)
