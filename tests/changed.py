"""Releases of the invented rows with planned changes: to rows before they are written, to schemas after."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

import invented
from readouts.release.files import sha256

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
OfRows = Callable[[invented.Rows], object]
OfSchema = Callable[[Json], object]
RULING_KEY = ("ruling_id", "row_id", "column_name")
MEANINGS = {"stance": {"support": "is for it", "neutral": "takes no side", "oppose": "is against it"}}


def written(data: Path, version: str, *changes: OfRows) -> Path:
    """Write a release of the invented rows, changed."""
    rows = invented.rows()
    for change in changes:
        change(rows)
    return invented.placed(invented.release(version, rows), data)


def described(folder: Path, *changes: OfSchema) -> Path:
    """Change the descriptor of a release."""
    path = folder / "datapackage.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        change(held)
    path.write_text(json.dumps(held), encoding="utf-8")
    return folder


def cell(table: str, row: int, column: str, value: object) -> OfRows:
    return lambda rows: rows[table][row].update({column: value})


def cells(table: str, row: int, **values: object) -> OfRows:
    return lambda rows: rows[table][row].update(values)


def without(table: str, row: int) -> OfRows:
    return lambda rows: rows[table].pop(row)


def again(table: str, row: int, **values: object) -> OfRows:
    """One row more: another with other values."""
    return lambda rows: rows[table].append({**rows[table][row], **values})


def nowhere(rows: invented.Rows) -> None:
    """No change."""


def schemas(held: Json, table: str) -> Iterator[Json]:
    """The schemas of a table: that of the CSV and that of the Parquet file."""
    for resource in held["resources"]:
        if resource["path"].partition(".")[0] == table and "schema" in resource:
            yield resource["schema"]


def fields(held: Json, column: str) -> Iterator[Json]:
    table, _, name = column.partition(".")
    for schema in schemas(held, table):
        yield from (field for field in schema["fields"] if field["name"] == name)


def column(name: str, **values: object) -> OfSchema:
    """Describe a column otherwise."""

    def change(held: Json) -> None:
        for field in fields(held, name):
            field.update(values)

    return change


def constraint(name: str, key: str, value: object) -> OfSchema:
    """Constrain a column otherwise; None takes the constraint away."""

    def change(held: Json) -> None:
        for field in fields(held, name):
            kept = {**field.get("constraints", {}), key: value}
            field["constraints"] = {key: value for key, value in kept.items() if value is not None}

    return change


def no_column(name: str) -> OfSchema:
    def change(held: Json) -> None:
        for schema in schemas(held, name.partition(".")[0]):
            schema["fields"] = [
                field for field in schema["fields"] if field["name"] != name.partition(".")[2]
            ]

    return change


def one_column_more(name: str) -> OfSchema:
    def change(held: Json) -> None:
        for schema in schemas(held, name.partition(".")[0]):
            schema["fields"].append({"name": name.partition(".")[2], "type": "string"})

    return change


def no_table(table: str) -> OfSchema:
    def change(held: Json) -> None:
        held["resources"] = [
            resource for resource in held["resources"] if resource["path"].partition(".")[0] != table
        ]

    return change


def key_is(table: str, *names: str) -> OfSchema:
    def change(held: Json) -> None:
        for schema in schemas(held, table):
            schema["primaryKey"] = list(names)

    return change


def no_reference(table: str) -> OfSchema:
    def change(held: Json) -> None:
        for schema in schemas(held, table):
            schema.pop("foreignKeys")

    return change


def without_vocabularies(held: Json) -> None:
    """The form of the first releases: codes are known from constraints alone."""
    held.pop("vocabularies", None)
    for resource in held["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            field.pop("vocabulary", None)


def with_meanings(**codes: str) -> OfSchema:
    """The form of newer releases, with these meanings of stances."""

    def change(held: Json) -> None:
        without_vocabularies(held)
        held["vocabularies"] = {"stance": {**MEANINGS["stance"], **codes}}
        column("positions.stance", vocabulary="stance")(held)

    return change


def ruling(table: str, row: str, column: str | None, reason: str, number: int = 1, **more: object) -> Json:
    told = {
        "ruling_id": f"r{number}",
        "action": "change",
        "table_name": table,
        "row_id": row,
        "column_name": column,
        "was": "a",
        "becomes": "b",
        "reason": reason,
        "ruled_by": "somebody",
        "ruled_on": date(2031, 4, 2),
    }
    return {**told, **more}


def with_rulings(folder: Path, rulings: Sequence[Mapping[str, Any]]) -> Path:
    """Put the audit of rulings into a release."""
    types = {name: pa.date32() if name == "ruled_on" else pa.string() for name in rulings[0]}
    pq.write_table(pa.Table.from_pylist(list(rulings), pa.schema(types)), folder / "rulings.parquet")
    schema = {"fields": [{"name": name, "type": "string"} for name in types], "primaryKey": list(RULING_KEY)}
    (folder / "rulings.csv").unlink()
    resource = {"name": "rulings.parquet", "path": "rulings.parquet", "format": "parquet"}
    resource["hash"] = sha256(folder / "rulings.parquet")
    return described(
        folder, no_table("rulings"), lambda held: held["resources"].append({**resource, "schema": schema})
    )
