"""The JSON form of a ledger: everything read, merged into one object that the published schema describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from ..ledger import Ledger

# JSON lets these stand raw in a string, but a terminal that the file is printed to would obey them.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Json:
    """One indented object over all ledgers, in UTF-8."""

    suffix = ".json"

    def write(self, ledgers: Iterable[Ledger], stream: BinaryIO) -> None:
        stream.write(self.written(Ledger.merged(ledgers)))

    def written(self, ledger: Ledger) -> bytes:
        return (json_text(ledger.to_dict(), indent=1) + "\n").encode("utf-8")


def json_text(form: Any, indent: int | None = None) -> str:
    """`form` as JSON with its own letters ("é", not "\\u00e9"), control and bidirectional characters escaped."""
    text = json.dumps(form, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
