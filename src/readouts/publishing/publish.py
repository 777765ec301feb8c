"""Writes `dist/` for one release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import InvalidRelease, UnknownRelease
from readouts.paths import versions_in
from readouts.publishing import croissant, duckdb_file, page, sqlite_file, sums
from readouts.publishing.archive import write_zip
from readouts.publishing.edition import read_edition
from readouts.publishing.swap import replaced_folder
from readouts.release.check import check_release

if TYPE_CHECKING:
    from pathlib import Path

    from readouts.publishing.edition import Edition

READ_ALONE = ("ACCURACY.md", "CODEBOOK.md", "DATA_CHANGES.md", "LICENSE-DATA")
"""Documents that lie beside the zip, too: the page links to them."""


def publish(root: Path, version: str | None = None, out: Path | None = None) -> Path:
    """Write everything that is downloaded of a release.

    Args:
        root: the checkout.
        version: the release; the newest of the checkout by default.
        out: the folder to write, `dist/` of the checkout by default. An earlier release there is replaced.

    Returns:
        The folder.

    Raises:
        UnknownRelease: the checkout has no such release.
        InvalidRelease: the release is damaged.
        BadInput: the folder holds files that were not published there.
        ReadoutsError: DuckDB or mlcroissant is not installed.
    """
    folder = root / "data" / (version or _newest(root))
    if not (folder / "datapackage.json").is_file():
        message = (
            f"no release {version!r} in {root / 'data'}; there are {', '.join(versions_in(root / 'data'))}"
        )
        raise UnknownRelease(message)
    problems = check_release(folder)
    if problems:
        raise InvalidRelease(problems)
    target = out or root / "dist"
    with replaced_folder(target) as beside:
        write_files(beside, read_edition(root, folder))
    return target


def write_files(folder: Path, edition: Edition) -> None:
    """Write the files of a release into a folder that is there and empty."""
    from readouts.site.write import write_pages  # noqa: PLC0415 - the site is made with what stands here

    archive = folder / f"{edition.top}.zip"
    write_zip(archive, edition.top, _packed(edition))
    duckdb_file.write_duckdb(folder / f"readouts-{edition.version}.duckdb", edition)
    sqlite_file.write_sqlite(folder / f"readouts-{edition.version}.sqlite", edition)
    (folder / croissant.NAME).write_bytes(croissant.croissant(edition, archive))
    for name in READ_ALONE:
        if text := edition.text(name):
            (folder / name).write_bytes(text.encode())
    write_pages(folder, edition)
    sums.write_sums(folder)


def _packed(edition: Edition) -> dict[str, bytes | Path]:
    return {
        **{path.name: path for path in edition.folder.iterdir()},
        **edition.documents,
        croissant.NAME: croissant.croissant(edition),
        "README.md": page.readme_of(edition).encode(),
    }


def _newest(root: Path) -> str:
    versions = versions_in(root / "data")
    if not versions:
        message = f"no release in {root / 'data'}; build one with `make release`"
        raise UnknownRelease(message)
    return versions[-1]
