"""PDFs: columns in reading order, parted words whole again, running heads gone, every letter with its page and box."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from sayso.ledger import Document
from sayso.read import Failure, Limits, read, read_bytes

from . import printed

ORIGINALS = Path(__file__).parent / "originals"


def document(raw: bytes) -> Document:
    (found,) = read_bytes(raw, "paper.pdf")
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    "raw",
    [
        printed.paper(),
        printed.paper(by_rows=True),
        printed.paper(rotation=90),
        printed.paper(rotation=270),
        printed.paper(rotation=180, is_upright=False),
    ],
    ids=["by columns", "by rows", "turned", "turned back", "upside down"],
)
def test_columns_are_read_one_after_the_other(raw: bytes) -> None:
    found = document(raw)
    assert found.text.split("\n\n") == list(printed.TEXT)
    assert (found.title, found.published, found.language) == (printed.HEADLINE, date(2022, 3, 7), "en")


def test_every_letter_leads_back_to_its_character_page_and_box() -> None:
    raw = printed.paper()
    found = document(raw)
    pdf = pypdfium2.PdfDocument(raw)
    pages = [page.get_textpage() for page in pdf]
    characters = "".join(page.get_text_range(errors="replace") for page in pages)
    first = pages[0].count_chars()
    for offset, char in enumerate(found.text):
        origin, place = found.origin_of(offset), found.place_of(offset)
        if char.isspace() or char == "-":
            continue
        assert origin is not None
        assert place is not None
        page, at = (pages[0], origin) if origin < first else (pages[1], origin - first)
        left, bottom, right, top = page.get_charbox(at)
        height = pdf[place.page - 1].get_height()
        assert place.page == 1 + (origin >= first)
        assert page.get_text_range(at, 1) == char
        assert place.box[0] - 1 <= left <= right <= place.box[2] + 1
        assert place.box[1] - 1 <= height - top <= height - bottom <= place.box[3] + 1
    assert len(characters) > len(found.text) - 40


def test_a_word_parted_at_a_line_end_stands_in_both_lines() -> None:
    found = document(printed.paper())
    at = found.text.index("accused")
    before, after = found.place_of(at), found.place_of(at + 2)
    assert before is not None
    assert after is not None
    assert before.box[1] < after.box[1]
    assert found.place_of(found.text.index("school house")).page == 2  # type: ignore[union-attr]


def test_a_document_of_an_office_program() -> None:
    found = next(read(str(ORIGINALS / "story.pdf")))
    assert isinstance(found, Document)
    assert found.title == "Harbour board denies sale of the pier"
    assert "saying that “no contract has been signed”.\n\n“We have sold nothing,” said" in found.text


HOSTILE = [
    (printed.paper(password="secret"), "is encrypted", "save it without one"),
    (printed.paper()[:900], "is no whole PDF", "copy it again"),
    (b"%PDF-1.7\n" + b"\x00" * 2000, "is no whole PDF", "copy it again"),
    (b"%PDF-1.4 " + b"<<" * 50_000, "is no whole PDF", "copy it again"),
    (printed.blank(), "holds no text, only pictures", "recognise its text"),
]


@pytest.mark.parametrize(("raw", "message", "hint"), HOSTILE, ids=[message for _, message, _ in HOSTILE])
def test_what_cannot_be_read_says_why(raw: bytes, message: str, hint: str) -> None:
    (found,) = read_bytes(raw, "paper.pdf")
    assert isinstance(found, Failure)
    assert message in found.error.message
    assert hint in found.error.hint


def test_a_page_strewn_with_letters_takes_time_in_proportion() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    for i in range(4_000):
        canvas.drawString(i * 37 % 600, i * 61 % 800, "x")
    canvas.save()
    assert document(file.getvalue()).text.count("x") == 4_000  # where the time grew with the square, this had no end


def test_a_pdf_of_more_than_the_limit_is_refused() -> None:
    (found,) = read_bytes(printed.paper(), "paper.pdf", limits=Limits(max_bytes=100))
    assert isinstance(found, Failure)
    assert "more than" in found.error.message
