"""Articles as JSON, one a line or in one array; what each line means is the rows' business."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import SaysoError, UnreadableReport
from ..ledger.document import Document
from . import plain, rows
from .lines import lines, too_long
from .original import Failure, Original
from .rows import ALIASES
from .signature import refuse_binary

__all__ = ["ALIASES", "is_rows", "read", "read_lines"]

# Files so called are read line by line, whatever their size; others as one whole, which may be one array.
LINED = (".jsonl", ".ndjson", ".jsonlines")


def read(original: Original) -> Iterator[Document | Failure]:
    """The articles of a JSONL file, of a JSON array, or of one JSON object; a bad row is a Failure, the rest go on."""
    if original.file is not None and original.name.lower().endswith(LINED) and not plain.is_marked(original.raw):
        yield from read_lines(lines(original.opened(), original.limits.max_bytes), original)
        return
    original = original.whole()
    refuse_binary(original.raw, original.name)
    text = plain.decoded(original.raw, original.name, original.charset)
    if not text.strip():
        raise UnreadableReport(f"{original.name} is empty", "check that the right file was saved")
    whole = parsed(text)
    if whole is None:
        broken = text.split("\n")
        if not _has_rows(broken):
            raise UnreadableReport(f"{original.name} is no JSON", "give one JSON object a line, or one array of them")
        yield from read_lines(broken, original)
        return
    for number, row in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield rows.article(row, number, original)


def read_lines(given: Iterable[str | bytes | int], original: Original) -> Iterator[Document | Failure]:
    """The articles of JSONL, read as they come; blank lines are passed over, a bad line is a Failure.

    A number stands for a line of so many bytes that was too long to be kept.
    """
    for number, line in enumerate(given, 1):
        where = f"{original.name}:{number}"
        if isinstance(line, int):
            yield Failure(where, too_long(where, line, original.limits.max_bytes))
            continue
        if not line.strip():
            continue
        try:
            text = plain.decoded(line, where, original.charset) if isinstance(line, bytes) else line
            row = json.loads(text.rstrip("\r\n"))
        except SaysoError as error:
            yield Failure(where, error)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", None) or "nested too deeply"
            hint = "each line must be one JSON object"
            yield Failure(where, UnreadableReport(f"{where} is no JSON: {reason}", hint))
        else:
            yield rows.article(row, number, original)


def is_rows(original: Original) -> bool:
    """True when the content begins like JSON articles: with an object, or an array of them, and its first key."""
    return bool(re.match(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:', plain.head(original)))


def parsed(text: str) -> Any:
    """The JSON that the text is as a whole, a list or an object; None when it is JSONL or broken."""
    first = text.lstrip()[:1]
    if first not in ("[", "{"):
        return None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    # Some exports wrap their list: {"articles": […]}.
    if isinstance(whole, dict) and not rows.has_text(whole):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return lists[0] if len(lists) == 1 else whole
    return whole


def _has_rows(broken: list[str]) -> bool:
    """True for text that is meant as one object a line, even if some lines are broken; False for one broken whole."""
    filled = [line.strip() for line in broken[:100] if line.strip()][:5]
    return any(line.startswith("{") and line.endswith("}") and len(line) > 2 for line in filled)
