"""Reports into a ledger that lasts: what is there is passed over, what is new is read, a batch to a transaction."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..errors import SaysoError
from ..ledger import Document, Ledger
from ..read import Failure, Given, Limits, Link, leading, read, read_original, reader_of
from ..read.fetch import Fetcher
from ..store import Begun, Entry, Finished, Read, Skipped, Store
from ..store import Original as Kept
from ..store.intake import appearance_id
from . import originals
from .engines import Engine
from .originals import Got
from .sources import place_of
from .workers import Outcome, Task

# A transaction ends after so many entries or seconds: little is lost when the process is killed, and the writing
# costs a small part of the reading.
_ENTRIES, _SECONDS = 64, 2.0
# So many files, or bytes of them, are looked up at once.
_FILES, _BYTES = 64, 16_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an `add`: reports read and written, already there, copies among the read, newer versions of an
    address, skipped ones with their reasons; words read, and seconds. `unkept` are the files too large to be kept."""

    read: int = 0
    known: int = 0
    copies: int = 0
    versions: int = 0
    skipped: tuple[Failure, ...] = ()
    words: int = 0
    seconds: float = 0.0
    unkept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Orders:
    """How to read: what the user says of the reports, the limits, the name of the pipeline; `tell` hears of each source
    that is done, `hear` of each report with its source, the words read and its length in characters, `more` of how many
    further sources a list leads to; `fetcher` fetches the addresses."""

    given: Given
    limits: Limits
    version: str
    many: tuple[str, ...] = ()
    fetcher: Fetcher | None = None
    tell: Callable[[str], None] = lambda _place: None
    hear: Callable[[str, int, int], None] = lambda _place, _words, _length: None
    more: Callable[[int], None] = lambda _pages: None


# A source to read: a path, an address or "-"; a page that a list or a feed leads to; or why there is nothing.
Source = str | Link | Failure


@dataclass(slots=True)
class _Open:
    """An original of which some reports are still being read."""

    kept: Kept
    source: str
    sent: int = 0
    done: int = 0
    documents: int = 0
    is_all_sent: bool = False


def add(sources: Iterable[Source], store: Store, engine: Engine, orders: Orders) -> Report:
    """Read the sources into the ledger. No report's failure ends the run; SaysoError where the ledger itself fails."""
    began = time.monotonic()
    work = _Work(store, orders)
    for outcomes in engine.answers(work.tasks(sources)):
        work.take(outcomes)
    work.flush()
    return work.report(time.monotonic() - began)


