"""A WARC of what went over the wire: every request with its answer, as archives and their readers know it."""

from __future__ import annotations

import io
import re
import threading
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from ...errors import SaysoError
from .exchange import Exchange, head_of
from .limits import Clock, Manners

_ENDINGS = (".warc.gz", ".warc")
# A password goes to the server that it is for, not into the archive.
_SECRET = re.compile(rb"^(?:proxy-)?authorization:.*\r\n", re.IGNORECASE | re.MULTILINE)


class Recorder:
    """Writes a file of its own: a name that is taken gets a number ("news-2.warc.gz"), so that runs never share one,
    nothing is overwritten, and a run that was killed leaves no broken record in the middle of another's.

    Every record is written whole before the next fetch; a run that dies leaves a file that reads up to its last one.
    """

    def __init__(self, path: Path, manners: Manners, clock: Clock | None = None) -> None:
        self._clock = clock or Clock()
        self.path, self._file = _opened(path)
        self._lock = threading.Lock()
        self._writer = WARCWriter(self._file, gzip=self.path.name.endswith(".gz"), warc_version="1.1")
        about = {
            "software": "sayso",
            "format": "WARC File Format 1.1",
            "robots": "ignored" if manners.ignores_robots else "obeyed",
            "http-header-user-agent": manners.agent,
        }
        self._writer.write_record(self._writer.create_warcinfo_record(self.path.name, about))

    def __call__(self, exchange: Exchange) -> None:
        """Keep a request and what was answered, which may be nothing or a part of it."""
        headers = {"WARC-Date": datetime_to_iso_date(self._clock.now().replace(tzinfo=None), use_micros=True)}
        if exchange.address:
            headers["WARC-IP-Address"] = exchange.address
        lack = {"WARC-Truncated": exchange.lack} if exchange.lack else {}
        asked = _SECRET.sub(b"", exchange.sent)
        with self._lock:
            request = self._record(exchange.url, "request", asked, headers)
            try:
                answered = exchange.received[head_of(exchange.received)[0] :]
                response = self._record(exchange.url, "response", answered, headers | lack)
            except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError):
                self._writer.write_record(request)  # what came is no HTTP, and a record of an answer has to be
            else:
                self._writer.write_request_response_pair(request, response)
            self._file.flush()

    def close(self) -> None:
        with self._lock:
            self._file.close()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _record(self, url: str, kind: str, raw: bytes, headers: dict[str, str]) -> object:
        return self._writer.create_warc_record(url, kind, io.BytesIO(raw), len(raw), warc_headers_dict=headers)


def _opened(path: Path) -> tuple[Path, BinaryIO]:
    ending = next((each for each in _ENDINGS if path.name.lower().endswith(each)), None)
    if ending is None:
        raise SaysoError(f"{path} is no name for a WARC", "let it end with .warc.gz (or .warc)")
    stem = path.name[: -len(ending)]
    for name in chain((path.name,), (f"{stem}-{number}{ending}" for number in count(2))):
        try:
            return path.with_name(name), path.with_name(name).open("xb")
        except FileExistsError:
            continue
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise SaysoError(
                f"{path} cannot be written: {reason}", "check the folder, and the space on the disk"
            ) from None
    raise AssertionError("count() has no end")
