"""Ledgers to files: one table of formats, each with `write` (many ledgers, a stream) and `written` (one, bytes)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Protocol

from ..ledger import Ledger
from .json import Json
from .jsonl import JsonLines
from .page import Page


class Exporter(Protocol):
    """A format; `suffix` is how its files' names end."""

    @property
    def suffix(self) -> str: ...

    def write(self, ledgers: Iterable[Ledger], stream: BinaryIO) -> None:
        """Write all the ledgers as one file; a format that can writes each as it comes."""

    def written(self, ledger: Ledger) -> bytes:
        """One ledger as the bytes of a whole file."""
        ...


EXPORTERS: dict[str, Exporter] = {"json": Json(), "jsonl": JsonLines(), "html": Page()}
