"""News items as agencies exchange them: ninjs, the JSON of the IPTC, in its first and its later versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableReport
from ..ledger.document import Piece
from . import dates, jsonl, plain
from .fragment import fragment
from .metadata import language_code
from .original import Failure, Found, Original, Told
from .report import Body, document

_ITEM = re.compile(r'"(?:versioncreated|versionCreated|firstcreated|firstCreated)"\s*:')
_TEXT = re.compile(r'"(?:body_text|body_html|body_xhtml|bodies|headlines)"\s*:')
# What an agency says of an item that is not to be used.
_WITHDRAWN = {"canceled": "was cancelled", "cancelled": "was cancelled", "withheld": "is withheld"}
_MARKUP = ("html", "xhtml", "xml")


def read(original: Original) -> Iterator[Found]:
    """The items of a ninjs file, one, an array or one a line; offsets count code points of the item's body.

    The headline, which ninjs keeps apart, is put first.
    """
    text = plain.decoded(original.raw, original.name, original.charset)
    whole = _parsed(text)
    if whole is None:
        items = [_parsed(line) for line in text.splitlines() if line.strip()]
    elif isinstance(whole, dict) and not _TEXT.search(json.dumps(dict.fromkeys(whole))):
        items = jsonl.parsed(text)  # a list in a wrapper, as interfaces give it
        items = items if isinstance(items, list) else [items]
    else:
        items = whole if isinstance(whole, list) else [whole]
    for number, item in enumerate(items, 1):
        where = original.name if len(items) == 1 else f"{original.name}:{number}"
        if isinstance(item, dict) and isinstance(item.get("uri"), str):
            where = f"{original.name}#{item['uri']}"
        try:
            yield _document(original, where, item)
        except UnreadableReport as error:
            yield Failure(where, error)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_items(original: Original) -> bool:
    head = original.raw.decode("utf-8", "ignore")
    return jsonl.is_rows(original) and bool(_ITEM.search(head)) and bool(_TEXT.search(head))


def _document(original: Original, where: str, item: Any) -> Any:
    if not isinstance(item, dict):
        raise UnreadableReport(f"{where} is no whole news item", "each must be one JSON object")
    status = str(item.get("pubstatus") or item.get("pubStatus") or "").lower()
    if status in _WITHDRAWN:
        raise UnreadableReport(f"{where} {_WITHDRAWN[status]} by its publisher", "look for a later version")
    title = _one(item.get("headline")) or _one(item.get("headlines"))
    created = item.get("versioncreated") or item.get("versionCreated") or item.get("firstcreated")
    url = item.get("url") or item.get("uri")
    told = Told(
        title,
        _one(item.get("infosources")) or _one(item.get("copyrightholder") or item.get("copyrightHolder")),
        dates.day_of(created),
        url if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
        language_code(item.get("language")),
    )
    return document(original, where, _body(item, title), told)


def _body(item: dict[str, Any], title: str | None) -> Body:
    for text, is_markup in _texts(item):
        text = plain.settled(text)
        if is_markup:
            return Body(*fragment(text, title))
        if title is None or text.lstrip().startswith(title):
            return Body(text)
        return Body(f"{title}\n\n{text}", (Piece(len(title) + 2, len(text), 0),))
    return Body("")


def _texts(item: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """The bodies of an item, and whether they are markup."""
    for name, is_markup in (("body_html", True), ("body_xhtml", True), ("body_text", False)):
        if isinstance(value := item.get(name), str) and value.strip():
            yield value, is_markup
    bodies = item.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        value = body.get("value") if isinstance(body, dict) else None
        if isinstance(value, str) and value.strip():
            media = str(body.get("contentType") or body.get("contenttype") or "").lower()
            yield value, any(kind in media for kind in _MARKUP)


def _one(value: Any) -> str | None:
    """The first name in a string, an object or a list of them; the main one of several headlines."""
    values = value if isinstance(value, list) else [value]
    values = sorted(values, key=lambda one: not (isinstance(one, dict) and one.get("role") == "main"))
    for one in values:
        found = (one.get("value") or one.get("name")) if isinstance(one, dict) else one
        if isinstance(found, str) and found.strip():
            return " ".join(fragment(found)[0].split()) or None
    return None
