"""What a workbook of Excel cannot hold, found before anything is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from readouts.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.described import Described

ROWS = 1_048_576 - 1
"""Rows of a sheet, without the header."""

UNITS = 32_767
"""Units of UTF-16 of a cell: an emoji counts twice."""

OTHER_SHEETS = ("about", "columns", "codes")
SHEET_NAME = re.compile(r"[^\[\]:*?/\\']{1,31}")
DO = "export to Stata (--to stata) or read the CSV files of the release"


def workbook_problems(described: Described) -> list[Problem]:
    """Tables with too many rows, texts that are too long, and names that no sheet can have."""
    problems: list[Problem] = []
    for table in described.tables:
        path = described.folder / f"{table.name}.parquet"
        problems += [*_name_problems(table.name), *_row_problems(table.name, path)]
        problems += _text_problems(table.name, path)
    return problems


def _name_problems(name: str) -> Iterator[Problem]:
    if name in OTHER_SHEETS or not SHEET_NAME.fullmatch(name):
        yield Problem(name, "is no name that its sheet can have", "1 to 31 characters, not taken before", DO)


def _row_problems(name: str, path: Path) -> Iterator[Problem]:
    rows = pq.read_metadata(path).num_rows
    if rows > ROWS:
        yield Problem(name, f"has {rows:,} rows", f"at most {ROWS:,} for a sheet of Excel", DO)


def _text_problems(name: str, path: Path) -> Iterator[Problem]:
    schema = pq.read_schema(path)
    for field in schema:
        if pa.types.is_string(field.type):
            values = pq.read_table(path, columns=[field.name])[field.name]
            yield from _long_texts(name, field.name, values)


def _long_texts(table: str, column: str, values: pa.ChunkedArray) -> Iterator[Problem]:
    # A character is one unit or two, so only these few can be too long.
    suspects = pc.fill_null(pc.greater(pc.utf8_length(values), UNITS // 2), False)
    for row in pc.indices_nonzero(suspects).to_pylist():
        units = len(values[row].as_py().encode("utf-16-le")) // 2
        if units > UNITS:
            where = f"{table}, row {row + 1}, column {column}"
            yield Problem(where, f"has {units:,} characters", f"at most {UNITS:,} for a cell of Excel", DO)
