"""The release as one DuckDB file: tables, keys, checks, comments and views, the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.publishing.ddl import ABOUT, ABOUT_TABLE, create_table, in_order, literal, quoted
from readouts.publishing.tools import tool
from readouts.publishing.views import views

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
    tables = {ABOUT: ABOUT_TABLE, **in_order(edition.tables)}
    for name, table in tables.items():
        database.execute(create_table(name, table))
    database.executemany(f"INSERT INTO {quoted(ABOUT)} VALUES (?, ?)", list(edition.about().items()))
    for name, table in in_order(edition.tables).items():
        columns = ", ".join(quoted(field["name"]) for field in table["schema"]["fields"])
        rows = f"SELECT {columns} FROM read_parquet({literal(str(edition.folder / name))} || '.parquet')"
        database.execute(f"INSERT INTO {quoted(name)} ({columns}) {rows}")
    for view in views():
        database.execute(view.sql)
    for comment in _comments(tables):
        database.execute(comment)


def _comments(tables: dict[str, Any]) -> Iterator[str]:
    for name, table in tables.items():
        yield f"COMMENT ON TABLE {quoted(name)} IS {literal(table['description'])}"
        for field in table["schema"]["fields"]:
            column = f"{quoted(name)}.{quoted(field['name'])}"
            yield f"COMMENT ON COLUMN {column} IS {literal(field['description'])}"
    for view in views():
        yield f"COMMENT ON VIEW {quoted(view.name)} IS {literal(view.about)}"
