"""The page that `readouts explain --html` writes: whole or not at all, and never over something else."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem

if TYPE_CHECKING:
    from readouts.explain import Explanation

SUFFIXES = (".html", ".htm")
SIGN = b'<meta name="generator" content="readouts explain '
"""Stands in the head of every page of ours."""

HEAD = 1000


def check_page(page: Path) -> None:
    """Refuse a name that is no page's, and a file that is there and is none of our pages.

    Raises:
        BadInput: it cannot be written there.
    """
    if page.suffix.lower() not in SUFFIXES:
        problem = Problem(
            page.as_posix(), "is no name of a page", "a name that ends in .html", "add the ending"
        )
        raise BadInput([problem])
    if not page.exists():
        return
    if not page.is_file() or SIGN not in page.read_bytes()[:HEAD]:
        what, do = "is there already and was not made by this command", "give another name, or remove it"
        raise BadInput([Problem(page.as_posix(), what, "a new name, or an earlier page", do)])


def write_page(page: Path, explanation: "Explanation") -> None:
    """Write the page beside its place and move it there."""
    from readouts.explain.page import page_of  # noqa: PLC0415 - slow to import

    written = page_of(explanation).encode("utf-8")
    page.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=page.parent, prefix=f".{page.name}-") as beside:
        part = Path(beside) / page.name
        part.write_bytes(written)
        part.replace(page)
