"""The tables of a release as SQL that DuckDB and SQLite both run, from the release's own Table Schemas."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TYPES = {"string": "TEXT", "date": "DATE", "integer": "INTEGER", "boolean": "BOOLEAN"}
ABOUT = "release"
"""The table that tells what the file is."""

ABOUT_TABLE: dict[str, Any] = {
    "description": "What this file is: one row a fact.",
    "schema": {
        "fields": [
            {
                "name": "key",
                "type": "string",
                "description": "Name of the fact.",
                "constraints": {"required": True},
            },
            {
                "name": "value",
                "type": "string",
                "description": "The fact.",
                "constraints": {"required": True},
            },
        ],
        "primaryKey": ["key"],
    },
}

Json = dict[str, Any]


def in_order(tables: Mapping[str, Json]) -> dict[str, Json]:
    """The tables, each after those that it points to."""
    needed = {name: _targets(table) - {name} for name, table in tables.items()}
    return {name: tables[name] for name in TopologicalSorter(_sorted(needed)).static_order()}


def _targets(table: Json) -> set[str]:
    return {key["reference"]["resource"] for key in table["schema"].get("foreignKeys", [])}


def _sorted(needed: Mapping[str, set[str]]) -> dict[str, list[str]]:
    return {name: sorted(targets) for name, targets in needed.items()}


def create_table(name: str, table: Json, checks: Mapping[str, str] | None = None) -> str:
    """Write the statement that makes a table.

    Args:
        name: of the table.
        table: its resource in the descriptor.
        checks: further conditions by the type of the column, `{}` standing for its name.
    """
    schema = table["schema"]
    lines = [(_column(field, checks or {}), _on_one_line(field["description"])) for field in schema["fields"]]
    lines += [(constraint, "") for constraint in _keys(schema)]
    last = len(lines) - 1
    told = (
        f"  {line}{',' if place < last else ''}{f' -- {comment}' if comment else ''}"
        for place, (line, comment) in enumerate(lines)
    )
    head = f"CREATE TABLE {quoted(name)} ( -- {_on_one_line(table['description'])}"
    return "\n".join([head, *told, ")"])


def _column(field: Json, checks: Mapping[str, str]) -> str:
    name, constraints = quoted(field["name"]), field.get("constraints", {})
    parts = [name, TYPES[field["type"]]]
    if constraints.get("required"):
        parts.append("NOT NULL")
    if "enum" in constraints:
        parts.append(f"CHECK ({name} IN ({', '.join(map(literal, constraints['enum']))}))")
    if "minimum" in constraints:
        parts.append(f"CHECK ({name} >= {int(constraints['minimum'])})")
    if field["type"] in checks:
        parts.append(f"CHECK ({checks[field['type']].format(name)})")
    return " ".join(parts)


def _keys(schema: Json) -> Iterator[str]:
    required = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    if schema.get("primaryKey"):
        # No part of a primary key may be null in SQL.
        kind = "PRIMARY KEY" if required.issuperset(schema["primaryKey"]) else "UNIQUE"
        yield f"{kind} ({_names(schema['primaryKey'])})"
    for key in schema.get("foreignKeys", []):
        target = key["reference"]
        fields = _names(target["fields"])
        yield f"FOREIGN KEY ({_names(key['fields'])}) REFERENCES {quoted(target['resource'])} ({fields})"


def _names(fields: Sequence[str] | str) -> str:
    return ", ".join(map(quoted, [fields] if isinstance(fields, str) else fields))


def insert(name: str, columns: Sequence[str], rows: str) -> str:
    """Write the statement that fills columns of a table from `rows`, which is SQL, too."""
    return f"INSERT INTO {quoted(name)} ({_names(columns)}) {rows}"


def insert_values(name: str, columns: Sequence[str]) -> str:
    """Write the statement that fills columns of a table from values that are given with it."""
    return insert(name, columns, f"VALUES ({', '.join('?' * len(columns))})")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def quoted(name: str) -> str:
    """Write a name so that no keyword is in its way."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Write a text as SQL does."""
    return "'" + text.replace("'", "''") + "'"
