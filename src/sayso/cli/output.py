"""Where a command writes: standard output, or a file that is replaced only when all of it is there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO, cast

import click

from ..errors import SaysoError

# As a shell reports a process that SIGPIPE ended.
UNHEARD = 141


def hush() -> None:
    """Let what is still to be written to standard output go nowhere: whoever read it (head, less) has enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def bytes_to(path: str | None) -> Iterator[BinaryIO]:
    """A stream to the file at `path`, or to standard output; SaysoError when it cannot be written."""
    with _told(path):
        if path is None:
            yield sys.stdout.buffer
            return
        with _replaced(path, "wb") as stream:
            yield cast(BinaryIO, stream)


@contextmanager
def text_to(path: str | None) -> Iterator[TextIO]:
    """The same for text: UTF-8 in a file; a terminal of few letters shows "?" for the rest and does not fail."""
    with _told(path):
        if path is None:
            if isinstance(sys.stdout, TextIOWrapper):
                sys.stdout.reconfigure(errors="replace")
            yield sys.stdout
            return
        with _replaced(path, "w") as stream:
            yield cast(TextIO, stream)


@contextmanager
def _told(path: str | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        hush()
        raise click.exceptions.Exit(UNHEARD) from None
    except OSError as problem:
        where, reason = path or "standard output", problem.strerror or problem
        raise SaysoError(
            f"{where} cannot be written: {reason}", "check the folder, and the space on the disk"
        ) from problem


@contextmanager
def _replaced(path: str, mode: str) -> Iterator[IO[Any]]:
    encoding = None if "b" in mode else "utf-8"
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A device or a named pipe is written to as it is; a folder says so itself.
        with target.open(mode, encoding=encoding) as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open(mode, encoding=encoding) as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
