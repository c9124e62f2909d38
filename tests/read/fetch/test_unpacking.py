"""Compressed bodies: every kind that servers send, cut anywhere, and those that unpack to too much."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from sayso.read.fetch.failures import Broken, TooLarge
from sayso.read.fetch.unpacking import unpacked
from tests.read.fetch.server import BOMB, DEEP_BOMB, PAGE

RAW = zlib.compressobj(wbits=-15)
BARE = RAW.compress(PAGE) + RAW.flush()
# Content-Encoding; body.
GOOD = [
    ("", PAGE),
    ("identity", PAGE),
    ("gzip", gzip.compress(PAGE)),
    ("X-GZip", gzip.compress(PAGE)),
    ("deflate", zlib.compress(PAGE)),
    ("deflate", BARE),
    ("gzip", gzip.compress(PAGE[:70]) + gzip.compress(PAGE[70:])),
    ("gzip", gzip.compress(PAGE) + b"\0" * 9),
    ("deflate, gzip", gzip.compress(zlib.compress(PAGE))),
    ("gzip, identity", gzip.compress(PAGE)),
]


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(("encoding", "body"), GOOD)
def test_every_kind_in_pieces_of_any_size(encoding: str, body: bytes, size: int) -> None:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    assert b"".join(unpacked(parts, encoding, len(body) + len(PAGE))) == PAGE


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("br", b"x", "packed as br"),
        ("gzip, gzip, gzip", gzip.compress(b"x"), "packed 3 times"),
        ("gzip", b"no gzip", "header"),
        ("gzip", gzip.compress(PAGE)[:-9], "in the middle"),
        ("gzip", gzip.compress(PAGE)[:60] + b"\xff" * 40, "invalid"),
        ("gzip", gzip.compress(PAGE)[:-8] + b"\0" * 8, "incorrect"),
        ("deflate", b"\xff\xff", "invalid"),
    ],
)
def test_what_is_not_what_it_says(encoding: str, body: bytes, reason: str) -> None:
    with pytest.raises(Broken, match=reason):
        b"".join(unpacked([body], encoding, 10_000_000))


def test_an_empty_body_is_empty_whatever_it_says() -> None:
    assert list(unpacked([], "gzip", 10)) == []


@pytest.mark.parametrize(("encoding", "body"), [("gzip", BOMB), ("gzip, gzip", DEEP_BOMB)], ids=["bomb", "deep"])
def test_a_bomb_is_stopped_before_it_is_there(encoding: str, body: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            b"".join(unpacked([body], encoding, 1_000_000))
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
