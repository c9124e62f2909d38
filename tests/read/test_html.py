"""Web pages: the story whole, its metadata, and each character mapped to the raw page."""

# ruff: noqa: E501  (one case a line reads best)
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Document
from sayso.read import Failure, Given, plain, read, read_bytes

from .test_markup import FRAGMENTS, assert_mapped

PAGES = Path(__file__).parent / "pages"
P = "<p>The ministry denied on Monday that the ship had ever been sold to the navy, and said so twice.</p>"
Q = "<p>Its spokesman called the report an invention and asked the paper to name those who had told it.</p>"


def document(raw: str | bytes, name: str = "page.html", **labels: str) -> Document:
    (found,) = read_bytes(raw.encode() if isinstance(raw, str) else raw, name, **labels)
    assert isinstance(found, Document), found
    return found


def assert_every_character_is_mapped(found: Document, raw: str) -> None:
    at, mapped = 0, 0
    for piece in found.pieces:
        assert piece.start >= at
        at = piece.start + piece.length
        mapped += piece.length
        assert_mapped(found.text, raw, piece.start, piece.length, piece.origin)
    assert at <= len(found.text)
    assert all(found.text[i].isspace() for i in range(found.body, len(found.text)) if found.origin_of(i) is None)


# Page; title, publisher, published, language; how the running text begins; what must be in it, what must not.
STORIES = [
    (
        "wire.html",
        ("Norland says Estmark tanker spilled oil; Estmark denies it", "The Northern Ledger", date(2022, 3, 7), "en"),
        "HAVN, March 7 (Northern Ledger) — Norland’s coast guard said",
        ["By Ada Quill and Ben Marsh\n\nHAVN", "off the port of Havn, and demanded that its owner pay for the cleanup.", "£4m & rising",
         "\n\nIt denied that the vessel had been in Norland’s waters at all.\n\n", "We have nothing to hide", "— Jonas Reet, deputy minister",
         "Estmark ministry\tnone", "300\xa0tonnes"],
        ["Advertisement", "Related stories", "Fishing row", "Sport", "All rights reserved", "He denied everything", "nobody sees"],
    ),
    (
        "live.html",
        ("Border talks live: ministers meet as deadline nears", "Evening Post of Havn", date(2022, 3, 10), "en"),
        "Norland and Estmark resume talks in Havn",
        ["\n\n10.40\n\nReet: not one krone\n\nEstmark’s", "\n\n10.25\n\nLund: the samples match\n\n", "\n\n10.05\n\nDoors close\n\n",
         "No statement is planned before noon", "\n\n9.30\n\nGood morning\n\nWelcome"],
        ["privacy", "Accept", "Share on", "Most read", "boil an egg", "founded in 1889"],
    ),
    (
        "old.html",
        ("Governor scorns strike call", "Harbour Gazette", date(1998, 11, 3), None),
        "PORT ELLERY, Nov. 3 -- Governor Ruth Amble said",
        ["dockers’ leaders", '"a bluff"', "AT&T had", "\n\nan end to night shifts & split shifts\n\n", "No talks are planned."],
        ["Mail us", "Copyright"],
    ),
    (
        "divs.html",
        ("Mine owner ‘misled’ inspectors, union claims", None, date(2023, 5, 2), "en"),
        "The owner of the Grayrock mine",
        ["“They knew,” its secretary", "😀", "declined to comment. Its last report found “no fault” in the pillar."],
        ["Subscribe", "Valley Courier"],
    ),
    (
        "modern.html",
        ("Regulator rebukes water firm over ‘missing’ figures", "Capital Monitor", date(2024, 5, 16), "en"),
        "The company says it handed over everything",
        ["said its chair,\xa0Dame Iris Colley.", "Brightwell denied that any", "We gave the regulator every figure", "— Brightwell Water",
         "\n\nWhat happens next\n\nThe firm may appeal.\n\n", "The regulator has said it will not settle.", "Its shares fell by 4% on Thursday, to €2.10."],
        ["Sign in", "Advertisement", "inbox", "rivers foam", "Law", "First!", "© Capital", "Home news"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "known", "begins", "inside", "outside"), STORIES)
def test_a_page_is_read_whole(
    name: str, known: tuple[object, ...], begins: str, inside: list[str], outside: list[str]
) -> None:
    raw = (PAGES / name).read_bytes()
    (found,) = read(str(PAGES / name))
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.published, found.language) == known
    assert found.text.startswith(f"{found.title}".replace("denies it", "denies\xa0it"))
    assert found.text[found.body :].startswith(begins)
    assert [part for part in inside if part not in found.text] == []
    assert [part for part in outside if part in found.text] == []
    assert 0.6 < found.coverage <= 1.0
    assert_every_character_is_mapped(found, plain.decoded(raw, name))


