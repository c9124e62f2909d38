"""Rich text: what office programs write, escapes of all kinds, and the way of each letter back to the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.ledger import Document
from sayso.read import Failure, read, read_bytes

ORIGINALS = Path(__file__).parent / "originals"
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Said Sans;}}{\info{\title A denial}{\author Bo}}\uc1 "
)


def one(inside: str) -> Document:
    (found,) = read_bytes((HEAD + inside + "}").encode("latin-1"), "report.rtf")
    assert isinstance(found, Document), found
    return found


def test_a_document_of_an_office_program() -> None:
    path = ORIGINALS / "story.rtf"
    (found,) = read(str(path))
    assert isinstance(found, Document)
    paragraphs = found.text.split("\n\n")
    assert paragraphs[0] == found.title == "Harbour board denies sale of the pier"
    assert paragraphs[2].startswith("“We have sold nothing,” said Ada Brandt")
    assert paragraphs[4] == "Norline & Sons\t2 million"
    assert found.published == date(2022, 3, 7)
    raw = path.read_text("latin-1")
    for offset, char in enumerate(found.text):
        origin = found.origin_of(offset)
        if origin is None:
            assert char in "\n\t", (offset, char)
        else:
            assert raw[origin] == (char if char.isascii() else "\\")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"It was denied.\par Twice.", "It was denied.\n\nTwice."),
        (r"The caf\'e9 \ldblquote Mole\rdblquote  closed.", "The café “Mole” closed."),
        (r"\u8220?We deny it,\u8221? she said.", "“We deny it,” she said."),
        (r"\u8220\'93We deny it,\u8221\'94 she said.", "“We deny it,” she said."),
        (r"A smile \u-10179?\u-8694? was seen.", "A smile � was seen."),
        (r"{\b No}t so {\*\unknown secret} plain \{at all\}.", "Not so  plain {at all}."),
        (r'See {\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt{the order}}} now.', "See the order now."),
        (r"One.\line Two.{\pict\pngblip " + "0a" * 900 + "}", "One.\n\nTwo."),
    ],
)
def test_escapes(inside: str, text: str) -> None:
    found = one(inside)
    assert found.text == text
    raw = HEAD + inside
    for offset, char in enumerate(text):
        origin = found.origin_of(offset)
        if char.isascii() and not char.isspace() and char not in "{}":
            assert origin is not None
            assert raw[origin] == char
        elif char in "“”é{}":
            assert origin is not None
            assert raw[origin] == "\\"


def test_words_of_the_header_are_not_taken_for_the_text() -> None:
    found = one("Said Sans said no.")
    assert found.origin_of(0) == len(HEAD)


def test_data_and_a_long_text_take_time_in_proportion() -> None:
    found = one(r"It denied it.\par " + r"He said \'93no\'94 again. " * 20_000)
    assert found.text.endswith("again.")
    assert found.origin_of(len(found.text) - 1) is not None


HOSTILE = [
    (rb"{\rtf1\ansi Cut sho", "cut short"),
    (rb"{\rtf1\ansi {\*\secret none}}", "holds no text"),
    (rb"{\rtf1" + b"{" * 100_000 + b"}", "holds no text"),
    (rb"{\rtf1\ansi\ansicpg99999 \u999999999 ?x}", "rich text"),
]


@pytest.mark.parametrize(("raw", "message"), HOSTILE, ids=[message for _, message in HOSTILE])
def test_what_cannot_be_read_says_why(raw: bytes, message: str) -> None:
    (found,) = read_bytes(raw, "report.rtf")
    assert isinstance(found, Failure)
    assert message in found.error.message
