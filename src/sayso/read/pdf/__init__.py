"""A PDF as a Document; what reads its pages is loaded when the first one comes."""

from __future__ import annotations

from collections.abc import Iterator

from ...ledger.document import Document
from ..original import Original


def read(original: Original) -> Iterator[Document]:
    """As `pages.read`, which loads numpy: whoever asks for help should not wait for it."""
    from . import pages

    yield from pages.read(original)


def is_pdf(original: Original) -> bool:
    """True when a PDF begins within the first kilobyte, as its standard allows."""
    return b"%PDF-" in original.raw[:1024] and not original.raw.startswith((b"From ", b"PK", b"WARC"))
