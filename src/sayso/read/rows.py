"""One row of a table or one JSON object as a Document, under the field names of the tools that write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import UnreadableReport
from ..ledger.document import Document
from . import dates, opening, plain
from .dated import OWN_FIELDS, USER, first
from .metadata import language_code
from .original import Failure, Original

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
Row = Mapping[str, Any]


def article(row: Any, number: int, original: Original) -> Document | Failure:
    """The Document in a row, which is the `number`th of `original`; a Failure where it holds none.

    The text is the field's as it stands; offsets count from its beginning.
    """
    names = aliases(original)
    identity = _identity(row, names)
    where = f"{original.name}#{identity}" if identity else f"{original.name}:{number}"
    try:
        return _document(row, where, original, names)
    except UnreadableReport as error:
        return Failure(where, error)


def aliases(original: Original) -> dict[str, tuple[str, ...]]:
    """The field names to look under: where the user named one, that one alone."""
    return ALIASES | {ours: (theirs,) for ours, theirs in original.given.fields}


def lacking(
    columns: Sequence[str], original: Original, written: Sequence[str] | None = None
) -> UnreadableReport | None:
    """Why a table with these columns cannot be read: none holds texts, or one that the user named is not there.

    None where it can. A wrong name for the dates would else leave every report without one, and nobody would know.
    `written` is how the file itself writes the columns, where that differs.
    """
    listed = f"its columns are {', '.join(written or columns)[:300]}"
    wanted = aliases(original)["text"]
    if not any(name in columns for name in wanted):
        told = f"{original.name} has no column {' or '.join(wanted)}"
        return UnreadableReport(told, f"say which one holds the texts: --field text=COLUMN; {listed}")
    for ours, theirs in original.given.fields:
        if theirs not in columns:
            told = f"{original.name} has no column {theirs}, which --field {ours}={theirs} names"
            return UnreadableReport(told, listed)
    return None


def _document(row: Any, where: str, original: Original, names: dict[str, tuple[str, ...]]) -> Document:
    if not isinstance(row, Mapping):
        raise UnreadableReport(f"{where} is no article", "each row must be a JSON object with a text")
    text = next(_fields(row, names["text"], is_text=True), None)
    if text is None:
        raise UnreadableReport(f"{where} has no text", f"give its text in one of the fields {', '.join(names['text'])}")
    text = plain.settled(text)
    given = original.given
    own_title = next(_fields(row, names["title"]), None)
    urls = _fields(row, names["url"])
    url = given.url or next((value for value in urls if value.startswith(("http://", "https://"))), None)
    # The rows' text is not ours to add to: a title is put nowhere, only found where the text begins with it.
    begins = own_title is not None and text.lstrip().startswith(own_title)
    start = opening.read(text, len(text) - len(text.lstrip()) + len(own_title) if begins and own_title else None)
    value = next((row[name] for name in names["published"] if row.get(name)), None)
    written = start.dated(dates.day_in_address(url), dates.year_in(value, url))
    day, by = first((given.published, USER), (dates.day_of(value), OWN_FIELDS), written)
    return Document(
        text=text,
        path=where,
        url=url,
        title=given.title or own_title or start.title,
        publisher=given.publisher or _publisher(row, names["publisher"]),
        published=day,
        language=next((code for name in names["language"] if (code := language_code(row.get(name)))), None),
        body=start.body,
        dated_by=by,
    )


def _fields(row: Row, names: tuple[str, ...], *, is_text: bool = False) -> Iterator[str]:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            yield value if is_text else value.strip()


def has_text(row: Row) -> bool:
    """True when a JSON object holds a text itself, and is no wrapper of a list of articles."""
    return next(_fields(row, ALIASES["text"]), None) is not None


def _publisher(row: Row, names: tuple[str, ...]) -> str | None:
    """The name of the outlet, or the host it publishes at; trafilatura calls the page's address `source`."""
    for value in _fields(row, names):
        if value.startswith(("http://", "https://")):
            host = value.split("/")[2] if value.count("/") >= 2 else ""
            if host and value.rstrip("/").count("/") == 2:
                return host.removeprefix("www.")
            continue
        return value
    source = row.get("source")
    name = source.get("name") if isinstance(source, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _identity(row: Any, names: dict[str, tuple[str, ...]]) -> str | None:
    if not isinstance(row, Mapping):
        return None
    values = (row.get(name) for name in names["id"])
    return next((str(value) for value in values if isinstance(value, str | int) and str(value).strip()), None)
