"""Which documents are copies of one wire text: by the share of their runs of five words, estimated from sketches."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, or_, select, update

from .tables import bands, documents, sketches

_RUN = 5
# Fewer runs than this are no text that can be told from another one's.
_LEAST = 20
# Two texts are copies from this share of common runs on (Broder 1997: resemblance): more shared than not, with room for
# another headline, a paragraph cut and a few words edited. A definition, not a fit: no set of pairs was at hand.
_COPY = 0.6
# 32 bands of 4: a pair at 0.6 shares one with a probability of 98.8 %, 1 - (1 - 0.6^4)^32.
_BANDS, _ROWS = 32, 4
_WORD = re.compile(r"\w+")

Sketch = NDArray[np.uint32]


class Sketcher(Protocol):
    """What makes sketches of equal length; the share of equal places estimates the share of common items."""

    def sketch(self, items: list[str]) -> Sketch: ...


class Rensa:
    """The sketches of rensa's RMinHash, the same on every machine."""

    def sketch(self, items: list[str]) -> Sketch:
        from rensa import RMinHash

        hashed = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
        hashed.update(items)
        return np.array(hashed.digest(), dtype="<u4")


@cache
def sketcher() -> Sketcher:
    return Rensa()


def sketched(text: str) -> Sketch | None:
    """The sketch of a text; None for one that is too short to tell."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    return sketcher().sketch(sorted(runs)) if len(runs) >= _LEAST else None


def tie(connection: Connection, document_id: str, sketch: Sketch | None) -> int:
    """Keep a new document's sketch and tie it to its copies; how many there are.

    All that are tied to one another, directly or by others between them, have one `wire_id`: the least of their ids,
    so that it does not depend on the order in which they came.
    """
    if sketch is None:
        return 0
    own = [{"band": band, "document_id": document_id} for band in sorted(set(_bands_of(sketch)))]
    near = select(bands.c.document_id).where(bands.c.band.in_([row["band"] for row in own])).distinct()
    found = connection.execute(
        select(sketches.c.document_id, sketches.c.sketch, documents.c.wire_id)
        .join(documents, documents.c.id == sketches.c.document_id)
        .where(sketches.c.document_id.in_(near))
    ).all()
    connection.execute(insert(sketches), {"document_id": document_id, "sketch": sketch.tobytes()})
    connection.execute(insert(bands), own)
    copies = [row for row in found if _likeness(sketch, row.sketch) >= _COPY]
    if copies:
        _join(connection, document_id, copies)
    return len(copies)


def _join(connection: Connection, document_id: str, copies: Iterable[Any]) -> None:
    ids = {document_id, *(row.document_id for row in copies)}
    groups = {row.wire_id for row in copies if row.wire_id}
    least = min(ids | groups)
    of_them = or_(documents.c.id.in_(ids), documents.c.wire_id.in_(groups))
    connection.execute(update(documents).where(of_them).values(wire_id=least))


def _likeness(sketch: Sketch, other: bytes) -> float:
    return float(np.mean(sketch == np.frombuffer(other, dtype="<u4")))


def _bands_of(sketch: Sketch) -> list[int]:
    parts = sketch.reshape(_BANDS, _ROWS)
    hashed = (hashlib.blake2b(bytes([at]) + part.tobytes(), digest_size=8).digest() for at, part in enumerate(parts))
    return [int.from_bytes(digest, "big", signed=True) for digest in hashed]
