"""`readouts releases`: which releases are at hand."""

import typer

from readouts.paths import release_folder, release_folders


def releases() -> None:
    """List the releases at hand, oldest first."""
    if not release_folders():
        release_folder()  # raises the error that says where releases were looked for
    for version in release_folders():
        typer.echo(version)
