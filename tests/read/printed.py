"""Newspapers set by reportlab: two columns, words parted at line ends, running heads, a headline across."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HEADLINE = "Harbour board denies the sale of the old pier"
# Each column as its lines are set; a hyphen at an end parts a word, or is its own.
LEFT = (
    "PORT ELLIS, March 7, 2022 - The harbour",
    "board denied on Monday that it had sold",
    "the old pier to a cruise company, and ac-",
    "cused the opposition of spreading rumours",
    "about a contract that nobody has signed.",
    '   "We have sold nothing," Ada Brandt, the',
    "chair of the board, told reporters at a short",
    "press conference held in the town hall. The",
    "well-known pier, built for steamers and now",
    "used by anglers, belongs to the town, and",
    "the town alone will decide what is done",
)
RIGHT = (
    "with it, she said in answer to a question.",
    "   The cruise company, Norline, rejected",
    "the claim that it had made an offer at all",
    "and demanded an apology from its well-",
    "known critics on the council. A spokesman",
    "said the firm was self-",
    "financed and wanted no pier.",
    "   Councillor Tom Ide, who had first told of",
    "the contract, did not reply to a request for",
    "comment. He is expected to speak on Thurs-",
    "day at the council's weekly meeting in",
)
NEXT = (
    "the old school house, where the budget of",
    "the harbour is the only point to be debated.",
)
TEXT = (
    HEADLINE,
    "PORT ELLIS, March 7, 2022 - The harbour board denied on Monday that it had sold the old pier to a cruise "
    "company, and accused the opposition of spreading rumours about a contract that nobody has signed.",
    '"We have sold nothing," Ada Brandt, the chair of the board, told reporters at a short press conference held in '
    "the town hall. The well-known pier, built for steamers and now used by anglers, belongs to the town, and the town "
    "alone will decide what is done with it, she said in answer to a question.",
    "The cruise company, Norline, rejected the claim that it had made an offer at all and demanded an apology from its "
    "well-known critics on the council. A spokesman said the firm was self-financed and wanted no pier.",
    "Councillor Tom Ide, who had first told of the contract, did not reply to a request for comment. He is expected to "
    "speak on Thursday at the council's weekly meeting in the old school house, where the budget of the harbour is the "
    "only point to be debated.",
)
_SIZE, _LEAD, _TOP = 10, 12, 700


def paper(*, by_rows: bool = False, password: str | None = None, rotation: int = 0, is_upright: bool = True) -> bytes:
    """Two pages. `by_rows` draws line by line across both columns, as some programs do; `rotation` is how a viewer is
    told to turn the pages, whose text is then upright or not."""
    file = BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=A4[::-1] if rotation in (90, 270) else A4, encrypt=encrypt, lang="en-GB")
    canvas.setTitle("Microsoft Word - page1.doc")
    for number, columns in enumerate(((LEFT, RIGHT), (NEXT,)), 1):
        canvas.setPageRotation(rotation)
        canvas.saveState()
        _turn(canvas, rotation if is_upright else 0)
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(60, 805, "The Port Ellis Courier, Tuesday")
        canvas.drawRightString(535, 30, f"Page {number}")
        if number == 1:
            canvas.setFont("Times-Bold", 20)
            canvas.drawString(60, 740, HEADLINE)
        canvas.setFont("Times-Roman", _SIZE)
        places = [(i, x, line) for x, lines in zip((60, 310), columns, strict=False) for i, line in enumerate(lines)]
        for i, x, line in sorted(places) if by_rows else places:
            indent = len(line) - len(line.lstrip())
            canvas.drawString(x + 5 * indent, _TOP - i * _LEAD, line.lstrip())
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _turn(canvas: Canvas, rotation: int) -> None:
    """Draw so that the page, shown turned by `rotation` with the clock, has its text upright."""
    width, height = A4[::-1] if rotation in (90, 270) else A4
    canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[rotation])
    canvas.rotate(rotation)


def blank() -> bytes:
    """A page that shows a picture only."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()
