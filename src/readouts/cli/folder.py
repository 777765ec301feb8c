"""The folder that `readouts code` writes: the tables and nothing else."""

from collections.abc import Iterable
from pathlib import Path

from readouts.errors import BadInput, Problem
from readouts.printing import few

SUFFIXES = (".parquet", ".csv")


def refuse_foreign(folder: Path, tables: Iterable[str]) -> None:
    """Raise `BadInput` if the folder holds anything but these tables; it may be missing."""
    ours = {table + suffix for table in tables for suffix in SUFFIXES}
    present = {path.name for path in folder.iterdir()} if folder.exists() else set()
    foreign = sorted(present - ours)
    if foreign:
        do = "give another folder with --out, or write beside what is there with --force"
        raise BadInput(
            [Problem(str(folder), f"holds {few(foreign)}", "an empty folder or earlier tables", do)]
        )
