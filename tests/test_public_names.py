"""The package root: what it promises is there, and stays there whatever else of the package is imported."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import sayso

pytestmark = pytest.mark.skipif("read" not in getattr(sayso, "__all__", ()), reason="sayso.read is not there yet")


@pytest.mark.parametrize("name", getattr(sayso, "__all__", ()))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None


# The stage `sayso.read` is a package, and Python puts a package into its parent under its own name when it is first
# imported: the function of that name must outlive this.
@pytest.mark.parametrize("first", ["sayso.read.plain", "sayso.pipeline", "sayso.cli.read", "sayso.batch"])
def test_read_stays_the_function(first: str) -> None:
    code = f"import {first}, sayso; from sayso.read import plain; sayso.Ledger; sayso.read; print(callable(sayso.read))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_adding_says_of_reports_what_the_command_says(tmp_path: Path) -> None:
    rows, ledger = tmp_path / "rows.csv", tmp_path / "new.db"
    rows.write_text("Body,Note\nMayor Ana Quill denied on Monday that the quay had sunk.,x\n")
    said = {"published": date(2021, 3, 4), "publisher": "The Quay", "fields": {"text": "Body"}}
    assert sayso.add(rows, ledger=ledger, **said).read == 1
    assert sayso.add(rows, ledger=ledger, **said).known == 1
    with sayso.Ledger.open(ledger) as kept:
        (document,) = kept.documents()
    assert (document.publisher, document.published) == ("The Quay", date(2021, 3, 4))
    assert sayso.read(rows, fields={"text": "Body"}).documents[0].text == document.text
    with pytest.raises(sayso.SaysoError, match="none of the fields"):
        sayso.add(rows, ledger=ledger, fields={"body": "Body"})
