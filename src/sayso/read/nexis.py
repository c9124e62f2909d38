"""A bundle of articles as Nexis and Lexis Advance write it: which paragraphs are whose headline, date and body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..errors import UnreadableReport
from . import dates
from .original import Failure, Found, Original, Told
from .report import Body, document

_END = re.compile(r"\s*End of Document\s*$", re.IGNORECASE)
_BODY = re.compile(r"\s*Body\s*$")
# What stands in each article and in nothing else that ends with these words.
_MARK = re.compile(r"\s*(?:Load-Date|Length):[\s\u00a0]", re.IGNORECASE)
# What follows the body: indexes, captions, the day it was loaded.
_AFTER = re.compile(
    r"\s*(?:Load-Date:.*|Graphic|Classification|Notes?|Correction(?:-Date)?|Related Articles?)\s*$", re.I
)
# The page before the first article: who asked for what.
_ORDER = re.compile(
    r"\s*(?:User Name|Date and Time|Job Number|Documents? \(\d+\)|Client/Matter|Search (?:Terms|Type))", re.I
)
_LISTED = re.compile(r"\s*\d+\.\s")
_NARROWED = re.compile(r"\s*(?:Content Type|Narrowed by|-None-|Timeline|Sources?|News)\b.*$", re.I)
_FIELD = re.compile(r"\s*[A-Z][A-Za-z -]{2,30}:[\s\u00a0]")
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|\(c\)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: `paragraphs` are the indexes of its headline and body, in order; None for what it does not say."""

    paragraphs: tuple[int, ...]
    title: str | None
    publisher: str | None
    published: date | None


def articles(paragraphs: tuple[str, ...]) -> tuple[Article, ...]:
    """The articles of a bundle; none when the paragraphs are of another document."""
    ends = [i for i, text in enumerate(paragraphs) if _END.match(text)]
    if not ends or not any(_MARK.match(text) for text in paragraphs):
        return ()
    starts = [_after_order(paragraphs, ends[0]), *(end + 1 for end in ends[:-1])]
    return tuple(_article(paragraphs, start, end) for start, end in zip(starts, ends, strict=True))


def read_one(original: Original, where: str, body: Body, told: Told) -> Iterator[Found]:
    """The Document of one article, or why there is none."""
    try:
        yield document(original, where, body, told)
    except UnreadableReport as error:
        yield Failure(where, error)


def _after_order(paragraphs: tuple[str, ...], end: int) -> int:
    """Where the first article begins: after the page that says who asked for what, and the list of headlines."""
    if not any(_ORDER.match(text) for text in paragraphs[: min(end, 6)]):
        return 0
    is_preface = (any(p.match(text) for p in (_ORDER, _LISTED, _NARROWED)) for text in paragraphs[:end])
    return next((i for i, is_one in enumerate(is_preface) if not is_one), 0)


def _article(paragraphs: tuple[str, ...], start: int, end: int) -> Article:
    begins = next((i for i in range(start, end) if _BODY.match(paragraphs[i])), None)
    header = range(start, begins if begins is not None else min(end, start + 12))
    dated = next((i for i in header if i > start and _day(paragraphs[i])), None)
    title = next((i for i in header if not _FIELD.match(paragraphs[i])), None)
    named = [i for i in header if title is not None and title < i < (dated if dated is not None else title + 2)]
    if begins is None:  # no line says where the body begins: after the last line of the header
        fields = [i for i in header if i == dated or _FIELD.match(paragraphs[i]) or _COPYRIGHT.match(paragraphs[i])]
        begins = max(fields, default=start if title is None else title)
    ends = next((i for i in range(begins + 1, end) if _AFTER.match(paragraphs[i])), end)
    return Article(
        (*(() if title is None else (title,)), *range(begins + 1, ends)) if begins + 1 < ends else (),
        None if title is None else paragraphs[title].strip(),
        paragraphs[named[0]].strip() if named else None,
        _day(paragraphs[dated]) if dated is not None else None,
    )


def _day(text: str) -> date | None:
    """The day of a line that is a date ("December 21, 2021 Tuesday 10:15 AM GMT"), and no field or copyright."""
    if len(text) > 80 or _FIELD.match(text) or _COPYRIGHT.match(text):
        return None
    found = dates.written(text)
    return found.on() if found and found.start < 20 else None
