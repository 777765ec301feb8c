"""The tables that a view reads, in the types that it reckons with, and the frame that it gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from readouts.errors import UnknownColumn, UnknownTable
from readouts.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    Source: TypeAlias = str | Path | Mapping[str, pd.DataFrame] | None

DATE: Final = "datetime64[ms]"
NUMBER: Final = "Int32"
TRUTH: Final = "boolean"
TEXT: Final = "str"
TYPES = {
    "start": DATE,
    "end": DATE,
    "published": DATE,
    "is_stated": TRUTH,
    "evidence_start": NUMBER,
}
"""The types of the columns that are no text."""


def read(source: Source, **needed: tuple[str, ...]) -> tuple[pd.DataFrame, ...]:
    """Read tables, each with the columns that a view needs.

    Args:
        source: a release's version; None for the newest; a folder of Parquet files, such as `readouts code`
            writes; or data frames by the name of the table.
        needed: the columns by table.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    return tuple(_typed(_table(source, table, columns)) for table, columns in needed.items())


def _table(source: Source, table: str, columns: tuple[str, ...]) -> pd.DataFrame:
    if source is None or isinstance(source, str):
        return load(table, source, columns)
    held = _files(source) if isinstance(source, Path) else source
    if table not in held:
        message = f"no table {table!r} among those given; there are {', '.join(sorted(held)) or 'none'}"
        raise UnknownTable(message)
    return _selected(_frame(held[table]), table, columns)


def _files(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.parquet")}


def _frame(held: pd.DataFrame | Path) -> pd.DataFrame:
    if not isinstance(held, Path):
        return held
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    return pd.read_parquet(held)


def _selected(frame: pd.DataFrame, table: str, columns: tuple[str, ...]) -> pd.DataFrame:
    lacking = [column for column in columns if column not in frame.columns]
    if lacking:
        there = ", ".join(map(str, frame.columns))
        message = f"no column {lacking[0]!r} in table {table}; there are {there}"
        raise UnknownColumn(message)
    return frame.loc[:, list(columns)].reset_index(drop=True)


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    return _cast(frame, {column: TYPES.get(column, TEXT) for column in frame.columns})


def _cast(frame: pd.DataFrame, types: Mapping[str, str]) -> pd.DataFrame:
    other = {column: kind for column, kind in types.items() if str(frame[column].dtype) != kind}
    return frame.astype(other)


def shaped(
    frame: pd.DataFrame, types: Mapping[str, str], order: list[str], of: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The frame of a view.

    Args:
        frame: its rows, with more columns than are kept.
        types: its columns in order, and their types.
        order: the columns to sort it by (empty values last); none if it is sorted.
        of: a table that was read, whose release it names.
    """
    made = _cast(frame.loc[:, list(types)], types)
    made = made.sort_values(order, kind="stable", ignore_index=True) if order else made
    made.attrs = {} if of is None else dict(of.attrs)
    return made
