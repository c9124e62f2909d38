"""Rows of a ledger to files: the same values in each format, and the whole as the JSON form has it."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest

from sayso.export import EXPORTERS
from sayso.export.columns import FIELDS, cells, columns
from sayso.export.tables import TABLES, form_of, write_ledger
from sayso.ledger import Ledger
from tests.sample import LEDGER, hostile

KINDS = tuple(FIELDS)


def forms(kind: str, ledger: Ledger = LEDGER) -> list[dict[str, Any]]:
    return [form_of(kind, value) for value in getattr(ledger, kind)]


def written(form: str, kind: str, ledger: Ledger = LEDGER) -> bytes:
    stream = BytesIO()
    TABLES[form].write(kind, iter(forms(kind, ledger)), stream)
    return stream.getvalue()


@pytest.mark.parametrize("ledger", [LEDGER, hostile(), Ledger()])
def test_the_whole_is_what_json_gives(ledger: Ledger) -> None:
    stream = BytesIO()
    whole = Ledger.merged([ledger])
    write_ledger(((name, iter(values)) for name, values in zip(whole.to_dict(), parts(whole), strict=True)), stream)
    assert stream.getvalue() == EXPORTERS["json"].written(whole)


def parts(ledger: Ledger) -> list[Any]:
    return [getattr(ledger, name) for name in ledger.to_dict()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ledger", [LEDGER, hostile()])
def test_json_and_lines_give_the_forms(kind: str, ledger: Ledger) -> None:
    assert json.loads(written("json", kind, ledger)) == forms(kind, ledger)
    assert [json.loads(line) for line in written("jsonl", kind, ledger).splitlines()] == forms(kind, ledger)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ledger", [LEDGER, hostile()])
def test_csv_gives_the_cells(kind: str, ledger: Ledger) -> None:
    head, *rows = csv.reader(StringIO(written("csv", kind, ledger).decode(), newline=""))
    assert head == [name for name, _ in columns(kind)]
    expected = [["" if cell is None else str(cell) for cell in cells(kind, form)] for form in forms(kind, ledger)]
    assert rows == expected


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_gives_the_cells(kind: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(BytesIO(written("parquet", kind)))
    assert table.column_names == [name for name, _ in columns(kind)]
    assert [list(row.values()) for row in table.to_pylist()] == [cells(kind, form) for form in forms(kind)]


def test_a_content_in_pieces_is_joined_and_kept_apart() -> None:
    names = [name for name, _ in columns("statements")]
    row = dict(
        zip(names, cells("statements", form_of("statements", LEDGER.statements[3], {"day": "2024-05-14"})), strict=True)
    )
    assert row["content"] == "“Not one lorry left our yard without a test,” … “and the papers show it.”"
    assert len(json.loads(row["content_spans"])) == 2
    assert (row["day"], row["actor_name"]) == ("2024-05-14", None)
