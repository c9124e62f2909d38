"""A web archive, WARC or WACZ: the pages that were answered, each read as what its server called it."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from ..errors import UnreadableReport
from ..ledger.document import Document
from . import archive
from .lines import lines, too_long
from .original import Failure, Found, Original

# What a page of text may be called; images, scripts and data of a page are passed over without a word.
_PAGES = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rtf", "text/rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
})  # fmt: skip
_KINDS = frozenset({"response", "resource", "conversion"})
# What sites tell programs.
_FOR_ROBOTS = re.compile(r"/(?:robots|ads|app-ads|security|humans)\.txt$")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_CHUNK = 1 << 16
# warcio gives less of a line than it is asked for where that lies over several of its pieces.
_LONGEST_LINE, _UNENDED = 1 << 20, 1 << 17
_STORED = re.compile(r"archive/[^/]+\.warc(?:\.gz)?$")
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")


def read(original: Original) -> Iterator[Found]:
    """The pages of a WARC file, as they come, whatever its size; `path` is the file and the page's address.

    Only what was answered with 200 counts, and only pages, documents and texts.
    """
    yield from _records(original.opened(), original, original.name, None)


def read_packed(original: Original) -> Iterator[Found]:
    """The pages of a WACZ file: those that its lists of pages name, all where it has no list."""
    with archive.opened(original) as packed:
        wanted = _listed(packed, original)
        stored = [name for name in packed.namelist() if _STORED.match(name)]
        for name in stored:
            with packed.open(name) as file:
                yield from _records(file, original, f"{original.name}/{name}", wanted)


def is_warc(original: Original) -> bool:
    """True when the content begins as a WARC record does, gzipped or not."""
    head = original.raw[:_CHUNK]
    if archive.is_packed(original):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def is_packed(original: Original) -> bool:
    return archive.holds(original, "datapackage.json") and _has_archive(original)


def _has_archive(original: Original) -> bool:
    with archive.opened(original) as packed:
        return any(_STORED.match(name) for name in packed.namelist())


def _records(file: IO[bytes], original: Original, name: str, wanted: frozenset[str] | None) -> Iterator[Found]:
    left = original.limits.max_unpacked_bytes
    try:
        for record in _iterator(file):
            if left < 0:
                most = original.limits.max_unpacked_bytes
                told = f"{name} unpacks to more than {most / 1e6:g} MB; the rest was not read"
                raise UnreadableReport(told, "split it, or allow more (the setting max_unpacked_bytes)")
            left -= max(0, record.length or 0)
            if _is_page(record, wanted):
                yield from _page(record, original, name)
    except UnreadableReport as error:
        yield Failure(name, error)
    except Exception as error:  # of a damaged record warcio lets through whatever it made zlib, zipfile or itself raise
        told = f"{name} is damaged or cut short: {_short(error)}"
        yield Failure(name, UnreadableReport(told, "what stands before was read; copy or crawl it again"))


def _iterator(file: IO[bytes]) -> Iterator[Any]:
    """warcio's records, with an end to the lines of their headers: it would gather one of any length, ever slower."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Reader(DecompressingBufferedReader):  # type: ignore[misc]
        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(length or _LONGEST_LINE)
            if len(line) >= _UNENDED and not line.endswith(b"\n"):
                raise ValueError("a line of a header has no end")
            return line

    records = ArchiveIterator(file)
    records.reader = Reader(file, block_size=_CHUNK)
    return iter(records)


def _is_page(record: Any, wanted: frozenset[str] | None) -> bool:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in _KINDS or _FOR_ROBOTS.search(url) or (wanted is not None and url not in wanted):
        return False
    if record.rec_type == "response" and (record.http_headers is None or record.http_headers.get_statuscode() != "200"):
        return False
    return _called(record).split(";")[0].strip().lower() in _PAGES


def _called(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _page(record: Any, original: Original, name: str) -> Iterator[Found]:
    url = record.rec_headers.get_header("WARC-Target-URI")
    url = url.strip("<>") if url else None
    where, most = f"{name}#{url}", original.limits.max_bytes
    raw, stream = bytearray(), record.content_stream()
    while len(raw) <= most and (part := stream.read(_CHUNK)):
        raw += part
    if len(raw) > most:
        yield Failure(where, too_long(where, max(len(raw), record.length or 0), most))
        return
    if getattr(record.raw_stream, "limit", 0) > 0:
        yield Failure(where, UnreadableReport(f"{where} is cut short", "copy the archive again"))
        return
    called = _called(record)
    charset = _CHARSET.search(called)
    media = called.split(";")[0].strip().lower()
    part_of = Original(bytes(raw), url or where, original.given, url, charset.group(1) if charset else None, media)
    for found in original.held(part_of):
        if isinstance(found, Document):
            yield replace(found, path=where)
        else:
            yield Failure(where, found.error)


def _listed(packed: zipfile.ZipFile, original: Original) -> frozenset[str] | None:
    """The addresses in the lists of pages; None without any."""
    found: set[str] = set()
    for name in set(_LISTS) & set(packed.namelist()):
        with packed.open(name) as file:
            for line in lines(file, original.limits.max_bytes):
                try:
                    row = json.loads(line) if isinstance(line, bytes) else None
                except (ValueError, RecursionError):
                    continue
                if isinstance(row, dict) and isinstance(row.get("url"), str):
                    found.add(row["url"])
    return frozenset(found) or None


def _short(error: Exception) -> str:
    """Without the bytes that warcio shows of what it does not know."""
    return str(error).partition(", first line:")[0][:200]
