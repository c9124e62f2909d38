"""A web page as a Document: trafilatura says where the story is, our own blocks say it, mapped to the page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..errors import UnreadableReport
from ..ledger.document import Document
from . import dates, opening, plain, story
from .blocks import Block, Page
from .dated import MARKED, USER, first
from .fragment import joined
from .markup import Tag, Token, tokens
from .metadata import Head, Metadata
from .original import Original
from .signature import refuse_binary

# libxml2 nests to 256 elements by default; deeper pages are hostile or broken, and our own choice serves them.
_DEEPEST = 250
# The first paragraph of so many words is where the story runs: above it stand headline, byline and date.
_RUNNING = 12
_DATE_LENGTH = 400
# How like a given title, by shared words, an h1 must be, and one of the first blocks that is no h1, to be the headline.
_AKIN = 0.5
_ALIKE = 0.8
_TOP = 6
_ARTICLE = re.compile(r"<article\b", re.IGNORECASE)
_UPDATED = re.compile(r"updated|modified|revised|corrected", re.IGNORECASE)


def read(original: Original) -> Iterator[Document]:
    """The one Document of a web page. UnreadableReport when there is no text in it.

    Paragraphs are separated by blank lines, rows of tables are lines with tabs; the headline stands first. `pieces`
    map every character of the page back to it; a headline that only the metadata has, and separators, have no place.
    """
    refuse_binary(original.raw, original.name)
    raw = plain.decoded(original.raw, original.name, original.charset or plain.declared(original.raw))
    head = Head()
    page = Page(raw)
    blocks = page.read(_watched(tokens(raw), head))
    if not blocks:
        raise UnreadableReport(
            f"{original.name} holds no text",
            "if the page is built by a script, save it from a browser once it shows, or paste its text into a file",
        )
    found = head.metadata()
    order = story.chosen(blocks, _extracted(raw, page.deepest))
    headline, title = _headline(blocks, order, found)
    order = _below_headline(blocks, order, headline, found)
    put_in = title if headline is None and title else None
    text, pieces = joined([blocks[i] for i in order], put_in)
    ends = len(put_in or "") if headline is None else len(blocks[headline].text)
    start = opening.read(text, ends or None)
    given = original.given
    url = given.url or original.url or found.url
    day, by = first((given.published, USER), (found.published, found.dated_by))
    if day is None:
        written = start.dated(dates.day_in_address(url), dates.year_in(None, url))
        day, by = first((_marked_date(raw, head, blocks, headline), MARKED), written)
    yield Document(
        text=text,
        path=original.name if original.url is None else None,
        url=url,
        title=given.title or title or start.title,
        publisher=given.publisher or found.publisher,
        published=day,
        language=found.language,
        coverage=_coverage(blocks, order),
        pieces=pieces,
        body=start.body,
        dated_by=by,
    )


def is_page(original: Original) -> bool:
    """True when the content begins as only HTML does, whatever its name says."""
    head = plain.head(original)
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", head, re.I | re.S
        )
    )


def _watched(stream: Iterable[Token], head: Head) -> Iterator[Token]:
    for token in stream:
        if isinstance(token, Tag):
            head.see(token)
        yield token


def _extracted(raw: str, deepest: int) -> str | None:
    """The main text as trafilatura finds it in recall mode; None when it finds none or breaks on the page."""
    if deepest > _DEEPEST:
        return None
    import trafilatura  # half a second to import: plain texts need not wait for it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        return trafilatura.extract(raw, favor_recall=True, include_comments=False, include_tables=True)
    except Exception:  # a page is a stranger's: whatever it breaks, our own choice of blocks still stands
        return None


def _headline(blocks: list[Block], order: list[int], found: Metadata) -> tuple[int | None, str | None]:
    """The block of the headline, and the title; the block is None when the page does not show it."""
    publisher = story.words(found.publisher or "")
    titles = [_without_site(title, publisher) for title in found.titles]
    tops = [i for i, block in enumerate(blocks) if _is_top(block) and story.words(block.text) != publisher]
    likeness = {i: max((_likeness(blocks[i].text, title) for title in titles), default=0.0) for i in tops}
    best = max(tops, key=lambda i: likeness[i], default=None)
    if best is not None and (likeness[best] >= _AKIN or not titles):
        return best, _one_line(blocks[best].text)
    title = titles[0] if titles else None
    alike = next((i for i in order[:_TOP] if title and _likeness(blocks[i].text, title) >= _ALIKE), None)
    if alike is not None:
        return alike, _one_line(blocks[alike].text)
    if title is None and tops:
        return tops[0], _one_line(blocks[tops[0]].text)
    return None, title


def _below_headline(blocks: list[Block], order: list[int], headline: int | None, found: Metadata) -> list[int]:
    """The story with its headline first, without what stands around a headline and is none of the story: the
    site's name, today's date above it, the day of the last update, the headline again."""
    publisher = story.words(found.publisher or "")
    title = story.words(blocks[headline].text) if headline is not None else []
    kept = []
    for i in order:
        own = story.words(blocks[i].text)
        is_above = headline is not None and i < headline
        is_noise = (own and own in (publisher, title)) or is_above or bool(_UPDATED.search(blocks[i].names))
        if i != headline and not (is_noise and len(own) < max(_RUNNING, len(title) + 1)):
            kept.append(i)
    return kept if headline is None else [headline, *kept]


def _is_top(block: Block) -> bool:
    parent = block.element.parent
    return block.element.tag == "h1" or (parent is not None and parent.tag == "h1")


def _without_site(title: str, publisher: list[str]) -> str:
    """A title without the publisher's name before its first colon or bar, or after its last bar or dash."""
    after, before = re.search(r"\s+[|–—·:-]\s+([^|–—·]+)$", title), re.match(r"([^|:]+?)\s*[|:]\s+", title)
    if publisher and after and story.words(after.group(1)) == publisher:
        return title[: after.start()]
    return title[before.end() :] if publisher and before and story.words(before.group(1)) == publisher else title