@given(FRAGMENTS, st.booleans())
def test_any_page_is_mapped_or_refused(fragments: str, is_story: bool) -> None:
    raw = f"<html><body><h1>Sale denied again</h1>{P if is_story else ''}{fragments}{Q if is_story else ''}"
    (found,) = read_bytes(raw.encode("utf-8"), "page.html")
    if isinstance(found, Document):
        assert_every_character_is_mapped(found, plain.decoded(raw.encode("utf-8"), "page.html"))
    else:
        assert found.error.hint


# Page, the day it was published or None: what looks like a date and is none must give none.
DATES = [
    (f"<h1>Sale denied by ministry</h1><time datetime='2022-03-07T10:00Z'>7 March</time>{P}{Q}", date(2022, 3, 7)),
    (f"<h1>Sale denied by ministry</h1><span class='pub-date'>March 7, 2022</span>{P}{Q}", date(2022, 3, 7)),
    (f"<h1>Sale denied by ministry</h1><p>7 March 2022, Havn</p>{P}{Q}", date(2022, 3, 7)),
    (f"<h1>Sale denied by ministry</h1><p>HAVN, March 7, 2022 (Wire) - The ministry denied it on Monday.</p>{P}{Q}", date(2022, 3, 7)),
    (f"<link rel=canonical href='https://p.example/2022/03/07/sale'><h1>Sale denied by ministry</h1>{P}{Q}", date(2022, 3, 7)),
    (f"<link rel=canonical href='https://p.example/2022/sale'><h1>Sale denied by ministry</h1><p>HAVN, March 7 (Wire) - No.</p>{P}{Q}",
     date(2022, 3, 7)),
    (f"<div class='date'>Friday, 1 January 2027</div><h1>Sale denied by ministry</h1>{P}{Q}", None),
    (f"<h1>Sale denied by ministry</h1><span class='date updated'>March 9, 2022</span>{P}{Q}", None),
    (f"<h1>Sale denied by ministry</h1><span class='date'>Updated March 9, 2022</span>{P}{Q}", None),
    (f"<h1>Sale denied by ministry</h1>{P}<p>The treaty was signed in Havn on March 7, 2022 by both.</p>{Q}", None),
    (f"<h1>Sale denied by ministry</h1>{P}{Q}<time datetime='2022-03-07'>7 March</time><p>Another story of ours</p>", None),
    (f"<h1>Sale denied by ministry</h1>{P}{Q}<footer><p>Copyright 2022, last built 2022-03-07</p></footer>", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "day"), DATES)
def test_a_date_is_given_or_there_is_none(body: str, day: date | None) -> None:
    assert document(f"<!doctype html><html><body><div>{body}</div></body></html>").published == day


