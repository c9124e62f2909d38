"""Text files as they come: marks, wrong labels, stray bytes, and files that are no text at all."""

from __future__ import annotations

import codecs
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreachableReport, UnreadableReport
from sayso.ledger import Document
from sayso.read import Failure, Given, Limits, plain, read, read_bytes

CURLY = "“We deny it,” the minister’s office said — twice… at the café."
CYRILLIC = "Министерство отвергло обвинение и потребовало извинений от соседней страны. " * 4

# Bytes, the label that came with them, the text.
DECODED = [
    (CURLY.encode(), None, CURLY),
    (CURLY.encode(), "iso-8859-1", CURLY),
    (CURLY.encode(), "utf-16", CURLY),
    (CURLY.encode(), "no-such-charset", CURLY),
    (CURLY.encode(), "unicode_escape", CURLY),
    (codecs.BOM_UTF8 + CURLY.encode(), None, CURLY),
    (codecs.BOM_UTF16_LE + CURLY.encode("utf-16-le"), None, CURLY),
    (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), "utf-8", CURLY),
    (codecs.BOM_UTF32_LE + CURLY.encode("utf-32-le"), None, CURLY),
    (codecs.BOM_UTF32_BE + CURLY.encode("utf-32-be"), None, CURLY),
    (CURLY.encode("utf-16-le"), None, CURLY),
    (CURLY.encode("utf-16-be"), None, CURLY),
    (CURLY.encode("utf-32-le"), None, CURLY),
    (CURLY.encode("utf-32-be"), None, CURLY),
    (CURLY.encode("cp1252"), None, CURLY),
    (CURLY.encode("cp1252"), "latin-1", CURLY),
    (CURLY.encode("cp1252"), "utf-8", CURLY),
    (CURLY.encode("cp1252"), "gb2312", CURLY),
    (CYRILLIC.encode("cp1251"), "windows-1251", CYRILLIC),
    (CYRILLIC.encode("cp1251"), None, CYRILLIC),
    (CYRILLIC.encode("koi8-r"), None, CYRILLIC),
    ("日本語の声明".encode("iso-2022-jp"), "iso-2022-jp", "日本語の声明"),
    # UTF-8 with one line from a Windows text, and UTF-8 cut in the middle of a character.
    ("“Café” é — ".encode() + b"the minister\x92s office", None, "“Café” é — the minister’s office"),
    (("é" * 9 + "€").encode()[:-1], None, "é" * 9 + "â‚"),
    (b"one\r\n\r\ntwo\rthree\n", None, "one\r\n\r\ntwo\rthree\n"),
    (b"a text with \x00 one stray NUL in it", None, "a text with \ufffd one stray NUL in it"),
    (codecs.BOM_UTF16_LE + "odd".encode("utf-16-le") + b"x", None, "odd\ufffd"),
]
# First bytes, a word of what the error calls it.
BINARY = [
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"PK\x03\x04\x14\x00", "zip"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    (b"\xff\xd8\xff\xe0", "JPEG"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"{\\rtf1\\ansi", "rich text"),
    (b"\x7fELF\x02", "program"),
    (bytes(range(256)) * 20, "control characters"),
    (b"text" + b"\x00" * 500 + b"more text" * 40, "control characters"),
]


def document(raw: bytes, name: str = "report.txt", given: Given | None = None) -> Document:
    (found,) = read_bytes(raw, name, given)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(("raw", "label", "text"), DECODED)
def test_bytes_are_read_as_what_they_are(raw: bytes, label: str | None, text: str) -> None:
    assert plain.decoded(raw, "report.txt", label) == text


@pytest.mark.parametrize(("raw", "word"), BINARY)
@pytest.mark.parametrize("name", ["report.txt", "report.html", "report.json", "report"])
def test_what_is_no_text_is_named(raw: bytes, word: str, name: str) -> None:
    (found,) = read_bytes(raw, name)
    assert isinstance(found, Failure)
    assert isinstance(found.error, UnreadableReport)
    assert name in found.error.message
    assert word in found.error.message
    assert found.error.hint


