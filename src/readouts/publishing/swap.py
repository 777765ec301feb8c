"""A folder that is replaced whole or not at all, and never if somebody else's files are in it."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.publishing.sums import named_files

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give a new folder beside, which takes the place of `folder` if all goes well, and goes away if not.

    Raises:
        BadInput: the folder holds something that its SHA256SUMS does not name.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder.parent):
        refuse_foreign_files(folder)
        _clear(folder)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            beside.chmod(0o755)
            yield beside
            _sync(beside)
            _swap(beside, folder)
        finally:
            _clear(folder)


def refuse_foreign_files(folder: Path) -> None:
    """Make sure that nothing is lost if a folder is replaced.

    Raises:
        BadInput: the folder holds something that its SHA256SUMS does not name, or is no folder.
    """
    if not folder.exists():
        return
    ours = named_files(folder)
    held = folder.iterdir() if folder.is_dir() else iter([folder])
    foreign = sorted(path.name for path in held if path.name not in ours or path.is_dir())
    if foreign:
        named = ", ".join(foreign[:5]) + (f" and {len(foreign) - 5} more" if len(foreign) > 5 else "")
        do = "move that away, or name another folder with --out; nothing was written"
        raise BadInput([Problem(str(folder), f"holds {named}", "an empty folder or an earlier release", do)])


def _swap(beside: Path, folder: Path) -> None:
    old = beside.with_name(f"{beside.name}-old")
    if folder.exists():
        folder.rename(old)
    try:
        beside.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    _sync_folder(folder.parent)


def _clear(folder: Path) -> None:
    """Take away what was made beside, now or by a run that was killed: no other can be at work on it."""
    for left in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(left)


def _sync(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    with _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    with _opened(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
