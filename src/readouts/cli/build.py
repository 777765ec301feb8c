"""`readouts build`: the release, from the seeds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from readouts.cli.terminal import console, print_files


def build(
    root: Annotated[
        Path,
        typer.Option(metavar="FOLDER", help="The checkout, with seeds/ and build/. Without: this folder."),
    ] = Path(),
) -> None:
    """Build the release from seeds/ into data/<version>/.

    Nothing is written if anything is wrong, and a release that was written before is never changed.
    """
    from readouts.release.building import run_build  # noqa: PLC0415 - slow to import

    with progress_bar() as tell:
        work = run_build(root, tell)
    print_files(work.folder, work.tables)
    typer.echo(f"{work.folder}: {'written' if work.is_new else 'unchanged, the same release was there'}")


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """Show the steps on stderr: as a bar where somebody watches, else a line each."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield print_step
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen) as bar:
        task = bar.add_task("Start", total=None)
        yield lambda done, total, title: bar.update(task, completed=done, total=total, description=title)


def print_step(done: int, total: int, title: str) -> None:
    """Print one step as a line."""
    if done < total:
        typer.echo(f"[{done + 1}/{total}] {title}", err=True)
