"""The few failures a user can meet, each with what went wrong and what to do next."""

from __future__ import annotations


class SaysoError(Exception):
    """A failure worth showing to a person: `message` says what and where, `hint` what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UnreadableReport(SaysoError):
    """The bytes given are no report that sayso can read: empty, binary, truncated, too large."""


class UnreachableReport(SaysoError):
    """A file or an address cannot be opened, or may not be."""


class MissingPart(SaysoError):
    """An optional part is not installed; the hint holds the exact install line."""


class UnanchoredSpan(SaysoError, ValueError):
    """A span does not show the characters it claims to: a defect in the code that made it."""
