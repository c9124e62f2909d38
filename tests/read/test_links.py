"""Feeds, sitemaps and lists of addresses: the pages they lead to, or what they hold; a real server on loopback."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from sayso.ledger import Document
from sayso.read import Failure, Limits, Manners, read, read_bytes
from sayso.read.fetch.fetcher import Fetcher

LIMITS = Limits(allow_private=True, timeout_s=60)
BODY = "The harbour board denied on Monday that it had sold the old pier to a cruise company."
PAGE = f"<!doctype html><html><body><h1>Pier not sold</h1><p>{BODY}</p></body></html>"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Port Ellis Courier</title><language>en-GB</language><link>{site}/</link>
<item><title>Pier &amp; sheds not sold</title><link>{site}/pier</link><guid>courier-1</guid>
<pubDate>Mon, 07 Mar 2022 23:30:00 -0500</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>The board <b>denied</b> it &amp; said so.</p><p>Twice.</p>]]></content:encoded></item>
<item><title>Gone</title><link>{site}/gone</link>
<description>&lt;p&gt;Norline &amp;amp; Co
&lt;i&gt;rejected&lt;/i&gt; the claim.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>{site}/pier</link><description/></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title>
<entry><title>Pier not sold</title><id>tag:courier.example,2022:1</id><link href="{site}/pier"/>
<published>2022-03-07T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The board
<b>denied</b> it.</p></div></content></entry></feed>"""
MAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site}/pier</loc><news:news><news:publication>
<news:name>Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2022-03-07</news:publication_date><news:title>Pier</news:title></news:news></url>
<url><loc>{site}/gone</loc><image:loc>{site}/no</image:loc></url></urlset>"""
INDEX = (
    "<sitemapindex><sitemap><loc>{site}/map.xml.gz</loc></sitemap>"
    "<sitemap><loc>{site}/gone</loc></sitemap></sitemapindex>"
)
BILLION = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdef", "bcdefg", strict=True))
    + "]><rss version='2.0'><channel><title>x</title><item><title>t</title>"
    "<description>It was denied. &g;</description>"
    "</item></channel></rss>"
)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"http://{self.headers['Host']}"
            raw = {name: text.replace("{site}", here).encode() for name, text in PATHS.items()}
            raw["/map.xml.gz"] = gzip.compress(raw["/map.xml"])
            body = raw.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "application/xml" if "." in self.path else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def fetcher(**limits: int) -> Fetcher:
    return Fetcher(Limits(allow_private=True, timeout_s=60, **limits), Manners(delay_s=0))


PATHS = {"/pier": PAGE, "/feed.xml": RSS, "/atom.xml": ATOM, "/map.xml": MAP, "/index.xml": INDEX}


def test_a_feed_in_a_file_is_what_its_entries_hold() -> None:
    first, second, third = read_bytes(RSS.encode(), "feed.xml")
    assert isinstance(first, Document)
    assert first.text == "Pier & sheds not sold\n\nThe board denied it & said so.\n\nTwice."
    assert (first.title, first.publisher) == ("Pier & sheds not sold", "Port Ellis Courier")
    assert (first.published, first.language, first.path) == (date(2022, 3, 7), "en", "feed.xml#courier-1")
    assert first.origin_of(first.text.index("denied")) == RSS.index("denied")
    assert first.origin_of(first.text.index("Twice")) == RSS.index("Twice")
    assert first.origin_of(0) is None
    assert isinstance(second, Document)
    assert second.text == "Gone\n\nNorline & Co rejected the claim."
    assert second.origin_of(second.text.index("rejected")) == RSS.index("rejected")
    assert second.origin_of(second.text.index("&")) == RSS.index("&amp;amp;")
    assert isinstance(third, Failure)
    assert third.where == "feed.xml#3"


def test_markup_that_stands_in_an_atom_feed_itself() -> None:
    (found,) = read_bytes(ATOM.encode(), "a")
    assert isinstance(found, Document)
    assert found.text == "Pier not sold\n\nThe board denied it."
    assert found.origin_of(found.text.index("denied")) == ATOM.index("denied")
    assert (found.published, found.publisher) == (date(2022, 3, 7), "Courier")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("feed.xml", ("Port Ellis Courier", date(2022, 3, 7))),
        ("atom.xml", ("Courier", date(2022, 3, 7))),
        ("map.xml", ("Courier", date(2022, 3, 7))),
        ("index.xml", ("Courier", date(2022, 3, 7))),
    ],
)
def test_what_was_asked_for_by_its_address_leads_to_its_pages(site: str, path: str, told: tuple[str, date]) -> None:
    found = list(read(f"{site}/{path}", limits=LIMITS, fetcher=fetcher()))
    pages = [one for one in found if isinstance(one, Document)]
    assert [(one.title, one.url, one.publisher, one.published) for one in pages] == [
        ("Pier not sold", f"{site}/pier", *told)
    ]
    assert pages[0].text.endswith(BODY)
    assert all("404" in one.error.message for one in found if isinstance(one, Failure))
    assert len(found) == (1 if path == "atom.xml" else 3 if path == "index.xml" else 2)


def test_a_list_of_addresses(site: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"# to read\n{site}/pier\n\n{site}/gone\n{site}/pier\n", encoding="utf-8")
    page, gone = read(str(path), limits=LIMITS, fetcher=fetcher())
    assert isinstance(page, Document)
    assert isinstance(gone, Failure)
    assert gone.where == f"{site}/gone"
    page, rest = read(str(path), limits=Limits(allow_private=True, timeout_s=60, max_links=1), fetcher=fetcher())
    assert isinstance(rest, Failure)
    assert "more than 1 pages" in rest.error.message


def test_private_addresses_are_refused_in_a_list_too(site: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{site}/pier\n", encoding="utf-8")
    (found,) = read(str(path))
    assert isinstance(found, Failure)
    assert "own network" in found.error.message


def test_a_reading_list(site: str, tmp_path: Path) -> None:
    items = [
        {"id": "http://zotero.org/users/1/items/A", "type": "article-newspaper", "title": "Pier", "URL": f"{site}/pier",
         "container-title": "The Courier", "issued": {"date-parts": [["2022", 3, 7]]}, "language": "en-GB"},
        {"id": "B", "type": "book", "title": "A history of piers", "issued": {"date-parts": [[1999]]}},
    ]  # fmt: skip
    path = tmp_path / "list.json"
    path.write_text(json.dumps(items, indent=2), encoding="utf-8")
    page, book = read(str(path), limits=LIMITS, fetcher=fetcher())
    assert isinstance(book, Failure)
    assert "A history of piers" in book.error.message
    assert isinstance(page, Document)
    assert (page.publisher, page.published, page.language) == ("The Courier", date(2022, 3, 7), "en")


HOSTILE = [
    BILLION,
    RSS[:700],
    RSS.replace("</item>", ""),
    "<rss>" + "<item>" * 50_000,
    MAP[:300],
    "<urlset/>",
    "<feed/>",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_ones_end_without_growing(text: str) -> None:
    for found in read_bytes(text.encode(), "feed.xml"):
        assert isinstance(found, Failure) or len(found.text) < 5_000
