"""Maps laid end to end: from a text to what it was taken from, and from there to the file it lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..ledger.document import Piece

# The map of a text none of whose characters has a place in the original (an empty one would say: all have the same).
UNPLACED: tuple[Piece, ...] = (Piece(0, 0, 0),)


def shifted(pieces: Iterable[Piece], at: int = 0, origin: int = 0) -> Iterator[Piece]:
    """The map of a text that was put at `at` of a longer one, taken from what begins at `origin` of a longer one."""
    for piece in pieces:
        yield Piece(piece.start + at, piece.length, piece.origin + origin)


def through(pieces: Iterable[Piece], outer: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` from a text to a middle one, then `outer` (in order of `start`) from the middle to the original."""
    found: list[Piece] = []
    for piece in pieces:
        at, end = piece.origin, piece.origin + piece.length
        i = max(0, bisect_right(outer, at, key=lambda one: one.start) - 1)
        while i < len(outer) and outer[i].start < end:
            one = outer[i]
            begins, ends = max(at, one.start), min(end, one.start + one.length)
            if begins < ends:
                start = piece.start + begins - at
                found.append(Piece(start, ends - begins, one.origin + begins - one.start))
            i += 1
    return joined(found) or UNPLACED


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same map with pieces that run on in both texts made one."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.start + last.length == piece.start and last.origin + last.length == piece.origin:
            found[-1] = Piece(last.start, last.length + piece.length, last.origin)
        else:
            found.append(piece)
    return tuple(found)
