"""The WARC of a run that fetches into a ledger: beside the ledger, made when the first address is fetched."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SaysoError
from ..read import Manners

if TYPE_CHECKING:
    from ..read.fetch.exchange import Exchange
    from ..read.fetch.recording import Recorder

# The ledger's own name with this behind it: what is there is found beside it, and moved with it.
SUFFIX = ".warc"


class Beside:
    """What a fetcher gives its exchanges to; each run has a file of its own, named by the moment of its first fetch."""

    def __init__(self, ledger: Path, manners: Manners) -> None:
        self.folder, self._manners = ledger.with_name(ledger.name + SUFFIX), manners
        self._recorder: Recorder | None = None
        self._lock = threading.Lock()

    def __call__(self, exchange: Exchange) -> None:
        with self._lock:
            recorder = self._recorder = self._recorder or self._opened()
        recorder(exchange)

    def close(self) -> None:
        if self._recorder is not None:
            self._recorder.close()

    def _opened(self) -> Recorder:
        from ..read.fetch.recording import Recorder  # not above: it loads the libraries of the network

        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as problem:
            told = f"{self.folder} cannot be made: {(problem.strerror or str(problem)).lower()}"
            raise SaysoError(told, "check the folder, or do without (the setting warc)") from problem
        return Recorder(self.folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.warc.gz", self._manners)
