"""How output looks: one console, tables that fit the width, and plain text wherever nobody watches."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import typer
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readouts.printing import as_text, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

PIPED_WIDTH = 100
"""Columns of output that goes to a file or another program, unless `COLUMNS` says otherwise."""

PROSE_WIDTH = 24
"""Text is wrapped, but not narrower than this: then the rows are shown one below the other."""

GAP = 3
"""What stands between columns."""


def fail(message: str) -> NoReturn:
    """Say on stderr what went wrong and end with exit status 1."""
    lines = message.splitlines() or ["unknown error"]
    typer.echo("\n".join(["Error: " + printable(lines[0]), *map(printable, lines[1:])]), err=True)
    raise typer.Exit(1)


def console(*, stderr: bool = False) -> Console:
    """Make a console that never takes data for markup, and sends no colour into pipes."""
    watched = (sys.stderr if stderr else sys.stdout).isatty()
    width = None if watched or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def one_line(value: object) -> str:
    """Write a cell as it is printed: on one line, which the table may wrap."""
    return " ".join(printable(as_text(value)).split())


def plain_table() -> Table:
    """Make a table with a line below its header and no other."""
    return Table(box=box.SIMPLE, pad_edge=False, show_edge=False, header_style="bold")


def emit(screen: Console, table: Table) -> None:
    """Print a table and an empty line, without the spaces that rich puts at line ends."""
    with screen.capture() as printed:
        screen.print(table)
    lines = [line.rstrip() for line in printed.get().rstrip().splitlines()]
    typer.echo("\n".join([*lines, ""]))


def print_files(folder: Path, tables: Iterable[str]) -> None:
    """Print how large the tables in a folder are."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

    summary = plain_table()
    summary.add_column("table")
    for column in ("rows", "bytes of Parquet", "bytes of CSV"):
        summary.add_column(column, justify="right")
    for table in tables:
        parquet, csv = folder / f"{table}.parquet", folder / f"{table}.csv"
        figures = (pq.read_metadata(parquet).num_rows, parquet.stat().st_size, csv.stat().st_size)
        summary.add_row(table, *(f"{figure:,}" for figure in figures))
    emit(console(), summary)


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Print rows as a table where they fit, else one record below the other."""
    cells = [{column: one_line(row[column]) for column in columns} for row in rows]
    widths = {column: least_width(column, [row[column] for row in cells]) for column in columns}
    screen = console()
    if sum(widths.values()) + GAP * len(columns) <= screen.width:
        emit(screen, wide_table(widths, cells))
        return
    for record in cells:
        emit(screen, record_table(record))


def least_width(column: str, values: Sequence[str]) -> int:
    """Tell how wide a column must be: no word is broken, and text keeps a readable width."""
    longest_text = max(map(cell_len, values), default=0)
    words = [word for value in values for word in value.split()]
    return max(cell_len(column), min(longest_text, PROSE_WIDTH), *map(cell_len, words), 0)


def wide_table(widths: Mapping[str, int], cells: Iterable[Mapping[str, str]]) -> Table:
    """Make one line of each row; long text wraps between words."""
    table = plain_table()
    for column, width in widths.items():
        table.add_column(column, min_width=width)
    for row in cells:
        table.add_row(*(Text(row[column]) for column in widths))
    return table


def record_table(record: Mapping[str, str]) -> Table:
    """Make a list of a row's columns; empty ones are left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for column, value in record.items():
        if value:
            table.add_row(column, Text(value))
    return table
