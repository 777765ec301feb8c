"""What the front page tells of the files, and the README of the zip."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.publishing.readers import readers
from readouts.release.files import digest_of
from readouts.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from readouts.publishing.edition import Edition

ABOUT = {
    ".zip": "All tables as Parquet and CSV, with codebook, accuracy, changes, licence and citation.",
    ".duckdb": "The tables in one DuckDB file, with keys, comments and views.",
    ".sqlite": "The tables in one SQLite file, with keys and views.",
    ".parquet": "A table as Parquet.",
    ".csv": "A table as CSV.",
    ".json": "Croissant metadata for machine-learning tools.",
    "ACCURACY.md": "How far the rows agree with a gold coding, and how far to trust that.",
    "datapackage.json": "Schemas, keys, hashes and the meaning of every code, for programs (Data Package).",
    "CODEBOOK.md": "Every table, column and code.",
    "DATA_CHANGES.md": "What changed from release to release, and why.",
    "CITATION.cff": "How to cite the release, for programs.",
    "LICENSE-DATA": "The licence in full, and what it does not cover.",
}
KINDS = {"csv": "CSV", "parquet": "Parquet"}
UNITS = ((1_000_000, "MB"), (1_000, "kB"))


@dataclass(frozen=True)
class Download:
    """A file as the page lists it."""

    name: str
    about: str
    size: str
    bytes: int
    sha256: str


def downloads(edition: Edition, files: Iterable[Path]) -> list[Download]:
    """The files as the page lists them: the data first, then what tells of them."""
    told_of = {
        each["path"]: f"{each['description']} As {KINDS[each['format']]}." for each in edition.table_files
    }
    return [_download(path, told_of) for path in sorted(files, key=_place)]


def readme_of(edition: Edition) -> str:
    """The README of the zip, as Markdown."""
    template = environment("readouts.publishing", html=False).get_template("readme.md.j2")
    shown = [reader for reader in readers(edition.version) if reader.in_zip]
    return template.render(edition=edition, readers=shown)


def figures(accuracy: str) -> Iterator[tuple[str, str]]:
    """Positions and main events with their F1, from the first table of ACCURACY.md that has both."""
    head: list[str] = []
    wanted = {"positions", "main events"}
    for line in accuracy.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if "F1" in cells:
            head = head or cells
        elif head and cells[0] in wanted and len(cells) == len(head):
            wanted.remove(cells[0])
            yield cells[0], cells[head.index("F1")]


def caution(accuracy: str) -> str:
    """The first sentence that ACCURACY.md sets in bold: what the figures do not tell."""
    found = re.search(r"^\*\*(.+?)\*\*", accuracy, re.MULTILINE | re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def _place(path: Path) -> tuple[int, str]:
    """The data come first, in the order of ABOUT."""
    known = list(ABOUT)
    key = path.name if path.name in ABOUT else path.suffix
    return known.index(key) if key in ABOUT else len(known), path.name


def _download(path: Path, tables: Mapping[str, str]) -> Download:
    size = path.stat().st_size
    about = tables.get(path.name) or ABOUT.get(path.name) or ABOUT.get(path.suffix, "")
    return Download(path.name, about, told(size), size, digest_of(path))


def told(size: int) -> str:
    """A size as people read it."""
    for unit, name in UNITS:
        if size >= unit:
            return f"{size / unit:,.1f} {name}"
    return f"{size} bytes"
