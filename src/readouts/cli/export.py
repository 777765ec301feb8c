"""`readouts export`: a release for Excel or Stata."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readouts.exporting import export as write
from readouts.printing import printable


class To(StrEnum):
    """What a release can be exported to."""

    excel = "excel"
    stata = "stata"


def export(
    *,
    to: Annotated[To, typer.Option(metavar="excel|stata", help="For which program.", show_default=False)],
    out: Annotated[
        Path,
        typer.Option(
            metavar="FOLDER_OR_FILE",
            help="Folder for the files; for Excel also the name of the workbook: readouts.xlsx.",
            show_default=False,
        ),
    ],
    release: Annotated[
        str | None, typer.Option(metavar="VERSION", help="Which release. Without: the newest.")
    ] = None,
    table: Annotated[
        list[str] | None,
        typer.Option(metavar="TABLE", help="Only this table. Give it more than once for several."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files of these names that have other content.")
    ] = False,
) -> None:
    """Write a release as a workbook for Excel, or as data files for Stata.

    Every file is written, or none, and what was written is told. Where the format cannot hold the tables as
    they are, it says so.
    """
    for path in write(release, to.value, out=out, tables=table or None, force=force):
        typer.echo(printable(str(path)))
