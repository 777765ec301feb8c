"""Where releases and the coder's knowledge are.

An installed package carries both under `_shipped`; an editable checkout has them in `data/` and `seeds/`.
"""

from __future__ import annotations

import os
from pathlib import Path

from readouts.errors import ReadoutsError, UnknownRelease

PACKAGE = Path(__file__).parent
VARIABLE = "READOUTS_DATA"
DESCRIPTOR = "datapackage.json"
"""The file that describes a release; a folder that has it is one."""


def home() -> Path:
    """The folder that holds `data/` and `seeds/`: shipped in the wheel, else the checkout."""
    shipped = PACKAGE / "_shipped"
    return shipped if shipped.is_dir() else PACKAGE.parent.parent


def data_folders() -> list[Path]:
    """The folders that may hold releases; those of the variable READOUTS_DATA come first."""
    own = os.environ.get(VARIABLE, "").split(os.pathsep)
    return [*(Path(folder).expanduser() for folder in own if folder), home() / "data"]


def knowledge_folder() -> Path:
    """The folder that holds `actors.csv` and `occasions.csv`.

    Raises:
        ReadoutsError: it is not there.
    """
    folder = home() / "seeds"
    if not (folder / "actors.csv").is_file():
        message = f"{folder / 'actors.csv'}: not found; install the package again, or run in a checkout"
        raise ReadoutsError(message)
    return folder


def version_key(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 0.10.0 comes after 0.9.0."""
    return tuple(int(part) for part in version.split("."))


def is_version(name: str) -> bool:
    """Whether a folder's name is a version such as 0.1.0."""
    parts = name.split(".")
    return len(parts) == 3 and all(part.isascii() and part.isdecimal() for part in parts)


def release_folders() -> dict[str, Path]:
    """The folders of all releases by version, oldest first."""
    found: dict[str, Path] = {}
    for data in data_folders():
        for folder in data.iterdir() if data.is_dir() else ():
            if is_version(folder.name) and (folder / DESCRIPTOR).is_file():
                found.setdefault(folder.name, folder)
    return {version: found[version] for version in sorted(found, key=version_key)}


def release_folder(release: str | None = None) -> Path:
    """The folder of a release; of the newest if none is named.

    Raises:
        UnknownRelease: there is none of that version.
    """
    folders = release_folders()
    if release is None and folders:
        return folders[next(reversed(folders))]
    if release is None or release not in folders:
        raise UnknownRelease(_no_release(release, list(folders)))
    return folders[release]


def _no_release(release: str | None, there: list[str]) -> str:
    if there:
        return f"no release {release!r}; there are {', '.join(there)}"
    places = ", ".join(str(folder) for folder in data_folders())
    return f"no release in {places}; build one with `readouts build`, or name its folder in {VARIABLE}"
