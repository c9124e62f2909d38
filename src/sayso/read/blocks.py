"""The visible text of a page as blocks, the paragraphs a reader sees, each character with its place in the raw page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..ledger.document import Piece
from .markup import RAW_TEXT, Escape, Letters, Tag, Token

BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELL = frozenset({"td", "th"})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
HIDDEN = frozenset({
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "canvas", "audio", "video",
    "select", "option", "datalist", "textarea", "title", "button", "noframes", "noembed", "xmp", "math", "map",
    "applet", "progress", "meter",
})  # fmt: skip
# Page furniture: what a reader passes over to get at the story.
FURNITURE = frozenset({"nav", "aside", "footer", "menu", "dialog", "search"})
_FURNITURE_ROLE = frozenset(
    {"navigation", "contentinfo", "complementary", "banner", "search", "dialog", "alertdialog", "menu", "menubar"}
)
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INVISIBLE_CLASS = re.compile(r"\b(?:sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text)?|u-hidden)\b", re.I)
# A start tag of the first kind ends an open element of the second (HTML Standard, 13.1.2.4, optional tags).
_ENDS: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
}
_IN_HEAD = frozenset({
    "html", "head", "meta", "link", "title", "style", "script", "base", "noscript", "template",
})  # fmt: skip
_STOPS = frozenset({"ul", "ol", "dl", "table", "div", "section", "article", "body", "select", "blockquote"})
_SPACE = " \t\n\r\f"
_NO_LETTER = r"\x00-\x1f\x7f\u00ad\u200b\u2060\ufeff"
# Spaces; letters with single spaces between them; a character that is not shown (soft hyphen, zero width space …).
_RUN = re.compile(rf"[{_SPACE}]+|[^ {_NO_LETTER}]+(?: [^ {_NO_LETTER}]+)*|.")
_UNSHOWN = frozenset(map(chr, [*range(32), 127, 0xAD, 0x200B, 0x2060, 0xFEFF]))


@dataclass(eq=False, slots=True)
class Element:
    """An element; `names` is its classes and id, `shape` a hash of the tags and classes on the path to it."""

    tag: str
    parent: Element | None
    names: str
    is_hidden: bool
    is_furniture: bool
    is_link: bool
    is_pre: bool
    shape: int
    depth: int


@dataclass(slots=True)
class Block:
    """One paragraph: its text, the pieces that map it to the raw page, and where in the tree it stands.

    `linked` counts its characters in links; `names` are the classes and id of the innermost element it begins in.
    """

    element: Element
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0
    names: str = ""

    @property
    def weight(self) -> int:
        """Characters that are not white space."""
        return len(self.text) - sum(map(self.text.count, " \n\t\xa0"))


class _Writer:
    """Collects the characters of one block and collapses white space as a browser does."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.linked = 0
        self.space: int | None = None  # origin of white space not yet written; -1: wanted, but not in the page
        self.last = ""

    def put(self, text: str, origin: int | None, is_literal: bool = True) -> None:
        space, self.space = self.space, None
        if space is not None and self.length and self.last not in "\n\t" and (space >= 0 or text[0].isalnum()):
            self.put(" ", space if space >= 0 else None)
        if origin is not None:
            before = self.pieces[-1] if self.pieces else None
            if (
                is_literal
                and before
                and before.start + before.length == self.length
                and before.origin + before.length == origin
            ):
                self.pieces[-1] = Piece(before.start, before.length + len(text), before.origin)
            else:
                self.pieces.append(Piece(self.length, len(text), origin))
        self.chunks.append(text)
        self.length += len(text)
        self.last = text[-1]

    def put_break(self, mark: str) -> None:
        """A line break or cell border, which stands for a tag and has no place of its own in the raw page."""
        self.space = None
        if self.length and self.last not in "\n\t":
            self.put(mark, None)


