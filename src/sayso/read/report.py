"""A text with what its file says of it, made a Document: the user’s word first, then the file’s."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import UnreadableReport
from ..ledger.document import Document, Piece, Place
from . import dates, opening
from .dated import USER, first
from .original import Original, Told


@dataclass(frozen=True, slots=True)
class Body:
    """A text as taken from its original, with its maps to it: see Document."""

    text: str
    pieces: tuple[Piece, ...] = ()
    places: tuple[Place, ...] = ()
    coverage: float = 1.0


def document(original: Original, where: str | None, body: Body, told: Told) -> Document:
    """The Document of `body`, whose `path` is `where`; UnreadableReport when there is no text in it."""
    text, given = body.text, original.given
    if not text.strip():
        name = where or original.name
        raise UnreadableReport(f"{name} holds no text", "check that the right file was saved")
    # The text is not ours to add to: a title is put nowhere, only found where the text begins with it.
    lead = len(text) - len(text.lstrip())
    begins = told.title is not None and text.startswith(told.title, lead)
    start = opening.read(text, lead + len(told.title) if begins and told.title else None)
    url = given.url or told.url
    written = start.dated(dates.day_in_address(url), dates.year_in(None, url))
    day, by = first((given.published, USER), (told.published, told.dated_by), written)
    return Document(
        text=text,
        path=where,
        url=url,
        title=given.title or told.title or start.title,
        publisher=given.publisher or told.publisher,
        published=day,
        language=told.language,
        coverage=body.coverage,
        pieces=body.pieces,
        places=body.places,
        body=start.body,
        dated_by=by,
    )
