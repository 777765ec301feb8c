"""Questions at the terminal: one key where somebody watches, a line where the answers come from a pipe."""

import sys
from collections.abc import Mapping

import typer

from readouts.seeds.types import RulingCell

EMPTIES = "-"
WHICH = "as they stand in the text (with [ ] around those meant, where they stand more than once)"


def ask_key(question: str, keys: Mapping[str, str]) -> str:
    """Ask for one of some keys until one of them comes; `?` tells what they do, and no more input is `q`.

    Enter alone is no answer: nothing is decided by a key that was pressed for something else.
    """
    while True:
        typer.echo(f"{question} [{'/'.join(keys)}/?] ", nl=False)
        key = read_key()
        if key in keys:
            return key
        for each, meaning in keys.items() if key else ():
            typer.echo(f"  {each}  {meaning}")


def read_key() -> str:
    """Read a key; Enter gives nothing, and the end of input is `q`."""
    if sys.stdin.isatty():
        key = typer.getchar()[:1]
        typer.echo(key if key.isprintable() else "")
        return "" if key in {"\r", "\n"} else "q" if key in {"\x03", "\x04"} else key.lower()
    line = sys.stdin.readline()
    typer.echo("")
    return "q" if not line else line.strip().lower()[:1]


class Cancelled(Exception):
    """The dialogue was left: nothing is decided."""


def ask(question: str) -> str:
    """Ask for a line; an empty one leaves the dialogue."""
    answer = prompt(question)
    if not answer:
        raise Cancelled
    return answer


def prompt(question: str) -> str:
    """Ask for a line of text, again where it is none."""
    while True:
        answer = typer.prompt(question, default="", show_default=False).strip()
        if answer.isprintable():
            return str(answer)
        typer.echo("  it has characters that are no text")


def ask_rows(count: int) -> int:
    """Ask which of the numbered rows is meant; one row needs no question."""
    if count == 1:
        return 1
    while True:
        answer = ask(f"row (1-{count}, Enter: none)")
        if answer.isdecimal() and 1 <= int(answer) <= count:
            return int(answer)


def ask_until_done(table: str, row: Mapping[str, str | None]) -> list[RulingCell]:
    """Ask for columns and their values until no column is named."""
    cells: dict[str, RulingCell] = {}
    while column := prompt("column (Enter: done)"):
        if column not in row:
            typer.echo(f"  there is no column {column} in {table}")
            continue
        cells[column] = ask_cell(table, column, row[column])
    return [cell for cell in cells.values() if cell.was != cell.becomes]


def ask_cell(table: str, column: str, was: str | None) -> RulingCell:
    """Ask for the value of a column until it is one that the column can hold."""
    from readouts.rulings.cells import to_value  # noqa: PLC0415 - slow to import

    tell_codes(table, column)
    keeps = f"now '{was}' (Enter keeps it, {EMPTIES} empties it)" if was else "now empty"
    question = f"{column}, {WHICH}" if column == "evidence" else f"{column}, {keeps}"
    while True:
        answer = prompt(question) or was
        becomes = None if answer == EMPTIES else answer
        try:
            to_value(table, column, becomes)
        except (ValueError, KeyError) as error:
            typer.echo(f"  {error}")
        else:
            return RulingCell(column, was, becomes, 0)


def tell_codes(table: str, column: str) -> None:
    """Print the codes that a column takes, with what they mean."""
    from readouts.rulings.cells import column_of  # noqa: PLC0415 - slow to import
    from readouts.tables.codes import described  # noqa: PLC0415

    vocabulary = column_of(table, column).vocabulary
    entries = [entry for entry in described(vocabulary) if not entry.when] if vocabulary else []
    for entry in entries:
        typer.echo(f"  {entry.code}  {entry.meaning}")
