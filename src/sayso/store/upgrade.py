"""The schema is brought up to date when a ledger is opened, after a backup; a newer one is refused."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from ..errors import SaysoError
from . import connection as way

SCRIPTS = Path(__file__).with_name("migrations")
# The newest script in migrations/versions; a test holds the two together. Alembic takes long to load: it is asked only
# when a ledger is not of this version.
NEWEST = "0004"
# Tables and columns that the databases keep for the search, and that no table of ours describes.
_SEARCH = ("_fts", "_fts_data", "_fts_idx", "_fts_docsize", "_fts_config", "_fts_content")


def upgraded(engine: Engine) -> Path | str | None:
    """Make the tables, or bring them up to date; where a backup was written (a file, or a schema), None without one.

    Two processes may open one ledger at the same moment: the second finds the work done.
    """
    if _patiently(lambda: _version(engine)) == NEWEST:
        return None
    with way.told(engine.url):
        backup = _backup(engine)
    with way.writing(engine) as connection:
        found = _found(connection)
        if found != NEWEST:
            _run_scripts(connection)
    return backup


def is_ours(name: str | None, kind: str) -> bool:
    """False for what a comparison of the schema must leave alone: FTS5's shadow tables, PostgreSQL's search column."""
    if kind == "column":
        return name != "search"
    return not (name or "").endswith(_SEARCH)


def _version(engine: Engine) -> str | None:
    with way.reading(engine) as connection:
        return _found(connection)


def _found(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables and "documents" in tables:
            raise SaysoError("the database holds tables of another program", "name another one for the ledger")
        return None
    found = connection.execute(text("select version_num from alembic_version")).scalar()
    if found is not None and found > NEWEST:
        raise SaysoError(
            f"the ledger has schema {found}, this sayso knows {NEWEST}", "it was made by a newer sayso: upgrade sayso"
        )
    return found


def _run_scripts(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _backup(engine: Engine) -> Path | str | None:
    """A copy of a ledger with an older schema; a new ledger needs none."""
    version = _version(engine)
    if version in (None, NEWEST):
        return None
    return _copied_file(engine, version) if engine.dialect.name == "sqlite" else _copied_schema(engine, version)


def _copied_file(engine: Engine, version: str) -> Path | None:
    path = engine.url.database
    if not path or path == ":memory:":
        return None
    names = chain((version,), (f"{version}-{number}" for number in count(2)))
    target = next(one for one in (Path(f"{path}.{name}.backup") for name in names) if not one.exists())
    part = Path(f"{target}.{os.getpid()}.part")  # of two processes that come at once each makes its own
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    part.replace(target)
    return target


def _copied_schema(engine: Engine, version: str) -> str:
    with way.writing(engine) as connection:
        there = inspect(connection).get_schema_names()
        names = chain((version,), (f"{version}_{number}" for number in count(2)))
        name = next(one for one in (f"sayso_backup_{name}" for name in names) if one not in there)
        tables = inspect(connection).get_table_names()
        connection.execute(text(f'create schema "{name}"'))
        for table in tables:
            connection.execute(text(f'create table "{name}"."{table}" as table "{table}"'))
    return name


def _patiently(ask: Callable[[], str | None]) -> str | None:
    """SQLite cannot wait for a file that another process turns to WAL at this moment: we do."""
    for wait in (0.05, 0.2, 0.5, 1.0, 2.0):
        try:
            return ask()
        except SaysoError as problem:
            if not isinstance(problem.__cause__, OperationalError) or "locked" not in problem.message:
                raise
            time.sleep(wait)
    return ask()
