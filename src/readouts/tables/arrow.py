"""From models to Arrow: schemas with descriptions, and rows as sorted tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa

from readouts.errors import InvalidRelease, Problem
from readouts.tables import SHOWN
from readouts.tables.models import CODED_TABLES, MODELS, Column, columns, description, primary_key

Row = Mapping[str, Any]


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table; the metadata hold our descriptions and nothing else."""
    fields = [
        pa.field(column.name, column.type, column.nullable, {"description": column.description})
        for column in columns(table)
    ]
    return pa.schema(fields, {"table": table, "description": description(table)})


def to_arrow(table: str, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table, sorted by primary key.

    Raises:
        InvalidRelease: a row lacks a column or has one too many, or a value is of another type.
    """
    problems = [*_wrong_columns(table, rows)]
    if problems:
        raise InvalidRelease(problems[:SHOWN])
    arrays = [_array(table, column, rows) for column in columns(table)]
    unsorted = pa.Table.from_arrays(arrays, schema=arrow_schema(table))
    return unsorted.sort_by([(name, "ascending") for name in primary_key(table)]).combine_chunks()


def to_arrow_tables(tables: Mapping[str, Sequence[Row]]) -> dict[str, pa.Table]:
    """All tables, in the order of the models; that of the rulings may be left out."""
    missing = [name for name in CODED_TABLES if name not in tables]
    if missing:
        raise InvalidRelease(
            [Problem(name, "the table is missing", "its rows, be there none") for name in missing]
        )
    return {name: to_arrow(name, tables[name]) for name in MODELS if name in tables}


def _wrong_columns(table: str, rows: Sequence[Row]) -> list[Problem]:
    wanted = {column.name for column in columns(table)}
    problems = []
    for number, row in enumerate(rows):
        if row.keys() == wanted:
            continue
        lacking, extra = sorted(wanted - row.keys()), sorted(row.keys() - wanted)
        what = "; ".join(
            f"{word} {', '.join(names)}" for word, names in (("lacks", lacking), ("has also", extra)) if names
        )
        problems.append(Problem(f"{table}, row {number}", what, "the columns of its model"))
    return problems


def _array(table: str, column: Column, rows: Sequence[Row]) -> pa.Array:
    values = [row[column.name] for row in rows]
    try:
        return pa.array(values, column.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        raise InvalidRelease(_misfits(table, column, values)) from None


def _misfits(table: str, column: Column, values: Sequence[object]) -> list[Problem]:
    return [
        Problem(f"{table}, row {number}, {column.name}", f"the value is {value!r}", f"a {column.type} value")
        for number, value in enumerate(values)
        if not _fits(value, column.type)
    ][:SHOWN]


def _fits(value: object, kind: pa.DataType) -> bool:
    try:
        pa.array([value], kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return False
    return True
