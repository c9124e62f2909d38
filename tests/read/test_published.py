"""The day of publication of whole pages: what a page says of itself, what it shows under its headline, or none.

Every page has other dates in it, as pages have: of today, of other stories, of comments, of an update, in the prose.
"""

# ruff: noqa: E501  (one case a line reads best)
from __future__ import annotations

import json
from datetime import date

import pytest

from sayso.ledger import Document
from sayso.read import Given, read_bytes

DAY = date(2021, 12, 21)
PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Pilots refuse night landings | The Lough Sentinel</title>
<meta property="og:site_name" content="The Lough Sentinel"><meta property="og:title" content="Pilots refuse night landings">
<meta property="og:updated_time" content="2021-12-24T08:00:00Z"><meta name="last-modified" content="2021-12-24">
{head}</head><body>
<header><div class="masthead-date">Friday 7 January 2022</div><nav><a href="/">Home</a> <a href="/archive/2019/05/02/">Archive</a></nav></header>
<aside class="most-read"><h2>Most read</h2><ul><li><time datetime="2021-11-30">30 November 2021</time> Ferry fares to rise</li></ul></aside>
<main><article>{above}<h1>Pilots refuse night landings</h1>{top}
<p>{opening}The harbour pilots of Lough Feenan said on Tuesday that they would bring in no ship after dark until the two broken lights on the north bank were mended.</p>
<p>“We asked for this on 3 May 2020 and again on 14 June 2021,” said their chairwoman, Moira Teague, who has steered ships into the lough for nineteen years without a scratch.</p>
<p>The port authority rejected the demand, and a spokesman said that the lights had been tested on Monday and were found to be bright enough for any pilot who looked out of the window.</p>
</article></main>
<section class="related"><h2>Related</h2><article><h3>Dredging begins</h3><time class="published" datetime="2020-02-02">2 February 2020</time></article></section>
<section id="comments"><h2>Comments</h2><p class="comment-date">Posted on 22 December 2021 by seadog</p><p>About time they were mended, if you ask me, I have said so for years.</p></section>
<footer><p>Copyright © 2022 Lough Sentinel. Published by Feenan Press since 1911.</p></footer></body></html>
"""


def document(given: Given | None = None, **parts: str) -> Document:
    """The page with `head`, `top`, `above` (the headline) and `opening` put in."""
    raw = PAGE.format(**({"head": "", "top": "", "above": "", "opening": ""} | parts)).encode()
    (found,) = read_bytes(raw, "page.html", given)
    assert isinstance(found, Document)
    return found


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pilots refuse night landings"}
OTHERS = {
    "@type": "ItemList",
    "itemListElement": [{"@type": "NewsArticle", "headline": "Dredging begins", "datePublished": "2020-02-02"}],
}
DATED = "2021-12-21T18:30:00+00:00"

SAID = {  # what the head says
    "json-ld": ld(ARTICLE | {"datePublished": DATED, "dateModified": "2021-12-24T09:00:00Z"}),
    "json-ld, late in the evening in its own zone": ld(ARTICLE | {"datePublished": "2021-12-21T23:40:00-05:00"}),
    "json-ld, a graph with the site and the page": ld({"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "The Lough Sentinel", "datePublished": "2011-01-01"},
        {"@type": "WebPage", "@id": "#page", "datePublished": "2021-12-21", "dateModified": "2021-12-24"},
        ARTICLE | {"isPartOf": {"@id": "#page"}, "datePublished": DATED}]}),
    "json-ld, the page alone": ld({"@context": "https://schema.org", "@type": "WebPage", "name": "Pilots refuse night landings", "datePublished": DATED}),
    "json-ld, other stories before it": ld(OTHERS) + ld(ARTICLE | {"datePublished": DATED}),
    "json-ld, a live blog": ld(ARTICLE | {"@type": "LiveBlogPosting", "datePublished": DATED, "coverageStartTime": "2021-12-20", "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2021-12-22T10:00:00Z"}]}),
    "json-ld, in a list": ld(ARTICLE | {"datePublished": [DATED]}),
    "json-ld, as a value": ld(ARTICLE | {"datePublished": {"@type": "DateTime", "@value": DATED}}),
    "json-ld, with a prefix": ld({"@context": {"schema": "https://schema.org/"}, "@type": "schema:NewsArticle", "schema:headline": "Pilots refuse night landings", "schema:datePublished": DATED}),
    "json-ld, in words": ld(ARTICLE | {"datePublished": "Tue, 21 Dec 2021 18:30:00 GMT"}),
    "json-ld with a day that no month has, then meta": ld(ARTICLE | {"datePublished": "2021-02-31"}) + f'<meta property="article:published_time" content="{DATED}">',
    "json-ld without a date, then meta": ld(ARTICLE | {"dateModified": "2021-12-24"}) + f'<meta property="article:published_time" content="{DATED}">',
    "meta, after the one of the update": f'<meta property="article:modified_time" content="2021-12-24T09:00:00Z"><meta property="article:published_time" content="{DATED}">',
    "meta, a mail date": '<meta name="pubdate" content="Tue, 21 Dec 2021 18:30:00 GMT">',
    "meta, seconds": '<meta name="publish-date" content="1640111400">',
    "meta, milliseconds": '<meta name="publish-date" content="1640111400000">',
    "meta, Dublin Core": '<meta name="DC.date.issued" content="2021-12-21">',
    "meta, slashes in the one order that is possible": '<meta name="date" content="12/21/2021">',
    "meta, microdata": '<meta itemprop="datePublished" content="2021-12-21">',
}  # fmt: skip
SHOWN = {  # what stands between the headline and the first paragraph
    "a time": '<p class="byline">By Ana Roe</p><time datetime="2021-12-21T18:30:00Z">5 hours ago</time>',
    "a time in a link, the update beside it": '<div class="meta"><a href="#"><time class="entry-date published" datetime="2021-12-21">21 December 2021</time><time class="updated" datetime="2021-12-24">24 December 2021</time></a></div>',
    "microdata": '<span itemprop="datePublished" content="2021-12-21T18:30:00Z">yesterday</span>',
    "an abbreviation": '<abbr class="published" title="2021-12-21T18:30:00Z">Tuesday</abbr>',
    "a line of a class": '<div class="article__date">Tue 21 Dec 2021 18.30 GMT</div>',
    "a line that says so": "<p>Published: 21 December 2021, 18:30 GMT | Updated: 24 December 2021</p>",
    "a byline and a line": "<p>By Ana Roe</p><p>December 21, 2021 at 6:30 p.m. EST</p>",
    "a line of a blog": '<p class="postmetadata">Posted on Tuesday, December 21st, 2021 by admin</p>',
    "first published": "<details><summary>Tue 21 Dec 2021 18.30 GMT</summary>First published on Tue 21 Dec 2021 12.00 GMT</details>",
    "with dots": "<p>2021.12.21 18:30</p>",
    "an ISO day": "<p>2021-12-21</p>",
}
ABOVE = {  # what stands in the article above its headline
    "a time": '<header><time datetime="2021-12-21T18:30:00Z">21 Dec 2021</time></header>',
    "a line of a class": '<p class="post-date">21 December 2021</p>',
}
OPENED = {  # the dateline of the story
    "with the year": "FEENAN, Dec. 21, 2021 (Lough Wire) — ",
    "the day first": "Feenan, 21 December 2021 – ",
}
NOTHING = {  # (head, what is shown): none of these says when the page was published
    "nothing": ("", ""),
    "an update": ("", "<p>Last updated: 24 December 2021</p>"),
    "an update marked so": (
        ld(ARTICLE | {"dateModified": "2021-12-24"}),
        '<time class="updated" datetime="2021-12-24">24 December 2021</time>',
    ),
    "a day that no month has": (ld(ARTICLE | {"datePublished": "2021-02-31"}), ""),
    "either of two days": ('<meta name="date" content="03/04/2021">', ""),
    "a year": ('<meta name="date" content="2021">', ""),
    "a placeholder": (ld(ARTICLE | {"datePublished": "0001-01-01T00:00:00Z"}), ""),
    "a template": ('<meta name="pubdate" content="{{ article.date }}">', ""),
    "the day of the event": (
        ld({"@type": "Event", "name": "Landing", "startDate": "2021-12-21", "datePublished": "2021-12-01"}),
        "",
    ),
    "when the site was made": (
        ld({"@type": "WebSite", "name": "The Lough Sentinel", "datePublished": "2011-01-01"}),
        "",
    ),
}


@pytest.mark.parametrize("head", SAID.values(), ids=SAID)
def test_what_the_page_says(head: str) -> None:
    assert document(head=head).published == DAY


@pytest.mark.parametrize("top", SHOWN.values(), ids=SHOWN)
def test_what_the_page_shows(top: str) -> None:
    assert document(top=top).published == DAY


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_what_stands_above_the_headline_in_its_article(above: str) -> None:
    assert document(above=above).published == DAY


@pytest.mark.parametrize("opening", OPENED.values(), ids=OPENED)
def test_the_dateline(opening: str) -> None:
    assert document(opening=opening).published == DAY


@pytest.mark.parametrize(("head", "top"), NOTHING.values(), ids=NOTHING)
def test_nothing_is_guessed(head: str, top: str) -> None:
    assert document(head=head, top=top).published is None


def test_a_dateline_without_a_year_takes_it_from_the_address() -> None:
    opening = "FEENAN, Dec 21 (Lough Wire) — "
    assert document(opening=opening).published is None
    given = Given(url="https://lough.example/2021/12/22/pilots")
    assert document(given, opening=opening).published == DAY


def test_what_the_user_gives_wins() -> None:
    given = Given(published=date(2021, 12, 20))
    assert document(given, head=SAID["json-ld"], top=SHOWN["a time"]).published == date(2021, 12, 20)


def test_the_order_is_metadata_then_what_is_shown_then_the_dateline() -> None:
    late, opening = '<meta name="pubdate" content="2021-12-23">', OPENED["with the year"]
    shown = '<time datetime="2021-12-22">22 December 2021</time>'
    assert document(head=late + SAID["json-ld"]).published == DAY
    assert document(head=late, top=shown, opening=opening).published == date(2021, 12, 23)
    assert document(top=shown, opening=opening).published == date(2021, 12, 22)


@pytest.mark.parametrize(
    ("parts", "by"),
    [
        ({"head": SAID["json-ld"]}, "the page’s JSON-LD"),
        ({"head": '<meta name="pubdate" content="2021-12-21">'}, "the page’s meta tag “pubdate”"),
        ({"top": SHOWN["a time"]}, "the element that the page marks as its date"),
        ({"opening": OPENED["with the year"]}, "its dateline"),
        ({}, None),
    ],
)
def test_what_gave_the_day(parts: dict[str, str], by: str | None) -> None:
    found = document(**parts)
    assert (found.published, found.dated_by) == (DAY if by else None, by)
