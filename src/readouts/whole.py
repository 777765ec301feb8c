"""Writes several files whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def write_whole(folder: Path, write: Callable[[Path], None]) -> list[Path]:
    """Let `write` fill a new folder beside, then move its files into place.

    If `write` fails, nothing is left behind. Files of the same name are replaced, others stay.

    Returns:
        The files, sorted by name.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        write(Path(beside))
        folder.mkdir(exist_ok=True)
        return [path.replace(folder / path.name) for path in sorted(Path(beside).iterdir())]
