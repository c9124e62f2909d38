"""The entries of a feed, RSS or Atom: the page of each, its title, and when it was published and changed."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from ...errors import UnreadableReport
from ..feed import told
from ..original import NOTHING, Told

_SCHEMES = ("http://", "https://")
# The largest feeds of newsrooms have some 2 MB; feedparser takes some 100 times the size of a feed in memory.
_MOST_BYTES = 10_000_000
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


@dataclass(frozen=True, slots=True)
class Entry:
    """`told` is what the feed says of the page, for what the page does not say itself; `published` and `updated` are in
    UTC, None where the feed does not say."""

    url: str
    told: Told = NOTHING
    published: datetime | None = None
    updated: datetime | None = None

    @property
    def key(self) -> str:
        """What tells an entry that was read already: its page, and the moment of its last change where that is told,
        so that a correction is read again."""
        is_changed = self.updated is not None and self.updated != self.published
        return f"{self.url} {self.updated:%Y-%m-%dT%H:%M:%SZ}" if is_changed else self.url


def entries(raw: bytes, url: str, content_type: str | None = None) -> tuple[Entry, ...]:
    """The entries in the bytes of a feed from `url` that have a page, each page once, the oldest first where the feed
    has dates; an entry without one keeps its place after those before it.

    Raises UnreadableReport for what is no feed; the hint names the feeds that a web page says it has.
    """
    import feedparser

    if len(raw) > _MOST_BYTES:
        raise UnreadableReport(
            f"the feed {url} is larger than {_MOST_BYTES / 1e6:g} MB", "ask the publisher for a shorter one"
        )
    label = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    try:
        feed = feedparser.parse(BytesIO(raw), response_headers=label, sanitize_html=False)
    except Exception as error:  # a stranger's bytes: what they break in the library must not end the watching of others
        broken = f"the feed {url} cannot be read: {type(error).__name__}: {str(error)[:200]}"
        raise UnreadableReport(broken, "it may be damaged; look at it in a browser") from error
    if not feed.get("version") and not feed.entries:
        raise UnreadableReport(f"{url} is no feed", _hint(raw, url))
    found: dict[str, Entry] = {}
    for each in reversed(feed.entries):  # feeds begin with the newest
        page = _page(each, url)
        if page:
            moments = (_moment(each, "published"), _moment(each, "updated"))
            found.setdefault(page, Entry(page, told(each, feed.feed, url), *moments))
    return tuple(sorted(found.values(), key=lambda entry: entry.published or datetime.min.replace(tzinfo=UTC)))


def _page(entry: Any, url: str) -> str | None:
    """The entry's own page: not that of a counter in front of it where the feed tells both."""
    link = entry.get("feedburner_origlink") or entry.get("link") or ""
    if not link and entry.get("guidislink"):
        link = entry.get("id", "")
    page = urljoin(url, str(link).strip()) if link else ""
    return page.partition("#")[0] if page.lower().startswith(_SCHEMES) else None


def _moment(entry: Any, name: str) -> datetime | None:
    parsed = entry.get(f"{name}_parsed") if name in entry else None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _hint(raw: bytes, url: str) -> str:
    """Where the feed of a page may be, as the page itself says."""
    from lxml import etree, html

    try:
        page = html.fromstring(raw[:500_000])
    except (etree.LxmlError, ValueError):
        return "check the address"
    links = [
        urljoin(url, str(link.get("href")))
        for link in page.iter("link")
        if link.get("type") in _FEED_TYPES and link.get("href")
    ]
    return f"its feed is {' or '.join(links[:3])}" if links else "check the address"
