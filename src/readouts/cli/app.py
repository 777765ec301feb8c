"""The app that the commands hang on, and what becomes of their errors."""

from __future__ import annotations

import contextlib
import errno
import io
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from readouts import __version__
from readouts.cli.build import build
from readouts.cli.check import check
from readouts.cli.cite import cite
from readouts.cli.code import code
from readouts.cli.diff import diff
from readouts.cli.explain import explain
from readouts.cli.export import export
from readouts.cli.fetch import fetch
from readouts.cli.releases import releases
from readouts.cli.review import review
from readouts.cli.score import score
from readouts.cli.show import show
from readouts.cli.site import site
from readouts.cli.terminal import fail
from readouts.errors import ReadoutsError


class Commands(TyperGroup):
    """The commands; an error that we raise on purpose is a message and exit status 1, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ReadoutsError as error:
            fail(str(error))
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            fail(f"{error.filename or 'the file system'}: {error.strerror or error}")


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def print_version(asked: bool) -> None:
    """Print the version and stop, if asked to."""
    if asked:
        typer.echo(f"readouts {__version__}")
        raise typer.Exit


@app.callback()
def readouts(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Diplomatic relations as data: who met whom, and what each side said it stands for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character gets its escape instead of an error.
            with contextlib.suppress(io.UnsupportedOperation):
                stream.reconfigure(errors="backslashreplace")


COMMANDS = (
    *(build, review, code, explain, show, check, score),
    *(releases, diff, fetch, export, cite, site),
)
for command in COMMANDS:
    app.command()(command)
