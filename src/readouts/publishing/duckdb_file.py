"""The release as one DuckDB file: tables, keys, checks, comments and views, the same bytes each time."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from readouts.publishing.ddl import (
    ABOUT,
    ABOUT_TABLE,
    create_table,
    in_order,
    insert,
    insert_values,
    literal,
    quoted,
)
from readouts.publishing.knowledge import knowledge
from readouts.publishing.tools import tool
from readouts.publishing.views import SMALL_LETTERS, views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.publishing.edition import Edition

STORAGE = "v1.0.0"
"""What every DuckDB since 1.0 reads. Newer forms hold a random number, so that no two files are the same."""

SETTINGS = {
    # More threads write the same rows in other places of the file.
    "threads": 1,
    # What the compressors write depends on what was in memory before.
    "force_compression": "uncompressed",
}
BLOCK = 16_384
"""Bytes of a block, the smallest there is: each column of each table takes at least one."""

ROWS_AT_ONCE = 16_384
NAME = "made"


def write_duckdb(path: Path, edition: Edition) -> None:
    """Write the file; rows come from the release's Parquet files.

    Raises:
        ReadoutsError: DuckDB is not installed.
    """
    database = tool("duckdb").connect(config=SETTINGS)
    try:
        form = f"STORAGE_VERSION '{STORAGE}', BLOCK_SIZE {BLOCK}"
        database.execute(f"ATTACH {literal(str(path))} AS {NAME} ({form})")
        database.execute(f"USE {NAME}")
        _fill(database, edition)
        database.execute(f"USE memory; CHECKPOINT {NAME}; DETACH {NAME}")
    finally:
        database.close()


def _fill(database: Any, edition: Edition) -> None:
    known = list(knowledge())
    small = {ABOUT: ABOUT_TABLE, **{each.name: each.table for each in known}}
    tables = {**small, **in_order(edition.tables)}
    for name, table in tables.items():
        database.execute(create_table(name, table))
    about = list(edition.about().items())
    database.executemany(insert(ABOUT, ["key", "value"], "VALUES (?, ?)"), about)
    for each in known:
        database.executemany(insert_values(each.name, each.columns), each.rows)
    for name, table in in_order(edition.tables).items():
        columns = [field["name"] for field in table["schema"]["fields"]]
        _insert_rows(database, name, columns, edition.folder / f"{name}.parquet")
    made = f"translate(words, '{ascii_uppercase}', '{ascii_lowercase}')"
    database.execute(f"CREATE MACRO {SMALL_LETTERS}(words) AS {made}")
    for view in views():
        database.execute(view.sql)
    for comment in _comments(tables):
        database.execute(comment)


def _insert_rows(database: Any, name: str, columns: list[str], path: Path) -> None:
    """DuckDB could read the file, but would take `*` or `[` in its path for a pattern."""
    with pq.ParquetFile(path) as file:
        schema = pa.schema([file.schema_arrow.field(column) for column in columns])
        batches = file.iter_batches(ROWS_AT_ONCE, columns=columns)
        ordered = (batch.select(columns) for batch in batches)
        database.register("incoming", pa.RecordBatchReader.from_batches(schema, ordered))
        database.execute(insert(name, columns, "SELECT * FROM incoming"))
        database.unregister("incoming")


def _comments(tables: dict[str, Any]) -> Iterator[str]:
    for name, table in tables.items():
        yield f"COMMENT ON TABLE {quoted(name)} IS {literal(table['description'])}"
        for field in table["schema"]["fields"]:
            column = f"{quoted(name)}.{quoted(field['name'])}"
            yield f"COMMENT ON COLUMN {column} IS {literal(field['description'])}"
    for view in views():
        yield f"COMMENT ON VIEW {quoted(view.name)} IS {literal(view.about)}"
