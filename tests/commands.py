"""Runs the commands as the tests need it: inside this process, or really."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

from readouts.cli import app

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: object, answers: str | None = None) -> Result:
    """Run a command in this process; answers to its questions stand one a line."""
    named = [str(argument) for argument in arguments]
    return CliRunner().invoke(app, named, prog_name="readouts", input=answers)


def run_really(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "readouts", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def content(folder: Path) -> dict[Path, bytes]:
    """Read all that a folder holds."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
