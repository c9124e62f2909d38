"""Bytes → Document: a path, an address or standard input becomes the reports in it, by one table of readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from ..errors import SaysoError, UnreachableReport, UnreadableReport
from ..ledger.document import Document
from . import fetch
from .formats import FILES_OF_MANY, READERS, Reader
from .original import Failure, Given, Limits, Original, bounded

__all__ = [
    "FILES_OF_MANY",
    "READERS",
    "Failure",
    "Given",
    "Limits",
    "Original",
    "Reader",
    "read",
    "read_bytes",
    "reader_of",
]

_STANDARD_INPUT = "-"
# So much of a file is looked at to tell what it is.
_HEAD = 1 << 16


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
            raw = bounded(stdin or sys.stdin.buffer, limits.max_file_bytes, "standard input")
            yield from _asked(Original(raw, "standard input", given, limits=limits))
        elif "://" in source:
            got = fetch.get(source, limits)
            yield from _asked(Original(got.raw, source, given, got.url, got.charset, got.media, limits=limits))
        else:
            yield from _read_file(Path(source), given, limits)
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
    yield from _asked(Original(raw, name, given or Given(), None, charset, media, limits=limits or Limits()))


def reader_of(original: Original) -> Reader:
    """The reader for these bytes: by content where that is certain, then by name and label, then by likeness.

    A server's media type counts before the ending of its address, a file's ending before a label.
    """
    name = original.name.lower().split("?")[0] if original.url else original.name.lower()
    open_ones = [reader for reader in READERS if not reader.by_content]
    named = (reader for reader in open_ones if name.endswith(reader.endings))
    labelled = (reader for reader in open_ones if original.media in reader.media)
    told = chain(labelled, named) if original.url else chain(named, labelled)
    certain = (reader for reader in READERS if reader.is_certain(original))
    likely = (reader for reader in READERS if reader.is_likely(original))
    return next(chain(certain, told, likely))


def _asked(original: Original) -> Iterator[Document | Failure]:
    yield from _inside(replace(original, inside=_inside, is_asked=True))


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


def _read_file(path: Path, given: Given, limits: Limits) -> Iterator[Document | Failure]:
    try:
        with path.open("rb") as file:
            if not file.seekable():
                raw = bounded(file, limits.max_file_bytes, str(path))
                yield from _asked(Original(raw, str(path), given, limits=limits))
                return
            head = file.read(_HEAD)
            # A short file is read as a whole and closed; of a long one its reader may want a piece at a time.
            is_long = len(head) == _HEAD or len(head) > limits.max_file_bytes
            yield from _asked(Original(head, str(path), given, file=file if is_long else None, limits=limits))
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> UnreachableReport:
    if path.is_dir():
        return UnreachableReport(f"{path} is a folder", "name the files in it")
    hint = "check the path" if isinstance(error, FileNotFoundError) else "check who may read it"
    return UnreachableReport(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}", hint)
