"""A Ray cluster as the reader of many reports: an actor with its own network on each processor that is asked for."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..errors import MissingPart, SaysoError
from ..read import Failure
from ..settings import Settings
from .one import Reading, open_reading
from .workers import Outcome, Task, done

# Tasks an actor has under way or waiting, so that it never idles while outcomes are written.
_AHEAD = 4


class _Reader:
    """What lives on the cluster: the network, loaded once."""

    def __init__(self, opener: Callable[[Settings], Reading], settings: Settings) -> None:
        os.environ["TOKENIZERS_PARALLELISM"] = "false"
        self.reading = opener(settings)

    def read(self, task: Task) -> list[Outcome]:
        return done(task, self.reading)


@dataclass(frozen=True, slots=True)
class Cluster:
    """`workers` actors on the cluster of the environment's RAY_ADDRESS, or on one of this machine where there is none.

    MissingPart where Ray is not installed. The machines of a cluster need sayso and its weights, and no reports: tasks
    carry the bytes.
    """

    settings: Settings
    workers: int
    opener: Callable[[Settings], Reading] = open_reading

    def __post_init__(self) -> None:
        _ray()

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Outcome]]:
        """What came of each task, in order; an actor that dies costs its own report only."""
        ray = _ray()
        is_ours = not ray.is_initialized()
        if is_ours:
            # Where no cluster is named, one of this machine.
            here = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": self.workers, "include_dashboard": False}
            ray.init(log_to_driver=False, logging_level="ERROR", **here)
        try:
            yield from self._answers(ray, tasks)
        finally:
            if is_ours:
                ray.shutdown()

    def _answers(self, ray: Any, tasks: Iterable[Task]) -> Iterator[list[Outcome]]:
        settings = replace(self.settings, threads=self.settings.threads or 1)
        reader = ray.remote(num_cpus=settings.threads, max_restarts=-1, max_task_retries=1)(_Reader)
        crew = [reader.remote(self.opener, settings) for _ in range(self.workers)]
        waiting: deque[tuple[Task, Any]] = deque()
        for at, task in enumerate(tasks):
            waiting.append((task, crew[at % len(crew)].read.remote(task)))
            if len(waiting) >= _AHEAD * len(crew):
                yield _ended(ray, *waiting.popleft())
        while waiting:
            yield _ended(ray, *waiting.popleft())


def _ended(ray: Any, task: Task, promise: Any) -> list[Outcome]:
    try:
        return list(ray.get(promise))
    except ray.exceptions.RayError as problem:
        where = getattr(task.found, "path", None) or task.source
        told = f"{where}: the cluster could not read this report: {type(problem).__name__}"
        return [Failure(where, SaysoError(told, "it may be too long for the memory; split it"))]


def _ray() -> Any:
    try:
        import ray
    except ModuleNotFoundError as problem:
        raise MissingPart("Ray is not installed", "pip install 'sayso[ray]'") from problem
    return ray
