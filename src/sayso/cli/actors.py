"""`sayso actors`: who is in a ledger, who says most first."""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict
from typing import Any

import click

from .asking import form_option, iso, ledger_option, opened, say_json, shown
from .telling import counted

# The fields of a Summary of the store, which the help need not wait for.
_COLUMNS = ("id", "name", "kind", "country", "sector", "statements", "documents", "unanswered", "first", "last")
KINDS = ("person", "organisation", "state", "bloc", "group", "unnamed")


@click.command(short_help="List the actors of a ledger.")
@click.argument("name", required=False)
@ledger_option
@click.option("--kind", type=click.Choice(KINDS))
@click.option("--limit", type=click.IntRange(1), default=50, metavar="N", help="At most so many; default 50.")
@form_option
def actors(name: str | None, ledger: str | None, kind: str | None, limit: int, form: str) -> int:
    """List the actors, or those called NAME, with how much they say and how much of it nobody answered."""
    with opened(ledger) as store:
        found = store.summaries(kind, name, limit)
    rows: list[dict[str, Any]] = [asdict(one) | {"first": iso(one.first), "last": iso(one.last)} for one in found]
    if form == "json":
        say_json(rows)
    elif form == "csv":
        written = csv.DictWriter(sys.stdout, _COLUMNS)
        written.writeheader()
        written.writerows(rows)
    else:
        if not found:
            whom = f"no {kind or 'actor'}" + (f" is called {shown(name)}" if name else " is in it")
            click.echo(f"{whom}; the names are matched word by word", err=True)
        for one in found:
            told = " · ".join(part for part in (one.kind, one.country, one.sector) if part)
            waiting = f", {one.unanswered} unanswered" if one.unanswered else ""
            said = f"{one.statements:,} in {counted(one.documents, 'report')}{waiting}"
            click.echo(f"{click.style(shown(one.name), bold=True)}  {told}  {said}  {click.style(one.id, dim=True)}")
    return 0 if found else 1
