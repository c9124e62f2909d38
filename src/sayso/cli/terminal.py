"""The ledger of a report for a terminal: quiet, dense, readable without colour and at 80 columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

from rich.cells import cell_len
from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..export import wording
from ..export.sheet import KEPT, SURE, Entry, Sheet, Talk, sheets
from ..ledger import Ledger

BLANKS = re.compile(r"[ ]+$", re.MULTILINE)
STYLES: dict[str, str] = {
    "assertive": "cyan",
    "directive": "yellow",
    "commissive": "magenta",
    "expressive": "green",
}
# Columns: number, act, then the statement; a wide terminal puts who speaks in a column of its own.
_NUMBER, _ACT, _WHO, _WIDE = 3, 11, 34, 112
# Lines longer than this are hard to read, however wide the terminal.
LONGEST = 152
# Characters of a content at most; of an addressee at most; of a role or an excerpt at least, or it is left out.
_ROOM, _ADDRESSEE_ROOM, _LEAST_ROLE, _LEAST_EXCERPT = 260, 40, 12, 16
_FIGURE_ROOM = 40
# Nested statements are set in by two columns a level, to this level.
_DEEPEST = 4


def console(stream: IO[str], width: int | None = None, *, is_plain: bool = False) -> Console:
    """A console that takes every text literally; colours only for a terminal, and not against NO_COLOR."""
    return Console(file=stream, width=width, no_color=is_plain or None, highlight=False, markup=False, emoji=False)


def show(ledger: Ledger, console: Console, *, is_full: bool = False) -> None:
    """Print every report of the ledger to the console; `is_full` clips nothing."""
    width = min(console.width, LONGEST)
    for sheet in sheets(ledger):
        with console.capture() as captured:
            console.print(Group(*_parts(sheet, width, is_full)), width=width)
        # Grids fill their lines; in a file or a pipe the blanks at their ends would only be in the way.
        console.file.write(BLANKS.sub("", captured.get()))
    console.file.flush()


def _parts(sheet: Sheet, width: int, is_full: bool) -> Iterator[ConsoleRenderable]:
    yield Text(sheet.title, "bold")
    yield Text(_broken(sheet.byline, width), "dim")
    yield from _warnings(sheet)
    met: set[str] = set()
    act = max([_ACT, *(len(entry.act) for entry in sheet.entries)])  # "not acknowledge" is longer than any act alone
    for entry in sheet.entries:
        yield Text()
        yield _row(entry, width, act, is_full, is_new=entry.speaker not in met)
        met.add(entry.speaker)
    if sheet.exchanges:
        yield _heading("Exchanges", "what is said, and beneath it what answers")
        yield _talks(sheet.exchanges, width, act)
    if sheet.unanswered:
        yield _heading("Unanswered", "nothing in this report answers these")
        yield _waiting(sheet.unanswered, width, act)
    if sheet.figures:
        yield _heading("Figures", "")
        yield _figures(sheet)
    yield Text()


def _broken(line: str, width: int) -> str:
    """The line broken at its dots only: "6" and "unanswered" stay together."""
    lines = [""]
    for part in line.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        lines[-1:] = [longer] if cell_len(longer) <= width or not lines[-1] else [lines[-1], part]
    return "\n".join(lines)


def _warnings(sheet: Sheet) -> Iterator[Text]:
    if sheet.document.coverage < KEPT:
        yield Text(f"{sheet.document.coverage:.0%} of the original’s visible text was kept", "yellow")
    if not sheet.entries:
        yield Text("\nNo statements found.")


def _heading(words: str, note: str) -> Text:
    return Text.assemble("\n", (words, "bold"), ("  " + note if note else "", "dim"))


def _row(entry: Entry, width: int, act_width: int, is_full: bool, is_new: bool) -> ConsoleRenderable:
    indent = 2 * min(entry.depth, _DEEPEST)
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=_NUMBER + indent, justify="right")
    grid.add_column(width=act_width)
    number = Text(f"{'└ ' if entry.depth else ''}{entry.number}", "dim")
    act = Text(entry.act, f"bold {STYLES[entry.searle]}")
    if width < _WIDE:
        room = width - _NUMBER - act_width - indent - 3
        grid.add_column(ratio=1)
        grid.add_row(number, act, Group(_head(entry, room, is_new), *_body(entry, room, is_full)))
    else:
        room = width - _NUMBER - act_width - _WHO - 4
        grid.add_column(width=_WHO - indent)
        grid.add_column(ratio=1)
        who = Padding(_who_in_column(entry, _WHO - indent - 2, is_new), (0, 2, 0, 0))
        grid.add_row(number, act, who, Group(*_body(entry, room, is_full)))
    return grid


def _head(entry: Entry, room: int, is_new: bool) -> ConsoleRenderable:
    """Who speaks to whom, with the time at the right edge; a role met before is clipped to the line."""
    aside = _aside(entry, "  ")
    who = _who(entry)
    left = room - len(who) - len(aside) - 6
    if entry.role and (is_new or left > _LEAST_ROLE):
        who.append(", " + (entry.role if is_new else wording.clipped(entry.role, left)), "dim")
    _add_addressee(who, entry)
    if not aside:
        return who
    line = Table.grid(expand=True, padding=(0, 1))
    line.add_column(ratio=1)
    line.add_column(justify="right", no_wrap=True, width=min(len(aside), room // 2))
    line.add_row(who, aside)
    return line


def _who_in_column(entry: Entry, room: int, is_new: bool) -> Text:
    who = _who(entry)
    if entry.role:
        who.append("\n" + (entry.role if is_new else wording.clipped(entry.role, room)), "dim")
    if entry.statement.addressee:
        who.append("\n")
        _add_addressee(who, entry, "→ ")
    aside = _aside(entry, "\n")
    return who.append("\n").append_text(aside) if aside else who


def _who(entry: Entry) -> Text:
    who = Text.assemble((entry.speaker, "bold" if entry.speaker != wording.UNATTRIBUTED else "italic dim"))
    return who.append(f" “{entry.mention}”", "dim") if entry.mention else who


def _add_addressee(who: Text, entry: Entry, arrow: str = " → ") -> None:
    if entry.statement.addressee:
        who.append(arrow, "dim").append(wording.clipped(entry.statement.addressee.text, _ADDRESSEE_ROOM))


def _aside(entry: Entry, between: str) -> Text:
    aside = Text(entry.time, "dim")
    if entry.statement.confidence < SURE:
        aside.append((between if entry.time else "") + f"{entry.statement.confidence:.0%} sure", "red")
    return aside


def _body(entry: Entry, room: int, is_full: bool) -> Iterator[Text]:
    statement = entry.statement
    if entry.wording:
        yield Text(entry.wording if is_full else wording.clipped(entry.wording, _ROOM))
    elif statement.cue:
        yield Text(f"({wording.one_line(statement.cue.text)})", "italic")
    for label, words in entry.marks:
        yield Text.assemble((label + (": " if words else ""), "italic"), wording.clipped(words, room - len(label) - 2))
    for tied in entry.tie_lines:
        line = Text(f"{tied.sign} {tied.words}")
        if tied.excerpt and room - len(line) > _LEAST_EXCERPT:
            line.append(" " + wording.clipped(tied.excerpt, room - len(line) - 2), "dim italic")
        yield line


def _listing(act_width: int) -> Table:
    """Number, act, then one line of who says what."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_NUMBER, justify="right", style="dim")
    grid.add_column(width=act_width)
    grid.add_column()
    return grid


