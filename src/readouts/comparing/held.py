"""A release as its own descriptor and files tell of it, whatever its tables and columns are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from readouts.errors import InvalidRelease, Problem
from readouts.paths import DESCRIPTOR, release_folder, release_folders
from readouts.release.integrity import FETCH, read_descriptor, refuse_damage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json = dict[str, Any]

RULINGS = "rulings"
"""The audit of human corrections. It tells why other tables changed, and is none of the data itself."""

PARQUET = ".parquet"


@dataclass(frozen=True)
class Held:
    """A release that is at hand.

    Attributes:
        folder: where it is.
        described: its descriptor.
    """

    folder: Path
    described: Json
    _read: dict[str, pa.Table] = field(default_factory=dict, compare=False, repr=False)

    @property
    def version(self) -> str:
        """Its version, as the descriptor tells it."""
        return str(self.described.get("version") or self.folder.name)

    @property
    def day(self) -> str:
        """The day on which it was released; empty if untold."""
        return str(self.described.get("created", ""))[:10]

    @property
    def reworded(self) -> tuple[str, ...]:
        """Columns and codes of which it says that they mean what they meant before, in other words."""
        return tuple(self.described.get("reworded", ()))

    @cached_property
    def resources(self) -> dict[str, Json]:
        """The resources by path."""
        return {resource["path"]: resource for resource in self.described["resources"]}

    @cached_property
    def schemas(self) -> dict[str, Json]:
        """The Table Schemas by table."""
        return {
            path.removesuffix(PARQUET): resource["schema"]
            for path, resource in self.resources.items()
            if path.endswith(PARQUET) and "fields" in resource.get("schema", ())
        }

    def tables(self) -> list[str]:
        """The tables of data, in order."""
        return [table for table in self.schemas if table != RULINGS]

    def key(self, table: str) -> tuple[str, ...]:
        """The columns of a table's primary key; none if the descriptor names none."""
        return _names(self.schemas[table].get("primaryKey", []))

    def references(self, table: str) -> dict[str, str]:
        """The columns of a table that point to another, with that table."""
        return {
            column: key["reference"]["resource"].removesuffix(PARQUET)
            for key in self.schemas[table].get("foreignKeys", [])
            for column in _names(key["fields"])
        }

    def read(self, table: str) -> pa.Table:
        """The rows of a table, read once.

        Raises:
            InvalidRelease: the file is missing or is no Parquet.
        """
        if table not in self._read:
            path = self.folder / f"{table}{PARQUET}"
            try:
                self._read[table] = pq.read_table(path).replace_schema_metadata(None)
            except (OSError, pa.ArrowInvalid) as error:
                what = "is missing" if isinstance(error, FileNotFoundError) else "cannot be read"
                raise InvalidRelease([Problem(str(path), what, "the rows of the table", FETCH)]) from None
        return self._read[table]


def _names(told: str | Sequence[str]) -> tuple[str, ...]:
    """Columns as a descriptor names them: one by itself, or a list."""
    return (told,) if isinstance(told, str) else tuple(told)


def row_ids(rows: pa.Table, key: Sequence[str]) -> pa.ChunkedArray:
    """Name every row: the values of its key, joined by `/`."""
    parts = [rows[column].cast(pa.string()) for column in key]
    if len(parts) == 1:
        return parts[0].fill_null("")
    return pc.binary_join_element_wise(*parts, "/", null_handling="replace", null_replacement="")


def open_folder(folder: Path) -> Held:
    """Open the release in a folder.

    Raises:
        InvalidRelease: the folder holds no descriptor of a release.
    """
    described = read_descriptor(folder)
    if isinstance(described, Problem):
        raise InvalidRelease([described])
    if not _is_well_formed(described):
        do = "fetch the release again"
        raise InvalidRelease(
            [Problem(str(folder / DESCRIPTOR), "has fields without a name", "a Table Schema", do)]
        )
    return Held(folder, described)


def _is_well_formed(described: Mapping[str, Any]) -> bool:
    schemas = [each["schema"] for each in described["resources"] if "schema" in each]
    return all(
        isinstance(schema, dict)
        and isinstance(schema.get("fields"), list)
        and all(isinstance(field, dict) and "name" in field for field in schema["fields"])
        for schema in schemas
    )


def open_release(name: str) -> Held:
    """Open a release by its version, or by its folder.

    Raises:
        UnknownRelease: there is no release of that version; the message lists those there are.
        InvalidRelease: the folder is not there, holds no descriptor of a release, or files were changed.
    """
    is_path = Path(name).is_dir() or Path(name).name != name
    folder = Path(name) if is_path and name not in release_folders() else release_folder(name)
    refuse_damage(folder)
    return open_folder(folder)
