"""JSON lines: each ledger on a line of its own as soon as it is there, for scripts and streams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..ledger import Ledger
from .json import json_text


class JsonLines:
    """The JSON form of each ledger, one to a line, in UTF-8."""

    suffix = ".jsonl"

    def write(self, ledgers: Iterable[Ledger], stream: BinaryIO) -> None:
        for ledger in ledgers:
            stream.write(self.written(ledger))
            stream.flush()

    def written(self, ledger: Ledger) -> bytes:
        return (json_text(ledger.to_dict()) + "\n").encode("utf-8")
