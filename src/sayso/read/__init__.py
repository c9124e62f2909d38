"""Bytes → Document: a path, an address or standard input becomes the reports in it, by one table of readers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..errors import SaysoError, UnreachableReport, UnreadableReport
from ..ledger.document import Document
from . import html, jsonl, plain
from .fetch import Limits, fetch
from .original import Failure, Given, Original

__all__ = ["READERS", "Failure", "Given", "Limits", "Original", "Reader", "read", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format. It is told by the media type a server names, by its `endings`, or by its first characters."""

    name: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    begins: Callable[[str], bool]
    read: Callable[[Original], Iterator[Document | Failure]]


# Every format that can be read. A page is known by its first characters; else a file's name, or a server's media type,
# tells, and failing that how the content begins. The last reader takes what is left.
READERS: tuple[Reader, ...] = (
    Reader(
        "html", (".html", ".htm", ".xhtml", ".shtml"), ("text/html", "application/xhtml+xml"), html.is_page, html.read
    ),
    Reader(
        "jsonl",
        (".jsonl", ".ndjson", ".jsonlines", ".json"),
        ("application/json", "application/x-ndjson", "application/jsonl", "application/jsonlines"),
        jsonl.is_rows,
        jsonl.read,
    ),
    Reader("plain", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), lambda head: True, plain.read),
)
# JSONL files are read line by line, whatever their size.
_LINED = (".jsonl", ".ndjson", ".jsonlines")
_STANDARD_INPUT = "-"
_HEAD = 4096
_CHUNK = 1 << 20


def read(
    source: str, given: Given | None = None, limits: Limits | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """The reports in `source`: a path, an http or https address, or "-" for standard input.

    What cannot be read comes as a Failure in its place and never as an exception, so that one bad report stops no batch
    and none is lost without a word. `stdin` stands in for the process's own standard input.
    """
    given, limits = given or Given(), limits or Limits()
    try:
        if source == _STANDARD_INPUT:
            raw = _bounded(stdin or sys.stdin.buffer, limits, "standard input")
            yield from read_bytes(raw, "standard input", given)
        elif "://" in source:
            fetched = fetch(source, limits)
            original = Original(fetched.raw, source, given, fetched.url, fetched.charset, fetched.media)
            yield from _documents(original)
        else:
            yield from _read_file(Path(source), given, limits)
    except SaysoError as error:
        yield Failure(source, error)


def read_bytes(
    raw: bytes, name: str, given: Given | None = None, *, charset: str | None = None, media: str | None = None
) -> Iterator[Document | Failure]:
    """The reports in `raw`; `name` (a file name or what else a person calls it) and the content tell the format.

    `charset` and `media` are what a label says of the bytes; both give way to what the bytes show.
    """
    yield from _documents(Original(raw, name, given or Given(), None, charset, media))


def reader_of(original: Original) -> Reader:
    """The reader for these bytes: by content where it is unmistakable, then by name, then by media type."""
    head = _head(original)
    name = original.name.split("?")[0].lower() if original.url else original.name.lower()
    named = next((reader for reader in READERS if name.endswith(reader.endings)), None)
    if html.is_page(head):
        return READERS[0]
    labelled = next((reader for reader in READERS if original.media in reader.media), None)
    chosen = (labelled or named) if original.url else (named or labelled)
    return chosen or next(reader for reader in READERS if reader.begins(head))


def _documents(original: Original) -> Iterator[Document | Failure]:
    try:
        yield from reader_of(original).read(original)
    except SaysoError as error:
        yield Failure(original.name, error)


def _head(original: Original) -> str:
    try:
        return plain.decoded(original.raw[:_HEAD], original.name)
    except UnreadableReport:
        return ""  # binary: the reader that its name points to says so


def _read_file(path: Path, given: Given, limits: Limits) -> Iterator[Document | Failure]:
    try:
        with path.open("rb") as file:
            head = file.read(4)
            file.seek(0) if file.seekable() else None
            if str(path).lower().endswith(_LINED) and file.seekable() and not plain.is_marked(head):
                yield from jsonl.read_lines(file, Original(b"", str(path), given))
                return
            raw = _bounded(file, limits, str(path))
    except OSError as error:
        raise _unopened(path, error) from error
    yield from read_bytes(raw, str(path), given)


def _unopened(path: Path, error: OSError) -> UnreachableReport:
    if path.is_dir():
        return UnreachableReport(f"{path} is a folder", "name the files in it")
    hint = "check the path" if isinstance(error, FileNotFoundError) else "check who may read it"
    return UnreachableReport(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}", hint)


def _bounded(file: BinaryIO, limits: Limits, name: str) -> bytes:
    parts: list[bytes] = []
    left = limits.max_file_bytes + 1
    while left and (part := file.read(min(left, _CHUNK))):  # one read of the whole would reserve the whole limit
        parts.append(part)
        left -= len(part)
    if not left:
        raise UnreadableReport(
            f"{name} is larger than {limits.max_file_bytes / 1e6:g} MB",
            "split it, or turn it into JSONL, one article a line",
        )
    return b"".join(parts)
