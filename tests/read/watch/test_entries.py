"""What is in a feed, in each of the forms that feeds have."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sayso.errors import UnreadableReport
from sayso.read import Told
from sayso.read.dated import FEED
from sayso.read.watch import Entry
from sayso.read.watch.entries import entries
from tests.read.fetch.server import rss

URL = "https://courier.example/news/rss.xml"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Łódź &amp; more</title>
<link rel="alternate" href="../b#top"/><id>tag:1</id><published>2021-12-20T10:00:00+02:00</published>
<updated>2021-12-21T08:30:00Z</updated></entry><entry><title/><link href="/a"/><id>tag:2</id>
<published>2021-12-19T10:00:00Z</published><updated>2021-12-19T10:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://c.example/1"><title>One</title>
<link>https://c.example/1</link><dc:date>2021-12-20</dc:date></item></rdf:RDF>"""


def test_pages_with_their_dates_the_oldest_first() -> None:
    found = entries(
        rss(("https://c.example/1", "19"), ("https://c.example/2", "21"), ("https://c.example/3", "20")), URL
    )
    assert [(entry.url[-1], entry.published) for entry in found] == [
        ("1", datetime(2021, 12, 19, 9, tzinfo=UTC)),
        ("3", datetime(2021, 12, 20, 9, tzinfo=UTC)),
        ("2", datetime(2021, 12, 21, 9, tzinfo=UTC)),
    ]
    assert found[0].key == "https://c.example/1"


def test_atom_with_a_correction_and_relative_links() -> None:
    first, second = entries(ATOM.encode(), URL, "application/atom+xml; charset=utf-8")
    assert (first.url, first.told.title, first.key) == ("https://courier.example/a", None, "https://courier.example/a")
    assert (second.url, second.told.title) == ("https://courier.example/b", "Łódź & more")
    assert second.published == datetime(2021, 12, 20, 8, tzinfo=UTC)
    assert second.key == "https://courier.example/b 2021-12-21T08:30:00Z"


def test_other_forms() -> None:
    link = "https://c.example/1"
    assert entries(RDF.encode(), URL) == (
        Entry(
            link, Told("One", None, date(2021, 12, 20), link, dated_by=FEED), updated=datetime(2021, 12, 20, tzinfo=UTC)
        ),
    )
    bare = b"<rss version='2.0'><channel><item><guid>https://c.example/7</guid></item><item><guid isPermaLink='false'>https://c.example/8</guid></item><item><link>javascript:x()</link></item><item><title>None</title></item></channel></rss>"
    assert [entry.url for entry in entries(bare, URL)] == ["https://c.example/7"]
    counted = b"<rss version='2.0' xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item><link>https://count.example/x</link><feedburner:origLink>https://c.example/9</feedburner:origLink></item></channel></rss>"
    assert [entry.url for entry in entries(counted, URL)] == ["https://c.example/9"]


def test_the_label_of_the_server_tells_the_letters() -> None:
    raw = "<rss version='2.0'><channel><item><title>Łódź</title><link>https://c.example/1</link></item></channel></rss>"
    assert entries(raw.encode("iso-8859-2"), URL, "application/rss+xml; charset=iso-8859-2")[0].told.title == "Łódź"


def test_a_broken_feed_gives_what_can_be_read_of_it() -> None:
    raw = rss(("https://c.example/1", "19"), ("https://c.example/2", "20"))
    assert [entry.url[-1] for entry in entries(raw[: raw.rindex(b"<pubDate>")], URL)] == ["1", "2"]
    assert entries(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>", URL) == ()


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        (b"", "is no feed", "check the address"),
        (b"It denied it.", "is no feed", "check the address"),
        (b"\x00\xff\x00", "is no feed", "check the address"),
        (
            b"<!doctype html><link rel=alternate type=application/atom+xml href=/atom.xml><p>Hello",
            "is no feed",
            "its feed is https://courier.example/atom.xml",
        ),
        (b" " * 10_000_001, "is larger than 10 MB", "shorter"),
    ],
)
def test_what_is_no_feed(raw: bytes, message: str, hint: str) -> None:
    with pytest.raises(UnreadableReport, match=message) as failure:
        entries(raw, URL)
    assert hint in failure.value.hint


def test_entities_of_a_stranger_lead_nowhere() -> None:
    raw = (
        b"<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'><!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
        b"]><rss version='2.0'><channel><item><title>x&f;&b;</title><link>https://c.example/1</link></item></channel></rss>"
    )
    (entry,) = entries(raw, URL)
    assert entry.told.title is not None
    assert len(entry.told.title) < 60
    assert entry.told.title.replace("&f;", "").replace("&b;", "").strip("a") == "x"
