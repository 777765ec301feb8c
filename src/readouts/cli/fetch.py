"""`readouts fetch`: a published release, into the cache."""

from pathlib import Path
from typing import Annotated

import typer

from readouts.paths import release_folders


def fetch(
    version: Annotated[
        str, typer.Argument(metavar="VERSION", help="Which release: 0.2.0.", show_default=False)
    ],
    base: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="BASE",
            help="Address of the folder where releases are published. Without: that of READOUTS_BASE.",
        ),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where to put it. Without: the folder that READOUTS_CACHE names, or the user's cache.",
        ),
    ] = None,
) -> None:
    """Fetch a published release and compare every file with its hash.

    What is in the cache already, and whole, is not fetched again.
    """
    from readouts.fetching.fetch import fetch_release  # noqa: PLC0415 - slow to import

    done = fetch_release(version, base, cache)
    typer.echo(f"{done.folder}: {'fetched' if done.is_new else 'there already'}, every hash is right")
    if version not in release_folders():
        typer.echo(f"to load it, set READOUTS_CACHE={done.folder.parent}")
