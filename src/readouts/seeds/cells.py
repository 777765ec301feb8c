"""Reads single cells: each function gives a value, or None after it has noted what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.seeds import days, known

if TYPE_CHECKING:
    from datetime import date

    from readouts.errors import Problem
    from readouts.seeds.tables import Row

A_DAY = "a day written YYYY-MM-DD"
A_DATE = "a date written YYYY-MM-DD, YYYY-MM or YYYY"


def filled(row: Row, column: str, problems: list[Problem], do: str) -> str:
    """A cell that must not be empty."""
    if not row[column]:
        problems.append(row.problem(column, "is empty", do=do))
    return row[column]


def several(row: Row, column: str) -> tuple[str, ...]:
    """The parts of a cell that joins several values by `;`, each once."""
    parts = (part.strip() for part in row[column].split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def day(row: Row, column: str, problems: list[Problem], do: str) -> date | None:
    """A whole day; an empty cell is None."""
    if not row[column]:
        return None
    try:
        return days.day(row[column])
    except ValueError as error:
        problems.append(row.problem(column, str(error), A_DAY, do))
        return None


def bound(row: Row, column: str, problems: list[Problem], *, last: bool) -> date | None:
    """The first (or last) day of a day, month or year; an empty cell is None."""
    if not row[column]:
        return None
    try:
        return days.bounds(row[column])[last]
    except ValueError as error:
        do = "correct it, or leave it empty where not known"
        problems.append(row.problem(column, str(error), A_DATE, do))
        return None


def state(row: Row, column: str, problems: list[Problem]) -> str | None:
    """A state of the state table; an empty cell is None."""
    code = row[column]
    if code and code not in known.state_codes():
        expected = "an ISO 3166-1 alpha-3 code of the state table (Kosovo: XKX)"
        what, do = f"unknown code '{code}'", "correct it, or leave it empty"
        problems.append(row.problem(column, what, expected, do))
    return code or None
