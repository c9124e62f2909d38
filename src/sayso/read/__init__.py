"""Bytes → Document: a path, an address or standard input becomes the reports in it, by one table of readers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from ..errors import SaysoError, UnreachableReport, UnreadableReport
from ..ledger.document import Document
from . import archive, fetch
from .fetch import Limits, Manners
from .formats import FILES_OF_MANY, READERS, Reader
from .links import Link, Links, bounded, filled
from .original import NOTHING, Failure, Given, Original, Told
from .original import bounded as all_of

if TYPE_CHECKING:
    from .fetch.fetcher import Fetcher

__all__ = [
    "FILES_OF_MANY",
    "READERS",
    "Failure",
    "Given",
    "Limits",
    "Link",
    "Manners",
    "Original",
    "Reader",
    "Told",
    "holds_many",
    "leading",
    "read",
    "read_bytes",
    "read_original",
    "reader_of",
]

_Each = TypeVar("_Each")
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
            raw = all_of(stdin or sys.stdin.buffer, limits.max_file_bytes, "standard input")
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
    yield from _inside(_asked(original, limits, fetcher))


def leading(original: Original, limits: Limits | None = None, fetcher: Fetcher | None = None) -> Links | None:
    """The pages that these bytes only lead to, as a list of addresses, a sitemap or a fetched feed does; each once.

    None where they hold reports themselves, or lie behind another list: what a list leads to leads nowhere. `fetcher`
    gets the sitemaps that a sitemap lists, and nothing else is fetched. What breaks comes as a Failure.
    """
    original = _asked(original, limits, fetcher)
    if not original.is_asked:
        return None
    try:
        if archive.is_packed(original) and reader_of(original).read is archive.read_packed:
            original = archive.unpacked(original)
        links = reader_of(original).links(original)
    except Exception:  # a stranger's file: whoever reads it says what is wrong with it
        return None
    return None if links is None else _safely(original.name, lambda: bounded(original, links))


def _asked(original: Original, limits: Limits | None, fetcher: Fetcher | None) -> Original:
    """As the user named it; what lies behind a list was not named."""
    limits = limits or original.limits
    return replace(original, limits=limits, fetcher=fetcher, inside=_inside, is_asked=original.depth == 0)


def holds_many(path: str) -> bool:
    """True for a file that may hold many reports, or only leads to pages, as its content tells; False where it cannot
    be opened."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD) if file.seekable() else b""
            return bool(head) and reader_of(Original(head, path, file=file)).has_many
    except Exception:  # whoever reads it says what is wrong with it
        return False


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
    yield from _safely(original.name, lambda: _reports(original))


def _reports(original: Original) -> Iterator[Document | Failure]:
    """The reports, their gaps filled with what the list told that led here: of one report, not of many in a file."""
    reader = reader_of(original)
    told = NOTHING if reader.has_many else original.told
    for found in reader.read(original if reader.is_stream else original.whole()):
        yield filled(found, told)


def _safely(name: str, give: Callable[[], Iterator[_Each]]) -> Iterator[_Each | Failure]:
    try:
        yield from give()
    except SaysoError as error:
        yield Failure(name, error)
    except Exception as error:  # a stranger's file, in a format with a library of its own: no defect may end a batch
        told = f"{name} cannot be read: {type(error).__name__}: {str(error)[:200]}"
        problem = UnreadableReport(told, "it may be damaged; open it in its own program and save it anew")
        problem.__cause__ = error
        yield Failure(name, problem)


def _read_file(path: Path, given: Given, limits: Limits, fetcher: Fetcher | None) -> Iterator[Document | Failure]:
    try:
        with path.open("rb") as file:
            if not file.seekable():
                raw = all_of(file, limits.max_file_bytes, str(path))
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
