"""`readouts diff`: what changed from one release to another."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.terminal import console, emit, plain_table
from readouts.printing import printable

if TYPE_CHECKING:
    from readouts.comparing.compare import Comparison


class As(StrEnum):
    """In which form the differences are told."""

    TEXT = "text"
    TABLE = "table"
    JSON = "json"


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The older release: 0.1.0, or a folder.", show_default=False)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer release.", show_default=False)],
    *,
    table: Annotated[
        str | None, typer.Option(metavar="TABLE", help="Only this table: positions, events, ...")
    ] = None,
    form: Annotated[
        As, typer.Option("--as", metavar="text|table|json", help="For people, as CSV, or as JSON.")
    ] = As.TEXT,
) -> None:
    """Tell what changed from one release to another: rows, cells, schemas and codes."""
    from readouts.comparing.as_json import as_json  # noqa: PLC0415 - slow to import
    from readouts.comparing.compare import compare  # noqa: PLC0415
    from readouts.comparing.held import open_release  # noqa: PLC0415

    found = compare(open_release(old), open_release(new))
    found = found if table is None else found.of_table(table)
    if form is As.TABLE:
        typer.echo(found.public().to_csv(index=False, lineterminator="\n"), nl=False)
    elif form is As.JSON:
        typer.echo(json.dumps(as_json(found), indent=2, ensure_ascii=False))
    else:
        print_comparison(found)
        if table is None:
            print_level(found)


def print_comparison(found: "Comparison") -> None:
    """Print the counts, then what differs."""
    from readouts.comparing.as_text import headline, text_lines  # noqa: PLC0415 - slow to import

    typer.echo(printable(headline(found)) + "\n")
    print_counts(found)
    for line in text_lines(found, console().width):
        typer.echo(printable(line))


def print_level(found: "Comparison") -> None:
    """Say how large the change is; of one table alone nothing can be said."""
    from readouts.release.bump import bump_of  # noqa: PLC0415 - slow to import

    if not found.is_identical:
        typer.echo(f"level of the change: {bump_of(found).level}")


def print_counts(found: "Comparison") -> None:
    """Print how many rows of each table changed, if any did."""
    changed = {table: kinds for table, kinds in found.counts.items() if any(kinds.values())}
    if not changed:
        return
    summary = plain_table()
    summary.add_column("table")
    for kind in next(iter(changed.values())):
        summary.add_column(kind, justify="right")
    for table, kinds in changed.items():
        summary.add_row(table, *(f"{number:,}" for number in kinds.values()))
    emit(console(), summary)
