"""A bar on standard error while many reports are read; nothing at all where standard error is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Generic, Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from ..export import wording

_Item = TypeVar("_Item")


class Pace:
    """A bar with the words read a second and the time that is left, while a ledger is written to."""

    def __init__(self, total: int, *, is_plain: bool = False) -> None:
        console = Console(stderr=True, no_color=is_plain or None)
        self._progress = Progress(
            SpinnerColumn(),
            BarColumn(24),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[rate]}{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not console.is_terminal or console.is_dumb_terminal,
        )
        self._task = self._progress.add_task("", total=total, rate="")
        self._words = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def more(self, sources: int) -> None:
        """So many further sources are to be done."""
        self._progress.update(self._task, total=(self._progress.tasks[0].total or 0) + sources)

    def done(self, place: str, words: int) -> None:
        """One more source is done, with so many words read in it."""
        self._words += words
        seconds = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._words / seconds:,.0f} words/s  " if self._words and seconds else ""
        self._progress.update(self._task, advance=1, description=wording.clipped(place, 40), rate=rate)


class Watch(Generic[_Item]):
    """Counts sources as they are taken and steps aside while their ledgers are printed."""

    def __init__(self, total: int, *, is_plain: bool = False) -> None:
        console = Console(stderr=True, no_color=is_plain or None)
        self._is_on = total > 1 and console.is_terminal and not console.is_dumb_terminal
        # Printing to the same terminal would tear the bar; elsewhere it may stay.
        self._must_step_aside = sys.stdout.isatty()
        self._progress = Progress(
            SpinnerColumn(),
            BarColumn(24),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not self._is_on,
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
