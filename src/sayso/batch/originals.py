"""The bytes of a source, before anything is read from them, with the hash that tells whether they are known."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ..errors import UnreachableReport
from ..read import Given, Limits, Link, Original, fetch
from ..read.fetch import Fetcher
from ..store import MOST_KEPT, Copy, digest
from ..store import Original as Kept
from .sources import place_of

# Among the headers that are kept, the address that the bytes came from in the end.
_LOCATION = "content-location"
# Up to this many bytes a file is one report for a worker to read as a whole.
_WHOLE = 8_000_000


@dataclass(frozen=True, slots=True)
class Got:
    """A source that could be got. `original` is what a reader takes; None for a file that it opens by itself.

    `is_of_many`: it may hold many reports, and is taken apart before they are handed out. `is_anew`: its address is in
    the ledger with other bytes.
    """

    source: str
    kept: Kept
    original: Original | None
    is_of_many: bool
    is_anew: bool = False

    def with_given(self, given: Given, link: Link | None = None) -> Got:
        """With what the user says of it, and the list that led to it: what lies behind a list leads nowhere."""
        if self.original is None:
            return self
        original = replace(self.original, given=given)
        return replace(self, original=original if link is None else replace(original, told=link.told, depth=1))

    @property
    def whole(self) -> Original | None:
        """What tells whether it only leads to pages: its bytes, where they are at hand."""
        if self.original is not None or self.kept.body is None:
            return self.original
        return Original(self.kept.body, self.source)


def get(
    source: str,
    limits: Limits,
    many: tuple[str, ...],
    given: str,
    fetcher: Fetcher | None = None,
    copy: Copy | None = None,
) -> Got:
    """The bytes of a path, an address or "-"; UnreachableReport where there are none.

    Where the server says that the `copy` of an address is still the page, what is got has that copy's id, and no bytes.
    """
    if source == "-":
        raw = sys.stdin.buffer.read(limits.max_file_bytes)
        return _got(source, Original(raw, "standard input"), given, is_of_many=True)
    if "://" in source:
        return _fetched(source, given, fetch.get(source, limits, fetcher, _validators(copy)), copy)
    path = Path(source)
    try:
        size = path.stat().st_size
        if not path.is_dir() and (size > _WHOLE or source.lower().endswith(many)):
            return _by_pieces(path, size, given)
        return _got(source, Original(path.read_bytes(), source), given, is_of_many=False)
    except OSError as error:
        hint = "check the path" if isinstance(error, FileNotFoundError) else "check who may read it"
        told = f"{path} cannot be opened: {(error.strerror or str(error)).lower()}"
        raise UnreachableReport(told, hint) from error


def _fetched(source: str, given: str, fetched: fetch.Fetched, copy: Copy | None) -> Got:
    when = fetched.fetched.replace(tzinfo=None, microsecond=0)
    headers = (*fetched.headers, (_LOCATION, fetched.url))
    if fetched.is_unchanged and copy is not None:
        return Got(source, Kept(place_of(source), copy.sha256, 0, None, when, given=given), None, is_of_many=True)
    original = Original(fetched.raw, source, Given(), fetched.url, fetched.charset, fetched.media)
    got = _got(source, original, given, is_of_many=True)
    kept = replace(got.kept, fetched_at=when, headers=headers)
    return replace(got, kept=kept, is_anew=copy is not None and copy.sha256 != kept.sha256)


def _validators(copy: Copy | None) -> fetch.Validators | None:
    url = copy.header(_LOCATION) if copy is not None else None
    if copy is None or url is None:
        return None
    return fetch.Validators(url, copy.header("etag"), copy.header("last-modified"))


def _got(source: str, original: Original, given: str, *, is_of_many: bool) -> Got:
    kept = Kept(
        place=place_of(source),
        sha256=digest(original.raw),
        size=len(original.raw),
        body=original.raw,
        fetched_at=_now(),
        media=original.media,
        charset=original.charset,
        given=given,
    )
    return Got(source, kept, original, is_of_many)


def _by_pieces(path: Path, size: int, given: str) -> Got:
    if size <= MOST_KEPT:
        body = path.read_bytes()
        sha256 = digest(body)
    else:
        body = None
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    kept = Kept(place_of(str(path)), sha256, size, body, _now(), given=given)
    return Got(str(path), kept, None, is_of_many=True)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
