"""Publish a release: write what is downloaded of it to `dist/`.

The zip, the DuckDB and the SQLite file, the metadata, the download page and the hashes, of the newest release
or of the one that is named. It is no step of the build: `make publish` runs it.
"""

from pathlib import Path
from typing import Annotated

import typer

from readouts.cli.terminal import fail
from readouts.errors import ReadoutsError
from readouts.publishing import publish

ROOT = Path(__file__).parents[1]


def main(
    version: Annotated[
        str | None,
        typer.Argument(
            metavar="[VERSION]", help="Release, such as 0.1.0. Without: the newest.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Folder to write. Without: dist/ of the checkout.", show_default=False
        ),
    ] = None,
) -> None:
    """Write what is downloaded of a release."""
    try:
        folder = publish(ROOT, version, out)
    except ReadoutsError as error:
        fail(str(error))
    for path in sorted(folder.iterdir()):
        typer.echo(f"{path.stat().st_size:>12,}  {path.name}")
    typer.echo(f"{folder}: written")


if __name__ == "__main__":
    typer.run(main)
