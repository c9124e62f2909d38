"""What a person names, as the reports meant: folders and patterns become files, each once, in a steady order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import UnreachableReport, UnreadableReport
from ..read import FILES_OF_MANY, READERS, Failure

_ENDINGS = tuple(ending for reader in READERS for ending in reader.endings)
# What lies beside a ledger and belongs to it, as its name goes on: SQLite's own files, backups, the WARCs of fetching.
_BESIDE = re.compile(r"(-(wal|shm|journal)|\.\d{4}(-\d+)?\.backup(\.\d+\.part)?|\.warc(/.*)?)?", re.DOTALL)
# An address stands at the beginning; a page in an archive is called "news.warc.gz#https://…".
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# The bytes that one of many reports in a file takes as a rule.
_BYTES_OF_ONE = 6000


def expanded(named: Iterable[str], ledger: Path | None = None) -> Iterator[str | Failure]:
    """Paths, addresses and "-" as they are; the files of a folder (no hidden ones) and of a pattern by their names.

    A file in a folder that no reader knows by its ending, and a pattern that nothing fits, come as a Failure. The file
    of the `ledger` and what lies beside it are no reports, where folders and patterns find them.
    """
    own = None if ledger is None else place_of(str(ledger))
    seen: set[str] = set()
    for name in named:
        for source in _meant(name):
            place = place_of(source.where if isinstance(source, Failure) else source)
            is_own = own is not None and place.startswith(own) and _BESIDE.fullmatch(place, len(own))
            if place not in seen and not (is_own and source != name):
                seen.add(place)
                yield source


def place_of(source: str) -> str:
    """What a source is called for good: its address, or its path from the root, with what it names inside a file."""
    if source == "-" or _ADDRESS.match(source):
        return source
    path, mark, part = source.partition("#")
    return os.path.abspath(path) + mark + part


def reports_in(sources: Iterable[str | Failure]) -> int:
    """About how many reports the sources hold, without looking into them."""
    return sum(_reports_in(source) for source in sources if isinstance(source, str))


def _reports_in(source: str) -> int:
    path = Path(source)
    if not source.lower().endswith(FILES_OF_MANY) or not path.is_file():
        return 1
    return 1 + path.stat().st_size // _BYTES_OF_ONE


def _meant(name: str) -> Iterator[str | Failure]:
    if name == "-" or "://" in name:
        yield name
    elif Path(name).is_dir():
        yield from _files(Path(name))
    elif glob.has_magic(name) and not Path(name).exists():
        found = sorted(glob.glob(name, recursive=True))
        if not found:
            yield Failure(name, UnreachableReport(f"{name} fits no file", "check the pattern"))
        for path in found:
            yield from _files(Path(path)) if Path(path).is_dir() else (path,)
    else:
        yield name


def _files(folder: Path) -> Iterator[str | Failure]:
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = str(Path(top, name))
            if name.lower().endswith(_ENDINGS):
                yield path
            else:
                hint = "name the file itself to have it read"
                yield Failure(path, UnreadableReport(f"{path}: no kind of report is called so", hint))
