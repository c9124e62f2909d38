"""Bytes → Document: a path, an address or standard input becomes the reports in it, by one table of readers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import SaysoError, UnreachableReport, UnreadableReport
from ..ledger.document import Document
from . import fetch, html, jsonl, plain
from .fetch import Limits, Manners
from .original import Failure, Given, Original

if TYPE_CHECKING:
    from .fetch.fetcher import Fetcher

__all__ = [
    "READERS",
    "Failure",
    "Given",
    "Limits",
    "Manners",
    "Original",
    "Reader",
    "read",
    "read_bytes",
    "read_original",
]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what files and servers call it, and what its content looks like.

    `is_certain` tells content that is this format whatever its name says; `is_likely` decides where neither a file's
    ending nor a server's media type does.
    """

    name: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    is_certain: Callable[[Original], bool]
    is_likely: Callable[[Original], bool]
    read: Callable[[Original], Iterator[Document | Failure]]


def _never(_: Original) -> bool:
    return False


def _always(_: Original) -> bool:
    return True


# Every format that can be read, in the order in which their content is looked at; the last takes what is left.
READERS: tuple[Reader, ...] = (
    Reader(
        "html",
        (".html", ".htm", ".xhtml", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        html.is_page,
        html.is_page,
        html.read,
    ),
    Reader(
        "jsonl",
        (".jsonl", ".ndjson", ".jsonlines", ".json"),
        ("application/json", "application/x-ndjson", "application/jsonl", "application/jsonlines"),
        _never,
        jsonl.is_rows,
        jsonl.read,
    ),
    Reader("plain", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), _never, _always, plain.read),
)
# JSONL files are read line by line, whatever their size.
_LINED = (".jsonl", ".ndjson", ".jsonlines")
_STANDARD_INPUT = "-"
_CHUNK = 1 << 20


def read(
    source: str,
    given: Given | None = None,
    limits: Limits | None = None,
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Document | Failure]:
    """The reports in `source`: a path, an http or https address, or "-" for standard input.

    What cannot be read comes as a Failure in its place and never as an exception, so that one bad report stops no batch
    and none is lost without a word. `stdin` stands in for the process's own standard input. `fetcher` serves every
    address of a run, so that it keeps each host's pace; without one an address is fetched by one of its own.
    """
    given, limits = given or Given(), limits or Limits()
    try:
        if source == _STANDARD_INPUT:
            raw = _bounded(stdin or sys.stdin.buffer, limits, "standard input")
            yield from read_bytes(raw, "standard input", given)
        elif "://" in source:
            fetched = fetch.get(source, limits, fetcher)
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


def read_original(original: Original) -> Iterator[Document | Failure]:
    """The reports in bytes that were got elsewhere, with all that came with them."""
    yield from _documents(original)


def reader_of(original: Original) -> Reader:
    """The reader for these bytes: by content where that is certain, then by name and label, then by likeness.

    A server's media type counts before the ending of its address, a file's ending before a label.
    """
    name = original.name.lower().split("?")[0] if original.url else original.name.lower()
    named = (reader for reader in READERS if name.endswith(reader.endings))
    labelled = (reader for reader in READERS if original.media in reader.media)
    told = chain(labelled, named) if original.url else chain(named, labelled)
    certain = (reader for reader in READERS if reader.is_certain(original))
    likely = (reader for reader in READERS if reader.is_likely(original))
    return next(chain(certain, told, likely))


def _documents(original: Original) -> Iterator[Document | Failure]:
    try:
        yield from reader_of(original).read(original)
    except SaysoError as error:
        yield Failure(original.name, error)


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
