"""A folder that is replaced whole or not at all, and never if somebody else's files are in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.printing import few
from readouts.publishing.sums import named_files
from readouts.whole import folder_beside, locked, sync, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give a new folder beside, which takes the place of `folder` if all goes well, and goes away if not.

    Raises:
        BadInput: the folder holds something that its SHA256SUMS does not name.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.parent):
        refuse_foreign_files(folder)
        with folder_beside(folder) as beside:
            yield beside
            sync(beside)
            _swap(beside, folder)


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
        do = "move that away, or name another folder with --out; nothing was written"
        raise BadInput(
            [Problem(str(folder), f"holds {few(foreign)}", "an empty folder or an earlier release", do)]
        )


def _swap(beside: Path, folder: Path) -> None:
    with folder_beside(folder.with_name(f"{folder.name}.old")) as old:
        if folder.exists():
            folder.rename(old)
        try:
            beside.rename(folder)
        except OSError:
            if not folder.exists():
                old.rename(folder)
            raise
        sync_folder(folder.parent)
