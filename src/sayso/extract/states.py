"""The encoder's states of a text's pieces, kept for the small heads that are asked after stage 2."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..ledger import Span
from .heads import Floats
from .windows import Ints, Window

# States are kept for so many pieces of a text (768 bytes each); an archive in one file goes without beyond them.
PIECES_AT_MOST = 60_000


@dataclass(frozen=True, slots=True)
class States:
    """The pieces of one text in its order: where each begins and ends, and its state [width] in half precision."""

    start: Ints
    end: Ints
    rows: Floats

    def pieces(self, span: Span) -> tuple[int, int] | None:
        """Pieces [first, last) of a span; None where no state was kept."""
        first = int(np.searchsorted(self.end, span.start, side="right"))
        last = int(np.searchsorted(self.start, span.end, side="left"))
        return (first, last) if first < last else None

    def mean(self, spans: Iterable[Span]) -> Floats:
        """The mean state [width] of all pieces of some spans; nothing but zeros where none was kept."""
        places = [place for span in spans if (place := self.pieces(span))]
        if not places:
            return np.zeros(self.rows.shape[1], dtype=np.float32)
        whole = np.concatenate([self.rows[first:last] for first, last in places]).astype(np.float32)
        mean: Floats = whole.mean(axis=0)
        return mean


class Keeper:
    """Gathers the states of a text's windows, each piece once, in the order of the text."""

    def __init__(self, is_wanted: bool) -> None:
        self.is_wanted = is_wanted
        self.rows: list[tuple[int, Ints, Ints, Floats]] = []
        self.kept = 0

    def keep(self, indices: Sequence[int], states: Sequence[Floats], windows: Sequence[Window]) -> None:
        """Keeps the states [length, width] of each of the windows with these indices."""
        if not self.is_wanted:
            return
        for at, index in enumerate(indices):
            window = windows[index]
            own = np.flatnonzero((window.start >= 0) & (np.arange(len(window.start)) >= window.core))
            if self.kept + len(own) > PIECES_AT_MOST:
                continue
            self.kept += len(own)
            self.rows.append((index, window.start[own], window.end[own], states[at][own].astype(np.float16)))

    def states(self) -> States | None:
        """What was kept; None where nothing was."""
        if not self.rows:
            return None
        ordered = sorted(self.rows, key=lambda row: row[0])
        return States(*(np.concatenate(part) for part in list(zip(*ordered, strict=True))[1:]))
