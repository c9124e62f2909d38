"""Articles as JSON, one a line or in one array, under the field names of the crawlers that write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import SaysoError, UnreadableReport
from ..ledger.document import Document
from . import dates, opening, plain
from .metadata import language_code
from .original import Failure, Original
from .signature import refuse_binary

# Our own name first, then those of news-please, newspaper, trafilatura and Media Cloud; the first one filled counts.
ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "raw_text", "article_text", "content", "body"),
    "id": ("id", "stories_id", "uuid", "guid", "fingerprint", "filename"),
    "title": ("title", "headline", "title_page"),
    "publisher": (
        "publisher",
        "media_name",
        "sitename",
        "site_name",
        "source_name",
        "source_domain",
        "hostname",
        "source_url",
        "outlet",
        "source",
    ),
    "published": ("published", "date_publish", "publish_date", "date", "publication_date", "pub_date", "published_at"),
    "url": ("url", "source", "link", "canonical_link", "original_url"),
    "language": ("language", "lang", "meta_lang"),
}


def read(original: Original) -> Iterator[Document | Failure]:
    """The articles of a JSONL file, of a JSON array, or of one JSON object; a bad row is a Failure, the rest go on."""
    refuse_binary(original.raw, original.name)
    text = plain.decoded(original.raw, original.name, original.charset)
    if not text.strip():
        raise UnreadableReport(f"{original.name} is empty", "check that the right file was saved")
    whole = _whole(text)
    if whole is None:
        lines = text.split("\n")
        if not _has_rows(lines):
            raise UnreadableReport(f"{original.name} is no JSON", "give one JSON object a line, or one array of them")
        yield from read_lines(lines, original)
        return
    rows = whole if isinstance(whole, list) else [whole]
    for number, row in enumerate(rows, 1):
        yield _article(row, number, original)


def read_lines(lines: Iterable[str | bytes], original: Original) -> Iterator[Document | Failure]:
    """The articles of JSONL, read as they come; blank lines are passed over, a bad line is a Failure."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{original.name}:{number}"
        try:
            text = plain.decoded(line, where, original.charset) if isinstance(line, bytes) else line
            row = json.loads(text.rstrip("\r\n"))
        except SaysoError as error:
            yield Failure(where, error)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", None) or "nested too deeply"
            hint = "each line must be one JSON object"
            yield Failure(where, UnreadableReport(f"{where} is no JSON: {reason}", hint))
        else:
            yield _article(row, number, original)


def is_rows(original: Original) -> bool:
    """True when the content begins like JSON articles: with an object, or an array of them, and its first key."""
    return bool(re.match(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:', plain.head(original)))


def _has_rows(lines: list[str]) -> bool:
    """True for text that is meant as one object a line, even if some lines are broken; False for one broken whole."""
    filled = [line.strip() for line in lines[:100] if line.strip()][:5]
    return any(line.startswith("{") and line.endswith("}") and len(line) > 2 for line in filled)


def _whole(text: str) -> Any:
    """The JSON that the text is as a whole, a list or an object; None when it is JSONL or broken."""
    first = text.lstrip()[:1]
    if first not in ("[", "{"):
        return None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    # Some exports wrap their list: {"articles": […]}.
    if isinstance(whole, dict) and not _field(whole, "text"):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return lists[0] if len(lists) == 1 else whole
    return whole


def _article(row: Any, number: int, original: Original) -> Document | Failure:
    identity = _identity(row)
    where = f"{original.name}#{identity}" if identity else f"{original.name}:{number}"
    try:
        return _document(row, where, original)
    except SaysoError as error:
        return Failure(where, error)


def _document(row: Any, where: str, original: Original) -> Document:
    if not isinstance(row, dict):
        raise UnreadableReport(f"{where} is no article", "each row must be a JSON object with a text")
    text = _field(row, "text")
    if text is None:
        names = ", ".join(ALIASES["text"])
        raise UnreadableReport(f"{where} has no text", f"give its text in one of the fields {names}")
    text = plain.settled(text)
    given = original.given
    title = given.title or _field(row, "title")
    url = given.url or next((value for value in _fields(row, "url") if value.startswith(("http://", "https://"))), None)
    # The rows' text is not ours to add to: a title is put nowhere, only found where the text begins with it.
    own_title = _field(row, "title")
    begins = own_title is not None and text.lstrip().startswith(own_title)
    start = opening.read(text, len(text) - len(text.lstrip()) + len(own_title) if begins and own_title else None)
    value = next((row[name] for name in ALIASES["published"] if row.get(name)), None)
    return Document(
        text=text,
        path=where,
        url=url,
        title=title or start.title,
        publisher=given.publisher or _publisher(row),
        published=given.published
        or dates.day_of(value)
        or start.published(dates.day_in_address(url), dates.year_in(value, url)),
        language=language_code(row.get("language") or row.get("lang") or row.get("meta_lang")),
        body=start.body,
    )


def _fields(row: dict[str, Any], name: str) -> Iterator[str]:
    for alias in ALIASES[name]:
        value = row.get(alias)
        if isinstance(value, str) and value.strip():
            yield value if name == "text" else value.strip()


def _field(row: dict[str, Any], name: str) -> str | None:
    return next(_fields(row, name), None)


def _publisher(row: dict[str, Any]) -> str | None:
    """The name of the outlet, or the host it publishes at; trafilatura calls the page's address `source`."""
    for value in _fields(row, "publisher"):
        if value.startswith(("http://", "https://")):
            host = value.split("/")[2] if value.count("/") >= 2 else ""
            if host and value.rstrip("/").count("/") == 2:
                return host.removeprefix("www.")
            continue
        return value
    source = row.get("source")
    name = source.get("name") if isinstance(source, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _identity(row: Any) -> str | None:
    if not isinstance(row, dict):
        return None
    values = (row.get(name) for name in ALIASES["id"])
    return next((str(value) for value in values if isinstance(value, str | int) and str(value).strip()), None)
