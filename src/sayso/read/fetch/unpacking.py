"""A compressed body unpacked in small steps, so that what unpacks to too much is stopped before it is there.

httpx2 unpacks each piece that arrives as a whole: 64 KB of a gzip stream inside another would be 64 GB in one call.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from .failures import Broken, TooLarge

_STEP = 65536
_PLAIN = frozenset({"", "identity", "none"})
_GZIP = frozenset({"gzip", "x-gzip"})
_GZIP_MAGIC = b"\x1f\x8b"
# zlib's own window sizes: a header of zlib or gzip, either; no header at all.
_ANY_HEADER, _NO_HEADER = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS
# What was asked for; a body packed more often than twice is nobody's mistake.
ACCEPTED = "gzip, deflate"
_MOST_LAYERS = 2


def unpacked(parts: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """The body in `parts`, unpacked as its Content-Encoding says, the last one first.

    Raises Broken for a packing that is unknown or not what it says, TooLarge as soon as there are more than `most`
    bytes, on any layer of it.
    """
    names = [name for each in encoding.lower().split(",") if (name := each.strip()) not in _PLAIN]
    if len(names) > _MOST_LAYERS:
        raise Broken(f"packed {len(names)} times")
    for name in reversed(names):
        if name not in _GZIP and name != "deflate":
            raise Broken(f"packed as {name[:40]}, which was not asked for")
        parts = _bounded(_inflated(parts, is_gzip=name in _GZIP), most)
    return _bounded(parts, most)


def _bounded(parts: Iterable[bytes], most: int) -> Iterator[bytes]:
    got = 0
    for part in parts:
        got += len(part)
        if got > most:
            raise TooLarge
        yield part


def _inflated(parts: Iterable[bytes], *, is_gzip: bool) -> Iterator[bytes]:
    machine: zlib._Decompress | None = None
    head = b""
    for part in parts:
        rest = head + part
        if machine is None and len(rest) < len(_GZIP_MAGIC):
            head = rest  # the first two bytes tell what follows
            continue
        head = b""
        while rest:
            if machine is None:
                machine = zlib.decompressobj(_ANY_HEADER if is_gzip or _has_header(rest) else _NO_HEADER)
            elif machine.eof:
                # Members of gzip may follow one another; what else follows is padding, which browsers pass over too.
                if not is_gzip or not rest.startswith(_GZIP_MAGIC[: len(rest)]):
                    break
                machine = zlib.decompressobj(_ANY_HEADER)
            yield from _steps(machine, rest)
            rest = machine.unused_data
    if head or (machine is not None and not machine.eof):
        raise Broken("it ends in the middle")


def _has_header(start: bytes) -> bool:
    """By "deflate" some servers mean a stream of it with zlib's header, as they should, and some without (RFC 1950)."""
    return start[0] & 15 == zlib.DEFLATED and (start[0] << 8 | start[1]) % 31 == 0


def _steps(machine: zlib._Decompress, rest: bytes) -> Iterator[bytes]:
    try:
        while True:
            out = machine.decompress(rest, _STEP)
            if out:
                yield out
            rest = machine.unconsumed_tail
            if machine.eof or (not rest and len(out) < _STEP):
                return
    except zlib.error as error:
        raise Broken(str(error).partition(": ")[2] or str(error)) from None
