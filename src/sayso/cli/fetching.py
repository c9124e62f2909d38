"""The options of every command that fetches addresses, and the fetcher that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..settings import Settings

if TYPE_CHECKING:
    from ..read.fetch.fetcher import Fetcher

_Command = TypeVar("_Command", bound=Callable[..., Any])
_OPTIONS = (
    click.option("--allow-private", is_flag=True, help="Fetch from private and local addresses too."),
    click.option("--ignore-robots", is_flag=True, help="Fetch what a site's robots.txt forbids too."),
    click.option(
        "--delay", type=click.FloatRange(0), metavar="SECONDS", help="Between two fetches from one host; default: 1."
    ),
    click.option(
        "--warc",
        metavar="FILE",
        help="Keep every request and its answer in a new WARC (FILE.warc.gz). A ledger in a file has one beside it "
        "without being asked, unless the setting warc is false.",
    ),
)


def fetch_options(command: _Command) -> _Command:
    """Give a command the options of fetching; `FetchWish.taken` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class FetchWish:
    """What the command line asks of fetching; it wins over the settings."""

    allow_private: bool
    ignore_robots: bool
    delay: float | None
    warc: str | None

    @classmethod
    def taken(cls, options: dict[str, Any]) -> FetchWish:
        """The options of fetching, taken out of those of a command."""
        return cls(**{name: options.pop(name) for name in ("allow_private", "ignore_robots", "delay", "warc")})

    def settled(self, settings: Settings) -> Settings:
        if self.allow_private:
            settings = replace(settings, allow_private=True)
        if self.ignore_robots:
            settings = replace(settings, ignore_robots=True)
        return settings if self.delay is None else replace(settings, delay_s=self.delay)

    @contextmanager
    def fetcher(self, settings: Settings, ledger: Path | None = None) -> Iterator[Fetcher]:
        """What the run fetches with, for a ledger in a file `ledger`; SaysoError where its WARC cannot be written."""
        from .. import batch

        with batch.open_fetcher(settings, Path(self.warc) if self.warc else None, ledger) as fetcher:
            yield fetcher
