"""Where releases and the coder's knowledge are.

An installed package carries both under `_shipped`; an editable checkout has them in `data/` and `seeds/`.
"""

from __future__ import annotations

import os
from pathlib import Path

from readouts.errors import ReadoutsError, UnknownRelease

PACKAGE = Path(__file__).parent
VARIABLE = "READOUTS_DATA"
CACHE_VARIABLE = "READOUTS_CACHE"
DESCRIPTOR = "datapackage.json"
"""The file that describes a release; a folder that has it is one."""


def home() -> Path:
    """The folder that holds `data/` and `seeds/`: shipped in the wheel, else the checkout."""
    shipped = PACKAGE / "_shipped"
    return shipped if shipped.is_dir() else PACKAGE.parent.parent


def data_folders() -> list[Path]:
    """The folders that may hold releases; those of READOUTS_DATA come first, the cache of `fetch` last."""
    named = os.environ.get(VARIABLE, "").split(os.pathsep)
    own = [Path(folder).expanduser() for folder in named if folder]
    for folder in own:
        if not folder.is_dir():
            message = f"{VARIABLE} names {folder}, which is no folder: correct it, or unset it"
            raise ReadoutsError(message)
    return [*own, home() / "data", cache_folder()]


def cache_folder() -> Path:
    """The folder of fetched releases: that of the variable READOUTS_CACHE, else the user's cache."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - keeps `import readouts` fast

    return Path(os.environ.get(CACHE_VARIABLE) or user_cache_dir("readouts")).expanduser()


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


def versions_in(data: Path) -> list[str]:
    """The names of the folders of `data` that are versions, oldest first; none where it is not there."""
    names = (path.name for path in data.iterdir()) if data.is_dir() else iter(())
    return sorted(filter(is_version, names), key=version_key)


def release_folders() -> dict[str, Path]:
    """The folders of all releases by version, oldest first."""
    found: dict[str, Path] = {}
    for data in data_folders():
        for folder in _inside(data):
            if is_version(folder.name) and (folder / DESCRIPTOR).is_file():
                found.setdefault(folder.name, folder)
    return {version: found[version] for version in sorted(found, key=version_key)}


def _inside(data: Path) -> list[Path]:
    try:
        return list(data.iterdir()) if data.is_dir() else []
    except PermissionError:
        if data != cache_folder():
            raise
        return []  # a cache that cannot be read holds nothing for us


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
    get = "get one with `readouts fetch VERSION` or `readouts build`"
    return f"no release in {places}; {get}, or name its folder in {VARIABLE}"
