"""Which pipeline read a report: whatever changes what it finds changes this name."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from ..extract.weights import FOLDERS
from ..settings import Settings

_LENGTH = 12


def pipeline_version(settings: Settings) -> str:
    """ "0.1.0+3f8a…": the release, and a hash of the weights and of the settings that decide what is found."""
    told = [_weights(FOLDERS[settings.weights]), repr(float(settings.min_confidence))]
    if settings.actors:
        told.append(hashlib.sha256(Path(settings.actors).read_bytes()).hexdigest())
    digest = hashlib.sha256("\x1f".join(told).encode()).hexdigest()
    return f"{metadata.version('sayso')}+{digest[:_LENGTH]}"


@cache
def _weights(folder: Path) -> str:
    hashed = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()
