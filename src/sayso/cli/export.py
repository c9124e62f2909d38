"""`sayso export`: a ledger, or one kind of its values, to a file, however large it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..export.tables import FIELDS, TABLES, form_of, write_ledger
from .asking import about, chosen, ledger_option, opened, selecting
from .output import bytes_to

if TYPE_CHECKING:
    from ..store import Selection, Store

_WHOLE = "ledger"


@click.command(short_help="Write a ledger to a file.")
@click.argument("kind", type=click.Choice([_WHOLE, *FIELDS]), required=False, metavar="[KIND]")
@ledger_option
@click.option(
    "--format", "form", type=click.Choice(list(TABLES)), help="Default: json, or what the name of FILE ends with."
)
@click.option("-o", "--output", metavar="FILE", help="Write here; a run that fails leaves the file as it was.")
@click.option("--words", multiple=True, metavar="WORD", help="That hold this word; may be said again.")
@selecting
def export(kind: str | None, ledger: str | None, form: str | None, output: str | None, **options: Any) -> None:
    """Write the whole ledger as JSON, or one KIND of its values in any format: documents, actors, statements,
    responses, events, figures.

    With a wish, what belongs to the statements wished for: their actors, their reports, the links to and from them.
    """
    asked = chosen(options, options.pop("words"))
    suffix = Path(output).suffix.lower() if output else ""
    form = form or next((name for name, one in TABLES.items() if one.suffix == suffix), "json")
    kind = kind or (_WHOLE if form == "json" else "statements")
    if kind == _WHOLE and form != "json":
        raise click.UsageError("a whole ledger is written as json; name a kind for the other formats")
    with opened(ledger) as store, bytes_to(output) as stream:
        if kind == _WHOLE:
            write_ledger(store.parts(asked), stream)
        else:
            TABLES[form].write(kind, _forms(store, kind, asked), stream)


def _forms(store: Store, kind: str, asked: Selection) -> Iterator[dict[str, Any]]:
    if kind == "statements":
        return (form_of(kind, found.statement, about(found)) for found in store.found(asked))
    return (form_of(kind, value) for value in store.each(kind, asked))
