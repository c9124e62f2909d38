"""A feed, RSS or Atom: the pages it links to where it was asked for by its address, else what its entries hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from ..errors import UnreadableReport
from ..ledger.document import Piece
from . import dates, plain
from .dated import FEED
from .fragment import fragment
from .links import Link, Links, pages
from .mapping import UNPLACED, shifted, through
from .markup import Tag, tokens
from .metadata import language_code
from .original import Failure, Found, Original, Told
from .report import Body, document

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!DOCTYPE[^>\[]{0,300}>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|feed|(?:\w+:)?RDF)\b",
    re.S,
)
# The elements that hold an entry's text, the fullest first.
_HOLDERS = ("content:encoded", "content", "description", "summary", "atom:content", "atom:summary")
# What stands in XML: a section taken literally, a reference, letters, a tag.
_XML = re.compile(r"<!\[CDATA\[|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);|[^<&]+|<[^>]*>?|&")
_NAMED = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


# feedparser takes some 100 times the size of a feed in memory.
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class _Holder:
    """The content of one element, `raw[start:end]`; markup itself when it is XHTML, else markup written as text."""

    start: int
    end: int
    is_xhtml: bool


def read(original: Original) -> Iterator[Found]:
    """The reports of a feed. Its entries' own content is mapped to the feed; a headline not in it is put first.

    A feed that was fetched is read page by page, as its entries link to them; one in a file by what it holds.
    """
    feed = _parsed(original)
    said = [told(entry, feed.feed, original.url) for entry in feed.entries]
    if original.url is not None and original.is_asked:
        yield from pages(original, (Link(one.url, one) for one in said if one.url))
        return
    raw = plain.decoded(original.raw, original.name, original.charset or plain.declared(original.raw))
    holders = _holders(raw)
    if len(holders) != len(said):  # a feed so broken that only feedparser finds its entries: they have no place in it
        holders = [None] * len(said)
    for number, (one, entry, holder) in enumerate(zip(said, feed.entries, holders, strict=True), 1):
        where = f"{original.name}#{entry.get('id') or number}"
        try:
            yield document(original, where, _body(raw, holder, entry, one), one)
        except UnreadableReport as error:
            yield Failure(where, error)


def links(original: Original) -> Links | None:
    """The pages of the entries of a feed that was asked for by its address; None for one in a file."""
    return None if original.url is None else _links(original)


def _links(original: Original) -> Links:
    feed = _parsed(original)
    said = (told(entry, feed.feed, original.url) for entry in feed.entries)
    yield from (Link(one.url, one) for one in said if one.url)


def _parsed(original: Original) -> Any:
    import feedparser

    if len(original.raw) > _MOST_BYTES:
        hint = "ask the publisher for a shorter one"
        raise UnreadableReport(f"{original.name} is a feed larger than {_MOST_BYTES / 1e6:g} MB", hint)
    feed = feedparser.parse(BytesIO(original.raw), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        reason = f": {feed.bozo_exception}"[:200] if feed.get("bozo") else ""
        raise UnreadableReport(f"{original.name} is a feed without entries{reason}", "check its address")
    return feed


def is_feed(original: Original) -> bool:
    return bool(_BEGINS.match(plain.head(original)))


def told(entry: Any, feed: Any, base: str | None) -> Told:
    """What a feed says of an entry, as feedparser gives both; `base` is the feed's own address."""
    source = entry.get("source") or {}
    link = urljoin(base or "", str(entry.get("link") or ""))
    return Told(
        _line(entry.get("title")),
        _line(source.get("title") or entry.get("publisher") or feed.get("publisher") or feed.get("title")),
        dates.day_of(entry.get("published") or entry.get("updated")),
        link if link.startswith(("http://", "https://")) else None,
        language_code(entry.get("language") or feed.get("language")),
        FEED,
    )


def _line(value: Any) -> str | None:
    return " ".join(fragment(value)[0].split()) or None if isinstance(value, str) else None


def _body(raw: str, holder: _Holder | None, entry: Any, said: Told) -> Body:
    if holder is None:
        held = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
        return Body(fragment(held[0], said.title)[0], UNPLACED)
    if holder.is_xhtml:
        text, pieces = fragment(raw[holder.start : holder.end], said.title)
        return Body(text, tuple(shifted(pieces, origin=holder.start)))
    markup, outer = _literal(raw, holder)
    text, pieces = fragment(markup, said.title)
    return Body(text, through(pieces, outer))


def _holders(raw: str) -> list[_Holder | None]:
    """For each entry the element that holds its text; None for an entry without one."""
    found: list[_Holder | None] = []
    held: dict[str, _Holder] = {}
    is_entry, begun = False, None
    for token in tokens(raw):
        if not isinstance(token, Tag):
            continue
        if token.name in ("item", "entry"):
            if is_entry and token.is_end:
                found.append(next((held[name] for name in _HOLDERS if name in held), None))
            is_entry, held, begun = not token.is_end, {}, None
        elif not is_entry or (begun and begun[0] != token.name) or token.name not in _HOLDERS:
            continue
        elif begun is None and not token.is_end:
            is_xhtml = token.attributes.get("type", "").lower() in ("xhtml", "application/xhtml+xml")
            begun = (token.name, raw.find(">", token.start) + 1, is_xhtml)
        elif begun and token.is_end:
            held.setdefault(token.name, _Holder(begun[1], token.start, begun[2]))
            begun = None
    return found


def _literal(raw: str, holder: _Holder) -> tuple[str, tuple[Piece, ...]]:
    """The characters that the XML of an element stands for, and their map to it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at, here = 0, holder.start
    while here < holder.end:
        match = _XML.match(raw, here, holder.end)
        if match is None:
            break
        found, start, here = match.group(), here, match.end()
        if found == "<![CDATA[":
            start, ends = here, raw.find("]]>", here, holder.end)
            found, here = raw[start : ends if ends >= 0 else holder.end], ends + 3 if ends >= 0 else holder.end
        elif found.startswith("<"):
            continue
        elif found.startswith("&#"):
            found = unescape(found)
        else:
            found = _NAMED.get(found, found)
        if found:
            parts.append(found)
            pieces.append(Piece(at, len(found), start))
            at += len(found)
    return "".join(parts), tuple(pieces) or UNPLACED
