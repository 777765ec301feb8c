"""Runs the examples of README.md; as a script (`make readme`) it writes down what they print.

Its console blocks are run in a copy of what a reader has before them, its Python blocks in one session.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DISPLAY = ("display.width", 80, "display.max_columns", 20, "display.max_colwidth", 50)


def blocks(text: str, language: str) -> list[str]:
    """The blocks of a language."""
    return [block for kind, block in BLOCK.findall(text) if kind == language]


def filled(text: str) -> str:
    """The same text with the output that its examples give today."""
    session: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("seeds", "data"):
            shutil.copytree(ROOT / name, Path(folder) / name)

        def fill(block: re.Match[str]) -> str:
            lines = run_commands(block[2], Path(folder)) if block[1] == "console" else run(block[2], session)
            return "\n".join([f"```{block[1]}", *lines, "```"])

        return BLOCK.sub(fill, text)


def run_commands(block: str, folder: Path) -> list[str]:
    """The commands of a console block, each with what it prints."""
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            lines += [""] if lines else []
            lines += [line, *run_command(line.removeprefix("$ "), folder).rstrip().splitlines()]
    return lines


def run_command(command: str, folder: Path) -> str:
    """What a `readouts` command prints on a screen of 100 columns; the blocks hold no others."""
    program, *arguments = shlex.split(command)
    if program != "readouts":
        message = f"the README's console blocks hold `readouts` commands only, not {command!r}"
        raise ValueError(message)
    return subprocess.run(
        [sys.executable, "-m", "readouts", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ).stdout


def run(block: str, session: dict[str, object]) -> list[str]:
    """The statements of a Python block, each with what it prints."""
    lines: list[str] = []
    for example in doctest.DocTestParser().get_examples(block):
        first, *others = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}" for line in others)]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), pd.option_context(*DISPLAY):
            exec(compile(example.source, README.name, "single"), session)
        lines += printed.getvalue().rstrip("\n").splitlines()
    return lines


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
