"""Opening a ledger: where it may be, what it was before, and what is no ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sayso.errors import SaysoError
from sayso.store import Store
from sayso.store import connection as way
from sayso.store.tables import metadata
from sayso.store.upgrade import NEWEST, SCRIPTS, is_ours
from tests.store.readings import LEDGER, reading


def scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config


def test_the_newest_script_is_the_version_asked_for() -> None:
    assert ScriptDirectory.from_config(scripts()).get_heads() == [NEWEST]


def test_the_scripts_make_the_tables_that_the_code_has(where: str) -> None:
    """And alembic leaves FTS5's shadow tables and PostgreSQL's search column alone."""
    with Store(where):
        engine = way.connect(way.address(where))
        with engine.connect() as connection:
            options = {"include_object": lambda _o, name, kind, _r, _t: is_ours(name, kind)}
            context = MigrationContext.configure(connection, opts=options)
            changes = compare_metadata(context, metadata)
        engine.dispose()
    assert [change for change in changes if "alembic_version" not in str(change)] == []


OLDER = [script.revision for script in ScriptDirectory.from_config(scripts()).walk_revisions()][1:]


@pytest.mark.parametrize("version", sorted(OLDER))
def test_an_older_ledger_is_brought_up_to_date_after_a_backup(where: str, version: str) -> None:
    engine = way.connect(way.address(where))
    config = scripts()
    with way.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        connection.exec_driver_sql(
            "insert into documents (id, words, added_at, coverage, body, pieces, text)"
            " values ('d0', 3, '2024-05-14 12:00:00', 1.0, 0, '[]', 'Nobody was there.')"
        )
        connection.exec_driver_sql("insert into skipped values ('/a', 'is empty', 'look', '2024-05-14 12:00:00')")
    with Store(where) as store:
        assert store.backup is not None
        assert version in str(store.backup)
        assert [document.text for document in store.documents()] == ["Nobody was there."]
        assert store.skipped() == [("/a", "is empty", "look")]
        store.write([reading()])
        assert store.count() == len(LEDGER.statements)
        if engine.dialect.name == "sqlite":
            with closing(sqlite3.connect(str(store.backup))) as copy:
                assert copy.execute("select place from skipped").fetchall() == [("/a",)]
        else:
            with engine.connect() as connection:
                kept = connection.exec_driver_sql(f'select place from "{store.backup}".skipped').fetchall()
            assert [tuple(row) for row in kept] == [("/a",)]
    engine.dispose()
    with Store(where) as store:
        assert store.backup is None


def test_a_newer_ledger_is_left_alone(where: str) -> None:
    with Store(where):
        engine = way.connect(way.address(where))
        with way.writing(engine) as connection:
            connection.exec_driver_sql("update alembic_version set version_num = '9999'")
        engine.dispose()
    with pytest.raises(SaysoError, match="upgrade sayso"):
        Store(where)


def test_what_is_no_ledger(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, and no database at all. " * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("create table documents (x)")
    for where, reason in (
        (text, "cannot be used: file is not a database"),
        (tmp_path / "other.db", "tables of another program"),
        (tmp_path / "no" / "folder.db", "cannot be used: unable to open"),
        ("mysql://host/name", "no kind of ledger"),
    ):
        with pytest.raises(SaysoError, match=reason):
            Store(where)
    with pytest.raises(SaysoError, match="there is no ledger"):
        Store(tmp_path / "missing.db", must_exist=True)
    assert not (tmp_path / "missing.db").exists()


def test_no_password_is_shown() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(SaysoError) as told:
        Store("postgresql://ann:hidden@localhost:1/none")
    assert "hidden" not in str(told.value)


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("quay/kept.db", "quay/kept.db"),
        ("sqlite:///kept.db", "kept.db"),
        (":memory:", None),
        ("sqlite://", None),
        ("postgresql://ann@localhost/kept", None),
    ],
)
def test_the_file_of_a_ledger(where: str, file: str | None) -> None:
    """What is fetched is kept beside it; beside a ledger on a server or in memory there is no place."""
    assert way.file_of(where) == (Path(file) if file else None)
