"""What a page says about itself: JSON-LD first, then meta tags, then marked elements; its prose is not asked."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from .dated import JSON_LD, MARKED, first, meta
from .dates import day_of
from .markup import Tag

# schema.org types of an article as a whole, the kinds used for news.
ARTICLES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle",
    "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report", "SatiricalArticle", "TechArticle",
    "ScholarlyArticle",
})  # fmt: skip
# What describes the page as a whole: its day counts where no article in it has one.
PAGES = frozenset({"WebPage", "ItemPage", "ArticlePage"})
# Properties under which a page tells of other stories than its own.
_ELSEWHERE = frozenset({"itemListElement", "mentions", "citation", "isBasedOn", "relatedLink", "significantLink"})
# Names and properties of meta elements, best first.
META: dict[str, tuple[str, ...]] = {
    "title": (
        "headline",
        "og:title",
        "citation_title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "sailthru.title",
        "twitter:title",
        "title",
    ),
    "publisher": (
        "og:site_name",
        "citation_publisher",
        "citation_journal_title",
        "dc.publisher",
        "dcterms.publisher",
        "publisher",
        "parsely-site",
        "source_organization",
    ),
    "published": (
        "datepublished",
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datecreated",
        "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date",
        "citation_online_date",
        "citation_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "dc.created",
        "pubdate",
        "pub_date",
        "publishdate",
        "publish-date",
        "publish_date",
        "published-date",
        "publication_date",
        "publication-date",
        "cxenseparse:recs:publishtime",
        "bt:pubdate",
        "rnews:datepublished",
        "originalpublicationdate",
        "article_date_original",
        "date",
    ),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "language": ("content-language", "og:locale", "dc.language", "dcterms.language", "inlanguage"),
}
# Elements that hold the value of an itemprop in an attribute or as their text.
_VALUE_ATTRIBUTES = ("content", "datetime", "title", "href")
# What some pages wrap around their JSON-LD, and a comma before a closing bracket, both of which JSON forbids.
_WRAPPING = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[")
# Classes and ids of elements that show a date, and of those that show the wrong one.
_DATED = re.compile(r"date|time|publish|posted", re.IGNORECASE)
_UPDATED = re.compile(r"updated|modified|revised|timeline", re.IGNORECASE)
_STRAY_COMMA = re.compile(r",(?=\s*[}\]])")
_SALVAGE = {
    "title": re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){1,500})"'),
    "published": re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"'),
    "publisher": re.compile(r'"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"'),
}
_UNPAIRED = re.compile("[\x00\ud800-\udfff]")
_MOST_NODES = 5_000
_PREFIX = "schema:"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known, None for the rest. `titles` holds every title given, best first, for finding the headline."""

    titles: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    dated_by: str | None = None


@dataclass(slots=True)
class Head:
    """Collects, tag by tag, what a page says about itself."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    title: str | None = None
    times: list[str] = field(default_factory=list)
    dated: list[Tag] = field(default_factory=list)

    def see(self, tag: Tag) -> None:
        """Note one start tag; others are passed over."""
        attributes = tag.attributes
        if tag.is_end:
            return
        if tag.name == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            name = name or attributes.get("http-equiv")
            if name and attributes.get("content", "").strip():
                self.metas.setdefault(name.strip().lower(), attributes["content"].strip())
        elif tag.name == "script" and "ld+json" in attributes.get("type", "").lower():
            self.scripts.append(tag.inside)
        elif tag.name == "title":
            self.title = self.title or " ".join(unescape(tag.inside).split()) or None
        elif tag.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.canonical = self.canonical or attributes.get("href")
        elif tag.name == "html":
            self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
        elif tag.name == "time" and (
            "pubdate" in attributes or "datepublished" in attributes.get("itemprop", "").lower()
        ):
            self.times.append(attributes.get("datetime", ""))
        elif attributes.get("itemprop", "").lower() == "datepublished":
            self.times.extend(attributes[name] for name in _VALUE_ATTRIBUTES if name in attributes)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if (tag.name == "time" or _DATED.search(names)) and not _UPDATED.search(names):
            self.dated.append(tag)

    def metadata(self) -> Metadata:
        """All of it, weighed: JSON-LD before meta tags before marked elements."""
        told = [*(self.metas.get(name) for name in META["title"]), self.title]
        linked = _linked_data(self.scripts, self.canonical, [title for title in told if title])
        titles = [linked.get("title"), *told]
        dates = [
            (linked.get("published"), JSON_LD),
            *((self.metas.get(name), meta(name)) for name in META["published"]),
        ]
        day, by = first(*((day_of(value), teller) for value, teller in [*dates, *((t, MARKED) for t in self.times)]))
        language = [self.language, *(self.metas.get(name) for name in META["language"]), linked.get("language")]
        urls = [self.canonical, *(self.metas.get(name) for name in META["url"]), linked.get("url")]
        return Metadata(
            titles=tuple(dict.fromkeys(clean for title in titles if (clean := _clean(title)))),
            publisher=_first_name([linked.get("publisher"), *(self.metas.get(name) for name in META["publisher"])]),
            published=day,
            url=next((url.strip() for url in urls if url and re.match(r"\s*https?://", url)), None),
            language=next((code for value in language if (code := language_code(value))), None),
            dated_by=by,
        )


def language_code(value: object) -> str | None:
    """The primary subtag of a language tag ("en-GB", "en_US" → "en"); None for what is none."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_,;]|\s*$)", value) if isinstance(value, str) else None
    return match.group(1).lower() if match else None


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(_UNPAIRED.sub("", unescape(value)).split())[:1000] or None


