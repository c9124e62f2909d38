"""The letters of a PDF's pages as PDFium gives them, each with its box as a reader sees the page."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ...errors import UnreadableReport
from ..metadata import language_code
from ..original import Original

# PDFium's sign for a hyphen at the end of a line; it stands for the hyphen that is printed.
HYPHEN = "\x02"
# Boxes are asked for in hundredths of a point.
_FINE = 100
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Errors of PDFium (fpdfview.h) and what they mean to a reader.
_PASSWORD = "assword"


@dataclass(frozen=True, slots=True)
class Letter:
    """`char` is what one character of PDFium stands for, `at` its number among those of all pages, -1 for a space that
    only the gap shows. Left, top, right, bottom and base line are in points from the upper left corner."""

    char: str
    at: int
    left: float
    top: float
    right: float
    bottom: float
    base: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its letters in the order in which they were drawn."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]


def pages(original: Original) -> list[Page]:
    """All pages; UnreadableReport when the file needs a password, is damaged, or holds more than a report may."""
    found: list[Page] = []
    count = 0
    with _opened(original) as pdf:
        for number in range(len(pdf)):
            page, taken = _page(pdf, number, count)
            count += taken
            if count > original.limits.max_bytes:
                most = original.limits.max_bytes / 1e6
                raise UnreadableReport(f"{original.name} holds more than {most:g} million characters", "split it")
            found.append(page)
    return found


def main_size(found: list[Page]) -> float:
    """The height of most letters, in points; 10 without any."""
    sizes = Counter(round(letter.bottom - letter.top, 1) for page in found for letter in page.letters)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def title(original: Original) -> str | None:
    """The title in the file's own data, as it stands there."""
    with _opened(original) as pdf:
        return " ".join(str(pdf.get_metadata_value("Title")).replace("\x00", "").split()) or None


def language(original: Original) -> str | None:
    """The language that the file says it is in."""
    import pypdfium2.raw as raw

    with _opened(original) as pdf:
        size = raw.FPDFCatalog_GetLanguage(pdf, None, 0) if hasattr(raw, "FPDFCatalog_GetLanguage") else 0
        if not 2 < size < 100:
            return None
        buffer = (raw.FPDF_WCHAR * (size // 2))()
        raw.FPDFCatalog_GetLanguage(pdf, buffer, size)
        return language_code(bytes(buffer).decode("utf-16-le", "ignore").rstrip("\x00"))


@contextmanager
def _opened(original: Original) -> Iterator[Any]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(original.raw)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error):
            hint = "open it with its password and save it without one"
            raise UnreadableReport(f"{original.name} is encrypted", hint) from error
        raise UnreadableReport(
            f"{original.name} is no whole PDF: {error}", "it may be cut short; copy it again"
        ) from error
    try:
        yield pdf
    finally:
        pdf.close()


def _page(pdf: Any, number: int, before: int) -> tuple[Page, int]:
    """The page, and how many characters PDFium counts on it."""
    import pypdfium2

    try:
        page = pdf[number]
        letters = page.get_textpage()
    except pypdfium2.PdfiumError:  # one damaged page costs no other
        return Page(number + 1, 0, 0, ()), 0
    width, height = page.get_size()
    shown = _Shown(page, width, height)
    count = letters.count_chars()
    found = tuple(_letters(letters, count, before, shown))
    letters.close()
    page.close()
    return Page(number + 1, width, height, found), count


class _Shown:
    """Places on the page as it is shown: turned as it says, counted from the upper left corner."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        corner, right, up = (self._device(page, width, height, *point) for point in ((0, 0), (1000, 0), (0, 1000)))
        self.x0, self.y0 = corner
        self.right = ((right[0] - corner[0]) / 1000, (right[1] - corner[1]) / 1000)
        self.up = ((up[0] - corner[0]) / 1000, (up[1] - corner[1]) / 1000)

    @staticmethod
    def _device(page: Any, width: float, height: float, x: float, y: float) -> tuple[float, float]:
        import pypdfium2.raw as raw

        across, down = ctypes.c_int(), ctypes.c_int()
        size = (round(width * _FINE), round(height * _FINE))
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (self.x0 + x * self.right[0] + y * self.up[0], self.y0 + x * self.right[1] + y * self.up[1])

    def is_level(self, angle: float) -> bool:
        """True for a line of text that runs across the page as it is shown, whatever way the page was turned."""
        x, y = math.cos(angle), math.sin(angle)
        return abs(x * self.right[1] + y * self.up[1]) < 0.2


def _letters(text: Any, count: int, before: int, shown: _Shown) -> Iterator[Letter]:
    import pypdfium2.raw as raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (0, 10, 13) or not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        if not shown.is_level(raw.FPDFText_GetCharAngle(text, i)):
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        (left, top), (right, bottom) = shown.at(box.left, box.top), shown.at(box.right, box.bottom)
        left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        at = -1 if raw.FPDFText_IsGenerated(text, i) == 1 else before + i
        char = "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        for part in _LIGATURES.get(char, HYPHEN if char in "\ufffe\xad" else char):
            yield Letter(part, at, left, top, right, bottom, shown.at(x.value, y.value)[1])
