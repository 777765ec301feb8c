"""Writes a release whole or not at all, and never changes one that is there."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.errors import InvalidRelease, ReleaseExists
from readouts.paths import is_version
from readouts.release.descriptor import NAME, Release, descriptor, descriptor_text
from readouts.release.difference import differences
from readouts.release.files import write_tables
from readouts.release.integrity import file_problems

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_release(release: Release, data: Path) -> tuple[Path, bool]:
    """Write a release to `data/<version>`.

    Returns:
        The folder, and whether it was written; it is not where the same release is there already.

    Raises:
        ReleaseExists: the version is there with other content; the message names the difference.
        InvalidRelease: the release that is there has been damaged.
    """
    if not is_version(release.version):
        message = f"version {release.version!r} is not of the form 0.1.0: correct it in seeds/release.toml"
        raise ValueError(message)
    folder = data / release.version
    with _folder_of_releases(data), _folder_beside(folder) as beside:
        _fill(beside, release)
        if folder.exists():
            _refuse_other_content(folder, beside)
            return folder, False
        _sync(beside)
        beside.rename(folder)
        _sync_folder(data)
    return folder, True


def _fill(folder: Path, release: Release) -> None:
    write_tables(folder, release.tables)
    for name, text in release.documents.items():
        (folder / name).write_bytes(text.encode())
    (folder / NAME).write_bytes(descriptor_text(descriptor(release, folder)).encode())


@contextmanager
def _folder_of_releases(data: Path) -> Iterator[None]:
    """Make `data/` where it lacks, and keep other builds out; if it is new and stays empty it goes away."""
    is_new = not data.exists()
    data.mkdir(parents=True, exist_ok=True)
    with _open_folder(data) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if is_new and not any(data.iterdir()):
                data.rmdir()


@contextmanager
def _folder_beside(folder: Path) -> Iterator[Path]:
    """Give a new folder on the same disk, which goes away unless it is renamed.

    What a build that was killed left of this version goes away, too: no other can be at work on it.
    """
    for left in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(left)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        beside.chmod(0o755)
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_other_content(folder: Path, beside: Path) -> None:
    damage = file_problems(folder)
    if damage:
        raise InvalidRelease(damage)
    found = differences(folder, beside)
    if found:
        lines = "\n".join(f"  {line}" for line in found)
        message = (
            f"{folder}: was written before with other content; a release never changes, "
            f"so raise the version in seeds/release.toml. The difference:\n{lines}"
        )
        raise ReleaseExists(message)


def _sync(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    with _open_folder(folder) as handle:
        os.fsync(handle)


@contextmanager
def _open_folder(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
