"""A zip that is the same bytes each time: sorted names, no time, no owner, fixed permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell."""

UNIX = 3
READABLE = 0o100644 << 16
LEVEL = 9


def write_zip(path: Path, top: str, contents: Mapping[str, bytes | Path]) -> None:
    """Write a zip of one folder.

    Args:
        path: the zip.
        top: name of the folder inside it.
        contents: bytes, or a file that holds them, by name within the folder.
    """
    with ZipFile(path, "w") as archive:
        for name in sorted(contents):
            held = contents[name]
            data = held if isinstance(held, bytes) else held.read_bytes()
            archive.writestr(_entry(f"{top}/{name}"), data, compresslevel=LEVEL)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EARLIEST)
    entry.create_system = UNIX
    entry.external_attr = READABLE
    entry.compress_type = ZIP_DEFLATED
    return entry
