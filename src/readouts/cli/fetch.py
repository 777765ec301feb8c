"""`readouts fetch`: a published release, into the cache."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from readouts.cli.terminal import console
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
    from readouts.fetching.download import Manner  # noqa: PLC0415 - slow to import
    from readouts.fetching.into_cache import fetch_release  # noqa: PLC0415

    with download_bar() as bar:
        done = fetch_release(version, base, cache, Manner(progress=bar))
    typer.echo(f"{done.folder}: {'fetched' if done.is_new else 'there already'}, every hash is right")
    if version not in release_folders():
        typer.echo(f"to load it, set READOUTS_CACHE={done.folder.parent}")


class DownloadBar:
    """A bar on the terminal, with what pooch sets and calls."""

    def __init__(self, bar: Progress) -> None:
        self.bar = bar
        self.task = bar.add_task("Fetch", total=None)

    @property
    def total(self) -> float | None:
        """Bytes of the file that is being downloaded."""
        return self.bar.tasks[0].total

    @total.setter
    def total(self, size: int) -> None:
        self.bar.reset(self.task, total=size or None)

    def update(self, size: int) -> None:
        """Add bytes that have come."""
        self.bar.advance(self.task, size)

    def reset(self) -> None:
        """Begin anew."""
        self.bar.reset(self.task, total=self.total)

    def close(self) -> None:
        """Leave the bar for the next file."""


@contextmanager
def download_bar() -> Iterator[DownloadBar | bool]:
    """Show on stderr how far the download is, where somebody watches."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield False
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        yield DownloadBar(bar)
