"""What every picture has in common: its paper, its style, and where its tables come from."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from readouts.errors import NotInstalled
from readouts.paths import release_folder
from readouts.plot.words import count
from readouts.views.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from readouts.plot.paper import Paper
    from readouts.views.source import Source

WIDTH = 16.0
"""Width of a picture, in cm; 8 is a column of a journal."""


@contextmanager
def drawing(width: float, font: str | None) -> Iterator[Paper]:
    """Give paper to draw on, in the style of the package.

    Raises:
        NotInstalled: matplotlib is not.
    """
    try:
        from readouts.plot.paper import Paper  # noqa: PLC0415 - slow to import, and may be missing
        from readouts.plot.picture import styled  # noqa: PLC0415
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        message = "pictures need matplotlib, which is not installed; install it: pip install matplotlib"
        raise NotInstalled(message) from None
    with styled():
        yield Paper(width, font)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows, each by the names of its columns."""
    return cast("list[dict[str, Any]]", rows.to_dict("records"))


def credit(source: Source) -> str:
    """Where a picture's tables come from, and of how many texts."""
    (articles,) = read(source, articles=("article_id",))
    return f"Source: readouts, {_name(source)} ({count(len(articles), 'text')})"


def _name(source: Source) -> str:
    if source is None or isinstance(source, str):
        return f"release {release_folder(source).name}"
    if isinstance(source, Path):
        return f"tables in {source.name}"
    known = {str(frame.attrs.get("release", "")) for frame in source.values()}
    return f"release {known.pop()}" if len(known) == 1 and "" not in known else "tables of one's own"
