"""The table of readers: which one is chosen, and what choosing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.read import READERS, Original, reader_of

PAGE = b"<!doctype html><p>x</p>"
ROW = b'{"text": "x"}'


@pytest.mark.parametrize(
    ("raw", "name", "media", "url", "expected"),
    [
        (b"It denied it.", "a.txt", None, None, "plain"),
        (b"It denied it.", "a", None, None, "plain"),
        (b"It denied it.", "a.HTML", None, None, "html"),
        (b"<p>It denied it.", "a.txt", None, None, "plain"),
        (PAGE, "a.txt", None, None, "html"),
        (PAGE.decode().encode("utf-16"), "a", None, None, "html"),
        (ROW, "a", None, None, "jsonl"),
        (ROW, "a.txt", None, None, "plain"),
        (b" [ \n" + ROW, "standard input", None, None, "jsonl"),
        (b"[Editor: no]", "standard input", None, None, "plain"),
        (b"<p>x", "https://p.example/7.txt?x=1", "text/html", "https://p.example/7", "html"),
        (b"<p>x", "https://p.example/7.html?x=1", None, "https://p.example/7", "html"),
        (ROW, "https://p.example/7", "application/json", "https://p.example/7", "jsonl"),
        (b"x", "a.txt", "text/html", None, "plain"),
        (b"\x00\xff\x00", "a", None, None, "plain"),
    ],
)
def test_the_reader_of(raw: bytes, name: str, media: str | None, url: str | None, expected: str) -> None:
    assert reader_of(Original(raw, name, url=url, media=media)).name == expected


def test_no_two_readers_claim_one_ending_or_media_type() -> None:
    endings = [ending for reader in READERS for ending in reader.endings]
    media = [kind for reader in READERS for kind in reader.media]
    assert len(endings) == len(set(endings))
    assert len(media) == len(set(media))
    assert len({reader.name for reader in READERS}) == len(READERS)


def test_plain_text_does_not_pay_for_web_pages() -> None:
    code = (
        "import sys; from sayso.read import read_bytes; found = list(read_bytes('It’s denied.'.encode(), 'a.txt'));"
        "heavy = {'trafilatura', 'htmldate', 'lxml', 'httpx2', 'charset_normalizer'} & set(sys.modules);"
        "print(found[0].text.isascii(), sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=1) == ["False", "[]\n"]
