"""Documents of a ledger read anew, a batch of them a transaction."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from ..ledger import Document, Ledger
from ..read import Failure, Given, Limits
from ..store import Store
from .engines import Engine
from .workers import Task

_AT_ONCE = 64


def reread(
    ids: Iterable[str], store: Store, engine: Engine, version: str, tell: Callable[[str, int], None]
) -> list[Failure]:
    """Put this version's readings in the place of those there are; those that failed, whose old readings stay."""
    waiting: deque[Document] = deque()
    done: list[tuple[Document, Ledger]] = []
    failures: list[Failure] = []

    def tasks() -> Iterator[Task]:
        for document in store.documents_of(ids):
            waiting.append(document)
            yield Task(document.path or document.url or document.id, document, Given(), Limits())

    for outcomes in engine.answers(tasks()):
        document = waiting.popleft()
        tell(document.path or document.url or document.id, len(document.text.split()))
        failures += [outcome for outcome in outcomes if isinstance(outcome, Failure)]
        done += [(document, outcome) for outcome in outcomes if isinstance(outcome, Ledger)]
        if len(done) >= _AT_ONCE:
            store.reread(done, version)
            done = []
    store.reread(done, version)
    return failures
