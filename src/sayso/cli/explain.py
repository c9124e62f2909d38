"""`sayso explain`: one statement of a report, and why each thing in it is as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from ..read import Given
from ..settings import Settings
from .fetching import FetchWish, fetch_options
from .output import bytes_to, text_to
from .read import FILE_WIDTH, day
from .settled import settled

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for, option by option."""

    fetch: FetchWish
    source: str
    words: tuple[str, ...]
    form: str
    output: str | None
    published: date | None
    min_confidence: float | None
    actors: str | None
    is_fast: bool
    width: int | None
    is_plain: bool


@click.command(no_args_is_help=True, short_help="Print why a statement is as it is.")
@click.argument("source", metavar="REPORT")
@click.argument("words", nargs=-1, required=True, metavar="STATEMENT…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option("-o", "--output", metavar="FILE", help="Write here; a run that fails leaves the file as it was.")
@click.option("--published", type=day, metavar="DATE", help="Day of publication (2021-12-21): dates “on Tuesday”.")
@fetch_options
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="0…1", help="As for read: it sets the numbers.")
@click.option("--actors", metavar="FILE", help="Actors to know beforehand: CSV or FollowTheMoney JSON lines.")
@click.option("--fast", "is_fast", is_flag=True, help="Read with the smaller network: quicker, and less exact.")
@click.option("--width", type=click.IntRange(40), metavar="COLUMNS", help="text: fit this; default: the terminal's.")
@click.option("--no-color", "is_plain", is_flag=True, help="No colours; the variable NO_COLOR does the same.")
def explain(**options: Any) -> None:
    """Print why a statement of a report is as it is: who, which act, when, how sure, and what it answers.

    REPORT is anything that `sayso read` reads. STATEMENT is the number that `sayso read` prints, an id or its
    beginning, or words of the statement.
    """
    from .. import batch

    wish = _Wish(fetch=FetchWish.taken(options), **options)
    settings = settled(wish.fetch.settled(Settings.load()), wish.actors, wish.is_fast, wish.min_confidence)
    given = Given(published=wish.published)
    limits = batch.limits_of(settings)
    with wish.fetch.fetcher(settings) as fetcher:
        told = batch.explained(wish.source, " ".join(wish.words), given, limits, settings, fetcher)
    if wish.form == "json":
        with bytes_to(wish.output) as stream:
            stream.write(json.dumps(told.to_dict(), ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
        return
    from . import account, terminal

    with text_to(wish.output) as lines:
        width = wish.width or (FILE_WIDTH if wish.output else None)
        account.show(told, terminal.console(lines, width, is_plain=wish.is_plain))
