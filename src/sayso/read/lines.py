"""The lines of a file of any size, none of them longer than a report may be: what is longer is passed over and told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from ..errors import UnreadableReport

_CHUNK = 1 << 20
TOO_LONG = "split it, or allow more bytes (the setting max_bytes)"


def lines(file: IO[bytes], most: int) -> Iterator[bytes | int]:
    """Each line with its end; for one of more than `most` bytes, which is not kept, its size instead."""
    while line := file.readline(most + 1):
        yield line if len(line) <= most else len(line) + _passed(file, line)


def too_long(where: str, size: int, most: int) -> UnreadableReport:
    """The failure of a line or row of `size` bytes."""
    return UnreadableReport(f"{where} is {megabytes(size)} long, more than {megabytes(most)}", TOO_LONG)


def megabytes(size: int) -> str:
    """A size for the eye: "67 MB", "0.05 MB"."""
    return f"{size / 1e6:,.0f} MB" if size >= 10_000_000 else f"{size / 1e6:.2g} MB"


def _passed(file: IO[bytes], line: bytes) -> int:
    """How many bytes of the line were still to come; the file stands after them."""
    passed = 0
    while line and not line.endswith(b"\n"):
        line = file.readline(_CHUNK)
        passed += len(line)
    return passed
