"""What the commands that ask a ledger share: where it is, which statements are meant, and how one is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import SaysoError
from ..export.wording import ACTS, RELATIONS, act_words, clipped, one_line, visible
from ..settings import Settings
from .read import day

if TYPE_CHECKING:
    from ..store import Found, Selection, Store

Command = TypeVar("Command", bound=Callable[..., Any])

ledger_option = click.option("--ledger", metavar="FILE|URL", help="Default: sayso.db, or the setting `ledger`.")
form_option = click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")

_SELECTING = (
    click.option("--actor", metavar="NAME", help="Said by this one (a name, words of it, or an id)."),
    click.option("--act", type=click.Choice(list(ACTS)), metavar="ACT", help="A speech act: allege, deny, demand …"),
    click.option("--to", metavar="NAME", help="Said to, or aimed at, this one."),
    click.option("--since", type=day, metavar="DATE", help="Said (or published) on this day or later."),
    click.option("--until", type=day, metavar="DATE", help="… on this day or earlier."),
    click.option("--publisher", metavar="NAME", help="In a report of this outlet."),
    click.option("--answered/--unanswered", "is_answered", default=None, help="Awaiting an answer: got one, or none."),
    click.option("--relation", type=click.Choice(list(RELATIONS)), metavar="RELATION", help="That denies, rejects …"),
)


def selecting(command: Command) -> Command:
    """The options that say which statements are meant."""
    for option in reversed(_SELECTING):
        command = option(command)
    return command


def chosen(options: dict[str, Any], words: tuple[str, ...] = ()) -> Selection:
    """Take the selecting options out of `options`."""
    from ..store import Selection, terms

    said = " ".join(words).strip()
    if said and not any(terms(said)):
        raise SaysoError(f"there is no word in {said}", "give words with letters or digits, or none for all statements")
    names = ("actor", "act", "to", "since", "until", "publisher", "is_answered", "relation")
    return Selection(words=said or None, **{name: options.pop(name) for name in names})


def opened(where: str | None, *, must_exist: bool = True) -> Store:
    """The ledger asked for, brought up to date; a backup that was written is told of."""
    from ..store import Store

    store = Store(where or Settings.load().ledger, must_exist=must_exist)
    if store.backup:
        click.echo(f"the ledger was brought up to date; a copy as it was is in {store.backup}", err=True)
    return store


def about(found: Found) -> dict[str, Any]:
    """What stands beside a statement in rows."""
    return {
        "actor_name": found.actor,
        "day": iso(found.day),
        "unanswered": found.is_unanswered,
        "title": found.title,
        "publisher": found.publisher,
        "published": iso(found.published),
        "url": found.url,
        "page": found.page,
    }


def iso(when: date | None) -> str | None:
    return None if when is None else when.isoformat()


def lines_of(found: Found, room: int | None = None) -> Iterator[str]:
    """A statement for the eye: who did what and when, the words (of long ones so many characters), and where."""
    statement = found.statement
    who = found.actor or (statement.source.text if statement.source else "unattributed")
    head = f"{iso(found.day) or '    –     '}  {click.style(shown(who), bold=True)}"
    head += f"  {click.style(act_words(statement.act, statement.negated), fg='cyan')}"
    if statement.addressee:
        head += f"  → {shown(statement.addressee.text)}"
    yield head + (click.style("  unanswered", fg="yellow") if found.is_unanswered else "")
    words = found.snippet or " … ".join(span.text for span in statement.content)
    if words:
        yield "  " + _marked(words if room is None else excerpt(words, room))
    page = f"page {found.page}" if found.page else None
    where = [part for part in (found.publisher, found.title and clipped(found.title, 60), page) if part]
    yield click.style("  " + " · ".join(map(shown, [*where, statement.id])), dim=True)
    if found.url:
        yield click.style("  " + shown(found.permalink), dim=True)


def excerpt(words: str, room: int) -> str:
    """About so many characters, of those around the first word that was found (which is marked), cut at spaces."""
    from ..store.found import CLOSE, OPEN

    if len(words) <= room:
        return words
    first = max(words.find(OPEN), 0)
    start = 0 if first < room * 2 // 3 else words.rfind(" ", 0, first - room // 3) + 1
    end = words.rfind(" ", first, start + room)
    end = len(words) if start + room >= len(words) else end if end > first else start + room
    kept = words[start:end].rstrip()
    kept += CLOSE if kept.count(OPEN) > kept.count(CLOSE) else ""
    return f"{'… ' if start else ''}{kept}{' …' if end < len(words) else ''}"


def _marked(words: str) -> str:
    """The words found in bold; where a terminal shows no bold, as they are."""
    from ..store.found import CLOSE, OPEN

    first, *parts = words.split(OPEN)
    told = _plain(first)
    for part in parts:
        found, _, rest = part.partition(CLOSE)
        told += click.style(_plain(found), bold=True) + _plain(rest)
    return told.strip()


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", visible(words))


def shown(words: str) -> str:
    """Words that can steer no terminal, on one line."""
    return one_line(words)


def say_json(form: Any) -> None:
    click.echo(json.dumps(form, ensure_ascii=False, indent=1, default=str))
