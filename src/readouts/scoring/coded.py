"""Reads the tables that are to be scored: those of `readouts code`, or of a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from readouts.errors import BadInput, Problem
from readouts.scoring.matching import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Tables: TypeAlias = Mapping[str, Sequence[Row]]

EVIDENCE = ("article_id", "evidence", "evidence_start", "evidence_end")
NEEDED = {
    "articles": ("article_id", "file", "characters", "sha256"),
    "events": ("event_id", "event_type", "status", "start", "end", "date_precision", "country"),
    "reports": ("event_id", "salience", *EVIDENCE),
    "participants": ("event_id", "name", "represents", "role", *EVIDENCE),
    "positions": ("holder", "speaker", "voice", "speech", "topic", "stance", "act", "target", *EVIDENCE),
    "coverage": ("article_id", "topic", "is_stated"),
}
"""The columns that the scorer reads, by table."""

DO = "give a folder that `readouts code` or `readouts build` wrote"


def read_tables(folder: Path) -> Tables:
    """Read what the scorer needs of the Parquet files in a folder.

    Raises:
        BadInput: a table or column is missing, or a file is not Parquet; all problems together.
    """
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "is not there"
        raise BadInput([Problem(str(folder), what, "a folder of tables", DO)])
    problems = [problem for table in NEEDED for problem in _problems(folder / f"{table}.parquet", table)]
    if problems:
        raise BadInput(problems)
    import pyarrow.parquet as pq  # noqa: PLC0415 - only where tables are read from disk

    return {
        table: pq.read_table(folder / f"{table}.parquet", columns=list(columns)).to_pylist()
        for table, columns in NEEDED.items()
    }


def _problems(path: Path, table: str) -> Iterator[Problem]:
    import pyarrow as pa  # noqa: PLC0415 - only where tables are read from disk
    import pyarrow.parquet as pq  # noqa: PLC0415

    if not path.is_file():
        yield Problem(str(path), "is missing", f"the tables {', '.join(NEEDED)}", DO)
        return
    try:
        there = pq.read_schema(path).names
    except pa.ArrowInvalid:
        yield Problem(str(path), "is not Parquet", f"the table {table}", DO)
        return
    lacking = [column for column in NEEDED[table] if column not in there]
    if lacking:
        yield Problem(str(path), f"lacks the columns {', '.join(lacking)}", do="code the texts again")
