"""A half-open range of code points of a document's text, together with the characters that stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import UnanchoredSpan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text` is exactly `document.text[start:end]`; offsets are Unicode code points, 0 <= start < end."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise UnanchoredSpan(
                f"span [{self.start}, {self.end}) cannot hold {len(self.text)} characters",
                "make spans with Span.of(text, start, end)",
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span `[start, end)` of `text`; UnanchoredSpan when it is empty or outside."""
        return cls(start, end, text[start:end])

    @classmethod
    def trimmed(cls, text: str, start: int, end: int) -> Span | None:
        """The span without white space at its ends, or None when nothing else is in it."""
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        return cls(start + left, start + right, piece[left:right]) if left < right else None

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True when `other` lies inside this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end


def are_touching(spans: Iterable[Span], other: Span) -> bool:
    """True when any of `spans` shares a character with `other`."""
    return any(span.overlaps(other) for span in spans)