def _likeness(one: str, other: str) -> float:
    mine, theirs = set(story.words(one)), set(story.words(other))
    shared = len(mine & theirs)
    if shared >= 4 and shared in (len(mine), len(theirs)):
        return 1.0
    return shared / max(len(mine), len(theirs), 1)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _coverage(blocks: list[Block], order: list[int]) -> float:
    kept = sum(blocks[i].weight for i in order)
    chosen = set(order)
    visible = sum(block.weight for i, block in enumerate(blocks) if i in chosen or not block.element.is_furniture)
    return round(kept / visible, 4) if visible else 1.0


def _marked_date(raw: str, head: Head, blocks: list[Block], headline: int | None) -> date | None:
    """The date in an element marked as one, between headline and first paragraph, as htmldate reads it; or above the
    headline in the same article element.

    Elsewhere a marked date may be today's, or another story's; in prose it would be a guess. htmldate therefore sees
    only those elements, and none of the page's text.
    """
    if headline is None:
        return None
    begins = _article_start(raw, blocks[headline].pieces[0].origin)
    runs = (block for block in blocks[headline + 1 :] if len(story.words(block.text)) >= _RUNNING)
    first = next(runs, None)
    ends = first.pieces[0].origin if first else blocks[headline].pieces[0].origin
    shown = [_element(raw, tag) for tag in head.dated if begins < tag.start < ends]
    page = "".join(element for element in shown if element and not _UPDATED.search(element))
    if not page:
        return None
    from htmldate import find_date  # imports lxml and dateparser

    try:
        value = find_date(f"<html><body>{page}</body></html>", extensive_search=False, original_date=True)
    except Exception:  # as with trafilatura: a stranger's page must not end the reading
        return None
    return dates.day_of(value)


def _article_start(raw: str, headline: int) -> int:
    """Where the article element opens that the headline stands in; the headline itself where it stands in none."""
    opened = [match.start() for match in _ARTICLE.finditer(raw, 0, headline)]
    return opened[-1] if opened and "</article" not in raw[opened[-1] : headline].lower() else headline


def _element(raw: str, tag: Tag) -> str | None:
    """The element as it stands, when it is as short as a date is."""
    ends = raw.find(f"</{tag.name}>", tag.start, tag.start + _DATE_LENGTH)
    return None if ends < 0 else raw[tag.start : ends] + f"</{tag.name}>"
