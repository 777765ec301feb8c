"""Loads a table of a release as a DataFrame, offline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from readouts.errors import UnknownBackend, UnknownColumn, UnknownTable
from readouts.paths import release_folder, release_folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    Condition: TypeAlias = tuple[str, str, Any]
    Filters: TypeAlias = Sequence[Condition] | Sequence[Sequence[Condition]] | pc.Expression

Backend: TypeAlias = Literal["numpy", "pyarrow"]
BACKENDS = ("numpy", "pyarrow")


def releases() -> list[str]:
    """List the versions of the releases there are, oldest first."""
    return list(release_folders())


def load(
    table: str,
    release: str | None = None,
    columns: Sequence[str] | None = None,
    filters: Filters | None = None,
    backend: Backend = "numpy",
) -> pd.DataFrame:
    """Load a table of a release.

    Args:
        table: name of the table, such as `events` or `positions`.
        release: version such as `0.1.0`; the newest by default. `frame.attrs["release"]` says which it is.
        columns: the columns to read, in this order; all by default. `evidence` is most of the bytes.
        filters: conditions such as `[("topic", "==", "one_china")]`, or a pyarrow expression; only rows that
            meet them are kept.
        backend: `numpy` for pandas' usual types (`str`, `datetime64`, `Int32`, `boolean`), `pyarrow` for
            Arrow's.

    Raises:
        UnknownTable: the release has no such table; the message lists the tables there are.
        UnknownRelease: there is no such release; the message lists the releases there are.
        UnknownColumn: the table has no such column; the message lists its columns.
        UnknownBackend: it is neither `numpy` nor `pyarrow`.
    """
    if backend not in BACKENDS:
        message = f"no backend {backend!r}; there are {', '.join(BACKENDS)}"
        raise UnknownBackend(message)
    folder = release_folder(release)
    frame = _to_pandas(_read(_parquet(folder, table), columns, filters), backend)
    frame.attrs["release"] = folder.name
    return frame


def _parquet(folder: Path, table: str) -> Path:
    path = folder / f"{table}.parquet"
    if not path.is_file():
        there = ", ".join(sorted(found.stem for found in folder.glob("*.parquet")))
        message = f"no table {table!r} in release {folder.name}; there are {there}"
        raise UnknownTable(message)
    return path


def _read(path: Path, columns: Sequence[str] | None, filters: Filters | None) -> pa.Table:
    import pyarrow.parquet as pq  # noqa: PLC0415 - keeps `import readouts` fast

    names = None if columns is None else [columns] if isinstance(columns, str) else list(columns)
    with pq.ParquetFile(path) as file:
        there = file.schema_arrow.names
        unknown = [name for name in names or [] if name not in there]
        if unknown:
            raise UnknownColumn(_no_column(unknown[0], path.stem, there))
        if filters is None:
            found = file.read(names)
            return found if names is None else found.select(names)
    return _read_filtered(path, names, filters, there)


def _read_filtered(path: Path, names: list[str] | None, filters: Filters, there: list[str]) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return pq.read_table(path, columns=names, filters=filters)
    except pa.ArrowInvalid as error:
        lost = re.search(r"FieldRef\.Name\((.*?)\)", str(error))
        if lost is None:
            raise
        raise UnknownColumn(_no_column(lost[1], path.stem, there)) from None


def _no_column(name: str, table: str, there: list[str]) -> str:
    return f"no column {name!r} in table {table}; there are {', '.join(there)}"


def _to_pandas(table: pa.Table, backend: Backend) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    nullable = {pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}
    types = pd.ArrowDtype if backend == "pyarrow" else nullable.get
    frame: pd.DataFrame = table.to_pandas(date_as_object=False, types_mapper=types)
    return frame
