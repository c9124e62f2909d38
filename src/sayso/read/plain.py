"""Bytes as text: the encoding they are really in, whatever their label says, and the text exactly as decoded."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..errors import UnreadableReport
from ..ledger.document import Document
from . import dates, opening
from .dated import USER, first
from .original import Original
from .signature import is_binary, refuse_binary

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that the web uses for what is in truth Windows-1252 (WHATWG Encoding Standard, section 4.2).
_WINDOWS = frozenset({"ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "ansi", "cp819"})
# Encodings whose bytes are all valid ASCII: only their label tells them from it.
_ESCAPED = re.compile(r"^iso-?2022|^hz", re.IGNORECASE)
# A label comes from a stranger: of what Python can decode only these are encodings of texts.
_CHARSETS = (
    "cp",
    "iso",
    "latin",
    "koi8",
    "mac",
    "big5",
    "gb",
    "euc",
    "shift",
    "hz",
    "johab",
    "tis",
    "ptcp",
    "kz",
    "utf-8",
)
# Where a page or an XML file itself says what its encoding is.
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# Where no more than this share of the bytes is above 127, the text is in Latin letters with some punctuation.
_MOSTLY_ASCII = 0.08
_SAMPLE = 200_000
HEAD = 4096


def read(original: Original) -> Iterator[Document]:
    """The one Document of a plain text. UnreadableReport when it is empty or no text."""
    refuse_binary(original.raw, original.name)
    text = decoded(original.raw, original.name, original.charset)
    if not text.strip():
        raise UnreadableReport(f"{original.name} is empty", "check that the right file was saved")
    given = original.given
    url = given.url or original.url or opening.address(text)
    start = opening.read(text)
    day, by = first((given.published, USER), start.dated(dates.day_in_address(url), dates.year_in(None, url)))
    yield Document(
        text=text,
        path=original.name if original.url is None else None,
        url=url,
        title=given.title or start.title,
        publisher=given.publisher,
        published=day,
        body=start.body,
        dated_by=by,
    )


def decoded(raw: bytes, name: str, charset: str | None = None) -> str:
    """`raw` as text. A byte-order mark is obeyed and dropped; line ends stay as they are.

    After the mark, valid UTF-8 is UTF-8 whatever the label says; then the label, then what the bytes look like.
    A stray NUL, which no text means and no database takes, decodes to U+FFFD, one for one; bytes with many of them
    are UTF-16 or UTF-32 without a mark, or no text: UnreadableReport.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return settled(raw[len(mark) :].decode(encoding, "replace"))
    wide = _unmarked(raw)
    if wide:
        return settled(raw.decode(wide, "replace"))
    if is_binary(raw):
        raise UnreadableReport(
            f"{name} is no text: it holds many control characters",
            "save the report as plain text or HTML and read that",
        )
    return settled(_narrow(raw, _known(charset)))


def head(original: Original) -> str:
    """How the content begins, decoded, for telling what it is; "" where it is no text."""
    try:
        return decoded(original.raw[:HEAD], original.name)
    except UnreadableReport:
        return ""


def encoding_of(original: Original) -> str:
    """The encoding to decode a long file by, piece after piece: that of its beginning, read as `decoded` reads it.

    Where the beginning is ASCII the label, else UTF-8, of which stray bytes are read as Windows-1252.
    """
    raw, label = original.raw[:_SAMPLE], _known(original.charset)
    if raw.isascii():
        return label or "utf-8"
    whole = raw[: raw.rfind(b"\n") + 1] or raw
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(whole) else label or _looked_at(whole) or "cp1252"
    return "utf-8"


def declared(raw: bytes) -> str | None:
    """The encoding that a page or an XML file names in its head."""
    match = _CHARSET.search(raw[:HEAD])
    return match.group(1).decode("ascii", "replace") if match else None


def is_marked(raw: bytes) -> bool:
    """True when a byte-order mark of UTF-16 or UTF-32 opens `raw`: then a newline byte does not end a line."""
    return raw.startswith(tuple(mark for mark, encoding in _MARKS if encoding != "utf-8"))


def settled(text: str) -> str:
    """`text` with U+FFFD for each NUL, so that no database or C string downstream cuts it short."""
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


def _unmarked(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of its ASCII letters stand."""
    head = raw[:4096]
    if head.count(0) * 4 < len(head):
        return None
    zeros = [head[at::4].count(0) * 4 / max(1, len(head)) for at in range(4)]
    shapes = (("utf-32-le", "0111"), ("utf-32-be", "1110"), ("utf-16-le", "0101"), ("utf-16-be", "1010"))
    for encoding, shape in shapes:
        if all((share > 0.6) if mark == "1" else (share < 0.1) for share, mark in zip(zeros, shape, strict=True)):
            return encoding
    return None


def _known(charset: str | None) -> str | None:
    if not charset or charset.strip().lower() in _WINDOWS:
        return "cp1252" if charset else None
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(_CHARSETS) else None


def _narrow(raw: bytes, label: str | None) -> str:
    if label and _ESCAPED.search(label) and b"\x1b" in raw:
        return raw.decode(label, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(raw):
        return raw.decode("utf-8", "sayso-stray")
    for encoding in (label, _looked_at(raw)):
        if encoding and not encoding.startswith("utf"):
            try:
                return raw.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return raw.decode("cp1252", "sayso-stray")


def _is_damaged_utf8(raw: bytes) -> bool:
    """True for UTF-8 with a few stray bytes in it (a cut, or a line pasted from a Windows text)."""
    whole = raw.decode("utf-8", "ignore")
    good = sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", whole))
    bad = len(raw) - len(whole.encode("utf-8"))
    return good > 0 and bad <= good


def _looked_at(raw: bytes) -> str | None:
    """The encoding that the bytes look like: Windows-1252 for mostly ASCII, else what their statistics say."""
    sample = raw[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if high <= len(sample) * _MOSTLY_ASCII and not re.search(rb"[\x81\x8d\x8f\x90\x9d]", sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # 60 ms to import, and most texts are UTF-8

    best = from_bytes(sample).best()
    return best.encoding if best else None


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read each byte that is no UTF-8 as Windows-1252, where such bytes mostly come from; U+FFFD where it has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bytes(bad).decode("cp1252", "replace"), error.end


codecs.register_error("sayso-stray", _stray)