@pytest.mark.parametrize("raw", [b"", b" \r\n\t \n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\x00"])
@pytest.mark.parametrize("name", ["empty.txt", "empty.html", "empty.jsonl", "empty"])
def test_an_empty_file_is_an_error(raw: bytes, name: str) -> None:
    (found,) = read_bytes(raw, name)
    assert isinstance(found, Failure)
    assert isinstance(found.error, UnreadableReport)
    assert found.error.hint


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_text_is_never_rewritten(text: str) -> None:
    raw = text.encode()
    if raw.startswith((codecs.BOM_UTF8, b"{", b"[", b"<")) or text.lstrip()[:1] in "<{[":
        return
    found = list(read_bytes(raw, "report.txt"))
    assert isinstance(found[0], Failure) or found[0].text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_reason(raw: bytes) -> None:
    for name in ("a.txt", "a.html", "a.jsonl", "a"):
        for found in read_bytes(raw, name):
            assert isinstance(found, Document) or found.error.hint


def test_ten_megabytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = "Headline of it\n\n" + "The ministry denied it. " * 420_000
    path.write_text(text, encoding="utf-8")
    tracemalloc.start()
    (found,) = read(str(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found, Document)
    assert len(found.text) == len(text)
    assert found.title == "Headline of it"
    assert peak < 10 * len(text)


def test_what_the_user_gives_wins() -> None:
    from datetime import date

    raw = b"Ship sale denied\n\nHAVN, March 7, 2022 (Wire) - The ministry denied it. It said so."
    plainly, told = (
        document(raw),
        document(raw, given=Given(date(2020, 1, 2), "Post", "Another title", "https://p.example/")),
    )
    assert (plainly.published, plainly.publisher, plainly.title, plainly.url) == (
        date(2022, 3, 7),
        None,
        "Ship sale denied",
        None,
    )
    assert (told.published, told.publisher) == (date(2020, 1, 2), "Post")
    assert (told.title, told.url) == ("Another title", "https://p.example/")
    assert told.text == plainly.text
    assert told.text[told.body :].startswith("HAVN")


def test_a_year_from_the_address_completes_a_dateline() -> None:
    raw = b"HAVN, March 7 (Wire) - The ministry denied it. It said so."
    assert document(raw).published is None
    assert str(document(raw, given=Given(url="https://post.example/2022/ship")).published) == "2022-03-07"


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (missing,) = read(str(tmp_path / "none.txt"))
    (folder,) = read(str(tmp_path))
    assert isinstance(missing, Failure)
    assert isinstance(missing.error, UnreachableReport)
    assert isinstance(folder, Failure)
    assert "folder" in folder.error.message
    assert folder.error.hint


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The ministry denied it. " * 100, encoding="utf-8")
    (found,) = read(str(path), limits=Limits(max_file_bytes=1000))
    assert isinstance(found, Failure)
    assert "larger" in found.error.message


def test_standard_input() -> None:
    import io

    (found,) = read("-", stdin=io.BytesIO("The ministry denied it.".encode("utf-16")))
    assert isinstance(found, Document)
    assert found.text == "The ministry denied it."
    (page,) = read("-", stdin=io.BytesIO(b"<!doctype html><p>The ministry denied it.</p>"))
    assert isinstance(page, Document)
    assert page.text == "The ministry denied it."
    (empty,) = read("-", stdin=io.BytesIO(b""))
    assert isinstance(empty, Failure)
    assert "standard input" in empty.error.message


def test_an_address_in_the_first_line_is_where_the_text_stood() -> None:
    text = (
        "https://courier.example/2022/03/07/pier\n\nPier not sold\n\nThe board denied on Monday that it had sold it.\n"
    )
    (found,) = read_bytes(text.encode(), "a.txt")
    assert isinstance(found, Document)
    assert (found.text, found.url, found.title) == (text, text.split()[0], "Pier not sold")
    assert found.published == date(2022, 3, 7)
    assert found.body == text.index("The board")
    (named,) = read_bytes(text.encode(), "a.txt", Given(url="https://c.example/1"))
    assert isinstance(named, Document)
    assert named.url == "https://c.example/1"
