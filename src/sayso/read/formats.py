"""The table of readers: every kind of input, what files and servers call it, and what its content looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Flag, auto

from . import (
    addresses,
    archive,
    delimited,
    factiva,
    feed,
    html,
    jsonl,
    mail,
    ninjs,
    parquet,
    pdf,
    plain,
    readinglist,
    richtext,
    sitemap,
    webarchive,
    word,
)
from .links import Links
from .original import Found, Original

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _never(_: Original) -> bool:
    return False


def _always(_: Original) -> bool:
    return True


def _holds(_: Original) -> None:
    return None


class How(Flag):
    """How a format is read.

    STREAM: from the open file piece by piece, whatever its size; others are given all bytes at once. BINARY: nothing
    but its content makes a file one of these, since each begins as no other does. MANY: a file may hold many reports.
    """

    STREAM = auto()
    BINARY = auto()
    MANY = auto()


ONE = How(0)


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what files and servers call it, and what its content looks like.

    `is_certain` tells content that is this format whatever its name says; `is_likely` decides where neither a file's
    ending nor a server's media type does. Both see the beginning of a file, and may open it to look further. `links`
    gives the pages that a file only leads to, or None for one that holds reports itself.
    """

    name: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    read: Callable[[Original], Iterator[Found]]
    is_certain: Callable[[Original], bool] = _never
    is_likely: Callable[[Original], bool] = _never
    how: How = ONE
    links: Callable[[Original], Links | None] = _holds

    @property
    def has_many(self) -> bool:
        return How.MANY in self.how

    @property
    def is_stream(self) -> bool:
        return How.STREAM in self.how

    @property
    def is_binary(self) -> bool:
        return How.BINARY in self.how


_JSON = ("application/json", "application/x-ndjson", "application/jsonl", "application/jsonlines")
_CSL = "application/vnd.citationstyles.csl+json"
_BINARY, _MANY, _STREAM = How.BINARY, How.MANY, How.STREAM | How.MANY

# Every format that can be read, in the order in which their content is looked at; the last takes what is left.
# name, endings, media types, reader, certain by content, likely by content
READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), ("application/pdf",), pdf.read, pdf.is_pdf, how=_BINARY),
    Reader("docx", (".docx", ".docm"), (_WORD,), word.read, word.is_word, how=_BINARY | _MANY),
    Reader(
        "wacz", (".wacz",), ("application/wacz",), webarchive.read_packed, webarchive.is_packed, how=_BINARY | _STREAM
    ),
    Reader("zip", (".zip",), ("application/zip",), archive.read, archive.is_zip, how=_BINARY | _STREAM),
    Reader("rtf", (".rtf",), ("application/rtf", "text/rtf"), richtext.read, richtext.is_rich, how=_BINARY),
    Reader(
        "warc", (".warc", ".warc.gz"), ("application/warc",), webarchive.read, webarchive.is_warc, how=_BINARY | _STREAM
    ),
    Reader("gzip", (".gz",), ("application/gzip",), archive.read_packed, archive.is_packed, how=_BINARY | _STREAM),
    Reader(
        "parquet", (".parquet", ".pq"), ("application/vnd.apache.parquet",), parquet.read, parquet.is_parquet,
        how=_BINARY | _STREAM,
    ),
    Reader("factiva", (), (), factiva.read, factiva.is_export, how=_MANY),
    Reader(
        "feed", (".rss", ".atom"), ("application/rss+xml", "application/atom+xml"), feed.read, feed.is_feed, how=_MANY,
        links=feed.links,
    ),
    Reader("sitemap", (), (), sitemap.read, sitemap.is_map, how=_MANY, links=sitemap.links),
    Reader(
        "html", (".html", ".htm", ".xhtml", ".shtml"), ("text/html", "application/xhtml+xml"), html.read, html.is_page,
        html.is_page,
    ),
    Reader("mbox", (".mbox",), ("application/mbox",), mail.read_box, mail.is_box, how=_STREAM),
    Reader("mail", (".eml",), ("message/rfc822",), mail.read, mail.is_mail),
    Reader("ninjs", (), (), ninjs.read, ninjs.is_items, how=_MANY),
    Reader("readinglist", (), (_CSL,), readinglist.read, readinglist.is_list, how=_MANY, links=readinglist.links),
    Reader(
        "jsonl", (".jsonl", ".ndjson", ".jsonlines", ".json"), _JSON, jsonl.read, _never, jsonl.is_rows, how=_STREAM
    ),
    Reader(
        "csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), delimited.read, _never, delimited.is_table,
        how=_STREAM,
    ),
    Reader("addresses", (), ("text/uri-list",), addresses.read, addresses.is_list, how=_MANY, links=addresses.links),
    Reader("plain", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), plain.read, _never, _always),
)  # fmt: skip
# Endings of files that may hold many reports.
FILES_OF_MANY: tuple[str, ...] = tuple(
    ending for reader in READERS if How.MANY in reader.how for ending in reader.endings
)
