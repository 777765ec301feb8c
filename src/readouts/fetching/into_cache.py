"""Puts a release into the cache, whole or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.errors import UnknownRelease, WrongContent
from readouts.fetching.address import base_address, shown
from readouts.fetching.damage import damage
from readouts.fetching.disk import disk_failures
from readouts.fetching.download import Manner, Server, log
from readouts.fetching.published import archive_digest, archive_name
from readouts.fetching.unpack import unpack
from readouts.paths import cache_folder, is_version
from readouts.whole import folder_beside, locked, sync, sync_folder

if TYPE_CHECKING:
    from os import PathLike

LOCK = ".lock"


@dataclass(frozen=True)
class Fetched:
    """What became of fetching.

    Attributes:
        folder: the folder of the release.
        is_new: whether it was downloaded; False where it was in the cache already.
    """

    folder: Path
    is_new: bool


def fetch_release(
    version: str,
    base: str | None = None,
    cache: str | PathLike[str] | None = None,
    manner: Manner = Manner(),  # noqa: B008 - it cannot be changed
) -> Fetched:
    """Fetch a release, as `readouts.fetch` does, and tell whether there was need to."""
    if not is_version(str(version)):
        message = f"no release {version!r}; expected a version of three numbers, such as '0.2.0'"
        raise UnknownRelease(message)
    folder = (cache_folder() if cache is None else Path(cache).expanduser()) / version
    if os.path.lexists(folder):
        found = damage(folder, version)
        if not found:
            return Fetched(folder, is_new=False)
        told = "\n".join(str(replace(problem, do="")) for problem in found)
        log.warning("%s\nthe release is damaged and fetched anew", told)
    server = Server(base_address(base, version), manner)
    try:
        return _fetch(server, version, folder)
    except UnknownRelease as error:
        message = f"no release {version!r}: {error}"
        raise UnknownRelease(message) from error


def _fetch(server: Server, version: str, folder: Path) -> Fetched:
    place = folder.parent
    with disk_failures(place, server.need):
        place.mkdir(parents=True, exist_ok=True)
        with locked(place / LOCK, os.O_RDWR | os.O_CREAT), folder_beside(folder) as beside:
            if folder.is_dir() and not damage(folder, version):
                return Fetched(folder, is_new=False)  # another process was quicker
            fresh = beside / version
            _download(server, version, fresh)
            _put(fresh, folder, beside)
    return Fetched(folder, is_new=True)


def _download(server: Server, version: str, fresh: Path) -> None:
    digest = archive_digest(server, version, fresh.parent)
    archive = server.download(archive_name(version), fresh.parent, digest)
    fresh.mkdir()
    try:
        unpack(archive, fresh, version, server.need)
    except WrongContent as error:
        address = shown(server.base) + archive.name
        raise WrongContent(replace(one, where=f"{address}, {one.where}") for one in error.problems) from error


def _put(fresh: Path, folder: Path, beside: Path) -> None:
    sync(fresh)
    if os.path.lexists(folder):
        folder.rename(beside / "damaged")
    fresh.rename(folder)
    sync_folder(folder.parent)
