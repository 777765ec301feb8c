"""Why a release is not the one that was written before under its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.comparing.compare import compare
from readouts.comparing.held import open_folder
from readouts.release.bump import told_levels

if TYPE_CHECKING:
    from pathlib import Path


def differences(old_folder: Path, new_folder: Path) -> list[str]:
    """Tell how the content of two folders differs, a sentence each; nothing where it is the same.

    Two Parquet files with the same content are the same, whatever version of the library wrote them.
    """
    return [
        sentence for _, sentence in told_levels(compare(open_folder(old_folder), open_folder(new_folder)))
    ]
