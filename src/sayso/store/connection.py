"""A way to the database: where a ledger is, and how SQLite and PostgreSQL are told to behave alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ..errors import MissingPart, SaysoError

# How long a writer waits for another one, in seconds; a batch takes a second or two.
_PATIENCE_S = 60
# Any number: who holds the lock of this number in a PostgreSQL database is writing to the ledger in it.
_LOCK = 7_297_296
_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://", "sqlite://")
_HINT = "name a file (sayso.db) or a PostgreSQL database (postgresql://user@host/name)"


def address(where: str | Path) -> URL:
    """The database that a person means by a path or a postgresql:// address; SaysoError for any other address."""
    told = str(where)
    if "://" not in told:
        return URL.create("sqlite", database=told)
    if not told.startswith(_SCHEMES):
        raise SaysoError(f"{told.split('://')[0]}:// is no kind of ledger", _HINT)
    try:
        url = make_url(told)
    except ArgumentError as problem:
        raise SaysoError("the address of the ledger cannot be understood", _HINT) from problem
    return url if url.drivername == "sqlite" else url.set(drivername="postgresql+psycopg")


def file_of(where: str | Path) -> Path | None:
    """The file that a ledger is; None for one on a server or in memory."""
    url = address(where)
    path = url.database if url.drivername == "sqlite" else None
    return Path(path) if path and path != ":memory:" else None


def shown(url: URL) -> str:
    """The address as it may be printed: without the password."""
    return (
        url.database or "memory" if url.drivername == "sqlite" else url.set(drivername="postgresql").render_as_string()
    )


def connect(url: URL) -> Engine:
    """An engine for the database; nothing is opened yet. MissingPart where PostgreSQL's driver is not installed."""
    rows = {"json_serializer": partial(json.dumps, ensure_ascii=False)}
    try:
        if url.drivername == "sqlite":
            engine = create_engine(url, connect_args={"timeout": _PATIENCE_S}, **rows)
            event.listen(engine, "connect", _tuned)
            event.listen(engine, "begin", _begun)
            return engine
        return create_engine(url, pool_pre_ping=True, **rows)
    except (ModuleNotFoundError, NoSuchModuleError) as problem:
        raise MissingPart("PostgreSQL’s driver is not installed", "pip install 'sayso[postgres]'") from problem


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; other writers wait for its end, readers do not."""
    with told(engine.url), engine.connect() as connection:
        connection = connection.execution_options(sayso_writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"select pg_advisory_xact_lock({_LOCK})"))
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that reads: all of it sees the ledger as it was at its begin."""
    with told(engine.url), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def told(url: URL) -> Iterator[None]:
    """A failure of the database itself as a SaysoError."""
    try:
        yield
    except DBAPIError as problem:
        where, reason = shown(url), str(problem.orig).strip().split("\n")[0]
        raise SaysoError(f"the ledger {where} cannot be used: {reason}", _hint(url, reason)) from problem


def _hint(url: URL, reason: str) -> str:
    if "not a database" in reason:
        return "the file is something else; name another one for the ledger"
    if "locked" in reason:
        return "another program holds the ledger; try again when it is done"
    if url.drivername == "sqlite":
        return "check the folder, who may write to it, and the space on the disk"
    return "check that the server runs, and the name, user and password in the address"


def _tuned(raw: Any, _: Any) -> None:
    # We open transactions ourselves: the driver would open them late, after the first read.
    raw.isolation_level = None
    for line in (
        "foreign_keys=on",
        "journal_mode=wal",
        "synchronous=normal",
        "cache_size=-65536",
        "mmap_size=268435456",
    ):
        raw.execute(f"pragma {line}")


def _begun(connection: Connection) -> None:
    # A writer that began by reading could not go on when another one wrote in between.
    is_writer = connection.get_execution_options().get("sayso_writes")
    connection.exec_driver_sql("begin immediate" if is_writer else "begin")
