"""Writes a release whole or not at all, and never changes one that is there."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from readouts.errors import ReleaseExists
from readouts.paths import is_version, versions_in
from readouts.release.descriptor import NAME, Release, descriptor, descriptor_text
from readouts.release.difference import differences
from readouts.release.files import digest_of, write_tables
from readouts.release.integrity import file_problems, refuse_damage
from readouts.release.registry import NAME as REGISTRY
from readouts.release.registry import add_digests, read_digests
from readouts.release.versions import check_next
from readouts.whole import folder_beside, locked, sync, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_release(release: Release, data: Path) -> tuple[Path, bool]:
    """Write a release to `data/<version>`.

    Returns:
        The folder, and whether it was written; it is not where the same release is there already.

    Raises:
        ReleaseExists: the version is there with other content; the message names the difference.
        VersionTooSmall: the version promises less change than there is since the release before it.
        IdReused: an id stands for another thing than in the release before.
        InvalidRelease: the release that is there has been damaged.
    """
    if not is_version(release.version):
        message = f"version {release.version!r} is not of the form 0.1.0: correct it in seeds/release.toml"
        raise ValueError(message)
    folder = data / release.version
    with _folder_of_releases(data), folder_beside(folder) as beside:
        _fill(beside, release)
        is_new = not folder.exists()
        if is_new:
            _refuse_other_digest(data, release.version, beside)
            check_next(release.version, data, beside, release.reworded)
            sync(beside)
            beside.rename(folder)
            sync_folder(data)
        else:
            _refuse_other_content(folder, beside)
        add_digests(data, {release.version: digest_of(folder / NAME), **_unlisted(data)})
    return folder, is_new


def _unlisted(data: Path) -> dict[str, str]:
    """Whole releases that a build, killed before its end, did not put on the list."""
    known = read_digests(data)
    folders = (data / version for version in versions_in(data) if version not in known)
    return {path.name: digest_of(path / NAME) for path in folders if not file_problems(path)}


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
    with locked(data):
        try:
            yield
        finally:
            if is_new and not any(data.iterdir()):
                data.rmdir()


def _refuse_other_digest(data: Path, version: str, beside: Path) -> None:
    """A release that was written before and taken away comes back as it was, or not at all."""
    known = read_digests(data).get(version)
    if known not in {None, digest_of(beside / NAME)}:
        message = (
            f"{data / version}: was released before with other content, by its digest in {data / REGISTRY}; "
            "a release never changes, so raise the version in seeds/release.toml"
        )
        raise ReleaseExists(message)


def _refuse_other_content(folder: Path, beside: Path) -> None:
    refuse_damage(folder)
    found = differences(folder, beside)
    if found:
        lines = "\n".join(f"  {line}" for line in found)
        message = (
            f"{folder}: was written before with other content; a release never changes, "
            f"so raise the version in seeds/release.toml. The difference:\n{lines}"
        )
        raise ReleaseExists(message)
