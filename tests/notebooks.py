"""Runs the notebooks, each in a kernel of its own; as a script (`make notebooks`) writes down what they show.

What hangs on the machine or the moment is not stored: times, versions, the names of kernels.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
SETTINGS = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
LIMIT = 60
"""Seconds that a notebook may take."""


def read(path: Path) -> Any:
    """Read a notebook as it is stored."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def run(notebook: Any, folder: Path, **environment: str) -> Any:
    """Run a notebook from a clean kernel, in a folder, and give it with its outputs."""
    with _environment(SETTINGS | environment), tempfile.TemporaryDirectory() as sockets:
        client = NotebookClient(
            notebook,
            timeout=LIMIT,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
        )
        manager = client.create_kernel_manager()
        if os.name != "nt":  # sockets in a folder: nothing listens on the network
            manager.transport, manager.ip = "ipc", str(Path(sockets) / "kernel")
        client.execute()
    notebook.metadata = nbformat.from_dict(METADATA)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [_stored(output) for output in cell.outputs]
    return notebook


@contextmanager
def _environment(settings: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _stored(output: Any) -> Any:
    if "metadata" in output:
        output.metadata = {}
    return output


def told(notebook: Any) -> list[dict[str, str]]:
    """What each code cell shows, without pictures: text, tables, and what is printed."""
    return [_told(cell) for cell in notebook.cells if cell.cell_type == "code"]


def _told(cell: Any) -> dict[str, str]:
    found = {"id": cell["id"]}
    for number, output in enumerate(cell.outputs):
        shown = output.get("data") or {output["output_type"]: output.get("text", output.get("evalue", ""))}
        found |= {f"{number} {kind}": text for kind, text in shown.items() if not kind.startswith("image/")}
    return found


def write(path: Path, notebook: Any) -> None:
    """Write a notebook down."""
    nbformat.validate(notebook)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    for each in NOTEBOOKS:
        write(each, run(read(each), each.parent))
