"""Word documents and the Nexis bundles in them: nothing of the text lost, each letter with its place in the XML."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from sayso.ledger import Document
from sayso.read import Failure, Limits, read, read_bytes

ORIGINALS = Path(__file__).parent / "originals"
CLAIM = "The board denied on Monday that it had sold the pier & its sheds."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(paragraphs: list[str], edit: object = None) -> bytes:
    """A document as python-docx writes it."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if callable(edit):
        edit(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def one(raw: bytes, name: str = "report.docx") -> Document:
    (found,) = read_bytes(raw, name)
    assert isinstance(found, Document), found
    return found


def xml_of(raw: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()


def check_places(found: Document, raw: bytes) -> None:
    xml = xml_of(raw)
    for offset, char in enumerate(found.text):
        origin = found.origin_of(offset)
        if origin is None:
            assert char in "\n\t‑", (offset, char)
        else:
            assert xml[origin] == (char if char not in "&<>" else "&")


def test_a_document_of_an_office_program() -> None:
    path = ORIGINALS / "story.docx"
    (found,) = read(str(path))
    assert isinstance(found, Document)
    paragraphs = found.text.split("\n\n")
    assert paragraphs[0] == found.title == "Harbour board denies sale of the pier"
    assert paragraphs[3] == "Bidder\tOffer\nNorline & Sons\t2 million"
    assert (len(paragraphs), found.published, found.path) == (5, date(2022, 3, 7), str(path))
    check_places(found, path.read_bytes())


def test_the_name_does_not_matter() -> None:
    assert one(saved([CLAIM]), "report.txt").text == CLAIM


def _rich(made: docx.document.Document) -> None:
    paragraph = made.add_paragraph("It ")
    paragraph.add_run("denied").bold = True
    paragraph.add_run(" it\tfirmly.\nTwice.")
    table = made.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("A", "B", "C", "D"), strict=True):
        cell.text = text
    body = made.element.body
    last = body[-2]
    inserted = docx.oxml.parse_xml(
        f'<w:p xmlns:w="{W}"><w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve">Put in later, </w:t>'
        "</w:r></w:ins>"
        '<w:del w:id="2" w:author="x"><w:r><w:delText>struck out</w:delText></w:r></w:del>'
        "<w:sdt><w:sdtContent><w:r><w:t>and kept.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    last.addnext(inserted)


def test_changes_that_are_tracked_tables_and_fields_are_in_the_text() -> None:
    raw = saved([CLAIM], _rich)
    found = one(raw)
    assert found.text == f"{CLAIM}\n\nIt denied it\tfirmly.\nTwice.\n\nA\tB\nC\tD\n\nPut in later, and kept."
    check_places(found, raw)


NEXIS = [
    "Date and Time: Tuesday, March 8, 2022 9:14:00 AM CET",
    "Job Number: 1234567",
    "Documents (2)",
    "1. Harbour board denies sale of the pier",
    "Client/Matter: -None-",
    "Search Terms: pier",
    "2. Norline wants an apology",
    "Content Type\tNarrowed by",
    "Harbour board denies sale of the pier",
    "The Port Ellis Courier",
    "March 7, 2022 Monday",
    "Copyright 2022 Courier Press All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 3",
    "Length:\u00a0212 words",
    "Byline:\u00a0Jo Marsh",
    "Body",
    "PORT ELLIS - The harbour board denied on Monday that it had sold the old pier.",
    "“We have sold nothing,” said Ada Brandt.",
    "Graphic",
    "The pier at low tide. Photo: Jo Marsh",
    "Classification",
    "Language:\u00a0ENGLISH",
    "Load-Date:\u00a0March 8, 2022",
    "End of Document",
    "Norline wants an apology",
    "Coast Evening News (England)",
    "8 March 2022",
    "Length:\u00a098 words",
    "Body",
    "The cruise company Norline demanded an apology on Tuesday.",
    "Load-Date:\u00a0March 9, 2022",
    "End of Document",
    "An article without a body",
    "Coast Evening News (England)",
    "9 March 2022",
    "Length:\u00a00 words",
    "Body",
    "Load-Date:\u00a0March 9, 2022",
    "End of Document",
]


def test_a_nexis_bundle_is_many_articles() -> None:
    raw = saved(NEXIS)
    first, second, third = read_bytes(raw, "bundle.docx")
    assert isinstance(first, Document)
    assert first.text == "\n\n".join((NEXIS[8], NEXIS[16], NEXIS[17]))
    assert (first.title, first.publisher, first.published) == (NEXIS[8], NEXIS[9], date(2022, 3, 7))
    assert first.path == "bundle.docx#1"
    check_places(first, raw)
    assert isinstance(second, Document)
    assert (second.publisher, second.published) == ("Coast Evening News (England)", date(2022, 3, 8))
    assert second.text == f"{NEXIS[24]}\n\n{NEXIS[29]}"
    check_places(second, raw)
    assert isinstance(third, Failure)
    assert third.where == "bundle.docx#3"


def bomb(files: dict[str, int]) -> bytes:
    """A zip archive whose files hold so many million spaces."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, size in files.items():
            with archive.open(name, "w") as inner:
                for _ in range(size):
                    inner.write(b" " * 1_000_000)
    return file.getvalue()


def _entities(raw: bytes) -> bytes:
    """The same document, its XML with entities that would grow to a billion letters."""
    grows = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<!DOCTYPE w:document [<!ENTITY e0 "denied">{grows}]>'
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "word/document.xml":
                data = data.replace(b"<w:document", head.encode() + b"<w:document", 1).replace(b"denied", b"&e9;")
            new.writestr(member, data)
    return file.getvalue()


HOSTILE = [
    (saved([CLAIM])[:9000], "is no whole zip archive", "copy it again"),
    (bomb({"word/document.xml": 5}), "unpacks to more than", "without its images"),
    (bomb({"word/document.xml": 0}), "is no whole Word document", "save it anew"),
    (b"\x00\x01\x02" * 900, "no text", "save the report as plain text"),
    (saved([]), "holds no text", "right file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old office document", "save it"),
]


@pytest.mark.parametrize(("raw", "message", "hint"), HOSTILE, ids=[message for _, message, _ in HOSTILE])
def test_what_cannot_be_read_says_why(raw: bytes, message: str, hint: str) -> None:
    (found,) = read_bytes(raw, "report.docx", limits=Limits(max_file_bytes=4_000_000))
    assert isinstance(found, Failure)
    assert message in found.error.message
    assert hint in found.error.hint


def test_entities_do_not_grow() -> None:
    for found in read_bytes(_entities(saved([CLAIM, "It said so."])), "report.docx"):
        assert isinstance(found, Failure) or len(found.text) < 1000
