"""`readouts check`: whether a release is what it says it is."""

from pathlib import Path
from typing import Annotated

import typer

from readouts.errors import InvalidRelease


def check(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder of a release: data/0.1.0.", show_default=False)
    ],
    texts: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder of the texts. Without: seeds/articles beside data/."),
    ] = None,
) -> None:
    """Validate a release: schemas, keys, evidence, hashes.

    Every problem is told; exit status 1 if there is any.
    """
    from readouts.release.check import check_release, texts_note  # noqa: PLC0415 - slow to import
    from readouts.release.texts import default_texts  # noqa: PLC0415

    read = as_seen_from_here(texts or default_texts(folder))
    problems = check_release(folder, read)
    if problems:
        raise InvalidRelease(problems)
    typer.echo(f"{folder}: nothing wrong")
    typer.echo(texts_note(folder, read))


def as_seen_from_here(path: Path) -> Path:
    """Shorten a path that lies below the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
