"""Mails as the standard library writes them: bodies, attachments, boxes of many, and hostile ones."""

from __future__ import annotations

import io
import mailbox
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from sayso.ledger import Document
from sayso.read import Failure, Limits, read, read_bytes

from .test_word import saved

CLAIM = "The board denied on Monday that it had sold the pier.\n\nFrom the town hall it said so twice.\n"
PAGE = "<html><body><p>The board <b>denied</b> it &amp; said so.</p><p>Twice.</p></body></html>"


def mail(body: str | None = CLAIM, page: str | None = None, subject: str = "Pier: “not sold”") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Port Ellis Courier <news@courier.example>"
    message["To"] = "reader@post.example"
    message["Subject"] = subject
    message["Date"] = "Mon, 07 Mar 2022 23:30:00 -0500"
    message["Message-ID"] = "<1@courier.example>"
    if body is not None:
        message.set_content(body, cte="quoted-printable")
    if page is not None and body is None:
        message.set_content(page, subtype="html", cte="base64")
    elif page is not None:
        message.add_alternative(page, subtype="html")
    return message


def read_all(message: EmailMessage, name: str = "a.eml") -> list[Document | Failure]:
    return list(read_bytes(message.as_bytes(), name))


@pytest.mark.parametrize("name", ["a.eml", "a", "a.txt"])
def test_a_mail(name: str) -> None:
    (found,) = read_all(mail(), name)
    assert isinstance(found, Document)
    assert found.text == CLAIM
    assert (found.title, found.publisher, found.published) == (
        "Pier: “not sold”",
        "Port Ellis Courier",
        date(2022, 3, 7),
    )
    assert (found.path, found.url, found.origin_of(4)) == (name, None, 4)


def test_a_mail_in_html_is_mapped_to_its_part() -> None:
    (found,) = read_all(mail(None, PAGE))
    assert isinstance(found, Document)
    assert found.text == "The board denied it & said so.\n\nTwice."
    assert found.origin_of(found.text.index("denied")) == PAGE.index("denied")


@pytest.mark.parametrize(
    ("body", "text"),
    [(CLAIM, CLAIM), ("See the page.\n", "The board denied it " * 20), ("", "The board denied it " * 20)],
)
def test_the_plain_part_unless_it_is_a_stub(body: str, text: str) -> None:
    page = PAGE if body == CLAIM else f"<p>{'The board denied it ' * 20}</p>"
    (found,) = read_all(mail(body, page))
    assert isinstance(found, Document)
    assert found.text.strip() == text.strip()


def test_attachments_are_reports_of_their_own() -> None:
    message = mail()
    word = "application", "vnd.openxmlformats-officedocument.wordprocessingml.document"
    message.add_attachment(saved(["Norline demanded an apology."]), *word, filename="é press.docx")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png")
    message.add_attachment(b"%PDF-1.4 cut", "application", "pdf", filename="cut.pdf")
    message.add_attachment(mail("It was forwarded, she said.\n"))
    body, press, cut, forwarded = read_all(message)
    assert isinstance(body, Document)
    assert isinstance(press, Document)
    assert (press.text, press.path) == ("Norline demanded an apology.", "a.eml/é press.docx")
    assert press.published == date(2022, 3, 7)
    assert isinstance(cut, Failure)
    assert cut.where == "a.eml/cut.pdf"
    assert isinstance(forwarded, Document)
    assert forwarded.text == "It was forwarded, she said.\n"


def box(path: Path, *messages: EmailMessage) -> str:
    made = mailbox.mbox(path)
    for message in messages:
        made.add(message)
    made.close()
    return str(path)


def test_a_box_of_mails(tmp_path: Path) -> None:
    path = box(tmp_path / "all.mbox", mail(), mail(None, PAGE), mail("  \n"), mail("The last one, he said.\n"))
    first, second, third, fourth = read(path)
    assert isinstance(first, Document)
    assert first.text.rstrip() == CLAIM.rstrip()  # with its line that begins “From”
    assert first.path == f"{path}#1"
    assert isinstance(second, Document)
    assert isinstance(third, Failure)
    assert third.where == f"{path}#3"
    assert isinstance(fourth, Document)


def test_a_mail_that_is_too_long_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    box(path, mail())
    with path.open("r+b") as file:
        file.seek(0, io.SEEK_END)
        file.write(b"From a@b.example Mon Mar  7 23:30:00 2022\nSubject: x\nMessage-ID: <2@x>\nFrom: a@b\n\n")
        file.seek(500_000_000, io.SEEK_CUR)  # a hole: it takes no room on the disk
        file.write(b"\n\nFrom a@b.example Mon Mar  7 23:30:00 2022\nFrom: a@b\nMessage-ID: <3@x>\n\nIt was denied.\n")
    first, second, third = read(str(path), limits=Limits(max_bytes=1_000_000))
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert "500 MB long" in second.error.message
    assert isinstance(third, Document)
    assert third.text == "It was denied.\n"


def _nested(depth: int) -> bytes:
    message = mail("The innermost, he said.\n")
    for _ in range(depth):
        outer = mail("Forwarded, she said.\n")
        outer.add_attachment(message)
        message = outer
    return message.as_bytes()


def _zipped() -> bytes:
    raw = b"The board denied it."
    for _ in range(6):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("inner.zip" if raw.startswith(b"PK") else "a.txt", raw)
        raw = file.getvalue()
    return raw


def test_what_is_nested_too_deeply_ends() -> None:
    found = list(read_bytes(_nested(6), "a.eml"))
    assert [type(one) for one in found] == [Document] * 4 + [Failure]
    (deep,) = read_bytes(_zipped(), "a.zip")
    assert isinstance(deep, Failure)
    assert "too deep" in deep.error.message


HOSTILE = [
    (b"From: a@b\nMessage-ID: <1@x>\nSubject: x\n\n", "without a text"),
    (b"From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "without a text"),
    (b"From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!", ""),
    (b"From: a@b\nMIME-Version: 1.0\nSubject: =?utf-8?b?/////w==?= =?nope?q?x?=\n\n \n", "without a text"),
    (
        b"From: a@b\nMIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(3000)),
        "",
    ),
]


@pytest.mark.parametrize(("raw", "message"), HOSTILE)
def test_what_cannot_be_read_says_why(raw: bytes, message: str) -> None:
    for found in read_bytes(raw, "a.eml"):
        assert isinstance(found, Failure) or found.text.strip()
        assert isinstance(found, Document) or message in found.error.message
