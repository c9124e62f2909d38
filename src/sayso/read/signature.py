"""What bytes that are no text seem to be, and what to do with such a file."""

from __future__ import annotations

from ..errors import UnreadableReport

_AS_TEXT = "save it as plain text or HTML and read that"
# First bytes of what no reader reads, what they mean, what to do next. No two of these begin alike.
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old office document, or one with a password",
        "save it as DOCX, without a password, and read that",
    ),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "recognise its text first and read that"),
    (b"\xff\xd8\xff", "a JPEG image", "recognise its text first and read that"),
    (b"GIF8", "a GIF image", "recognise its text first and read that"),
    (b"RIFF", "a WebP image or a recording", "read the text of the report instead"),
    (b"II*\x00", "a TIFF image", "recognise its text first and read that"),
    (b"MM\x00*", "a TIFF image", "recognise its text first and read that"),
    (b"BZh", "a bzip2 archive", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first (unxz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first (unzstd)"),
    (b"\x7fELF", "a program", "read the text of the report instead"),
    (b"SQLite format 3\x00", "an SQLite database", "export its articles as JSONL and read that"),
    (b"OggS", "a recording", "read a transcript instead"),
    (b"ID3", "a recording", "read a transcript instead"),
    (b"wOFF", "a font", "read the text of the report instead"),
)
# Control characters that no text holds: all of C0 but tab, line feed, vertical tab, form feed, return, escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
# A text may hold a few stray control characters, but not one in a hundred of many bytes, nor one in five of a few.
_FEW = 8
_MOST_CONTROLS = 0.01
_MOST_OF_FEW = 0.2


def refuse_binary(raw: bytes, name: str) -> None:
    """Raise UnreadableReport when `raw` begins like a known binary format."""
    for first, meaning, advice in SIGNATURES:
        if raw.startswith(first):
            raise UnreadableReport(f"{name} is no text: it seems to be {meaning}", advice)


def is_binary(raw: bytes) -> bool:
    """True when the first 64 KB hold more control characters than a damaged text would."""
    head = raw[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > (len(head) * _MOST_OF_FEW if controls <= _FEW else len(head) * _MOST_CONTROLS)
