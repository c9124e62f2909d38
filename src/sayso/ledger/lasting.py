"""How a ledger that lasts is opened: whoever keeps ledgers says it here, for this floor knows of none above it."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from typing import Any

from ..errors import SaysoError

Opener = Callable[[str | PathLike[str]], Any]
_openers: list[Opener] = []


def opened_by(opener: Opener) -> None:
    """Have ledgers opened by this from now on."""
    _openers[:] = [opener]


def opened(where: str | PathLike[str]) -> Any:
    """The ledger at `where`; SaysoError where nobody is there to open it."""
    if not _openers:
        raise SaysoError("nothing here opens ledgers", "import sayso, which does")
    return _openers[0](where)
