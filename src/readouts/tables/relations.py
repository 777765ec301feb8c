"""Keys and references: every key is unique and sorted, and every reference resolves."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from readouts.errors import Problem
from readouts.tables import SHOWN
from readouts.tables.models import MODELS, columns, primary_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ONE_ROW_FOR_EACH = {
    "reports": ("event_id", "article_id"),
    "participants": ("event_id", "actor_id"),
    "positions": (
        "article_id",
        "holder",
        "topic",
        "stance",
        "act",
        "target",
        "evidence_start",
        "evidence_end",
    ),
}


def key_problems(tables: Mapping[str, pa.Table]) -> list[Problem]:
    """Primary keys that occur twice or out of order, and rows that say the same thing again."""
    problems: list[Problem] = []
    for name in (name for name in MODELS if name in tables):
        problems += _repeated(name, tables[name], primary_key(name), "a unique key")
        problems += _unsorted(name, tables[name])
    for name, names in ONE_ROW_FOR_EACH.items():
        problems += _repeated(name, tables[name], names, "one row for each")
    return problems


def reference_problems(tables: Mapping[str, pa.Table]) -> list[Problem]:
    """Foreign keys that point to no row."""
    problems: list[Problem] = []
    for name in (name for name in MODELS if name in tables):
        for column in columns(name):
            if column.reference:
                problems += islice(_dangling(name, column.name, column.reference, tables), SHOWN)
    return problems


def _repeated(name: str, table: pa.Table, key: tuple[str, ...], expected: str) -> list[Problem]:
    counts = table.group_by(list(key)).aggregate([([], "count_all")])
    double = counts.filter(pc.greater(counts["count_all"], 1)).sort_by(
        [(column, "ascending") for column in key]
    )
    return [
        Problem(
            f"{name}, {', '.join(key)}", f"{_values(row, key)} stands in {row['count_all']} rows", expected
        )
        for row in double.slice(0, SHOWN).to_pylist()
    ]


def _values(row: Mapping[str, object], key: tuple[str, ...]) -> str:
    return ", ".join(repr(row[column]) for column in key)


def _unsorted(name: str, table: pa.Table) -> list[Problem]:
    key = primary_key(name)
    keys = table.select(list(key))
    if keys.equals(keys.sort_by([(column, "ascending") for column in key])):
        return []
    return [Problem(f"{name}, {', '.join(key)}", "the rows are not sorted", "rows sorted by primary key")]


def _dangling(
    name: str, column: str, reference: tuple[str, str], tables: Mapping[str, pa.Table]
) -> Iterator[Problem]:
    target, field = reference
    values = tables[name][column]
    lost = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=tables[target][field])))
    for number in pc.indices_nonzero(lost).to_pylist():
        where = f"{name}, row {number}, {column}"
        yield Problem(where, f"{values[number].as_py()!r} is not there", f"an id of {target}.{field}")
