"""Who reads: this process, worker processes, or a Ray cluster; each gives the outcomes of tasks in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ..settings import Settings, processors
from .one import Reading, open_reading
from .workers import Outcome, Pool, Task, done

ENGINES = ("auto", "one", "pool", "ray")
# A worker takes as long to start as some ten reports take to read.
_MANY = 24
_MOST_WORKERS = 8


class Engine(Protocol):
    """Whatever reads; it takes tasks a few ahead of what it yields, so that memory is bounded."""

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Outcome]]: ...


@dataclass(frozen=True, slots=True)
class Alone:
    """This process."""

    reading: Reading

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Outcome]]:
        for task in tasks:
            yield done(task, self.reading)


def open_engine(name: str, settings: Settings, sources: int) -> Engine:
    """The engine of this name; "auto" takes workers where there are many sources and processors for them.

    Raises MissingPart where the weights are not there, or Ray is not installed.
    """
    workers = settings.workers or min(_MOST_WORKERS, processors() // (settings.threads or 1))
    reading = open_reading(settings)
    if name == "ray":
        from .cluster import Cluster

        return Cluster(settings, max(1, workers))
    if name == "pool" or (name == "auto" and workers > 1 and sources >= _MANY):
        return Pool(settings, max(1, workers))
    return Alone(reading)
