"""A reading list in CSL-JSON, as Zotero exports it: each item is a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..errors import UnreadableReport
from . import dates, jsonl, plain
from .links import Link, Links, pages
from .metadata import language_code
from .original import Failure, Found, Original, Told

# The types of CSL 1.0.2 that a report may have.
_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article(?:-\w+)?|webpage|post(?:-weblog)?|report|broadcast|interview|speech|document|entry(?:-\w+)?'
    r'|personal_communication|motion_picture|book|chapter|legislation|bill|legal_case|paper-conference|thesis)"'
)
_ITEM = re.compile(r'"(?:container-title|issued|accessed|citation-key)"\s*:')


def read(original: Original) -> Iterator[Found]:
    """The reports at the addresses of the items; an item without one is a Failure."""
    yield from pages(original, links(original))


def links(original: Original) -> Links:
    """The addresses of the items; an item without one is a Failure."""
    text = plain.decoded(original.raw, original.name, original.charset)
    items = jsonl.parsed(text)
    if items is None:
        raise UnreadableReport(f"{original.name} is no whole JSON", "export the list anew")
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        url = item.get("URL") if isinstance(item, dict) else None
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            yield Link(url, _told(item))
            continue
        where = f"{original.name}:{number}"
        title = item.get("title") if isinstance(item, dict) else None
        named = f"{where} ({str(title)[:80]})" if title else where
        hint = "give the item a URL, or read the report's own file"
        yield Failure(where, UnreadableReport(f"{named} has no web address", hint))


def is_list(original: Original) -> bool:
    """True for JSON whose items have a type of CSL and its names of fields."""
    head = plain.head(original)
    return jsonl.is_rows(original) and bool(_TYPE.search(head)) and bool(_ITEM.search(head))


def _told(item: dict[str, Any]) -> Told:
    title, outlet = (item.get(name) for name in ("title", "container-title"))
    return Told(
        title if isinstance(title, str) else None,
        outlet if isinstance(outlet, str) else None,
        _day(item.get("issued")),
        language=language_code(item.get("language")),
    )


def _day(issued: Any) -> date | None:
    """The day of {"date-parts": [[2021, 12, 21]]}, or of the text that stands for it; none for a year alone."""
    if not isinstance(issued, dict):
        return None
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    if len(first) == 3 and all(str(part).isdigit() for part in first):
        return dates.day_of("{:0>4}-{:0>2}-{:0>2}".format(*first))
    return dates.day_of(issued.get("raw") or issued.get("literal"))