@dataclass(slots=True)
class _Work:
    store: Store
    orders: Orders
    waiting: deque[_Open] = field(default_factory=deque)
    entries: list[Entry] = field(default_factory=list)
    begun: list[Begun] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    since: float = 0.0
    known: int = 0
    read: int = 0
    copies: int = 0
    versions: int = 0
    words: int = 0
    skipped: list[Failure] = field(default_factory=list)
    unkept: list[str] = field(default_factory=list)

    def report(self, seconds: float) -> Report:
        told = (self.read, self.known, self.copies, self.versions, tuple(self.skipped), self.words)
        return Report(*told, seconds, tuple(self.unkept))

    def tasks(self, sources: Iterable[Source]) -> Iterator[Task]:
        """The reading that is to be done; what is there already is only counted."""
        for some in self._together(sources):
            known = self.store.known(got.kept.id for got in some if isinstance(got, Got))
            for got in some:
                if isinstance(got, Failure):
                    self._skip(got)
                    self.orders.tell(got.where)
                elif got.kept.id in known:
                    self.known += known[got.kept.id]
                    self.orders.tell(got.source)
                else:
                    yield from self._tasks_of(got)

    def _tasks_of(self, got: Got) -> Iterator[Task]:
        self.begun.append(Begun(got.kept.place))
        whole = got.whole
        links = leading(whole, self.orders.limits, self.orders.fetcher) if whole is not None else None
        if links is None:
            yield from self._reports_of(got)
            return
        # A list is never finished: each time that it is added, each of its pages is asked whether it has changed.
        pages = list(links)
        self.orders.more(len(pages))
        yield from self.tasks(pages)
        self.orders.tell(got.source)

    def _reports_of(self, got: Got) -> Iterator[Task]:
        opened = _Open(got.kept, got.source)
        given, limits = self.orders.given, self.orders.limits
        is_taken_apart = got.is_of_many or got.is_anew or _holds_many(got)
        if not is_taken_apart:
            yield self._sent(opened, Task(got.source, None, given, limits, got.original))
        for document in _documents(got, self.orders) if is_taken_apart else ():
            if isinstance(document, Failure):
                self._skip(document)
            elif got.is_anew and self.store.stands(document):
                # Many pages differ by a number or an advertisement each time that they are asked for.
                self.known += 1
            elif self.store.appeared([appearance_id(got.kept, document)]):
                self.known += 1
                opened.documents += 1
                self.orders.hear(got.source, 0, len(document.text))
            else:
                yield self._sent(opened, Task(got.source, document, given, limits))
        opened.is_all_sent = True
        self._end(opened)

    def _sent(self, opened: _Open, task: Task) -> Task:
        opened.sent += 1
        self.waiting.append(opened)
        return task

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """What came of the task that was sent first of those still waited for."""
        opened = self.waiting.popleft()
        for outcome in outcomes:
            if isinstance(outcome, Ledger):
                document = outcome.documents[0]
                opened.documents += 1
                words = len(document.text.split())
                self.words += words
                self.orders.hear(opened.source, words, len(document.text))
                self._note(Read(opened.kept, document, outcome, self.orders.version))
            else:
                self._skip(outcome)
        opened.done += 1
        self._end(opened)

    def _end(self, opened: _Open) -> None:
        if not opened.is_all_sent or opened.done < opened.sent:
            return
        if opened.documents:  # what gave nothing at all is tried again the next time
            self._note(Finished(opened.kept, opened.documents))
            if opened.kept.body is None:
                self.unkept.append(opened.kept.place)
        self.orders.tell(opened.source)

    def _skip(self, failure: Failure) -> None:
        self.skipped.append(failure)
        self._note(Skipped(place_of(failure.where), failure.error))

    def _note(self, entry: Entry) -> None:
        self.since = self.since if self.entries else time.monotonic()
        self.entries.append(entry)
        if len(self.entries) >= _ENTRIES or time.monotonic() - self.since > _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what has come together, in one transaction."""
        written = self.store.write([*self.begun, *self.entries]) if self.entries or self.begun else ()
        for outcome in written:
            if isinstance(outcome.entry, Read):
                self.read += 1
                self.copies += bool(outcome.copies) or not outcome.is_new
                self.versions += outcome.is_version
        self.entries, self.begun = [], []

    def _together(self, sources: Iterable[Source]) -> Iterator[list[Got | Failure]]:
        """What could be got of the sources, some at a time."""
        some: list[Got | Failure] = []
        size = 0
        for source in sources:
            got = source if isinstance(source, Failure) else self._got(source)
            if got is None:
                continue
            if isinstance(got, Got):
                size += len(got.kept.body or b"")
            some.append(got)
            # A page that was fetched should not wait for the next one to be fetched.
            if len(some) >= _FILES or size >= _BYTES or (isinstance(got, Got) and "://" in got.source):
                yield some
                some, size = [], 0
        yield some

    def _got(self, source: str | Link) -> Got | Failure | None:
        """The bytes of a source; None for a page that another list has led to already in this run."""
        link = source if isinstance(source, Link) else None
        place = source.url if isinstance(source, Link) else source
        if place in self.asked:
            self.orders.tell(place)
            return None
        given, orders = _line(self.orders.given), self.orders
        copy = None
        if "://" in place:
            self.asked.add(place)
            copy = self.store.copy(place, given)
        try:
            got = originals.get(place, orders.limits, orders.many, given, orders.fetcher, copy)
        except SaysoError as problem:
            return Failure(place, problem)
        return got.with_given(orders.given, link)


def _line(given: Given) -> str:
    """What the user said of the reports, as one line; which columns are meant, in whichever order they were named."""
    told = (given.published, given.publisher, given.title, given.url, *sorted(given.fields))
    return "\x1f".join(str(part) for part in told if part)


def _holds_many(got: Got) -> bool:
    """By its content: a file of addresses is called .txt as any other, and its pages are got by the run's fetcher."""
    try:
        return got.original is not None and reader_of(got.original).has_many
    except Exception:  # a stranger's file: whoever reads it says what is wrong with it
        return False


def _documents(got: Got, orders: Orders) -> Iterator[Document | Failure]:
    if got.original is None:
        return read(got.source, orders.given, orders.limits, fetcher=orders.fetcher)
    return read_original(got.original, orders.limits, orders.fetcher)
