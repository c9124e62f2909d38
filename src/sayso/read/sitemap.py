"""A sitemap: the pages of a site, each to be read; a sitemap of sitemaps leads one step further."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from ..errors import SaysoError
from . import archive, dates, fetch, plain
from .dated import SITEMAP
from .links import Link, Links, pages
from .markup import Letters, Tag, tokens
from .metadata import language_code
from .original import Failure, Found, Original, Told

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:\w+:)?(urlset|sitemapindex)\b", re.S
)
# Elements of a page and of the extension for news (sitemaps.org; Google News), and what each says.
_SAYS = {
    "loc": "url",
    "news:title": "title",
    "news:name": "publisher",
    "news:publication_date": "published",
    "news:language": "language",
}


def read(original: Original) -> Iterator[Found]:
    """The reports on the pages that a sitemap lists. An entity is not looked up, so none can grow."""
    yield from pages(original, links(original))


def is_map(original: Original) -> bool:
    return bool(_BEGINS.match(plain.head(original)))


def links(original: Original) -> Links:
    """The pages of a sitemap, or of the sitemaps that it lists, which are fetched."""
    raw = _text(original.raw, original)
    begins = _BEGINS.match(raw)
    if begins is None or begins.group(1) == "urlset":
        yield from _entries(raw)
        return
    for number, inner in enumerate(_entries(raw)):
        if number == original.limits.max_links:
            return
        try:
            got = fetch.get(inner.url, original.limits, original.fetcher)
            text = _text(got.raw, original)
        except SaysoError as error:
            yield Failure(inner.url, error)
            continue
        yield from _entries(text)


def _entries(raw: str) -> Iterator[Link]:
    """Each url or sitemap element that has an address."""
    said: dict[str, str] = {}
    here: str | None = None
    for token in tokens(raw):
        if isinstance(token, Tag):
            here = None if token.is_end else _SAYS.get(token.name)
            if token.name not in ("url", "sitemap"):
                continue
            if token.is_end and said.get("url"):
                yield Link(said["url"].strip(), _told(said))
            said = {}
        elif here is not None:
            text = raw[token.start : token.end] if isinstance(token, Letters) else token.text
            said[here] = said.get(here, "") + text


def _told(said: dict[str, str]) -> Told:
    return Told(
        unescape(said.get("title", "")).strip() or None,
        said.get("publisher", "").strip() or None,
        dates.day_of(said.get("published")),
        language=language_code(said.get("language")),
        dated_by=SITEMAP,
    )


def _text(raw: bytes, original: Original) -> str:
    if raw.startswith(b"\x1f\x8b"):
        raw = archive.unpacked(replace(original, raw=raw, file=None)).raw
    return plain.decoded(raw, original.name, original.charset or plain.declared(raw))
