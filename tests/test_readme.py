"""The README's examples are run, and must print what the README says."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def sessions() -> list[tuple[str, str]]:
    """Each command of the console blocks, with the output shown below it."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader of the README has before them."""
    copy = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "data"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copyfile(copy / "seeds" / "articles" / "003_de1026d1011ae53b.txt", copy / "article.txt")
    return copy


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "readouts", (
        f"the README's console blocks hold `readouts` commands only, not {command!r}"
    )
    return subprocess.run(
        [sys.executable, "-m", "readouts", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def matches(shown: str, got: str) -> bool:
    """Whether the output is as shown; a line `...` stands for any lines left out."""
    expected = [".*" if line == "..." else re.escape(line) for line in trimmed(shown)]
    return re.fullmatch("\n".join(expected), "\n".join(trimmed(got)), re.DOTALL) is not None


def test_the_readme_has_examples_of_both_kinds() -> None:
    assert len(blocks("python")) >= 1
    assert len(sessions()) >= 4


@pytest.mark.parametrize(("command", "shown"), sessions(), ids=[command for command, _ in sessions()])
def test_a_command_prints_what_the_readme_shows(command: str, shown: str, folder: Path) -> None:
    done = run(command, folder)
    assert done.returncode == 0, done.stderr
    assert matches(shown, done.stdout), f"{command} prints:\n{done.stdout}"


def test_the_python_examples_print_what_the_readme_shows() -> None:
    examples = doctest.DocTestParser().get_doctest(
        "\n".join(blocks("python")), {}, "README.md", "README.md", 0
    )
    report: list[str] = []
    with pd.option_context("display.width", 80, "display.max_columns", 20, "display.max_colwidth", 50):
        failed, tried = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=report.append)
    assert tried > 3
    assert failed == 0, "".join(report)
