"""Every test of the store runs on SQLite and on a real PostgreSQL, where one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from glob import glob
from itertools import count
from pathlib import Path

import pytest

_NAMES = count(1)


def _program(name: str) -> str | None:
    """PostgreSQL's server programs lie off the path in Debian."""
    return shutil.which(name) or next(iter(sorted(glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)), None)


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a PostgreSQL of the tests' own, without a port, in a folder that goes with them."""
    initdb, server = _program("initdb"), _program("pg_ctl")
    if initdb is None or server is None:
        pytest.skip("PostgreSQL's server is not installed (Debian: apt-get install postgresql)")
    pytest.importorskip("psycopg")
    # Not in pytest's folder: the server refuses to run as root, another user may not enter there, and the path of a
    # socket may have no more than 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

    run(initdb, "-D", str(data), "-U", "sayso", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    run(server, "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql://sayso@/{{name}}?host={folder}"
    finally:
        run(server, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql(cluster: str) -> str:
    """The address of an empty database of its own."""
    import psycopg

    name = f"test{next(_NAMES)}"
    with psycopg.connect(cluster.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f'create database "{name}"')  # type: ignore[arg-type]
    return cluster.format(name=name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger may be made."""
    return str(tmp_path / "sayso.db") if request.param == "sqlite" else request.getfixturevalue("postgresql")
