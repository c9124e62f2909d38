"""Files that pack others: a zip of reports, a gzipped file. What is inside is read by the table, one part at a time."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from ..errors import UnreadableReport
from .original import Failure, Found, Original, bounded

_HEAD = 1 << 16
# What systems put into an archive and nobody wrote.
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
# Files inside that tell an archive that is a document of another program.
_OFFICE: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.xml", "a spreadsheet", "export it as CSV and read that"),
    ("ppt/presentation.xml", "a presentation", "export it as PDF and read that"),
    ("META-INF/container.xml", "an e-book", "export it as HTML or text and read that"),
    ("content.xml", "an OpenDocument file", "save it as DOCX and read that"),
)


def read(original: Original) -> Iterator[Found]:
    """The reports in every file of a zip archive, in its order; folders and litter are passed over."""
    with opened(original) as archive:
        names = set(archive.namelist())
        for telling, meaning, advice in _OFFICE:
            if telling in names:
                raise UnreadableReport(f"{original.name} seems to be {meaning}", advice)
        members = [one for one in archive.infolist() if not one.is_dir() and not _is_litter(one.filename)]
        if not members:
            raise UnreadableReport(f"{original.name} is an empty zip archive", "check that the right file was saved")
        left = original.limits.max_unpacked_bytes
        for member in members:
            left -= member.file_size
            if left < 0:
                raise _bomb(original)
            yield from _member(archive, member, original)


def read_packed(original: Original) -> Iterator[Found]:
    """The reports in a gzipped file."""
    name = original.name.removesuffix(".gz").removesuffix(".GZ")
    file = _Counted(gzip.GzipFile(fileobj=original.opened()), original)
    try:
        head = file.read(_HEAD)
        file.seek(0)
        yield from original.held(
            replace(original, raw=head, name=name, media=None, file=file), is_asked=original.is_asked
        )
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableReport(
            f"{original.name} is a gzip archive that is damaged or cut short: {error}", "copy it again"
        ) from error


def unpacked(original: Original) -> Original:
    """What a gzipped file holds, as a whole; UnreadableReport when it is damaged or too large."""
    name = original.name.removesuffix(".gz").removesuffix(".GZ")
    try:
        raw = bounded(gzip.GzipFile(fileobj=original.opened()), original.limits.max_bytes, name)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableReport(f"{original.name} is damaged: {error}", "copy it again") from error
    return replace(original, raw=raw, name=name, media=None, file=None)


def is_zip(original: Original) -> bool:
    return original.raw.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_packed(original: Original) -> bool:
    return original.raw.startswith(b"\x1f\x8b")


def holds(original: Original, *names: str) -> bool:
    """True for a whole zip archive that has all the files `names` in it."""
    if not is_zip(original):
        return False
    try:
        with opened(original) as archive:
            return set(names) <= set(archive.namelist())
    except UnreadableReport:
        return False


def opened(original: Original) -> zipfile.ZipFile:
    """The archive; UnreadableReport when it is damaged."""
    try:
        return zipfile.ZipFile(original.opened())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableReport(
            f"{original.name} is no whole zip archive or office document: {str(error).lower()}",
            "it may be cut short; copy it again",
        ) from error


def unpacked_size(archive: zipfile.ZipFile) -> int:
    """What all files of the archive unpack to, in bytes. A file that declares less than it holds is cut by zipfile."""
    return sum(member.file_size for member in archive.infolist())


def _is_litter(name: str) -> bool:
    return any(litter in name for litter in _LITTER)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, original: Original) -> Iterator[Found]:
    where = f"{original.name}/{member.filename}"
    if member.flag_bits & 1:
        yield Failure(where, UnreadableReport(f"{where} is encrypted", "unpack it with its password and read that"))
        return
    if PurePosixPath(member.filename).is_absolute() or ".." in PurePosixPath(member.filename).parts:
        where = f"{original.name}/{PurePosixPath(member.filename).name}"
    try:
        with archive.open(member) as file:
            most = original.limits.max_file_bytes
            raw = bounded(file, most, where)
        part = Original(raw, where, original.given)
    except UnreadableReport as error:
        yield Failure(where, error)
        return
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        yield Failure(where, UnreadableReport(f"{where} is damaged: {str(error).lower()}", "copy the archive again"))
        return
    yield from original.held(part)


def _bomb(original: Original) -> UnreadableReport:
    most = original.limits.max_unpacked_bytes
    return UnreadableReport(
        f"{original.name} unpacks to more than {most / 1e6:g} MB",
        "unpack it and look what is in it, or allow more (the setting max_unpacked_bytes)",
    )


class _Counted(io.BufferedIOBase, BinaryIO):
    """A packed file as it unpacks, until it has given more than the limits allow."""

    def __init__(self, file: gzip.GzipFile, original: Original) -> None:
        self._file, self._original = file, original

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._checked(self._file.seek(offset, whence))

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int | None = -1) -> bytes:
        most = self._original.limits.max_unpacked_bytes - self._file.tell() + 1
        data = self._file.read(most if size is None or size < 0 else min(size, most))
        self._checked(self._file.tell())
        return data

    def readline(self, size: int | None = -1) -> bytes:
        most = self._original.limits.max_unpacked_bytes - self._file.tell() + 1
        data = self._file.readline(most if size is None or size < 0 else min(size, most))
        self._checked(self._file.tell())
        return data

    def _checked(self, at: int) -> int:
        if at > self._original.limits.max_unpacked_bytes:
            raise _bomb(self._original)
        return at
