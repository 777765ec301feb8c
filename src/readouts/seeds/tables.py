"""Reads the CSV tables of the seeds so that every message can name file, row and column.

Rows are numbered as a spreadsheet does: the header is row 1, blank rows count.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.errors import Problem
from readouts.seeds.text import not_utf8, stored_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Columns:
    """The columns of a table, in the order in which messages list them.

    Attributes:
        required: columns that the header must have.
        optional: columns that it may have.
        others: whether further columns are passed over rather than reported.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    others: bool = False


@dataclass(frozen=True)
class Row:
    """A row that remembers where it stands; a column that the table lacks reads as empty."""

    label: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str, what: str, expected: str = "", do: str = "") -> Problem:
        """A problem of one cell."""
        return Problem(f"{self.label}, row {self.number}, {column}", what, expected, do)


@dataclass(frozen=True)
class Table:
    """The rows that could be read; `whole` is False where any could not."""

    rows: tuple[Row, ...] = ()
    whole: bool = False


def read_bytes(path: Path, label: str, problems: list[Problem]) -> bytes | None:
    """The bytes of a file, or None and a problem."""
    if path.is_dir():
        problems.append(Problem(label, "is a folder", "a file", "take out of it what it holds"))
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(label, "is not there", "a file of this name", "add it"))
    except OSError as error:
        problems.append(Problem(label, f"cannot be read ({error.strerror})", "a file that can be read"))
    return None


def read_table(path: Path, label: str, columns: Columns, problems: list[Problem]) -> Table:
    """Read a CSV table (UTF-8, comma, header in the first row) and report what is wrong with its shape."""
    before = len(problems)
    records = _records(path, label, problems)
    if not records:
        return Table()
    header = records[0]
    problems.extend(_header_problems(header, label, columns))
    if len(problems) > before:
        return Table()
    rows = tuple(_rows(header, records, label, problems))
    return Table(rows, whole=len(problems) == before)


def _records(path: Path, label: str, problems: list[Problem]) -> list[list[str]]:
    data = read_bytes(path, label, problems)
    if data is None:
        return []
    records: list[list[str]] = []
    try:
        lines = io.StringIO(stored_text(data), newline="")
        # What was read before an error stays in the list, so that its length names the row.
        records.extend([cell.strip() for cell in record] for record in csv.reader(lines, strict=True))
    except UnicodeDecodeError as error:
        problems.append(not_utf8(error, label))
        return []
    except csv.Error as error:
        where = f"{label}, row {len(records) + 1}"
        do = 'close every quotation mark, and write one inside a value as ""'
        problems.append(Problem(where, f"is not CSV ({error})", "comma-separated values", do))
        return []
    if not any(map(any, records)):
        problems.append(Problem(label, "is empty", "a header and rows", "fill it"))
    return records


def _header_problems(header: list[str], label: str, columns: Columns) -> Iterator[Problem]:
    allowed = columns.required + columns.optional
    where = f"{label}, row 1"
    if len(header) == 1 and ";" in header[0]:
        yield Problem(where, "has semicolons between its cells", "commas", "store the table with commas")
        return
    for column in columns.required:
        if column not in header:
            expected = ",".join(columns.required)
            yield Problem(where, f"lacks the column '{column}'", expected, "add it to the header")
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            yield Problem(where, f"has the column '{column}' twice", do="keep one of them")
        if column not in allowed and not columns.others:
            do = "rename it or take it out"
            yield Problem(where, f"has the unknown column '{column}'", ",".join(allowed), do)


def _rows(header: list[str], records: list[list[str]], label: str, problems: list[Problem]) -> Iterator[Row]:
    for number, record in enumerate(records[1:], start=2):
        if not any(record):
            continue
        if len(record) == len(header):
            yield Row(label, number, dict(zip(header, record, strict=True)))
        else:
            problems.append(_wrong_length(record, header, f"{label}, row {number}"))


def _wrong_length(record: list[str], header: list[str], where: str) -> Problem:
    do = "put a value that holds a comma in quotation marks"
    if len(record) < len(header):
        do = "leave a value that is not known empty, but keep its comma"
    return Problem(where, f"has {len(record)} cells", f"{len(header)}, as in the header", do)
