"""Values one by one to a file of rows: JSON, JSON lines, CSV or Parquet, in constant memory."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from itertools import islice
from typing import Any, BinaryIO, Protocol

from ..errors import MissingPart
from ..ledger.form import WRITERS
from .columns import FIELDS, NUMBER, TEXT, TRUTH, WHOLE, cells, columns
from .json import json_text

__all__ = ["FIELDS", "TABLES", "TableFormat", "form_of", "write_ledger"]

# Rows of a Parquet file's group: enough to pack well, few enough to hold.
_GROUP = 5_000

Form = dict[str, Any]


class TableFormat(Protocol):
    """A format of rows; `suffix` is how its files' names end."""

    suffix: str

    def write(self, kind: str, forms: Iterable[Form], stream: BinaryIO) -> None: ...


def form_of(kind: str, value: Any, about: Mapping[str, Any] | None = None) -> Form:
    """A value's row of the JSON form, with what else is known of it beside."""
    form = WRITERS[kind](value)
    return form | dict(about) if about else form


def write_ledger(parts: Iterable[tuple[str, Iterator[Any]]], stream: BinaryIO) -> None:
    """The collections of a ledger, one after the other: the very bytes that the format "json" gives of the whole."""
    stream.write(b"{")
    for at, (kind, values) in enumerate(parts):
        stream.write(f'{"," if at else ""}\n "{kind}": '.encode())
        _write_list((WRITERS[kind](value) for value in values), stream, depth=1)
    stream.write(b"\n}\n")


def _write_list(forms: Iterable[Form], stream: BinaryIO, depth: int) -> None:
    is_empty = True
    inner = "\n" + " " * (depth + 1)
    for form in forms:
        text = json_text(form, indent=1).replace("\n", inner)
        stream.write(f"{'[' if is_empty else ','}{inner}{text}".encode())
        is_empty = False
    stream.write(b"[]" if is_empty else f"\n{' ' * depth}]".encode())


class JsonRows:
    suffix = ".json"

    def write(self, kind: str, forms: Iterable[Form], stream: BinaryIO) -> None:
        _write_list(forms, stream, depth=0)
        stream.write(b"\n")


class JsonLineRows:
    suffix = ".jsonl"

    def write(self, kind: str, forms: Iterable[Form], stream: BinaryIO) -> None:
        for form in forms:
            stream.write((json_text(form) + "\n").encode())


class Csv:
    """Comma-separated with a head line, UTF-8, as RFC 4180 has it."""

    suffix = ".csv"

    def write(self, kind: str, forms: Iterable[Form], stream: BinaryIO) -> None:
        text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        rows = csv.writer(text)
        rows.writerow([name for name, _ in columns(kind)])
        for form in forms:
            rows.writerow(cells(kind, form))
        text.flush()
        text.detach()  # the stream is the caller's to close


class Parquet:
    """Parquet, packed with zstd; needs the extra `parquet`."""

    suffix = ".parquet"

    def write(self, kind: str, forms: Iterable[Form], stream: BinaryIO) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ModuleNotFoundError as problem:
            raise MissingPart("Parquet files need pyarrow", "pip install 'sayso[parquet]'") from problem
        types = {TEXT: pyarrow.string(), WHOLE: pyarrow.int64(), NUMBER: pyarrow.float64(), TRUTH: pyarrow.bool_()}
        schema = pyarrow.schema([(name, types[shape]) for name, shape in columns(kind)])
        rows = (cells(kind, form) for form in forms)
        with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
            while group := list(islice(rows, _GROUP)):
                by_column = [list(column) for column in zip(*group, strict=True)]
                writer.write_table(pyarrow.table(by_column, schema=schema))


TABLES: dict[str, TableFormat] = {"json": JsonRows(), "jsonl": JsonLineRows(), "csv": Csv(), "parquet": Parquet()}
