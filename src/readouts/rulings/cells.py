"""Cells as text, as people write them in rulings, and text as cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa

from readouts.printing import as_text
from readouts.tables.codes import SEPARATOR, codes
from readouts.tables.models import columns

if TYPE_CHECKING:
    from readouts.tables.models import Column

BOOLEANS = {"true": True, "false": False}


def to_text(value: object) -> str | None:
    """A cell as text; None for an empty one."""
    return as_text(value) or None


def to_value(table: str, name: str, text: str | None) -> object:
    """The value that a text stands for in a column.

    Raises:
        ValueError: it stands for none; the message says what the column takes.
    """
    column = column_of(table, name)
    if text is None:
        if not column.nullable:
            message = "it must not be empty"
            raise ValueError(message)
        return None
    if column.is_joined:
        text = SEPARATOR.join(sorted({part.strip() for part in text.split(SEPARATOR) if part.strip()}))
    if column.vocabulary:
        _check_codes(column, text)
    return _typed(column.type, text)


def column_of(table: str, name: str) -> Column:
    """The column of a table.

    Raises:
        ValueError: there is none of that name; the message lists those there are.
    """
    known = {column.name: column for column in columns(table)}
    if name not in known:
        message = f"there is no column {name} in {table}; there are {', '.join(known)}"
        raise ValueError(message)
    return known[name]


def _typed(kind: pa.DataType, text: str) -> object:
    if kind == pa.date32():
        return date.fromisoformat(text)
    if kind == pa.int32():
        return int(text)
    if kind == pa.bool_():
        return BOOLEANS[text]
    return text


def _check_codes(column: Column, text: str) -> None:
    known = codes(column.vocabulary or "")
    for code in text.split(SEPARATOR) if column.is_joined else [text]:
        if code not in known:
            message = f"{code!r} is no code of {column.vocabulary}; there are {', '.join(known)}"
            raise ValueError(message)
