"""`readouts site`: pages on which a release can be looked through."""

from pathlib import Path
from typing import Annotated

import typer

from readouts.printing import printable


def site(
    *,
    release: Annotated[
        str | None, typer.Option(metavar="VERSION", help="Which release. Without: the newest.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Folder to write.")] = Path("site"),
) -> None:
    """Write pages on which a release can be looked through, each row beside its sentence.

    Open index.html in the folder: nothing is loaded from elsewhere. An earlier site there is replaced,
    files of others never.
    """
    from readouts.site import write_site  # noqa: PLC0415 - slow to import

    folder = write_site(release, out)
    typer.echo(printable(f"{folder}: written; open {folder / 'index.html'}"))
