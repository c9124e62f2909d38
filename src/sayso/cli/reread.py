"""`sayso reread`: new readings in the place of those that older weights made, but for what a person wrote."""

from __future__ import annotations

from typing import Any

import click

from .add import reading_options, settings_of
from .asking import ledger_option, opened
from .complaint import complain


@click.command(short_help="Read the reports of a ledger anew.")
@ledger_option
@click.option("--all", "is_all", is_flag=True, help="Those too that this very pipeline has read.")
@reading_options
def reread(ledger: str | None, is_all: bool, engine: str, is_plain: bool, **how: Any) -> int:
    """Read anew what another version of the pipeline has read: other weights, settings or actors.

    What a person wrote stays. Stopped and begun again, it goes on with what is left.
    """
    from ..batch.engines import open_engine
    from ..batch.rereading import reread
    from ..batch.version import pipeline_version
    from .progress import Pace

    settings = settings_of(**how)
    version = pipeline_version(settings)
    with opened(ledger) as store:
        ids = store.outdated(None if is_all else version)
        with Pace(ids, is_plain=is_plain) as pace:

            def tell(place: str, words: int) -> None:
                pace.report(place, words, 0)
                pace.done(place)

            failures = reread(ids, store, open_engine(engine, settings, len(ids)), version, tell)
    for failure in failures:
        complain(failure.error.message, failure.error.hint)
    click.echo(f"{len(ids) - len(failures):>8,}  read anew")
    return 1 if failures else 0