def _first_name(values: list[object]) -> str | None:
    """The first that is a name: a bare address or handle, as some pages give, is none."""
    for value in values:
        clean = _clean(value)
        if clean and not re.match(r"https?://|@|www\.", clean):
            return clean
    return None


def _linked_data(scripts: list[str], canonical: str | None, titles: list[str]) -> dict[str, Any]:
    """title, publisher, published, url, language of the page's article in its JSON-LD, as far as given.

    Of several articles the one with the page's own address, else the one with the page's own title, else the first.
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    articles = [node for node in nodes if _types(node) & ARTICLES]
    pages = [day for node in nodes if _types(node) & PAGES and (day := _day_in(node))]
    if not articles:
        return _salvaged(scripts) or ({"published": pages[0]} if pages else {})
    article = next((node for node in articles if canonical and canonical in _addresses(node)), None)
    article = article or next((node for node in articles if _is_titled(node, titles)), articles[0])
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    return {
        "title": article.get("headline") or article.get("name"),
        "publisher": _name_of(article.get("publisher") or article.get("sourceOrganization"), by_id),
        "published": _day_in(article) or next(iter(pages), None),
        "url": next(iter(_addresses(article)), None),
        "language": article.get("inLanguage"),
    }


def _day_in(node: dict[str, Any]) -> date | None:
    """The day of an object, also where it is given in a list or as a typed value."""
    for value in (node.get("datePublished"), node.get("dateCreated")):
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("@value") if isinstance(value, dict) else value
        if day := day_of(value):
            return day
    return None


def _is_titled(node: dict[str, Any], titles: list[str]) -> bool:
    """True for an article whose headline is a title of the page, perhaps with the site's name beside it."""
    headline = _clean(node.get("headline") or node.get("name"))
    if headline is None:
        return False
    return any(headline.casefold() in (_clean(title) or "").casefold() for title in titles)


def _parsed(script: str) -> Any:
    """The JSON in a script element, or None; forgives comment marks, stray commas, raw line breaks and what follows."""
    text = script.strip()
    for mark in _WRAPPING:
        text = text.removeprefix(mark).lstrip()
    for attempt in (text, _STRAY_COMMA.sub("", text), unescape(text)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    """Every object in `root`, outer before inner, so that an article comes before those it only refers to.

    Other stories that a page lists are passed over. Names lose the prefix that some pages give them ("schema:name").
    """
    queue, count = deque([root]), 0
    while queue and count < _MOST_NODES:
        node, count = queue.popleft(), count + 1
        if isinstance(node, dict):
            plain = {name.removeprefix(_PREFIX): value for name, value in node.items()}
            yield plain
            inner = (value for name, value in plain.items() if name not in _ELSEWHERE)
            queue.extend(value for value in inner if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(value for value in node if isinstance(value, dict | list))


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].removeprefix(_PREFIX) for kind in kinds if isinstance(kind, str)}


def _addresses(node: dict[str, Any]) -> list[str]:
    page = node.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return [value for value in (node.get("url"), page, node.get("@id")) if isinstance(value, str)]


def _name_of(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, dict):
        name = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
        return name[0] if isinstance(name, list) and name else name
    return value


def _salvaged(scripts: list[str]) -> dict[str, Any]:
    """From JSON-LD that cannot be parsed, the values of the three keys that matter."""
    broken = [script for script in scripts if _parsed(script) is None]
    found = {}
    for key, pattern in _SALVAGE.items():
        match = next((match for script in broken if (match := pattern.search(script))), None)
        if match:
            found[key] = _parsed(f'"{match.group(1)}"')
    return found
