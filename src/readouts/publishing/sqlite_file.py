"""The release as one SQLite file: the tables, keys, checks and views of the DuckDB file.

Dates are ISO text, booleans 0 and 1. What a column means stands as a comment in the statement that made it
(`.schema positions`). The same SQLite writes the same bytes; its version number stands in bytes 96 to 99.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from readouts.errors import InvalidRelease, Problem
from readouts.publishing.ddl import ABOUT, ABOUT_TABLE, create_table, in_order, insert, insert_values, quoted
from readouts.publishing.knowledge import knowledge
from readouts.publishing.views import SMALL_LETTERS, views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.publishing.edition import Edition

ROWS_AT_ONCE = 16_384
SETTINGS = ("page_size = 4096", "encoding = 'UTF-8'", "journal_mode = OFF", "synchronous = OFF")
CHECKS = {"date": "{0} IS date({0}, '+0 days')", "boolean": "{0} IN (0, 1)"}
PLAIN = {pa.date32(): pa.string(), pa.bool_(): pa.int8()}


def write_sqlite(path: Path, edition: Edition) -> None:
    """Write the file; rows come from the release's Parquet files.

    Raises:
        InvalidRelease: a row breaks a key or points to nothing.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in SETTINGS:
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        _fill(database, edition)
        database.execute("COMMIT")
        _refuse_loose_rows(database, path)
        database.execute("VACUUM")


def _fill(database: sqlite3.Connection, edition: Edition) -> None:
    database.execute(create_table(ABOUT, ABOUT_TABLE))
    database.executemany(insert(ABOUT, ["key", "value"], "VALUES (?, ?)"), edition.about().items())
    for known in knowledge():
        database.execute(create_table(known.name, known.table))
        database.executemany(insert_values(known.name, known.columns), known.rows)
    for name, table in in_order(edition.tables).items():
        database.execute(create_table(name, table, CHECKS))
        columns = [field["name"] for field in table["schema"]["fields"]]
        rows = _rows(edition.folder / f"{name}.parquet", columns)
        database.executemany(insert_values(name, columns), rows)
        for statement in _indexes(name, table):
            database.execute(statement)
    for view in views():
        database.execute(view.sql.replace(SMALL_LETTERS, "lower"))  # there it is A to Z only


def _rows(path: Path, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(ROWS_AT_ONCE, columns=columns):
            held = (_plain(batch[column]).to_pylist() for column in columns)
            yield from zip(*held, strict=True)


def _plain(values: pa.Array) -> pa.Array:
    return values.cast(PLAIN.get(values.type, values.type))


def _indexes(name: str, table: dict[str, Any]) -> Iterator[str]:
    """Joins go by the references, which SQLite does not index of itself."""
    for key in table["schema"].get("foreignKeys", []):
        fields = key["fields"]
        index = quoted("_".join([name, *fields]))
        yield f"CREATE INDEX {index} ON {quoted(name)} ({', '.join(map(quoted, fields))})"


def _refuse_loose_rows(database: sqlite3.Connection, path: Path) -> None:
    loose = database.execute("PRAGMA foreign_key_check").fetchall()
    if loose:
        raise InvalidRelease(
            Problem(
                f"{path.name}, {table}, row {row}", f"points to no row of {target}", do="check the release"
            )
            for table, row, target, _ in loose
        )
