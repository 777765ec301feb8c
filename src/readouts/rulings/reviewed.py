"""How much of the tables people have looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.rulings.ruled import key_of
from readouts.tables import RULED_TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Reviewed:
    """What people have looked at in one table.

    Attributes:
        table: its name.
        rows: how many rows it has.
        seen: how many of them somebody has ruled upon, be it only to accept them.
        accepted: how many are as the coder made them, and were found right.
        ruled: how many a ruling made or changed.
        dropped: how many rows of the coder were taken out.
    """

    table: str
    rows: int
    seen: int
    accepted: int
    ruled: int
    dropped: int


def reviewed(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Reviewed]:
    """Count, table by table, the rows that people have looked at."""
    return [_of_table(table, rows) for table in RULED_TABLES]


def _of_table(table: str, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Reviewed:
    told = {row["row_id"] for row in rows["rulings"] if row["table_name"] == table and row["is_direct"]}
    coding = Counter(row["coding"] for row in rows[table] if row[key_of(table)] in told)
    return Reviewed(
        table=table,
        rows=len(rows[table]),
        seen=coding.total(),
        accepted=coding["coder"],
        ruled=coding["ruling"],
        dropped=len(told) - coding.total(),
    )
