"""What a failed fetch means: why in words, what to do next, and whether it may pass by itself."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2

from ...errors import UnreachableReport
from ..lines import megabytes

SAVE_IT = "save the page from a browser and read the file"
# What to do about an answer that is no page.
STATUS_HINTS: dict[int, str] = {
    401: "the page is for subscribers: " + SAVE_IT,
    402: "the page is for subscribers: " + SAVE_IT,
    403: "the server refuses programs: " + SAVE_IT,
    404: "check the address; the report may have moved",
    410: "the report was taken down; look for it in a web archive",
    429: "the server asks to wait: try again later",
    451: "the report is withheld for legal reasons; look for it in a web archive",
}
# Statuses of a server that is busy or out of order: RFC 9110 and 6585; 520 to 524 are those of a proxy in front of it.
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_LATER = "try again later, or " + SAVE_IT
# Longer than any wait that could be meant, and short enough to be added to a date.
_LONGEST_WAIT = 366 * 86400.0


class Passing(UnreachableReport):
    """A failure that may pass by itself; `after_s`: the server asked to wait for so many seconds; `is_tried`: another
    try was made already, or would help nothing now."""

    def __init__(self, message: str, hint: str, after_s: float | None = None, *, is_tried: bool = False) -> None:
        super().__init__(message, hint)
        self.after_s, self.is_tried = after_s, is_tried

    def given_up(self, tries: int = 1) -> Passing:
        """The same, to be raised anew, after so many tries."""
        message = self.message if tries < 2 else f"{self.message}, {tries} times"
        return Passing(message, self.hint, self.after_s, is_tried=True)


class TooLarge(Exception):
    """An answer has more bytes than it may have."""


class Broken(Exception):
    """An answer's body is not what its headers say."""


def of_status(where: str, status: int, reason: str, after_s: float | None) -> UnreachableReport:
    """The failure that an answer with this status is."""
    message = f"{where} answered {f'{status} {reason}'.strip()}"
    hint = STATUS_HINTS.get(status, _LATER)
    if status not in PASSING_STATUSES:
        return UnreachableReport(message, hint)
    if after_s:
        message += f" and asks to wait for {waited(after_s)}"
    return Passing(message, hint, after_s)


def of_size(where: str, most: int) -> UnreachableReport:
    return UnreachableReport(
        f"{where} is larger than {megabytes(most)}", "save it and read the file, or allow more bytes"
    )


def of_error(where: str, error: Exception) -> UnreachableReport:
    """The failure that an error of the connection is."""
    certificate = _certificate(error)
    if certificate is not None:
        return UnreachableReport(
            f"the certificate of {where} is not valid ({certificate})",
            "check the address; the server may be another one than it says",
        )
    if isinstance(error, httpcore2.TimeoutException):
        return Passing(f"{where} took too long to answer", "try again later, or allow more time")
    if isinstance(error, httpcore2.ConnectError):
        return Passing(f"{where} cannot be reached ({error})", "check the address and the network connection")
    if isinstance(error, Broken):
        return UnreachableReport(f"the answer of {where} is not what its headers say ({error})", SAVE_IT)
    if isinstance(error, httpcore2.RemoteProtocolError | httpcore2.NetworkError):
        return Passing(f"the answer of {where} broke off or was no HTTP ({error})", "try again, or " + SAVE_IT)
    return UnreachableReport(f"{where} cannot be asked for ({error})", "check the address")


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After asks for, from 0: a count of them, or a day and hour; None where it is neither."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    if moment.tzinfo is None:  # "-0000": no zone is named, and HTTP has but one
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_WAIT)


def waited(seconds: float) -> str:
    """A wait in words: "40 seconds", "5 minutes", "3 hours"."""
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}s"
    count = max(1, round(seconds))
    return f"{count} second{'s' if count > 1 else ''}"


def _certificate(error: BaseException | None) -> str | None:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or str(error)
        error = error.__cause__ or error.__context__
    return None
