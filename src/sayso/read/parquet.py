"""A Parquet table, row by row; pyarrow is an optional part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..errors import MissingPart, UnreadableReport
from ..ledger.document import Document
from . import rows
from .lines import TOO_LONG, megabytes
from .original import Failure, Original

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

# Few enough that the longest reports fit the memory, enough that a batch is not all overhead.
_BATCH = 64


def read(original: Original) -> Iterator[Document | Failure]:
    """The reports of a Parquet file; MissingPart where pyarrow is not installed."""
    table = _opened(original)
    columns = table.schema_arrow.names
    if (lack := rows.lacking(columns, original)) is not None:
        raise lack
    wanted = {name for names in rows.aliases(original).values() for name in names}
    number = 0
    for batch in table.iter_batches(_BATCH, columns=[name for name in columns if name in wanted]):
        for row in batch.to_pylist():
            number += 1
            yield _article(row, number, original)


def is_parquet(original: Original) -> bool:
    """True when the content begins as Parquet does."""
    return original.raw.startswith(b"PAR1")


def _article(row: dict[str, Any], number: int, original: Original) -> Document | Failure:
    longest = max((len(value) for value in row.values() if isinstance(value, str)), default=0)
    if longest <= original.limits.max_bytes:
        return rows.article(row, number, original)
    where = f"{original.name}:{number}"
    told = f"{where} has a field of {megabytes(longest)}, more than {megabytes(original.limits.max_bytes)}"
    return Failure(where, UnreadableReport(told, TOO_LONG))


def _opened(original: Original) -> ParquetFile:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingPart(
            f"{original.name} is a Parquet table, and the part that reads it is not installed",
            "pip install 'sayso[parquet]'",
        ) from None
    try:
        return ParquetFile(original.opened())
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise UnreadableReport(f"{original.name} is no whole Parquet table: {reason}", "copy it again") from error
