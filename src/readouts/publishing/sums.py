"""`SHA256SUMS`: the hash of every file, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.release.files import digest_of

if TYPE_CHECKING:
    from pathlib import Path

NAME = "SHA256SUMS"
_LINE = re.compile(r"^[0-9a-f]{64}  (.+)$", re.MULTILINE)


def write_sums(folder: Path) -> None:
    """Write the hashes of all other files of a folder, sorted by name."""
    files = sorted(path for path in folder.iterdir() if path.name != NAME)
    lines = (f"{digest_of(path)}  {path.name}\n" for path in files)
    (folder / NAME).write_bytes("".join(lines).encode())


def named_files(folder: Path) -> set[str]:
    """The files that a folder's SHA256SUMS names, and itself; none if it has no such file."""
    path = folder / NAME
    return (
        {NAME, *_LINE.findall(path.read_text(encoding="utf-8", errors="replace"))}
        if path.is_file()
        else set()
    )
