"""Bytes → Document: a path, an address or standard input becomes the reports in it, by one table of readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import SaysoError, UnreachableReport, UnreadableReport
from ..ledger.document import Document
from . import fetch
from .fetch import Limits, Manners
from .formats import FILES_OF_MANY, READERS, Reader
from .original import Failure, Given, Original, bounded

if TYPE_CHECKING:
    from .fetch.fetcher import Fetcher

__all__ = [
    "FILES_OF_MANY",
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
    "reader_of",
]

_STANDARD_INPUT = "-"
# So much of a file is looked at to tell what it is.
_HEAD = 1 << 16


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
            raw = bounded(stdin or sys.stdin.buffer, limits.max_file_bytes, "standard input")
            yield from read_original(Original(raw, "standard input", given), limits, fetcher)
        elif "://" in source:
            got = fetch.get(source, limits, fetcher)
            page = Original(got.raw, source, given, got.url, got.charset, got.media)
            yield from read_original(page, limits, fetcher)
        else:
            yield from _read_file(Path(source), given, limits, fetcher)
    except SaysoError as error:
        yield Failure(source, error)


def read_bytes(
    raw: bytes,
    name: str,
    given: Given | None = None,
    *,
    charset: str | None = None,
    media: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Document | Failure]:
    """The reports in `raw`; `name` (a file name or what else a person calls it) and the content tell the format.

    `charset` and `media` are what a label says of the bytes; both give way to what the bytes show.
    """
    yield from read_original(Original(raw, name, given or Given(), None, charset, media), limits)


def read_original(
    original: Original, limits: Limits | None = None, fetcher: Fetcher | None = None
) -> Iterator[Document | Failure]:
    """The reports in bytes that were got elsewhere, with all that came with them; `fetcher` gets the pages that they
    lead to."""
    limits = limits or original.limits
    yield from _inside(replace(original, limits=limits, fetcher=fetcher, inside=_inside, is_asked=True))


def reader_of(original: Original) -> Reader:
    """The reader for these bytes: by content where that is certain, then by name and label, then by likeness.

    A server's media type counts before the ending of its address, a file's ending before a label.
    """
    name = original.name.lower().split("?")[0] if original.url else original.name.lower()
    open_ones = [reader for reader in READERS if not reader.is_binary]
    named = (reader for reader in open_ones if name.endswith(reader.endings))
    labelled = (reader for reader in open_ones if original.media in reader.media)
    told = chain(labelled, named) if original.url else chain(named, labelled)
    certain = (reader for reader in READERS if reader.is_certain(original))
    likely = (reader for reader in READERS if reader.is_likely(original))
    return next(chain(certain, told, likely))


def _inside(original: Original) -> Iterator[Document | Failure]:
    """The reports of one original, of which the first that its reader breaks on ends it with a Failure."""
    try:
        reader = reader_of(original)
        yield from reader.read(original if reader.is_stream else original.whole())
    except SaysoError as error:
        yield Failure(original.name, error)
    except Exception as error:  # a stranger's file, in a format with a library of its own: no defect may end a batch
        told = f"{original.name} cannot be read: {type(error).__name__}: {str(error)[:200]}"
        problem = UnreadableReport(told, "it may be damaged; open it in its own program and save it anew")
        problem.__cause__ = error
        yield Failure(original.name, problem)


def _read_file(path: Path, given: Given, limits: Limits, fetcher: Fetcher | None) -> Iterator[Document | Failure]:
    try:
        with path.open("rb") as file:
            if not file.seekable():
                raw = bounded(file, limits.max_file_bytes, str(path))
                yield from read_original(Original(raw, str(path), given), limits, fetcher)
                return
            head = file.read(_HEAD)
            # A short file is read as a whole and closed; of a long one its reader may want a piece at a time.
            is_long = len(head) == _HEAD or len(head) > limits.max_file_bytes
            original = Original(head, str(path), given, file=file if is_long else None)
            yield from read_original(original, limits, fetcher)
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> UnreachableReport:
    if path.is_dir():
        return UnreachableReport(f"{path} is a folder", "name the files in it")
    hint = "check the path" if isinstance(error, FileNotFoundError) else "check who may read it"
    return UnreachableReport(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}", hint)
