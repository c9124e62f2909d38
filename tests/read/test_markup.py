"""The tokeniser and the blocks: exact offsets on any input."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.blocks import Block, Page
from sayso.read.markup import Escape, Letters, Tag, tokens

PARTS = [
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<li>", "<ul>", "</ul>", "<td>", "<tr>", "<table>"),
    *("<script>", "</script>", "<!--", "-->", "<a href='x y'>", "<a x=1 y>", "</a>", "<pre>", "</pre>", "<title>"),
    *("</title>", "<time>", "</time>", "<span hidden>", "</span>", "</x>", "<", ">", "&", "&amp;", "&nbsp;", "&copy"),
    *("&#8217;", "&#x1F600;", "&notit;", "&;", "&#;", "<![CDATA[", "]]>", "<?", "<!", '<a"', "<a='\"", '">', "\r\n"),
    *("\t", "&shy;", "\u200b", "&NotEqualTilde;", "&#xD800;"),
]
# Any mixture of what pages are made of.
FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from(PARTS),
        st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=12),
        st.sampled_from([" ", "\n", "\r\n\r\n", "\x0c"]),
    ),
    max_size=40,
).map("".join)


def blocks_of(raw: str) -> list[Block]:
    return Page(raw).read(tokens(raw))


def assert_mapped(text: str, raw: str, start: int, length: int, origin: int) -> None:
    """Each character of a piece stands at its origin: itself, white space for a space, or the escape for it."""
    for step in range(length):
        char, there = text[start + step], raw[origin + step]
        if there == "&" and char != "&":
            assert char in unescape(re.match(r"&#?\w+;?", raw[origin:]).group())  # type: ignore[union-attr]
            assert length == 1
        else:
            assert char == there or (char == " " and there in " \t\n\r\f")


@given(FRAGMENTS)
def test_tokens_cover_the_page_in_order(raw: str) -> None:
    at = 0
    for token in tokens(raw):
        assert token.start >= at
        at = token.end if isinstance(token, Letters) else token.start + 1
        if isinstance(token, Tag):
            assert raw[token.start] == "<"
        if isinstance(token, Escape):
            assert raw[token.start] == "&"
    assert at <= len(raw)


@given(FRAGMENTS)
def test_every_character_of_a_block_is_where_its_piece_says(raw: str) -> None:
    for block in blocks_of(raw):
        assert block.text.strip()
        at = 0
        for piece in block.pieces:
            assert piece.start >= at
            at = piece.start + piece.length
            assert_mapped(block.text, raw, piece.start, piece.length, piece.origin)
        assert at <= len(block.text)


# Raw page, the texts of its blocks.
PAGES = [
    ("<p>one<p>two", ["one", "two"]),
    ("<p>one\n  two\t three </p>", ["one two three"]),
    ("<p>He <b>said</b>, “<i>no</i>”.", ["He said, “no”."]),
    ("<p>a<br>b<br><br>c<br/><br />d", ["a\nb", "c", "d"]),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", ["a", "b", "c", "d"]),
    ("<table><tr><th>a<th>b<tr><td>c</td><td><p>d</p></td></table>", ["a\tb", "c", "d"]),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", ["a", "b", "c", "d"]),
    ("<pre>a\n b\n\nc</pre>", ["a\nb", "c"]),
    ("AT&T &amp;&lt;&gt; &copy2 &#8217;&#146; &bogus; a&b=c", ["AT&T &<> ©2 ’’ &bogus; a&b=c"]),
    ("a&nbsp;b&shy;c&#8203;d", ["a\xa0bcd"]),
    ("<p>a<!-- <p>x --> b<!doctype x>c<?php y ?>d", ["a bcd"]),
    ("<p>a<!-- never closed <p>b", ["a"]),
    ("<p>a<script>if (a<b) '</p>'</script>b<style>p{}</style>c", ["abc"]),
    ("<p>a<SCRIPT>x</script >b", ["ab"]),
    ("<p>a<span hidden>x</span><span style='display: none'>y</span><i aria-hidden=true>z</i>b", ["ab"]),
    ("<p>a<button>x</button><select><option>y</select>b", ["ab"]),
    ("<title>x</title><head><meta a=b><p>a", ["a"]),
    ("<title>never closed<p>a", ["never closed", "a"]),
    ("<p title=\"a > b\" x='>' y=a/b>a", ["a"]),
    ('<p>a <a href="torn>b</a> c<p>d', ["a b c", "d"]),
    ("<time>10.25</time>Doors close", ["10.25 Doors close"]),
    ("at <time>10.25</time>, doors close", ["at 10.25, doors close"]),
    ("1 < 2 and 3 <4> 5", ["1 < 2 and 3 <4> 5"]),
    ("<", ["<"]),
    ("a</", ["a"]),
    ("<a", []),
    ("", []),
]


@pytest.mark.parametrize(("raw", "texts"), PAGES)
def test_blocks_are_the_paragraphs_a_reader_sees(raw: str, texts: list[str]) -> None:
    assert [block.text for block in blocks_of(raw)] == texts


def test_furniture_and_links_are_marked() -> None:
    raw = "<nav><p>menu</p></nav><div role=banner>top</div><p>Story <a>link</a></p><blockquote>q<footer>who</footer>"
    found = {block.text: block for block in blocks_of(raw)}
    assert {text for text, block in found.items() if block.element.is_furniture} == {"menu", "top"}
    assert found["Story link"].linked == len(" link")
    assert found["who"].weight == 3


# Pages made to be slow: work must grow with length, not with its square. The reading itself is the test; a quadratic
# reader would take hours over these.
HOSTILE = [
    "<div>" * 10_000 + "<p>deep" + "</div>" * 10_000,
    "<b>" * 100_000 + "x",
    "<" * 500_000,
    "&" * 500_000,
    "<!--" * 200_000,
    "<script>" * 100_000,
    "<title>" * 100_000,
    '<a x="' * 100_000,
    "<a x='\">" * 100_000,
    "<a " + "b " * 200_000 + ">",
    "<div>" * 2_000 + "</x>" * 50_000,
    "<ul>" + "<li>" * 50_000,
    "x" + " " * 1_000_000 + "y",
]


@pytest.mark.parametrize("raw", HOSTILE, ids=[raw[:12] for raw in HOSTILE])
def test_hostile_markup_is_read_in_linear_time(raw: str) -> None:
    assert sum(len(block.text) for block in blocks_of(raw)) <= len(raw)
