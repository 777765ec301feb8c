"""What changed from one release to another: rows, cells, schemas and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def diff(old: str | Path, new: str | Path) -> pd.DataFrame:
    """Tell what became of the rows from one release to another.

    Args:
        old: version of the older release, such as `0.1.0`, or its folder.
        new: version of the newer one, or its folder.

    Returns:
        A frame of text with the columns `table`, `row_id`, `change` (`added`, `changed`, `removed` or
        `moved`), `column`, `was`, `becomes`, `evidence`, `article` (the file) and `reason` (what a ruling
        gives). One row a changed cell, one an added or removed row. A row that is the same thing under
        another id is `moved`, with the old id in `was` and the new one in `becomes`, and its changed cells
        follow. What is empty is null. `frame.attrs["releases"]` holds the two versions.

    Raises:
        UnknownRelease: there is no such release; the message lists the releases there are.
        InvalidRelease: the folder holds no release, or a file of it cannot be read.
    """
    from readouts.comparing.compare import compare  # noqa: PLC0415 - slow to import
    from readouts.comparing.held import open_release  # noqa: PLC0415

    before, after = open_release(str(old)), open_release(str(new))
    frame = compare(before, after).public()
    frame.attrs["releases"] = [before.version, after.version]
    return frame