class Page:
    """Reads tokens into `blocks`; hidden elements leave nothing, page furniture is marked as such."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: list[Block] = []
        self.here = Element("", None, "", False, False, False, False, 0, 0)
        self.writer = _Writer()
        self.open: dict[str, int] = {}
        self.at_block = self.here
        self.deepest = 0
        self.breaks = 0

    def read(self, tokens: Iterable[Token]) -> list[Block]:
        for token in tokens:
            if isinstance(token, Tag):
                self._end(token.name) if token.is_end else self._start(token)
            elif not self.here.is_hidden:
                self._letters(token)
        self._flush()
        return self.blocks

    def _letters(self, token: Letters | Escape) -> None:
        writer, before = self.writer, self.writer.length
        if isinstance(token, Escape):
            for char in token.text:
                if char in _SPACE:
                    writer.space = token.start if writer.space is None else writer.space
                elif char not in _UNSHOWN:
                    self._mark()
                    writer.put(char, token.start, is_literal=False)
        else:
            self._literal(token)
        if self.here.is_link:
            writer.linked += writer.length - before

    def _literal(self, token: Letters) -> None:
        for match in _RUN.finditer(self.raw, token.start, token.end):
            run = match.group()
            if run[0] in _SPACE:
                if self.here.is_pre and "\n" in run:
                    self._flush() if run.count("\n") > 1 else self.writer.put_break("\n")
                elif self.writer.space is None:
                    self.writer.space = match.start()
            elif run not in _UNSHOWN:
                self._mark()
                self.writer.put(run, match.start())

    def _mark(self) -> None:
        self.breaks = 0
        if not self.writer.length:
            self.at_block = self.here

    def _start(self, tag: Tag) -> None:
        if tag.name == "br":
            self._break_line()
            return
        if tag.name in RAW_TEXT or tag.name in _VOID:
            if tag.name == "hr":
                self._flush()
            return
        if self.open.get("head") and tag.name not in _IN_HEAD:
            self._pop("head")
        if tag.name in BLOCK:
            self._flush()
            if self.open.get("p") and tag.name not in ("html", "body"):
                self._pop("p")
        for name in _ENDS.get(tag.name, ()):
            if self.open.get(name):
                self._pop_within(_ENDS[tag.name])
                break
        if tag.name in _CELL:
            self._flush() if "\n" in self.writer.chunks else self.writer.put_break("\t")  # lines: no cell of a table
        elif tag.name == "time" and self.writer.length and self.writer.last.isalnum() and self.writer.space is None:
            self.writer.put(" ", None)
        self._push(tag)

    def _push(self, tag: Tag) -> None:
        parent, attributes = self.here, tag.attributes
        names = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))[:300]
        classes = re.sub(r"\d+", "", attributes.get("class", ""))
        is_footer_of_quote = tag.name == "footer" and bool(self.open.get("blockquote"))
        self.here = Element(
            tag.name,
            parent,
            names,
            parent.is_hidden
            or tag.name in HIDDEN
            or (tag.name not in ("html", "body") and _is_invisible(attributes, names)),
            parent.is_furniture
            or (tag.name in FURNITURE and not is_footer_of_quote)
            or attributes.get("role", "").lower() in _FURNITURE_ROLE,
            parent.is_link or tag.name == "a",
            parent.is_pre or tag.name == "pre",
            hash((parent.shape, tag.name, classes)),
            parent.depth + 1,
        )
        self.open[tag.name] = self.open.get(tag.name, 0) + 1
        self.deepest = max(self.deepest, self.here.depth)

    def _end(self, name: str) -> None:
        if name in ("br", "p") and not self.open.get(name):
            self._break_line() if name == "br" else self._flush()
            return
        if name in BLOCK:
            self._flush()
        elif name == "time" and self.writer.length and self.writer.space is None and not self.here.is_hidden:
            self.writer.space = -1
        if self.open.get(name):
            self._pop(name)

    def _pop(self, name: str) -> None:
        while self.here.parent is not None:
            gone, self.here = self.here, self.here.parent
            self.open[gone.tag] -= 1
            if gone.tag == name:
                return

    def _pop_within(self, names: frozenset[str]) -> None:
        """Close an open element of `names`, if one is open inside the nearest list, table or division."""
        depth, element = 0, self.here
        while element.parent is not None and element.tag not in _STOPS and depth < 8:
            if element.tag in names:
                self._pop(element.tag)
                return
            element, depth = element.parent, depth + 1

    def _break_line(self) -> None:
        if self.here.is_hidden:
            return
        self.breaks += 1
        if self.breaks > 1:
            self._flush()
        else:
            self.writer.put_break("\n")

    def _flush(self) -> None:
        writer = self.writer
        if writer.length:
            text = "".join(writer.chunks)
            kept = text.rstrip(" \t\n")
            if kept.strip():
                pieces = [piece for piece in writer.pieces if piece.start < len(kept)]
                self.blocks.append(
                    Block(_block_element(self.at_block), kept, pieces, writer.linked, self.at_block.names)
                )
            self.writer = _Writer()
        writer.space = None


def _block_element(element: Element) -> Element:
    while element.parent is not None and element.tag not in BLOCK:
        element = element.parent
    return element


def _is_invisible(attributes: dict[str, str], names: str) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_INVISIBLE_STYLE.search(attributes.get("style", "")))
        or bool(_INVISIBLE_CLASS.search(names))
    )
