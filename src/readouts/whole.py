"""What it takes to write files and folders whole or not at all."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def replace_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line ends as they are) in the place of the one that is there."""
    beside = path.with_name(f".{path.name}")
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def write_whole(folder: Path, write: Callable[[Path], None]) -> list[Path]:
    """Let `write` fill a new folder beside, then move its files into place.

    If `write` fails, nothing is left behind. Files of the same name are replaced, others stay. A folder that
    is there may be all that one may write to, or a disk of its own: then the files are made within it.

    Returns:
        The files, sorted by name.
    """
    near = folder if folder.is_dir() else folder.parent
    near.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=near, prefix=f".{folder.name}-") as beside:
        write(Path(beside))
        folder.mkdir(exist_ok=True)
        return [path.replace(folder / path.name) for path in sorted(Path(beside).iterdir())]


@contextmanager
def folder_beside(folder: Path) -> Iterator[Path]:
    """Give a new folder on the same disk, which goes away unless it is renamed.

    What a process that was killed left of this folder goes away, too: hold a lock, so that no other
    is at work on it.
    """
    for left in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(left)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        beside.chmod(0o755)
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def locked(path: Path, flags: int = os.O_RDONLY) -> Iterator[None]:
    """Keep other processes out that lock the same folder or file; waits for them.

    Args:
        path: what is locked.
        flags: how it is opened; some network file systems lock only what is open for writing.
    """
    with _opened(path, flags) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def sync(folder: Path) -> None:
    """Wait until the files of a folder are on the disk."""
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    with _opened(folder, os.O_RDONLY) as handle:
        os.fsync(handle)


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags, 0o666)
    try:
        yield handle
    finally:
        os.close(handle)
