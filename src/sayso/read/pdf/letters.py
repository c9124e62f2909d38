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

Box = tuple[float, float, float, float]
# PDFium's sign for a hyphen at the end of a line; it stands for the hyphen that is printed.
HYPHEN = "\x02"
# Boxes are asked for in hundredths of a point.
_FINE = 100
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Cosine and sine of text that is turned by no, one, two, three quarters; how far, in quarters, it may slant.
_QUARTERS = ((1, 0), (0, 1), (-1, 0), (0, -1))
_SLANT = 0.1
# Errors of PDFium (fpdfview.h) and what they mean to a reader.
_PASSWORD = "assword"


@dataclass(frozen=True, slots=True)
class Letter:
    """`char` is what one character of PDFium stands for, `at` its number among those of all pages, -1 for a space that
    only the gap shows. Left, top, right, bottom and base line are in points from the upper left corner of
    the page, turned so that its text is level."""

    char: str
    at: int
    left: float
    top: float
    right: float
    bottom: float
    base: float


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is turned to have its text level: text at (x, y) of the PDF's own page, which counts from below, is
    laid out at (x cos + y sin, x sin - y cos) from a corner; `x0` to `up` lead from the PDF's page to the one shown."""

    cos: int
    sin: int
    corner: tuple[float, float]
    x0: float
    y0: float
    right: tuple[float, float]
    up: tuple[float, float]

    def level(self, x: float, y: float) -> tuple[float, float]:
        return x * self.cos + y * self.sin - self.corner[0], x * self.sin - y * self.cos - self.corner[1]

    def shown(self, box: Box) -> Box:
        """Where a box of the level page stands on the page as a reader sees it."""
        (left, top), (right, bottom) = self._shown(box[0], box[1]), self._shown(box[2], box[3])
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def _shown(self, across: float, down: float) -> tuple[float, float]:
        across, down = across + self.corner[0], down + self.corner[1]
        x, y = across * self.cos + down * self.sin, across * self.sin - down * self.cos
        return self.x0 + x * self.right[0] + y * self.up[0], self.y0 + x * self.right[1] + y * self.up[1]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its letters in the order in which they were drawn."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    frame: Frame


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
        text = page.get_textpage()
    except pypdfium2.PdfiumError:  # one damaged page costs no other
        return Page(number + 1, 0, 0, (), Frame(1, 0, (0, 0), 0, 0, (1, 0), (0, 1))), 0
    count = text.count_chars()
    turns = _turns(text, count)
    most = Counter(turns).most_common(1)[0][0] if turns else 0
    frame, width, height = _frame(page, most)
    found = tuple(_letters(text, [turn == most for turn in turns], before, frame))
    text.close()
    page.close()
    return Page(number + 1, width, height, found, frame), count


def _frame(page: Any, turn: int) -> tuple[Frame, float, float]:
    """The frame for text that is turned by so many quarters, and the size of the level page."""
    cos, sin = _QUARTERS[turn]
    left, bottom, right, top = page.get_bbox()
    corners = [(x * cos + y * sin, x * sin - y * cos) for x in (left, right) for y in (bottom, top)]
    (x0, y0), (x1, y1) = ((side(c[0] for c in corners), side(c[1] for c in corners)) for side in (min, max))
    width, height = page.get_size()
    origin, across, up = (_device(page, width, height, *point) for point in ((0, 0), (1000, 0), (0, 1000)))
    axes = [((one[0] - origin[0]) / 1000, (one[1] - origin[1]) / 1000) for one in (across, up)]
    return Frame(cos, sin, (x0, y0), *origin, *axes), x1 - x0, y1 - y0


def _device(page: Any, width: float, height: float, x: float, y: float) -> tuple[float, float]:
    """Where a point of the PDF's page is shown, in points from the upper left corner."""
    import pypdfium2.raw as raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _turns(text: Any, count: int) -> list[int]:
    """For each character by how many quarters its line is turned, against the clock; -1 for a slanting one.

    PDFium counts with the clock.
    """
    import pypdfium2.raw as raw

    quarters = (-raw.FPDFText_GetCharAngle(text, i) / (math.pi / 2) for i in range(count))
    return [round(quarter) % 4 if abs(quarter - round(quarter)) < _SLANT else -1 for quarter in quarters]


def _letters(text: Any, is_level: list[bool], before: int, frame: Frame) -> Iterator[Letter]:
    import pypdfium2.raw as raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i, is_one in enumerate(is_level):
        code = raw.FPDFText_GetUnicode(text, i)
        if not is_one or code in (0, 10, 13) or not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        (left, top), (right, bottom) = frame.level(box.left, box.top), frame.level(box.right, box.bottom)
        left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        at = -1 if raw.FPDFText_IsGenerated(text, i) == 1 else before + i
        char = "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        for part in _LIGATURES.get(char, HYPHEN if char in "\ufffe\xad" else char):
            yield Letter(part, at, left, top, right, bottom, frame.level(x.value, y.value)[1])
