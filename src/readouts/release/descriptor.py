"""`datapackage.json`: what a release holds, as a Data Package (version 2)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from readouts.described import MAINTAINERS
from readouts.paths import DESCRIPTOR
from readouts.release.content import content_hash
from readouts.release.files import sha256
from readouts.tables.codes import codes, described, meaning, vocabularies
from readouts.tables.models import Column, columns, description, primary_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

NAME = DESCRIPTOR
PROFILE = "https://datapackage.org/profiles/2.0"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
CONTRIBUTORS = [{"title": MAINTAINERS, "roles": ["creator"]}]
TYPES = {pa.string(): "string", pa.date32(): "date", pa.int32(): "integer", pa.bool_(): "boolean"}
MEDIA_TYPES = {
    "csv": "text/csv",
    "md": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
}

Json = dict[str, Any]


@dataclass(frozen=True)
class Release:
    """All that a release is written from.

    Attributes:
        version: such as `0.1.0`.
        title: title of the dataset.
        description: what the dataset is, in a sentence.
        released: day of the release; no other date gets into its files.
        tables: the Arrow tables by name, validated.
        documents: the texts beside the tables by file name (`CODEBOOK.md`).
        reworded: columns and codes that are described in other words than before and mean the same.
    """

    version: str
    title: str
    description: str
    released: date
    tables: Mapping[str, pa.Table]
    documents: Mapping[str, str] = field(default_factory=dict)
    reworded: tuple[str, ...] = ()


def descriptor(release: Release, folder: Path) -> Json:
    """Describe a release whose other files are written in `folder`."""
    resources = [_table_resource(name, table, "csv", folder) for name, table in release.tables.items()]
    resources += [_table_resource(name, table, "parquet", folder) for name, table in release.tables.items()]
    resources += [_document_resource(name, folder) for name in sorted(release.documents)]
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": "readouts",
        "title": release.title,
        "description": release.description,
        "version": release.version,
        "created": f"{release.released.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "contributors": CONTRIBUTORS,
        "sources": _sources(release.tables),
        "resources": resources,
        "vocabularies": _vocabularies(),
        **({"reworded": list(release.reworded)} if release.reworded else {}),
    }


def descriptor_text(descriptor: Json) -> str:
    """Render a descriptor as it stands in its file."""
    return json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"


def _vocabularies() -> Json:
    """What each code means; a field names its vocabulary."""
    return {
        name: {entry.code: meaning(name, entry.code) for entry in described(name) if not entry.when}
        for name in vocabularies()
    }


def _sources(tables: Mapping[str, pa.Table]) -> list[Json]:
    rows = (
        tables["articles"].select(["file", "outlet", "title", "url"]).to_pylist()
        if "articles" in tables
        else []
    )
    return [_source(row) for row in rows]


def _source(row: Mapping[str, str | None]) -> Json:
    title = ": ".join(filter(None, (row["outlet"], row["title"]))) or row["file"]
    return {"title": title, **({"path": row["url"]} if row["url"] else {})}


def _table_resource(name: str, table: pa.Table, kind: str, folder: Path) -> Json:
    return {
        "name": resource_name(name, kind),
        "type": "table",
        "description": description(name),
        **_file(folder / f"{name}.{kind}"),
        "rows": table.num_rows,
        "content_hash": content_hash(table),
        "schema": table_schema(name, kind),
    }


def _document_resource(name: str, folder: Path) -> Json:
    return {"name": name.lower(), **_file(folder / name)}


def _file(path: Path) -> Json:
    kind = path.suffix.removeprefix(".")
    return {
        "path": path.name,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        **({} if kind == "parquet" else {"encoding": "utf-8"}),
        "bytes": path.stat().st_size,
        "hash": sha256(path),
    }


def resource_name(table: str, kind: str) -> str:
    """Name the resource: the CSV bears the table's name, the Parquet file says what it is."""
    return table if kind == "csv" else f"{table}.{kind}"


def table_schema(table: str, kind: str = "csv") -> Json:
    """Describe the columns of a table as a Table Schema."""
    keys = [_foreign_key(column, kind) for column in columns(table) if column.reference]
    return {
        "$schema": f"{PROFILE}/tableschema.json",
        "fields": [_field(column) for column in columns(table)],
        "primaryKey": list(primary_key(table)),
        **({"foreignKeys": keys} if keys else {}),
    }


def _foreign_key(column: Column, kind: str) -> Json:
    target, name = column.reference or ("", "")
    return {"fields": [column.name], "reference": {"resource": resource_name(target, kind), "fields": [name]}}


def _field(column: Column) -> Json:
    return {
        "name": column.name,
        "type": TYPES[column.type],
        "description": column.description,
        **({"vocabulary": column.vocabulary} if column.vocabulary else {}),
        **({"constraints": found} if (found := _constraints(column)) else {}),
    }


def _constraints(column: Column) -> Json:
    constraints: Json = {} if column.nullable else {"required": True}
    if column.vocabulary and not column.is_joined:
        constraints["enum"] = list(codes(column.vocabulary))
    pattern = column.checks.get("pattern", "")
    if pattern.startswith("^"):
        constraints["pattern"] = pattern
    if "min_value" in column.checks:
        constraints["minimum"] = column.checks["min_value"]
    return constraints
