"""Data files for Stata 14 and newer: one `.dta` a table, labelled from the descriptor."""

from __future__ import annotations

import re
from datetime import datetime, time
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas.io.stata import StataWriterUTF8  # type: ignore[attr-defined]

from readouts.errors import CannotExport, Problem
from readouts.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.described import Described, Table

VERSION = 118
LABEL = 80
"""Characters that a label may have."""

LONG = 255
"""Bytes above which a column of text is strL: a str takes the room of its longest value in every row."""

TRUTH = {0: "false", 1: "true"}
DO = "export other tables with --table, or read the CSV files of the release"

# What Stata's guide reserves; pandas takes more from users, such as `end`.
RESERVED = re.compile(
    r"_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_N|_pi|_pred|_rc|_se|_skip|str\d+|strL|using|with"
)
NAME = re.compile(r"[^\W\d]\w{0,31}")


def write_data_files(described: Described, folder: Path) -> None:
    """Write a `.dta` file for each table of a release.

    Text that is missing becomes empty (Stata knows no other), numbers and days that are missing become `.`.

    Raises:
        CannotExport: Stata cannot hold a table as it is.
    """
    frames = {table: load(table.name, release=described.folder.name) for table in described.tables}
    problems = [problem for frame in frames.items() for problem in _problems(*frame)]
    if problems:
        raise CannotExport(problems)
    for table, frame in frames.items():
        _write(described, table, frame, folder / f"{table.name}.dta")


def _problems(table: Table, frame: pd.DataFrame) -> Iterator[Problem]:
    for name in frame.columns:
        where = f"{table.name}, column {name}"
        if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
            expected = "at most 32 letters, digits and underscores, and no word that Stata reserves"
            yield Problem(where, "is no name that Stata allows", expected, DO)
        if _is_text(frame[name]) and frame[name].str.contains("\0", regex=False).any():
            yield Problem(where, "holds the character NUL, at which Stata ends a text", do=DO)


def _write(described: Described, table: Table, frame: pd.DataFrame, path: Path) -> None:
    held = pd.DataFrame({name: _as_stata_has_it(frame[name]) for name in frame.columns})
    labelled = list(frame.select_dtypes("boolean").columns)
    alias = _aliases(list(held.columns), labelled)
    texts = [name for name in held.columns if _is_text(held[name])]
    writer = StataWriterUTF8(
        path,
        held.rename(columns=alias),
        convert_dates={alias[name]: "td" for name in held.select_dtypes("datetime").columns},
        write_index=False,
        byteorder="little",
        time_stamp=datetime.combine(described.released, time()),
        data_label=_label(f"{described.title}, version {described.version}: {table.name}"),
        variable_labels={alias[column.name]: _label(column.description) for column in table.columns},
        convert_strl=[alias[name] for name in texts if _longest(held[name]) > LONG],
        version=VERSION,
        value_labels={alias[name]: TRUTH for name in labelled},
    )
    writer.varlist = list(held.columns)
    writer.write_file()


def _as_stata_has_it(values: pd.Series[Any]) -> pd.Series[Any]:
    if _is_text(values):
        return values.fillna("").astype(object)
    if values.dtype == "boolean":
        return values.astype("Int8")
    # The highest numbers of Int32 are missing values in Stata: pandas would lose them, but not from Int64.
    return values.astype("Int64") if pd.api.types.is_integer_dtype(values.dtype) else values


def _is_text(values: pd.Series[Any]) -> bool:
    return pd.api.types.is_string_dtype(values.dtype)


def _longest(values: pd.Series[Any]) -> int:
    """The length of the longest text, in the bytes that Stata counts."""
    return max((len(value.encode()) for value in values), default=0)


def _aliases(names: list[str], labelled: list[str]) -> dict[str, str]:
    """Names that pandas takes, until the right ones are put in place: it would make `end` to `_end`.

    Columns with value labels keep theirs, for the labels are found by it.
    """
    return {name: name if name in labelled else f"__{number}" for number, name in enumerate(names)}


def _label(text: str) -> str:
    return shorten(text, LABEL, placeholder=" ...")
