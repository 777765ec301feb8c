"""The notebooks run from the wheel, in clean kernels, and show what is stored."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir
from time import monotonic
from typing import Any
from zipfile import ZipFile

import pytest

import readouts
from notebooks import LIMIT, METADATA, NOTEBOOKS, ROOT, read, run, told

NAMES = [path.stem for path in NOTEBOOKS]
OTHERS = {"os", "subprocess", "sys", "tempfile", "pathlib", "math", "pandas", "IPython"}
"""What notebooks import beside the package: Python's own, pandas, and the display of Jupyter."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel holds, unpacked; nothing of the checkout is beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (packed,) = folder.glob("*.whl")
    ZipFile(packed).extractall(folder / "installed")
    return folder / "installed"


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=NAMES)
def both(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A notebook as it is stored, the same run anew, and the seconds that it took."""
    started = monotonic()
    anew = run(read(request.param), tmp_path_factory.mktemp("work"), PYTHONPATH=str(wheel), READOUTS_DATA="")
    return read(request.param), anew, monotonic() - started


def code_of(notebook: Any) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_there_are_five() -> None:
    assert NAMES == [
        "01_first_look",
        "02_who_meets_whom",
        "03_stated_positions",
        "04_how_far_to_trust_it",
        "05_your_own_articles",
    ]


def test_shows_what_is_stored(both: tuple[Any, Any, float]) -> None:
    """Where the data have changed, `make notebooks` writes down what they show now; read the prose again."""
    stored, anew, _ = both
    assert told(anew) == told(stored)


def test_says_nothing_on_the_side_of_errors(both: tuple[Any, Any, float]) -> None:
    _, anew, _ = both
    assert [output for output in outputs(anew) if output.get("name") == "stderr"] == []
    assert [output for output in outputs(anew) if output.output_type == "error"] == []


def test_takes_less_than_a_minute(both: tuple[Any, Any, float]) -> None:
    assert both[2] < LIMIT


def test_pictures_are_stored_with_their_words(both: tuple[Any, Any, float]) -> None:
    for notebook in both[:2]:
        drawn = [output.data for output in outputs(notebook) if "image/png" in output.get("data", {})]
        assert len(drawn) == sum(code.count("readouts.plot.") for code in code_of(notebook))
        assert all(data["text/plain"].endswith(".") for data in drawn)


def test_the_kernel_reads_the_wheel(wheel: Path, tmp_path: Path) -> None:
    notebook = read(NOTEBOOKS[0])
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.source = "import readouts; print(readouts.__file__)"
    notebook.cells = [cell]
    (output,) = outputs(run(notebook, tmp_path, PYTHONPATH=str(wheel)))
    assert Path(output.text.strip()).is_relative_to(wheel)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_uses_public_names_only(path: Path) -> None:
    for code in code_of(read(path)):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                named = (
                    [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module]
                )
                assert {str(name).partition(".")[0] for name in named} <= OTHERS | {"readouts"}
                assert not any(str(name).startswith("readouts.") for name in named)
            if isinstance(node, ast.Attribute):
                assert is_public(ast.unparse(node)), ast.unparse(node)


def is_public(name: str) -> bool:
    """Whether a name of the package is one that it offers; other names are none of ours."""
    parts = name.split(".")
    if parts[0] != "readouts" or not all(part.isidentifier() for part in parts):
        return not any(part.startswith("_") for part in parts if part.isidentifier())
    held: Any = readouts
    for part in parts[1:]:
        if not hasattr(held, "__all__"):
            break
        if part not in held.__all__:
            return False
        held = getattr(held, part)
    return True


@pytest.mark.parametrize(
    "name", ["readouts.paths", "readouts.views.source", "readouts.plot.words", "pd._config"]
)
def test_a_name_that_is_not_public_is_seen(name: str) -> None:
    assert not is_public(name)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_nothing_stored_hangs_on_machine_or_moment(path: Path) -> None:
    notebook = read(path)
    text = str([cell.source for cell in notebook.cells]) + str(told(notebook))
    assert notebook.metadata == METADATA
    assert all(cell.metadata == {} for cell in notebook.cells)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    assert not any(word in text for word in (str(Path.home()), gettempdir(), "site-packages", "\\x1b"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_every_picture_is_introduced_and_read(path: Path) -> None:
    cells = read(path).cells
    for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
        if "readouts.plot." in cell.source and cell.cell_type == "code" and before.cell_type == "code":
            assert after.cell_type == "markdown"
        elif "readouts.plot." in cell.source and cell.cell_type == "code":
            assert (before.cell_type, after.cell_type) == ("markdown", "markdown")


def test_the_exchange_is_to_be_seen() -> None:
    shown = str(told(read(NOTEBOOKS[2])))
    assert "they back each other 2 times" in shown
    assert "3 texts say none of the core topics" in shown
    assert "new: one-China principle; not said here: one-China policy" in shown
