"""Which feeds a list names, as feed readers write it, and what a hostile one cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.read.watch import listed
from sayso.read.watch.lists import outlined

A, B, C = "https://a.example/rss", "http://b.example/atom?x=1&y=2", "HTTPS://c.example/"
OPML = f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Press</title></head><body>
  <outline text="Agencies"><outline text="A" type="rss" xmlUrl="{A}" htmlUrl="https://a.example/"/>
    <outline text="Deeper"><outline text="B" type="rss" xmlURL=" {B.replace("&", "&amp;")} "/></outline></outline>
  <outline text="C" xmlurl="{C}"/><outline text="A again" xmlUrl="{A}"/>
  <outline text="no feed" type="link" url="https://d.example/"/><outline text="local" xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_addresses_and_lists_together(tmp_path: Path) -> None:
    path = tmp_path / "press.opml"
    path.write_text(OPML, encoding="utf-8")
    assert listed([C, str(path), "https://e.example/"]) == (C, A, B, "https://e.example/")


@pytest.mark.parametrize("raw", [OPML.encode("utf-16"), OPML.encode()[:-60], OPML.replace("><", ">&nbsp;<").encode()])
def test_lists_with_small_faults(raw: bytes) -> None:
    if raw.startswith(b"\xff\xfe"):
        raw = OPML.replace("UTF-8", "UTF-16").encode("utf-16")
    assert outlined(raw, "press.opml")[:3] == (A, B, C)


BOMB = "<!DOCTYPE o [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{'&' + old + ';' * 1}{('&' + old + ';') * 9}'>"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = [
    b"",
    b"no xml",
    b"<html><p>x",
    b'<opml><body><outline text="x"/></body></opml>',
    (BOMB + "]><opml><outline xmlUrl='&i;'/></opml>").encode(),
    b"<!DOCTYPE o [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><opml><outline xmlUrl='&f;'/></opml>",
    b"<opml>" + b"<outline>" * 5000,
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_a_list_without_feeds(raw: bytes) -> None:
    with pytest.raises(SaysoError, match=r"press\.opml names no feed") as failure:
        outlined(raw, "press.opml")
    assert "OPML" in failure.value.hint


@pytest.mark.parametrize(
    ("source", "message"), [("no.opml", "cannot be opened"), (".", "cannot be opened"), ("ftp://a.example/", "no web")]
)
def test_what_cannot_be_watched(source: str, message: str) -> None:
    with pytest.raises(SaysoError, match=message):
        listed([source])
