"""Writes a table as Parquet and as CSV, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
from io import StringIO
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROWS_A_GROUP = 131_072


def write_table(folder: Path, name: str, table: pa.Table) -> None:
    """Write `name.parquet` and `name.csv`."""
    write_parquet(folder / f"{name}.parquet", table)
    write_csv(folder / f"{name}.csv", table)


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write every table, in both formats, into a folder that is there."""
    for name, table in tables.items():
        write_table(folder, name, table)


def write_parquet(path: Path, table: pa.Table) -> None:
    """Write Parquet under fixed options; the only metadata are our own descriptions."""
    ours = table.replace_schema_metadata(table.schema.metadata)
    pq.write_table(
        ours.combine_chunks(),
        path,
        compression="zstd",
        compression_level=3,
        row_group_size=ROWS_A_GROUP,
        use_dictionary=True,
        write_statistics=True,
        data_page_version="1.0",
        version="2.6",
        store_schema=True,
    )


def write_csv(path: Path, table: pa.Table) -> None:
    r"""Write CSV: UTF-8, `\n` at line ends, ISO dates, `true` and `false`, nothing where null."""
    path.write_bytes(csv_bytes(table))


def csv_bytes(table: pa.Table) -> bytes:
    """Render a table as the bytes of its CSV file."""
    lines = StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches(max_chunksize=ROWS_A_GROUP):
        columns = [[_cell(value) for value in column.to_pylist()] for column in batch.columns]
        writer.writerows(zip(*columns, strict=True))
    return lines.getvalue().encode()


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def sha256(path: Path) -> str:
    """Digest of a file, as the descriptor writes it."""
    return f"sha256:{digest_of(path)}"


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
