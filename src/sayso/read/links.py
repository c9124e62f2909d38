"""Files that only point to reports: each address is fetched and read, and what the file says of it fills the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..errors import SaysoError, UnreadableReport
from ..ledger.document import Document
from .dated import first
from .fetch import Fetcher
from .original import NOTHING, Failure, Found, Original, Told


@dataclass(frozen=True, slots=True)
class Link:
    """A page to read, and what is told of it where it stands."""

    url: str
    told: Told = NOTHING


# How a reader gives what its files lead to; None for a file that holds reports itself.
Links = Iterator[Link | Failure]


def pages(original: Original, links: Iterable[Link | Failure]) -> Iterator[Found]:
    """The reports on the pages that `original` leads to, each page once; one that cannot be read is a Failure.

    Only for what the user named itself: a file inside another one sends nobody anywhere.
    """
    if not original.is_asked:
        hint = "read it by itself to have the pages fetched"
        raise UnreadableReport(f"{original.name} only leads to other pages, and lies in another file", hint)
    fetcher = original.fetcher or Fetcher(original.limits)
    for link in bounded(original, links):
        if isinstance(link, Failure):
            yield link
        else:
            yield from _page(original, link, fetcher)


def bounded(original: Original, links: Iterable[Link | Failure]) -> Links:
    """The links, each page once, up to the number that the limits allow; a Failure says that there are more."""
    seen: set[str] = set()
    for link in links:
        if isinstance(link, Failure):
            yield link
            continue
        if link.url in seen:
            continue
        if len(seen) == original.limits.max_links:
            told = f"{original.name} leads to more than {original.limits.max_links} pages; the rest was not read"
            yield Failure(original.name, UnreadableReport(told, "split it, or allow more (the setting max_links)"))
            return
        seen.add(link.url)
        yield link


def filled(found: Found, told: Told) -> Found:
    """A Document with what it does not say itself; anything else as it is."""
    if not isinstance(found, Document):
        return found
    day, by = first((found.published, found.dated_by), (told.published, told.dated_by))
    return replace(
        found,
        title=found.title or told.title,
        publisher=found.publisher or told.publisher,
        published=day,
        language=found.language or told.language,
        dated_by=by,
    )


def _page(original: Original, link: Link, fetcher: Fetcher) -> Iterator[Found]:
    try:
        got = fetcher.get(link.url)
    except SaysoError as error:
        yield Failure(link.url, error)
        return
    given = replace(original.given, url=None)
    yield from original.held(Original(got.raw, link.url, given, got.url, got.charset, got.media, told=link.told))
