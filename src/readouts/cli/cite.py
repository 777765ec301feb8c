"""`readouts cite`: how to cite a release."""

from typing import Annotated

import typer

from readouts.citing import cite as citation


def cite(
    *,
    release: Annotated[
        str | None, typer.Option(metavar="VERSION", help="Which release. Without: the newest.")
    ] = None,
    bibtex: Annotated[bool, typer.Option("--bibtex", help="As an entry for BibTeX or BibLaTeX.")] = False,
) -> None:
    """Say how to cite a release."""
    typer.echo(citation(release, "bibtex" if bibtex else "text"))