# Head and body, the title, the first paragraph of the text.
TITLES = [
    ("<title>Sale denied | Post</title>", "<h1>Sale denied</h1>", "Sale denied", "Sale denied"),
    ("<meta property=og:title content='Navy sale of ship denied'>", "", "Navy sale of ship denied", "Navy sale of ship denied"),
    ("<meta property=og:title content='Navy sale of ship denied'>", "<h1>Ship’s sale to navy ‘denied’</h1>", *["Ship’s sale to navy ‘denied’"] * 2),
    ("<meta property=og:title content='Navy sale of ship denied'><meta property=og:site_name content='The Post'>",
     "<h1>The Post</h1>", *["Navy sale of ship denied"] * 2),
    ("<title>Navy sale denied - The Post</title><meta property=og:site_name content='The Post'>", "", *["Navy sale denied"] * 2),
    ("", "<h1>Sale <i>denied</i></h1>", "Sale denied", "Sale denied"),
    ("<meta property=og:title content='Navy sale of ship denied'>", "<p><b>Navy sale of ship denied</b></p>", *["Navy sale of ship denied"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "title", "first"), TITLES)
def test_the_headline_stands_first(head: str, body: str, title: str, first: str) -> None:
    raw = f"<!doctype html><html><head>{head}</head><body><article>{body}{P}{Q}</article></body></html>"
    found = document(raw)
    assert found.title == title
    assert found.text.split("\n\n")[0] == first
    assert found.text.count(first) == 1
    assert found.text[found.body :].startswith("The ministry denied")
    assert_every_character_is_mapped(found, raw)
    assert document(raw).id == found.id


def test_the_user_wins_over_the_page() -> None:
    raw = (PAGES / "wire.html").read_bytes()
    (found,) = read_bytes(raw, "wire.html", Given(date(2020, 1, 2), "Mine", "My title", "https://m.example/"))
    assert isinstance(found, Document)
    assert (found.published, found.publisher, found.title, found.url) == (
        date(2020, 1, 2),
        "Mine",
        "My title",
        "https://m.example/",
    )
    assert found.text.startswith("Norland says")


CURLY = "“We deny it,” said the minister’s office — at the café. "


@pytest.mark.parametrize(
    ("encoding", "declared", "label"),
    [
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "utf-8", "iso-8859-1"),
        ("cp1252", "utf-8", None),
        ("cp1252", "windows-1252", None),
        ("cp1252", "iso-8859-1", "utf-8"),
        ("utf-16", "utf-8", None),
        ("utf-8-sig", "utf-16", None),
    ],
)
def test_a_wrong_charset_label_is_seen_through(encoding: str, declared: str, label: str | None) -> None:
    page = f"<!doctype html><html><head><meta charset={declared}></head><body><p>{CURLY * 3}</p>{P}</body></html>"
    (found,) = read_bytes(page.encode(encoding), "page.html", charset=label)
    assert isinstance(found, Document)
    assert CURLY.strip() in found.text
    assert_every_character_is_mapped(found, page)


@pytest.mark.parametrize(
    "raw",
    [
        "<!doctype html><html><body><div id=app></div><script>start()</script></body></html>",
        "<!doctype html><html><head><title>Loading</title></head></html>",
        "<html><!-- nothing --></html>",
    ],
)
def test_a_page_without_text_says_so(raw: str) -> None:
    (found,) = read_bytes(raw.encode(), "page.html")
    assert isinstance(found, Failure)
    assert "no text" in found.error.message
    assert "browser" in found.error.hint


@pytest.mark.parametrize(
    "raw",
    [
        "<div>" * 10_000 + P + "</div>" * 10_000,
        "<span><b>" * 10_000 + P,
        "<table><tr><td>" * 2_000 + P,
        f"<div><p>{P}<b><i>{Q}<ul><li>unclosed",
        f"<article>{P * 2}" + "<p>Another paragraph of what the ministry denied.</p>" * 20_000 + "</article>",
        P + "<script>" * 10_000,
        P + "&" * 10_000 + "<" * 10_000,
        P + "\x00\x01\ufffe",
    ],
)
def test_hostile_pages_are_read(raw: str) -> None:
    found = document(f"<!doctype html><html><body>{raw}</body></html>")
    assert "The ministry denied on Monday" in found.text
    assert 0 <= found.coverage <= 1


@pytest.mark.parametrize(
    ("head", "name", "is_page"),
    [
        ("<!DOCTYPE html><p>", "standard input", True),
        ("\ufeff \n<html><p>", "a.txt", True),
        ("<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html><p>", "a", True),
        ("<p>", "a.html", True),
        ("<p>", "a.txt", False),
        ("", "a.txt", False),
    ],
)
def test_pages_are_known_by_content_or_name(head: str, name: str, is_page: bool) -> None:
    found = document(head + "The ministry denied it.", name)
    assert (found.text == "The ministry denied it.") == (is_page or not head)
