"""A bar on standard error while many reports are read; nothing at all where standard error is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from ..export import wording

_Item = TypeVar("_Item")

# The bytes of a source that is no file here: those of a report as a rule.
_PAGE = 6000
_NEARLY = 0.98


class Pace:
    """A bar with the sources done, the words read a second and the time that is left, while a ledger is written to.

    It goes by the bytes of files, so that one of a thousand reports counts for what it is.
    """

    def __init__(self, sources: Sequence[str], *, is_plain: bool = False) -> None:
        self._sizes = {source: _size(source) for source in sources}
        self._sources, self._done, self._words, self._finished, self._within = len(sources), 0, 0, 0, 0
        self._progress = _bar("{task.fields[count]}", "{task.fields[rate]}{task.description}", is_plain=is_plain)
        self._task = self._progress.add_task("", total=sum(self._sizes.values()), rate="", count=f"0/{len(sources):,}")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def more(self, sources: int) -> None:
        """So many further sources are to be done."""
        self._sources += sources
        self._progress.update(self._task, total=(self._progress.tasks[0].total or 0) + sources * _PAGE)

    def report(self, place: str, words: int, length: int) -> None:
        """A report of this source is in the ledger, of so many characters."""
        self._words += words
        # A packed file holds more characters than it has bytes: until it is done, nearly all of it is.
        self._within = min(self._within + length, int(self._sizes.get(place, _PAGE) * _NEARLY))
        self._show(place)

    def done(self, place: str) -> None:
        """One more source is done."""
        self._done += 1
        self._finished += self._sizes.get(place, _PAGE)
        self._within = 0
        self._show(place)

    def _show(self, place: str) -> None:
        seconds = self._progress.tasks[0].elapsed or 0.0
        self._progress.update(
            self._task,
            completed=self._finished + self._within,
            count=f"{self._done:,}/{self._sources:,}",
            rate=f"{self._words / seconds:,.0f} words/s  " if self._words and seconds else "",
            description=wording.clipped(place, 40),
        )


def _size(source: str) -> int:
    try:
        return max(os.stat(source).st_size, 1)
    except (OSError, ValueError):
        return _PAGE


def _bar(count: str, told: str, *, is_plain: bool, is_on: bool = True) -> Progress:
    """A bar on standard error; nothing where that is no terminal."""
    console = Console(stderr=True, no_color=is_plain or None)
    return Progress(
        SpinnerColumn(),
        BarColumn(24),
        TextColumn(count, markup=False),
        TimeRemainingColumn(compact=True),
        TextColumn(told, markup=False),
        console=console,
        transient=True,
        disable=not is_on or not console.is_terminal or console.is_dumb_terminal,
    )


class Watch(Generic[_Item]):
    """Counts sources as they are taken and steps aside while their ledgers are printed."""

    def __init__(self, total: int, *, is_plain: bool = False) -> None:
        # Printing to the same terminal would tear the bar; elsewhere it may stay.
        self._must_step_aside = sys.stdout.isatty()
        self._progress = _bar(
            "{task.completed:.0f}/{task.total:.0f}", "{task.description}", is_plain=is_plain, is_on=total > 1
        )
        self._task = self._progress.add_task("", total=total)

    def counted(self, sources: Iterable[str]) -> Iterator[str]:
        """The sources, each counted as done when the next is asked for."""
        for source in sources:
            self._progress.update(self._task, description=wording.clipped(source, 40))
            yield source
            self._progress.advance(self._task)

    def shown(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, with the bar on while the next one is waited for."""
        steps = iter(items)
        try:
            while True:
                self._progress.start()
                item = next(steps)
                self.pause()
                yield item
        except StopIteration:
            return
        finally:
            self._progress.stop()

    def pause(self, *, is_forced: bool = False) -> None:
        if is_forced or self._must_step_aside:
            self._progress.stop()
