"""Worker processes with a thread of the network each: many reports at once, given back in their order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from ..errors import SaysoError
from ..ledger import Document, Ledger
from ..read import Failure, Given, Limits, Original, holds_many, read, read_original
from ..read.fetch import Fetcher
from ..settings import Settings
from .one import Reading, open_reading, outcome

# So many reports a worker are under way or done and waiting for their turn: enough that one long report holds up none
# of the other workers, few enough to bound the memory.
_AHEAD = 4
# A signal that comes just before a thread begins to wait for a lock is heard when the wait ends: none is longer.
_MOMENT_S = 0.2
_ADDRESS = ("http://", "https://")
Outcome = Ledger | Failure


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is asked: a source to read, or its bytes, or what was read from it already."""

    source: str
    found: Document | Failure | None
    given: Given
    limits: Limits
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """`workers` processes. Sources with one of the endings `many`, addresses and standard input are read here and
    handed out document by document, and so are other files that hold many or lead to pages, whatever they are called: a
    list of addresses may end with .txt, and what it leads to is got by the fetcher of the run. The rest is read by the
    workers too.

    `opener` is what gives a worker its reading, a function that can be imported.
    """

    settings: Settings
    workers: int
    many: tuple[str, ...] = ()
    opener: Callable[[Settings], Reading] = open_reading

    def outcomes(
        self, sources: Iterable[str], given: Given, limits: Limits, fetcher: Fetcher | None = None
    ) -> Iterator[Outcome]:
        """The Ledger or Failure of every report in order; a worker that dies costs its own report only."""
        for done in self.answers(self._tasks(sources, given, limits, fetcher)):
            yield from done

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Outcome]]:
        """What came of each task, in order."""
        crew = _Crew(self)
        waiting: deque[tuple[Task, Future[list[Outcome]]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, crew.begin(task)))
                while waiting and (len(waiting) >= _AHEAD * self.workers or waiting[0][1].done()):
                    yield crew.end(*waiting.popleft())
            while waiting:
                yield crew.end(*waiting.popleft())
        except BaseException:
            crew.dismiss()
            raise
        crew.rest()

    def _tasks(self, sources: Iterable[str], given: Given, limits: Limits, fetcher: Fetcher | None) -> Iterator[Task]:
        for source in sources:
            name = source.lower()
            is_ours = source == "-" or name.startswith(_ADDRESS) or name.endswith(self.many) or holds_many(source)
            if not is_ours:
                yield Task(source, None, given, limits)
                continue
            for found in read(source, given, limits, fetcher=fetcher):
                yield Task(source, found, given, limits)


class _Crew:
    """The processes of one run, on a leash: when this process lets go of it, or dies, they leave at once."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.settings = replace(pool.settings, threads=pool.settings.threads or 1)
        self.context = get_context("spawn")
        self.leash, self.hand = self.context.Pipe(duplex=False)
        self.executor = self._executor(pool.workers)

    def begin(self, task: Task) -> Future[list[Outcome]]:
        try:
            return self._submit(self.executor, task)
        except BrokenProcessPool:
            self.executor = self._executor(self.pool.workers)
            return self._submit(self.executor, task)

    def end(self, task: Task, future: Future[list[Outcome]]) -> list[Outcome]:
        """What came of a task; when a worker died, of this report or of another one, it is done again in a process of
        its own."""
        try:
            return _awaited(future)
        except BrokenProcessPool:
            alone = self._executor(1)
        try:
            return _awaited(self._submit(alone, task))
        except BrokenProcessPool:
            where = getattr(task.found, "path", None) or task.source
            told = f"{where}: the process that read this report has died"
            return [Failure(where, SaysoError(told, "it may be too long for the memory; split it"))]
        finally:
            alone.shutdown(wait=False)

    def rest(self) -> None:
        self.executor.shutdown()
        self.hand.close()

    def dismiss(self) -> None:
        self.hand.close()
        self.executor.shutdown(wait=False, cancel_futures=True)

    def _executor(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, self.context, _arrive, (self.leash,))

    def _submit(self, executor: ProcessPoolExecutor, task: Task) -> Future[list[Outcome]]:
        with _deaf():
            return executor.submit(_work, self.pool.opener, self.settings, task)


def _awaited(future: Future[list[Outcome]]) -> list[Outcome]:
    """The result when it is there; Ctrl-C is heard meanwhile, at whichever moment it comes."""
    while not wait((future,), _MOMENT_S).done:
        pass
    return future.result()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started in here never hear Ctrl-C: this process alone does, and sends them home."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)


def _arrive(leash: Connection) -> None:
    """A worker's first act."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The tokeniser's threads would stand in the way of the other workers.
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    Thread(target=_leave_with, args=(leash,), daemon=True).start()


def _leave_with(leash: Connection) -> None:
    with suppress(EOFError, OSError):
        leash.recv_bytes()
    os._exit(1)


def _work(opener: Callable[[Settings], Reading], settings: Settings, task: Task) -> list[Outcome]:
    return done(task, _reading(opener, settings))


def done(task: Task, reading: Reading) -> list[Outcome]:
    """What comes of a task, in this process."""
    found: Iterable[Document | Failure]
    if task.found is not None:
        found = (task.found,)
    elif task.original is not None:
        found = read_original(task.original, task.limits)
    else:
        found = read(task.source, task.given, task.limits)
    return [outcome(task.source, each, reading) for each in found]


@lru_cache(maxsize=1)
def _reading(opener: Callable[[Settings], Reading], settings: Settings) -> Reading:
    """Opened once a process."""
    return opener(settings)
