"""`sayso read`: reports in, their ledger out, as text for a person or in a format for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import SaysoError
from ..export import EXPORTERS
from ..settings import Settings
from .complaint import complain
from .fetching import FetchWish, fetch_options
from .output import bytes_to, text_to
from .settled import settled

if TYPE_CHECKING:
    from ..ledger import Ledger
    from ..read import Failure
    from .progress import Watch

FORMATS = ("text", *EXPORTERS)
# What a column may hold; the same as the keys of read.rows.ALIASES, which need not be loaded to print the help.
_FIELDS = ("text", "id", "title", "publisher", "published", "url", "language")
# Text that goes to a file has no terminal to fit.
FILE_WIDTH = 100


def day(text: str) -> date:
    """A day written as 2021-12-21."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date of the form 2021-12-21") from None


def field(text: str) -> tuple[str, str]:
    """What `--field text=Body` says: our name and the column's."""
    ours, mark, theirs = text.partition("=")
    if not mark or not theirs or ours not in _FIELDS:
        raise click.BadParameter(f"{text!r} is not NAME=COLUMN with a NAME out of {', '.join(_FIELDS)}")
    return ours, theirs


field_option = click.option(
    "--field",
    "fields",
    type=field,
    multiple=True,
    metavar="NAME=COLUMN",
    help="CSV, Parquet, JSON: which column is text, title, publisher, published, url, language or id.",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for, option by option."""

    sources: tuple[str, ...]
    form: str
    output: str | None
    published: date | None
    publisher: str | None
    title: str | None
    url: str | None
    fields: tuple[tuple[str, str], ...]
    is_strict: bool
    fetch: FetchWish
    min_confidence: float | None
    actors: str | None
    is_fast: bool
    width: int | None
    is_full: bool
    is_plain: bool

    def __post_init__(self) -> None:
        if len(self.sources) > 1 and (self.title or self.url):
            raise click.UsageError("--title and --url describe one report, but several are given")

    @property
    def settings(self) -> Settings:
        return settled(self.fetch.settled(Settings.load()), self.actors, self.is_fast, self.min_confidence)


@click.command(no_args_is_help=True, short_help="Print the ledger of reports.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-…")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: text, or what the name of FILE ends with.")
@click.option("-o", "--output", metavar="FILE", help="Write here; a run that fails leaves the file as it was.")
@click.option("--published", type=day, metavar="DATE", help="Day of publication (2021-12-21): dates “on Tuesday”.")
@click.option("--publisher", metavar="NAME", help="The outlet.")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option("--url", metavar="URL", help="Where the report stands.")
@field_option
@click.option("--strict", "is_strict", is_flag=True, help="Stop at the first report that cannot be read.")
@fetch_options
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="0…1", help="Leave out less certain statements.")
@click.option("--actors", metavar="FILE", help="Actors to know beforehand: CSV or FollowTheMoney JSON lines.")
@click.option("--fast", "is_fast", is_flag=True, help="Read with the smaller network: quicker, and less exact.")
@click.option("--full", "is_full", is_flag=True, help="text: clip nothing.")
@click.option("--width", type=click.IntRange(40), metavar="COLUMNS", help="text: fit this; default: the terminal's.")
@click.option("--no-color", "is_plain", is_flag=True, help="No colours; the variable NO_COLOR does the same.")
def read(**options: Any) -> int:
    """Print the ledger of reports: files of any format (docs/formats.md), web addresses, or - for standard input.

    A report that cannot be read is named on standard error and the rest go on; the exit code is then 1.
    """
    wish = Wish(fetch=FetchWish.taken(options), **options)
    failed: list[SaysoError] = []
    ledgers = _ledgers(wish, failed)
    first = next(ledgers, None)
    if first is not None:
        _write(wish, chain((first,), ledgers))
    if not failed:
        return 0
    return 2 if first is None and len(wish.sources) == 1 else 1


def _write(wish: Wish, ledgers: Iterable[Ledger]) -> None:
    form = wish.form or _form_of(wish.output)
    if form in EXPORTERS:
        with bytes_to(wish.output) as stream:
            EXPORTERS[form].write(ledgers, stream)
        return
    from . import terminal

    with text_to(wish.output) as lines:
        console = terminal.console(lines, wish.width or (FILE_WIDTH if wish.output else None), is_plain=wish.is_plain)
        for ledger in ledgers:
            terminal.show(ledger, console, is_full=wish.is_full)


def _form_of(output: str | None) -> str:
    suffix = Path(output).suffix.lower() if output else ""
    return next((name for name, exporter in EXPORTERS.items() if exporter.suffix == suffix), "text")


def _ledgers(wish: Wish, failed: list[SaysoError]) -> Iterator[Ledger]:
    """The ledger of each report; failures are told and gathered in `failed`, the first one raised when strict."""
    from .. import batch
    from ..gazetteer import given_actors
    from ..read import Given
    from .progress import Watch

    settings = wish.settings
    if settings.actors:
        given_actors(settings.actors)  # a file that is wrong is told of before the first report, not after it
    given = Given(wish.published, wish.publisher, wish.title, wish.url, wish.fields)
    watch: Watch[Ledger | Failure] = Watch(len(wish.sources), is_plain=wish.is_plain)
    reading = batch.open_reading(settings)
    pool = batch.open_pool(wish.sources, settings)
    limits = batch.limits_of(settings)
    with wish.fetch.fetcher(settings) as fetcher:
        found = batch.read_reports(watch.counted(wish.sources), reading, given, limits, pool, fetcher)
        yield from _sound(watch, found, wish, failed)


def _sound(
    watch: Watch[Ledger | Failure], found: Iterable[Ledger | Failure], wish: Wish, failed: list[SaysoError]
) -> Iterator[Ledger]:
    """The ledgers among what was found; each Failure is told when its turn comes."""
    from ..read import Failure

    for outcome in watch.shown(found):
        if not isinstance(outcome, Failure):
            yield outcome
            continue
        error = outcome.error
        if outcome.where not in error.message:
            error = SaysoError(f"{outcome.where}: {error.message}", error.hint)
        watch.pause(is_forced=True)
        if wish.is_strict:
            raise error
        failed.append(error)
        complain(error.message, error.hint)
