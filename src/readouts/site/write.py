"""Writes the site of a release, whole or not at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from readouts.errors import InvalidRelease
from readouts.paths import release_folder
from readouts.publishing.edition import edition_at_hand
from readouts.publishing.sums import write_sums
from readouts.publishing.swap import replaced_folder
from readouts.release.check import check_release
from readouts.site.front import NAME, front_page
from readouts.site.pages import Site, files_of

if TYPE_CHECKING:
    from pathlib import Path

    from readouts.publishing.edition import Edition


def write_site(release: str | None, out: Path) -> Path:
    """Write the site of a release: its pages, and its files to download.

    Args:
        release: version such as `1.0.0`; the newest by default.
        out: the folder to write. An earlier site there is replaced.

    Returns:
        The folder.

    Raises:
        UnknownRelease: there is no such release.
        InvalidRelease: the release is damaged.
        BadInput: the folder holds files that are of no site.
    """
    folder = release_folder(release)
    problems = check_release(folder)
    if problems:
        raise InvalidRelease(problems)
    edition = edition_at_hand(folder)
    with replaced_folder(out) as beside:
        _copy_files(beside, edition)
        write_pages(beside, edition)
        write_sums(beside)
    return out


def write_pages(folder: Path, edition: Edition) -> None:
    """Write the pages beside the files that can be downloaded, which the front page lists."""
    files = sorted(folder.iterdir())
    site = Site(edition)
    for name, held in files_of(site):
        (folder / name).write_bytes(held)
    (folder / NAME).write_bytes(front_page(site, files).encode())


def _copy_files(folder: Path, edition: Edition) -> None:
    for path in sorted(edition.folder.iterdir()):
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    for name, held in edition.documents.items():
        (folder / name).write_bytes(held)
