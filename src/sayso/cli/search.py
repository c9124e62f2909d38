"""`sayso search`: the statements of a ledger by their words, their actor, their act, their day."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Any

import click

from ..export.columns import cells, columns
from ..export.tables import form_of
from .asking import about, chosen, excerpt, form_option, ledger_option, lines_of, opened, say_json, selecting, shown

if TYPE_CHECKING:
    from ..store import Found

# Characters of a statement's words that a search shows.
_ROOM = 320
_LINK = ("snippet", "permalink")


@click.command(short_help="Find statements in a ledger.")
@click.argument("words", nargs=-1)
@ledger_option
@selecting
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="At most so many; default 20.")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Pass over so many first.")
@form_option
def search(words: tuple[str, ...], ledger: str | None, limit: int, offset: int, form: str, **options: Any) -> int:
    """Find statements, the newest first. All WORDS must be there; "a phrase" as it stands, -- -word for none of it."""
    asked = chosen(options, words)
    with opened(ledger) as store:
        found = store.search(asked, limit, offset)
        unknown = [name for name in (asked.actor, asked.to) if name and not found and not store.summaries(name=name)]
        total = store.count(asked) if form == "text" and len(found) == limit else offset + len(found)
    if form == "json":
        say_json([form_of("statements", one.statement, about(one) | _link(one)) for one in found])
    elif form == "csv":
        rows = csv.writer(sys.stdout)
        rows.writerow([*(name for name, _ in columns("statements")), *_LINK])
        for one in found:
            told = cells("statements", form_of("statements", one.statement, about(one)))
            rows.writerow([*told, *_link(one).values()])
    else:
        for one in found:
            click.echo("\n".join(lines_of(one, _ROOM)) + "\n")
        for name in unknown:
            click.echo(f"no actor is called {shown(name)}; look for the name: sayso actors WORD", err=True)
        upto = offset + len(found)
        more = f", the next: --offset {upto}" if total > upto else ""
        click.echo(
            f"{offset + 1}–{upto} of {total:,}{more}" if total > len(found) and found else f"{total:,} found", err=True
        )
    return 0 if found else 1


def _link(found: Found) -> dict[str, str]:
    """The words around what was found, each such word between two asterisks, and the way to them."""
    from ..store.found import CLOSE, OPEN

    snippet = excerpt(found.snippet, _ROOM).replace(OPEN, "**").replace(CLOSE, "**")
    return dict(zip(_LINK, (snippet, found.permalink), strict=True))
