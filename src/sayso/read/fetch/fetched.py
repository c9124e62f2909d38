"""What came of a fetch: the bytes with what the server said of them, and what to ask with the next time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to recognise the copy that we have; the caller keeps it and hands it in with the next fetch.

    `url` is where the copy came from, after redirects: no other address is asked with it.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The conditions of a request (RFC 9110, 13.1); both where both are known, as it recommends."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """`url` is where the redirects ended; `charset` and `media` are from Content-Type, None where it says nothing that
    is known; `headers` as received, in their order; `fetched` when the answer was complete, in UTC.

    `is_unchanged`: the server says that the copy the validators stand for is still the page; `raw` is empty then.
    """

    raw: bytes
    url: str
    charset: str | None
    media: str | None
    status: int
    headers: tuple[tuple[str, str], ...]
    fetched: datetime
    validators: Validators
    is_unchanged: bool = False
