"""What pages say about themselves, in the ways pages do."""

# ruff: noqa: E501  (one case a line reads best)
from __future__ import annotations

import json
from datetime import date

import pytest

from sayso.read.markup import Tag, tokens
from sayso.read.metadata import Head, Metadata, language_code

DAY = date(2022, 3, 7)
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Sale denied",
    "datePublished": "2022-03-07",
    "publisher": {"name": "Post"},
}


def metadata(raw: str) -> Metadata:
    head = Head()
    for token in tokens(raw):
        if isinstance(token, Tag):
            head.see(token)
    return head.metadata()


def script(content: object) -> str:
    body = content if isinstance(content, str) else json.dumps(content)
    return f'<script type="application/ld+json">{body}</script>'


FULL = ("Sale denied", "Post", DAY)
# The head of a page; its first title, publisher, day of publication.
HEADS = [
    (script(ARTICLE), FULL),
    (script([{"@type": "WebSite", "name": "Site"}, ARTICLE]), FULL),
    (script({"@graph": [{"@type": "Person", "name": "Ann"}, ARTICLE]}), FULL),
    (script({"@type": "WebPage", "mainEntity": ARTICLE}), FULL),
    (script({**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]}), FULL),
    (script({**ARTICLE, "@type": "http://schema.org/Article"}), FULL),
    (script({**ARTICLE, "publisher": [{"name": "Post"}]}), FULL),
    (script({**ARTICLE, "publisher": "Post"}), FULL),
    (script({"@graph": [{**ARTICLE, "publisher": {"@id": "#o"}}, {"@type": "Organization", "@id": "#o", "name": "Post"}]}), FULL),
    (script({"@type": "LiveBlogPosting", "headline": "Sale denied", "datePublished": "2022-03-07", "publisher": {"name": "Post"},
             "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Noon", "datePublished": "2022-03-09"}]}), FULL),
    # Broken in the ways JSON-LD is broken.
    (script(json.dumps(ARTICLE)[:-1] + ",}"), FULL),
    (script("<!--\n" + json.dumps(ARTICLE) + "\n-->"), FULL),
    (script("//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>"), FULL),
    (script(json.dumps(ARTICLE).replace("Sale denied", "Sale\n denied")), FULL),
    (script(json.dumps(ARTICLE).replace('"', "&quot;")), FULL),
    (script(json.dumps(ARTICLE) + ";"), FULL),
    (script('{"@type":"NewsArticle","headline":"Sale denied","datePublished":"2022-03-07","publisher":{"@type":"X","name":"Post"}, oops'), FULL),
    (script("{" * 100_000) + script(ARTICLE), FULL),
    (script("") + script("null") + script("[1, 2]") + script(ARTICLE), FULL),
    (script({**ARTICLE, "headline": "Sale &amp; denial"}), ("Sale & denial", "Post", DAY)),
    (script({**ARTICLE, "headline": None, "datePublished": 7, "publisher": {"name": {}}}), (None, None, None)),
    (script({**ARTICLE, "headline": "half \ud800"}), ("half", "Post", DAY)),
    # Meta tags of every school.
    ('<meta property="og:title" content="T"><meta property="og:site_name" content="P">'
     '<meta property="article:published_time" content="2022-03-07T10:00:00Z">', ("T", "P", DAY)),
    ('<meta name="citation_title" content="T"><meta name="citation_publisher" content="P">'
     '<meta name="citation_publication_date" content="2022/03/07">', ("T", "P", DAY)),
    ('<META NAME="DC.Title" CONTENT="T"><META NAME="DC.Publisher" CONTENT="P"><META NAME="DC.date.issued" CONTENT="2022-03-07">',
     ("T", "P", DAY)),
    ('<meta name="parsely-title" content="T"><meta name="parsely-pub-date" content="2022-03-07T10:00:00Z">', ("T", None, DAY)),
    ('<meta name="sailthru.title" content="T"><meta name="sailthru.date" content="2022-03-07 10:00">', ("T", None, DAY)),
    ('<meta itemprop="headline" content="T"><meta itemprop="datePublished" content="2022-03-07">', ("T", None, DAY)),
    ('<time itemprop="datePublished" datetime="2022-03-07T10:00">March 7</time>', (None, None, DAY)),
    ('<time pubdate datetime="2022-03-07">March 7</time>', (None, None, DAY)),
    ("<title> T &amp;\n U </title>", ("T & U", None, None)),
    # JSON-LD before meta tags; addresses and handles are no names; nor is a modification a publication.
    (script(ARTICLE) + '<meta property="og:title" content="T"><meta property="og:site_name" content="P">', FULL),
    ('<meta property="og:site_name" content="https://post.example"><meta name="publisher" content="Post">', (None, "Post", None)),
    ('<meta property="article:modified_time" content="2022-03-09"><meta name="lastmod" content="2022-03-09">', (None, None, None)),
    ('<meta property="og:title" content="">', (None, None, None)),
    ("", (None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_what_a_head_says(head: str, expected: tuple[str | None, str | None, date | None]) -> None:
    found = metadata(head)
    assert (next(iter(found.titles), None), found.publisher, found.published) == expected


def test_address_and_language() -> None:
    found = metadata(
        '<html lang="en-GB"><link rel="canonical" href="https://p.example/7"><meta property="og:url" content="x">'
    )
    assert (found.url, found.language) == ("https://p.example/7", "en")
    assert (
        metadata('<link rel=canonical href="/7"><meta property="og:url" content="https://p.example/8">').url
        == "https://p.example/8"
    )
    assert metadata('<meta property="og:locale" content="en_US">').language == "en"
    assert metadata("<html><p>English words").language is None


@pytest.mark.parametrize(
    ("value", "code"),
    [("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("english", None), ("", None), (None, None), (7, None)],
)
def test_language_codes(value: object, code: str | None) -> None:
    assert language_code(value) == code
