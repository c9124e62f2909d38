"""Web archives as warcio writes them, zip archives, gzipped files: what is inside is read, what is hostile ends."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.ledger import Document
from sayso.read import Failure, Limits, read, read_bytes

from .printed import paper

PAGE = (
    b"<!doctype html><html lang='en'><head><title>Pier not sold</title><meta property='og:site_name' content='Courier'>"
    b"<meta property='article:published_time' content='2022-03-07'></head><body><h1>Pier not sold</h1><p>The harbour "
    b"board denied on Monday that it had sold the old pier to a cruise company.</p></body></html>"
)
SITE = "https://courier.example"
# Address, status, content type, body: what a crawler stores of a site.
ANSWERS = [
    (f"{SITE}/pier", "200 OK", "text/html; charset=utf-8", PAGE),
    (f"{SITE}/logo.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
    (f"{SITE}/gone", "404 Not Found", "text/html", b"<html><body><p>There is nothing to be seen here at all.</p>"),
    (f"{SITE}/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
    (f"{SITE}/empty", "200 OK", "text/html", b"<html><body></body></html>"),
    (f"{SITE}/paper", "200 OK", "application/pdf", paper()),
    (f"{SITE}/note", "200 OK", "text/plain", b"The town hall said the pier was sound."),
    (f"{SITE}/list", "200 OK", "text/plain", b"https://other.example/1\nhttps://other.example/2\n"),
]


def warc(answers: list[tuple[str, str, str, bytes]] = ANSWERS, *, is_packed: bool = True) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=is_packed)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "a test"}))
    for url, status, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))
    return file.getvalue()


@pytest.mark.parametrize("is_packed", [True, False])
def test_the_pages_of_a_web_archive(is_packed: bool) -> None:
    page, empty, pdf, note, listed = read_bytes(warc(is_packed=is_packed), "crawl")
    assert isinstance(page, Document)
    assert page.text.startswith("Pier not sold\n\nThe harbour board denied")
    assert (page.publisher, page.url, page.path) == ("Courier", f"{SITE}/pier", f"crawl#{SITE}/pier")
    assert page.origin_of(page.text.index("denied")) == PAGE.index(b"denied")
    assert isinstance(empty, Failure)
    assert empty.where == f"crawl#{SITE}/empty"
    assert isinstance(pdf, Document)
    assert pdf.places
    assert isinstance(note, Document)
    assert isinstance(listed, Failure)  # nothing in an archive sends anybody to the net
    assert "lies in another file" in listed.error.message


def test_a_page_that_unpacks_to_too_much_costs_no_other() -> None:
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
    )
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    bomb = gzip.compress(PAGE + b" " * 50_000_000, 1)
    writer.write_record(writer.create_warc_record(f"{SITE}/b", "response", io.BytesIO(bomb), http_headers=headers))
    large, page, *_ = read_bytes(file.getvalue() + warc(), "crawl.warc.gz", limits=Limits(max_bytes=1_000_000))
    assert isinstance(large, Failure)
    assert "MB long" in large.error.message
    assert isinstance(page, Document)


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_web_archive_that_is_cut_keeps_what_stands_before(is_packed: bool) -> None:
    whole = warc(ANSWERS[:1], is_packed=is_packed)
    cut = whole + warc(ANSWERS[-2:-1], is_packed=is_packed)[:-60]
    found = list(read_bytes(cut, "crawl.warc"))
    assert isinstance(found[0], Document)
    assert all(isinstance(one, Failure) for one in found[1:])


def test_a_header_without_an_end_ends(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    with path.open("wb") as file:
        file.write(warc(ANSWERS[:1], is_packed=False) + b"WARC/1.0\r\nWARC-Type: response\r\nX: ")
        file.seek(500_000_000, io.SEEK_CUR)  # a hole: it takes no room on the disk
        file.write(b"\r\n\r\n")
    page, damaged = read(str(path))
    assert isinstance(page, Document)
    assert isinstance(damaged, Failure)
    assert "a line of a header has no end" in damaged.error.message


def wacz(pages: list[str] | None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("archive/data.warc.gz", warc())
        packed.writestr("datapackage.json", "{}")
        if pages is not None:
            rows = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": url} for url in pages)]
            packed.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, rows)))
    return file.getvalue()


def test_a_wacz_is_its_pages() -> None:
    (page,) = read_bytes(wacz([f"{SITE}/pier"]), "crawl.wacz")
    assert isinstance(page, Document)
    assert page.path == f"crawl.wacz/archive/data.warc.gz#{SITE}/pier"
    assert len(list(read_bytes(wacz(None), "crawl.wacz"))) == 5


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files.items():
            packed.writestr(name, raw)
    return file.getvalue()


def test_a_zip_archive_is_the_reports_in_it(tmp_path: Path) -> None:
    files = {
        "a/page.html": PAGE,
        "a/": b"",
        "__MACOSX/._page.html": b"\x00\x05",
        "b.jsonl": b'{"text": "It was denied."}\n{"no": 1}\n',
        "logo.png": b"\x89PNG\r\n\x1a\n",
        "c.warc.gz": warc(ANSWERS[:1]),
    }
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(files))
    page, row, bad, logo, crawled = read(str(path))
    assert isinstance(page, Document)
    assert page.path == f"{path}/a/page.html"
    assert isinstance(row, Document)
    assert isinstance(bad, Failure)
    assert isinstance(logo, Failure)
    assert "PNG" in logo.error.message
    assert isinstance(crawled, Document)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.txt.gz", "a.gz"])
def test_a_packed_file_is_what_it_packs(tmp_path: Path, name: str) -> None:
    raw = {"a.jsonl.gz": b'{"text": "It was denied."}', "a.csv.gz": b"text,title\nIt was denied.,x\n"}
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw.get(name, b"It was denied.")))
    (found,) = read(str(path))
    assert isinstance(found, Document)
    assert found.text == "It was denied."


def _overlapping() -> bytes:
    """A zip whose directory names one file a thousand times."""
    raw = zipped({"a.txt": b"It was denied. " * 100_000})
    at = raw.index(b"PK\x01\x02")
    end = raw.rindex(b"PK\x05\x06")
    row, tail = raw[at:end], bytearray(raw[end:])
    tail[8:12] = (1000).to_bytes(2, "little") * 2
    tail[12:16] = (len(row) * 1000).to_bytes(4, "little")
    return raw[:at] + row * 1000 + bytes(tail)


HOSTILE = [
    (zipped({}), "empty zip"),
    (zipped({"a.txt": b"x" * 2000})[:-30], "no whole zip archive"),
    (zipped({"xl/workbook.xml": b"<x/>"}), "a spreadsheet"),
    (gzip.compress(b"It was denied. " * 1000)[:-20], "damaged or cut short"),
    (gzip.compress(b"It was denied. " * 1_000_000), "unpacks to more than"),
    (_overlapping(), "unpacks to more than"),
]


@pytest.mark.parametrize(("raw", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_cannot_be_read_says_why(raw: bytes, message: str) -> None:
    found = list(read_bytes(raw, "a.zip", limits=Limits(max_unpacked_bytes=4_000_000)))
    assert isinstance(found[-1], Failure)
    assert message in found[-1].error.message