def _waiting(entries: Iterable[Entry], width: int, act_width: int) -> Table:
    grid = _listing(act_width)
    room = width - _NUMBER - act_width - 3
    for entry in entries:
        grid.add_row(str(entry.number), Text(entry.act, STYLES[entry.searle]), _said(entry, room))
    return grid


def _talks(talks: Iterable[Talk], width: int, act_width: int) -> Table:
    """Each saying with its answers beneath, set in: "↳ 4  denies  Ito: …"."""
    grid = _listing(act_width)
    room = width - _NUMBER - act_width - 3
    for talk in talks:
        entry = talk.entry
        grid.add_row(str(entry.number), Text(entry.act, f"bold {STYLES[entry.searle]}"), _said(entry, room))
        for reply in talk.replies:
            line = Text(f"↳ {reply.entry.number} ", "dim").append(f"{reply.verb} ", STYLES[reply.entry.searle])
            place = f" ({wording.clipped(reply.report, _ADDRESSEE_ROOM)})" if reply.report else ""
            line.append_text(_said(reply.entry, room - len(line) - len(place))).append(place, "dim")
            grid.add_row("", "", line)
        if talk.note:
            grid.add_row("", "", Text(f"  {talk.note}", "italic yellow"))
    return grid


def _said(entry: Entry, room: int) -> Text:
    """Who, and as much of what as there is room for; where there is no content the cue."""
    line = Text.assemble((entry.speaker, "bold"), ": ")
    words = entry.wording or (f"({wording.one_line(entry.statement.cue.text)})" if entry.statement.cue else "")
    return line.append(wording.clipped(words, max(room - len(line), _LEAST_EXCERPT)))


def _figures(sheet: Sheet) -> Table:
    grid = Table.grid(padding=(0, 2))
    for figure, within in sheet.figures_within:
        grid.add_row(
            Text(str(within.number if within else "").rjust(_NUMBER), "dim"),
            Text(wording.clipped(figure.span.text, _FIGURE_ROOM)),
            Text(wording.beside(figure)),
            Text(wording.si_words(figure), "dim"),
        )
    return grid
