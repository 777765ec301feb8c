"""What differs between the schemas of two releases: tables, columns, types and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.comparing.codelists import code_changes, codes_in_constraints
from readouts.comparing.held import RULINGS
from readouts.comparing.schema_change import SchemaChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.comparing.held import Held

Json = dict[str, Any]

LIMITS = ("pattern", "minimum", "maximum", "minLength", "maxLength", "unique")
"""Constraints that bound values; whether a column is required, and its codes, are told by themselves."""


def schema_changes(old: Held, new: Held) -> tuple[SchemaChange, ...]:
    """Find what differs between two schemas: tables first, then each table's columns, then codes."""
    found = [
        *_presence("table", old.schemas, new.schemas),
        *(change for table in new.schemas if table in old.schemas for change in _in_table(old, new, table)),
        *code_changes(old, new),
    ]
    return tuple(dict.fromkeys(found))


def _presence(what: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[SchemaChange]:
    yield from (SchemaChange(what, name, "removed") for name in before if name not in after)
    yield from (SchemaChange(what, name, "added") for name in after if name not in before)


def _in_table(old: Held, new: Held, table: str) -> Iterator[SchemaChange]:
    before, after = (_columns(held, table) for held in (old, new))
    found = [
        *_key_changes(old, new, table),
        *_presence("column", before, after),
        *(
            change
            for name, column in after.items()
            if name in before
            for change in _column_changes(name, before[name], column)
        ),
        *_reference_changes(old, new, table),
        *_described(old, new, table),
    ]
    yield from found
    if not found and _told(old, new, table) != _told(new, old, table):
        yield SchemaChange("table", table, "described otherwise")


def _columns(held: Held, table: str) -> dict[str, Json]:
    return {f"{table}.{column['name']}": column for column in held.schemas[table]["fields"]}


def _told(held: Held, other: Held, table: str) -> Json:
    """The schema; of other versions without codes, which are told by themselves."""
    schema = held.schemas[table]
    if held.version == other.version:
        return schema
    return {**schema, "fields": [_without_codes(column) for column in schema["fields"]]}


def _without_codes(column: Json) -> Json:
    """A column without its codes, which are told by themselves."""
    constraints = column.get("constraints", {})
    lists = {"enum", "pattern"} if codes_in_constraints(column) is not None else set()
    kept = {key: value for key, value in constraints.items() if key not in lists}
    return {**{key: column[key] for key in column if key != "vocabulary"}, "constraints": kept}


def _key_changes(old: Held, new: Held, table: str) -> Iterator[SchemaChange]:
    before, after = (", ".join(held.key(table)) for held in (old, new))
    if before != after:
        yield SchemaChange("key", table, "changed", before, after)


def _column_changes(name: str, before: Json, after: Json) -> Iterator[SchemaChange]:
    types = [column.get("type", "any") for column in (before, after)]
    if types[0] != types[1]:
        yield SchemaChange("column", name, "retyped", *types)
    was, becomes = (_without_codes(column)["constraints"] for column in (before, after))
    if bool(was.get("required")) != bool(becomes.get("required")):
        yield SchemaChange("column", name, "required" if becomes.get("required") else "may be empty")
    for limit in LIMITS:
        if was.get(limit) != becomes.get(limit):
            values = [None if held.get(limit) is None else str(held[limit]) for held in (was, becomes)]
            yield SchemaChange(limit, name, "changed", *values)
    told = [column.get("description") for column in (before, after)]
    if told[0] != told[1]:
        yield SchemaChange("column", name, "reworded", *told)


def _reference_changes(old: Held, new: Held, table: str) -> Iterator[SchemaChange]:
    before, after = (held.references(table) for held in (old, new))
    for column in dict.fromkeys([*before, *after]):
        if before.get(column) != after.get(column):
            name = f"{table}.{column}"
            yield SchemaChange("reference", name, "changed", before.get(column), after.get(column))


def _described(old: Held, new: Held, table: str) -> Iterator[SchemaChange]:
    told = [held.resources[f"{table}.parquet"].get("description") for held in (old, new)]
    if told[0] != told[1] and table != RULINGS:
        yield SchemaChange("table", table, "reworded", *told)
