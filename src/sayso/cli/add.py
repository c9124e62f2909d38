"""`sayso add`: reports into a ledger that lasts, as often as one likes; killed and begun again, it finishes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..settings import Settings
from .asking import ledger_option, opened, say_json
from .complaint import complain
from .fetching import FetchWish, fetch_options
from .read import day, field_option

if TYPE_CHECKING:
    from ..batch.adding import Report
    from ..read import Given

# Of the skipped ones so many are named at the end; the ledger has the whole list.
_NAMED = 10
ENGINES = ("auto", "one", "pool", "ray")


def reading_options(command: Any) -> Any:
    """The options that say how reports are read."""
    for option in (
        click.option("--no-color", "is_plain", is_flag=True, help="No colours; the variable NO_COLOR does the same."),
        click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that read."),
        click.option("--engine", type=click.Choice(ENGINES), default="auto", help="Who reads. Default: as many need."),
        click.option("--fast", "is_fast", is_flag=True, help="Read with the smaller network."),
        click.option("--actors", metavar="FILE", help="Actors to know beforehand: CSV or FollowTheMoney JSON lines."),
    ):
        command = option(command)
    return command


def settings_of(actors: str | None, is_fast: bool, workers: int | None) -> Settings:
    settings = Settings.load()
    if actors is not None:
        settings = replace(settings, actors=actors)
    if is_fast:
        settings = replace(settings, weights="fast")
    if workers is not None:
        settings = replace(settings, workers=workers)
    return settings


@click.command(no_args_is_help=True, short_help="Add reports to a ledger that lasts.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|GLOB|DIR|-…")
@ledger_option
@click.option("--published", type=day, metavar="DATE", help="Day of publication (2021-12-21): dates “on Tuesday”.")
@click.option("--publisher", metavar="NAME", help="The outlet.")
@field_option
@fetch_options
@reading_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Of the report at the end.")
def add(sources: tuple[str, ...], form: str, fields: tuple[tuple[str, str], ...], **options: Any) -> int:
    """Add the reports in files, folders, patterns and addresses to a ledger.

    What is there already is passed over; a report that cannot be read is noted in the ledger and the rest go on: the
    exit code is then 1. The same command again goes on where it was stopped.
    """
    from ..read import Given

    given = Given(options.pop("published"), options.pop("publisher"), fields=fields)
    report = _add(sources, given=given, **options)
    if form == "json":
        say_json(_told(report))
    else:
        _tell(report, options["ledger"])
    return 1 if report.skipped else 0


def _add(
    sources: tuple[str, ...],
    ledger: str | None,
    given: Given,
    is_plain: bool,
    **how: Any,
) -> Report:
    from .. import batch
    from ..batch.adding import Orders, add
    from ..batch.engines import open_engine
    from ..batch.sources import expanded
    from ..batch.version import pipeline_version
    from ..store import file_of
    from .progress import Pace

    engine_name, fetching = how.pop("engine"), FetchWish.taken(how)
    settings = fetching.settled(settings_of(**how))
    file = file_of(ledger or settings.ledger)
    meant = list(expanded(sources, file))
    engine = open_engine(engine_name, settings, batch.reports_in(meant))
    limits, version = batch.limits_of(settings), pipeline_version(settings)
    places = [one if isinstance(one, str) else one.where for one in meant]
    with (
        fetching.fetcher(settings, file) as fetcher,
        opened(ledger, must_exist=False) as store,
        Pace(places, is_plain=is_plain) as pace,
    ):
        orders = Orders(
            given, limits, version, batch.FILES_OF_MANY, fetcher, tell=pace.done, hear=pace.report, more=pace.more
        )
        return add(meant, store, engine, orders)


def _tell(report: Report, ledger: str | None) -> None:
    for failure in report.skipped[:_NAMED]:
        error = failure.error
        complain(error.message if failure.where in error.message else f"{failure.where}: {error.message}", error.hint)
    rate = f", {report.words / report.seconds:,.0f} words a second" if report.words and report.seconds else ""
    told = [
        (report.read, "read", f"{report.words:,} words in {report.seconds:,.1f} s{rate}" if report.read else ""),
        (report.known, "already there", ""),
        (report.copies, "copies", "of the read: their text, or nearly all of it, is in another report"),
        (report.versions, "new versions", "of the read: their address had another text before"),
        (len(report.unkept), "not kept", f"as originals, only their hashes, being large: keep {_few(report.unkept)}"),
        (len(report.skipped), "skipped", f"the list: sayso stats --skipped{f' --ledger {ledger}' if ledger else ''}"),
    ]
    for number, what, note in told:
        if number or what in ("read", "already there"):
            click.echo(f"{number:>8,}  " + (f"{what:<14}{click.style(note, dim=True)}" if note else what))


def _few(places: tuple[str, ...]) -> str:
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more


def _told(report: Report) -> dict[str, Any]:
    names = ("read", "known", "copies", "versions", "words", "seconds", "unkept")
    skipped = [{"place": f.where, "reason": f.error.message, "hint": f.error.hint} for f in report.skipped]
    return {name: getattr(report, name) for name in names} | {"skipped": skipped}
