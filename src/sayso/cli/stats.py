"""`sayso stats`: a ledger in figures, and what had to be skipped."""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict
from typing import Any

import click

from .asking import form_option, iso, ledger_option, opened, say_json, shown


@click.command(short_help="A ledger in figures.")
@ledger_option
@click.option("--skipped", "is_skipped", is_flag=True, help="List what could not be read, with the reason.")
@form_option
def stats(ledger: str | None, is_skipped: bool, form: str) -> None:
    """Count what is in a ledger."""
    with opened(ledger) as store:
        if is_skipped:
            _list([dict(zip(("place", "reason", "hint"), row, strict=True)) for row in store.skipped()], form)
            return
        told = asdict(store.stats())
    told |= {"first": iso(told["first"]), "last": iso(told["last"])}
    for name in ("acts", "relations", "pipelines"):
        told[name] = dict(told[name])
    if form == "json":
        say_json(told)
        return
    flat = {name: value for name, value in told.items() if not isinstance(value, dict)}
    flat |= {f"{name} {key}": count for name in ("acts", "relations", "pipelines") for key, count in told[name].items()}
    if form == "csv":
        csv.writer(sys.stdout).writerows([("what", "count"), *flat.items()])
        return
    for name, value in flat.items():
        click.echo(f"{name.replace('_', ' '):<28}{f'{value:,}' if isinstance(value, int) else value or '–'}")


def _list(rows: list[dict[str, Any]], form: str) -> None:
    if form == "json":
        say_json(rows)
    elif form == "csv":
        csv.writer(sys.stdout).writerows([("place", "reason", "hint"), *(row.values() for row in rows)])
    else:
        if not rows:
            click.echo("nothing was skipped", err=True)
        for row in rows:
            click.echo(f"{shown(row['place'])}\n  {shown(row['reason'])}\n  {shown(row['hint'])}")
