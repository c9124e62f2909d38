"""Mails, one (EML) or many (MBOX): the body is a report, so is each attachment that can be read."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from ..errors import UnreadableReport
from ..ledger.document import Document
from . import dates, plain
from .dated import MAIL
from .fragment import fragment
from .lines import lines, too_long
from .original import Failure, Found, Original, Told
from .report import Body, document

_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):")
# A mail has one of the first and one of the second among its fields.
_FROM = frozenset({b"from", b"sender", b"return-path"})
_ONLY_MAIL = frozenset({b"message-id", b"mime-version", b"received", b"delivered-to"})
_ENVELOPE = re.compile(rb"From \S+ .{0,40}\d\d:\d\d")
# Attachments that hold no report.
_NO_REPORT = re.compile(
    r"(?:image|audio|video|font)/|application/(?:pkcs7|pgp|x-pkcs7|ics|octet-stream-signature)|text/(?:calendar|v-?card)"
)
_LONGEST_FIELD = 2_000
# A plain part this much shorter than what the HTML part shows says only that there is one.
_STUB = 4


def read(original: Original) -> Iterator[Found]:
    """The reports in one mail: its body, then its attachments.

    The body is the plain part where there is one, as it stands, else what the HTML part shows. Offsets and `pieces`
    count code points of that part as decoded.
    """
    message = email.message_from_bytes(original.raw)
    told = Told(
        _field(message, "Subject"),
        _publisher(message),
        dates.day_of(_field(message, "Date")),
        language=_language(message),
        dated_by=MAIL,
    )
    parts = list(_parts(message))
    body = _body(original, parts)
    if body is not None:
        yield document(original, original.name, body, told)
    found = body is not None
    for part in parts:
        if _is_attached(part) and not _NO_REPORT.match(part.get_content_type()):
            found = True
            yield from _attachment(original, part, told)
    if not found:
        raise UnreadableReport(f"{original.name} is a mail without a text", "check that the right mail was saved")


def read_box(original: Original) -> Iterator[Found]:
    """The reports in all mails of an mbox file, one at a time; a bad mail is a Failure, the rest go on.

    Not mailbox.mbox of the standard library: it wants a path, and keeps lines of any length.
    """
    most = original.limits.max_bytes
    for number, raw in enumerate(_mails(original), 1):
        where = f"{original.name}#{number}"
        if isinstance(raw, int):
            yield Failure(where, too_long(where, raw, most))
            continue
        yield from original.held(Original(raw, where, original.given, media="message/rfc822"))


def is_mail(original: Original) -> bool:
    """True when the content begins with the fields of a mail, and with such as only mails have."""
    names = set()
    for line in original.raw[:16384].lstrip(b"\r\n").splitlines():
        if not line.strip():
            break
        match = _FIELD.match(line)
        if match:
            names.add(match.group(1).lower())
        elif not line.startswith((b" ", b"\t")):
            return False
    return bool(names & _FROM and names & _ONLY_MAIL)


def is_box(original: Original) -> bool:
    """True when the content begins as an mbox file does: with the envelope of a mail."""
    return bool(_ENVELOPE.match(original.raw)) and is_mail(
        replace(original, raw=original.raw.split(b"\n", 1)[-1], file=None)
    )


def _mails(original: Original) -> Iterator[bytes | int]:
    """Each mail, or its size where that is more than a report may have."""
    kept: list[bytes] = []
    size, is_blank, most = 0, True, original.limits.max_bytes
    for line in lines(original.opened(), most):
        if not isinstance(line, int) and is_blank and line.startswith(b"From ") and _ENVELOPE.match(line):
            if size:
                yield size if size > most else b"".join(kept)
            kept, size, is_blank = [], 0, False
            continue
        size += line if isinstance(line, int) else len(line)
        is_blank = not isinstance(line, int) and not line.strip()
        if size > most or isinstance(line, int):
            kept = []
        else:
            kept.append(line[1:] if re.match(rb">+From ", line) else line)
    if size:
        yield size if size > most else b"".join(kept)


def _parts(message: Message) -> Iterator[Message]:
    """The leaves of the mail; a mail that is attached is one leaf."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    is_named = part.get_filename() is not None and part.get_content_disposition() != "inline"
    return part.get_content_disposition() == "attachment" or is_named or part.get_content_type() == "message/rfc822"


def _body(original: Original, parts: list[Message]) -> Body | None:
    bodies = [part for part in parts if not _is_attached(part)]
    text, markup = (
        next((_decoded(original, part) for part in bodies if part.get_content_type() == kind), "")
        for kind in ("text/plain", "text/html")
    )
    shown, pieces = fragment(markup) if markup.strip() else ("", ())
    if text.strip() and len(text.strip()) * _STUB > len(shown):
        return Body(text)
    return Body(shown, pieces) if shown.strip() else None


def _decoded(original: Original, part: Message) -> str:
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return (
        plain.decoded(raw, original.name, charset if charset != "us-ascii" else None) if isinstance(raw, bytes) else ""
    )


def _attachment(original: Original, part: Message, told: Told) -> Iterator[Found]:
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and isinstance(inner[0], Message):
        raw: object = inner[0].as_bytes()
    else:
        raw = part.get_payload(decode=True)
    name = _shown(part.get_filename()) or f"attachment.{part.get_content_subtype()}"
    where = f"{original.name}/{name}"
    if not isinstance(raw, bytes):
        return
    media = part.get_content_type()
    for found in original.held(Original(raw, where, original.given, None, part.get_content_charset(), media)):
        is_undated = isinstance(found, Document) and found.published is None
        if is_undated and isinstance(found, Document):
            found = replace(found, published=told.published, dated_by=told.dated_by)
        yield found


def _field(message: Message, name: str) -> str | None:
    return _shown(str(message.get(name, ""))[:_LONGEST_FIELD])


def _shown(value: str | None) -> str | None:
    """A field as a person reads it: encoded words decoded, one line, no unpaired surrogate."""
    try:
        decoded = str(make_header(decode_header(value or "")))
    except (ValueError, LookupError):
        decoded = value or ""
    return " ".join(decoded.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").split()) or None


def _publisher(message: Message) -> str | None:
    """The name in From, or the host of its address."""
    name, address = parseaddr(_field(message, "From") or "")
    return name or address.rpartition("@")[2] or None


def _language(message: Message) -> str | None:
    from .metadata import language_code

    return language_code(_field(message, "Content-Language"))
