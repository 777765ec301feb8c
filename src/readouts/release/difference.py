"""What differs between two releases, told by file, table and row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from readouts.tables.models import primary_key

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 10
Json = dict[str, Any]
Keyed = dict[tuple[object, ...], Mapping[str, object]]


def differences(old: Json, new: Json, old_folder: Path, new_folder: Path) -> list[str]:
    """Tell how the content of a release differs from another, by their descriptors.

    Two Parquet files with the same content are the same, whatever version of the library wrote them.
    """
    before, after = _resources(old), _resources(new)
    lines = [f"{path} is gone" for path in before if path not in after]
    lines += [f"{path} is new" for path in after if path not in before]
    for path in before:
        if path in after and _said(before[path]) != _said(after[path]):
            lines += _told(path, old_folder, new_folder)
    keys = dict.fromkeys([*old, *new])
    return lines + [
        f"datapackage.json: {key} differs"
        for key in keys
        if key != "resources" and old.get(key) != new.get(key)
    ]


def _resources(described: Json) -> dict[str, Json]:
    return {resource["path"]: resource for resource in described["resources"]}


def _said(resource: Json) -> Json:
    bytes_matter = resource["format"] != "parquet"
    return {key: value for key, value in resource.items() if bytes_matter or key not in {"bytes", "hash"}}


def _told(path: str, old_folder: Path, new_folder: Path) -> list[str]:
    name, _, kind = path.partition(".")
    if kind != "parquet":
        return [f"{path} differs"]
    old, new = (_keyed(folder / path, name) for folder in (old_folder, new_folder))
    rows = list(islice(_row_differences(old, new), SHOWN + 1))
    more = ["..."] if len(rows) > SHOWN else []
    return [f"{path}: {row}" for row in rows[:SHOWN] + more] or [f"{path} differs in its description"]


def _keyed(path: Path, table: str) -> Keyed:
    rows = pq.read_table(path).to_pylist()
    return {tuple(row.get(column) for column in primary_key(table)): row for row in rows}


def _row_differences(old: Keyed, new: Keyed) -> Iterator[str]:
    for key in dict.fromkeys([*old, *new]):
        name = "/".join(map(str, key))
        if key not in new:
            yield f"row {name} is gone"
        elif key not in old:
            yield f"row {name} is new"
        else:
            yield from _cell_differences(name, old[key], new[key])


def _cell_differences(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    for column in dict.fromkeys([*old, *new]):
        if old.get(column) != new.get(column):
            yield f"row {name}, {column}: {old.get(column)!r} became {new.get(column)!r}"
