"""Articles saved from Factiva as a page: each with its fields in a table under their codes, or laid out to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..errors import UnreadableReport
from ..ledger.document import Piece
from . import dates, plain
from .blocks import Block, Page
from .fragment import fragment, joined
from .mapping import shifted
from .markup import Tag, tokens
from .metadata import language_code
from .original import Failure, Found, Original, Told
from .report import Body, document

_ARTICLE = re.compile(r"^(?:.*\s)?article\s+(?:[a-z]{2}Article)\b")
_BEGINS = re.compile(rb"""class\s*=\s*["']article\s+[a-z]{2}Article["']""")
_CODE = re.compile(r"[A-Z]{2,3}$")
_NUMBER = re.compile(r"Document\s+([A-Za-z0-9]{10,40})")
_LANGUAGE = re.compile(r"\b([a-z]{2})Article\b")
# Headline, lead paragraph, the text after it.
_SAID = ("HD", "LP", "TD")
_BETWEEN = "\n\n"
_CLOCK = re.compile(r"\d{1,2}:\d\d")


def read(original: Original) -> Iterator[Found]:
    """The articles of a page saved from Factiva; offsets count code points of the page."""
    raw = plain.decoded(original.raw, original.name, original.charset or plain.declared(original.raw))
    starts = [(t.start, t.attributes.get("class", "")) for t in tokens(raw) if isinstance(t, Tag) and _is_article(t)]
    if not starts:
        raise UnreadableReport(f"{original.name} holds no article", "save the articles from Factiva again, as HTML")
    for number, ((start, names), (end, _)) in enumerate(pairwise([*starts, (len(raw), "")]), 1):
        said = _NUMBER.search(raw, start, end)
        where = f"{original.name}#{said.group(1) if said else number}"
        language = _LANGUAGE.search(names)
        try:
            body, told = _article(raw[start:end], start, language.group(1) if language else None)
            yield document(original, where, body, told)
        except UnreadableReport as error:
            yield Failure(where, error)


def is_export(original: Original) -> bool:
    return bool(_BEGINS.search(original.raw))


def _is_article(tag: Tag) -> bool:
    return not tag.is_end and bool(_ARTICLE.match(tag.attributes.get("class", "")))


def _article(raw: str, origin: int, language: str | None) -> tuple[Body, Told]:
    fields = _fields(raw)
    if not any(code in fields for code in _SAID):
        return _laid_out(raw, origin, language)
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for code in _SAID if set(fields) & set(_SAID[1:]) else ():  # a headline alone is no text
        start, end = fields.get(code, (0, 0))
        text, own = fragment(raw[start:end])
        if text.strip():
            at += len(_BETWEEN) if parts else 0
            pieces += shifted(own, at, origin + start)
            parts.append(text)
            at += len(text)
    day = dates.day_of(_shown(raw, fields, "PD"))
    told = Told(_shown(raw, fields, "HD"), _shown(raw, fields, "SN"), day, language=language_code(language))
    return Body(_BETWEEN.join(parts), tuple(pieces)), told


def _shown(raw: str, fields: dict[str, tuple[int, int]], code: str) -> str | None:
    start, end = fields.get(code, (0, 0))
    return " ".join(fragment(raw[start:end])[0].split()) or None


def _fields(raw: str) -> dict[str, tuple[int, int]]:
    """Where the content of each cell begins and ends that follows a cell with a code."""
    cells: list[tuple[int, int]] = []
    begun: int | None = None
    for token in tokens(raw):
        if isinstance(token, Tag) and token.name in ("td", "tr", "table"):
            if begun is not None:
                cells.append((begun, token.start))
            begun = raw.find(">", token.start) + 1 if token.name == "td" and not token.is_end else None
    codes = [fragment(raw[start:end])[0].strip() if end - start < 300 else "" for start, end in cells]
    return {code: cells[i + 1] for i, code in enumerate(codes[:-1]) if _CODE.match(code)}


def _laid_out(raw: str, origin: int, language: str | None) -> tuple[Body, Told]:
    """An article as Factiva shows it: headline, lines about it, paragraphs."""
    blocks = Page(raw).read(tokens(raw))
    head = next((i for i, block in enumerate(blocks) if "headline" in _names(block)), None)
    chosen = [block for block in blocks if "articleparagraph" in _names(block) and not _NUMBER.match(block.text)]
    first = next((i for i, block in enumerate(blocks) if block in chosen), len(blocks))
    about = [block.text for block in blocks[(head or 0) + 1 if head is not None else 0 : first]]
    dated = next((i for i, line in enumerate(about) if dates.day_of(line)), None)
    after = [line for line in about[dated + 1 :] if not _CLOCK.match(line)] if dated is not None else []
    title = " ".join(blocks[head].text.split()) if head is not None else None
    text, pieces = joined([*([blocks[head]] if head is not None else []), *chosen] if chosen else [], None)
    day = dates.day_of(about[dated]) if dated is not None else None
    told = Told(title, after[0] if after else None, day, language=language_code(language))
    return Body(text, tuple(shifted(pieces, origin=origin))), told


def _names(block: Block) -> str:
    """The classes of a block and of what it stands in, as far as a headline's are away."""
    parent = block.element.parent
    above = parent.names if parent is not None and parent.tag != "div" else ""
    return f"{block.names} {block.element.names} {above}".lower()
