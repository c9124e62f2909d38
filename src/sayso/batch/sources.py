"""What a person names, as the reports meant: folders and patterns become files, each once, in a steady order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import UnreachableReport, UnreadableReport
from ..read import READERS, Failure

_ENDINGS = tuple(ending for reader in READERS for ending in reader.endings)


def expanded(named: Iterable[str]) -> Iterator[str | Failure]:
    """Paths, addresses and "-" as they are; the files of a folder (no hidden ones) and of a pattern by their names.

    A file in a folder that no reader knows by its ending, and a pattern that nothing fits, come as a Failure.
    """
    seen: set[str] = set()
    for source in (found for name in named for found in _meant(name)):
        where = source.where if isinstance(source, Failure) else source
        place = place_of(where)
        if place not in seen:
            seen.add(place)
            yield source


def place_of(source: str) -> str:
    """What a source is called for good: its address, or its path from the root."""
    return source if source == "-" or "://" in source else os.path.abspath(source)


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
