"""What rows are judged by, and the pairs of rows that may be the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from readouts.comparing.same import END, SAME, START

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from readouts.comparing.held import Held
    from readouts.comparing.same import Same

Moved: TypeAlias = Mapping[str, Mapping[str, str]]
"""Old id to new id, by table, of the rows whose id changed."""


@dataclass(frozen=True)
class Both:
    """One table in two releases.

    Attributes:
        old: the older release.
        new: the newer one.
        table: name of the table.
        moved: what is known of ids that changed, by table.
    """

    old: Held
    new: Held
    table: str
    moved: Moved

    def facts(
        self, ours: NDArray[np.int64], theirs: NDArray[np.int64]
    ) -> tuple[pd.DataFrame, pd.DataFrame] | None:
        """What rows of both are judged by; None if there is no rule, or a release lacks a column."""
        if self.table not in SAME:
            return None
        before = facts(self.old, self.table, self.moved, ours)
        after = facts(self.new, self.table, {}, theirs)
        return None if before is None or after is None else (before, after)


def translated(rows: pa.Table, references: Mapping[str, str], moved: Moved) -> pa.Table:
    """Let the ids that point to rows that moved point to them where they are now."""
    for number, column in enumerate(rows.column_names):
        ids = moved.get(references.get(column, ""))
        if ids:
            rows = rows.set_column(number, column, _replaced(rows[column], ids))
    return rows


def _replaced(values: pa.ChunkedArray, ids: Mapping[str, str]) -> pa.ChunkedArray:
    at = pc.index_in(values, value_set=pa.array(list(ids), values.type))
    return pc.coalesce(pa.array(list(ids.values()), values.type).take(at.combine_chunks()), values)


def facts(held: Held, table: str, moved: Moved, rows: NDArray[np.int64]) -> pd.DataFrame | None:
    """Gather what rows of a table are judged by.

    Returns:
        `row`, the number of the row in its table, and the columns of the rule. A row may occur several times
        where columns are borrowed (an event with several reports). None if the release lacks a column.
    """
    rule = SAME[table]
    joined = _joined(held, table, rule, rows)
    if joined is None:
        return None
    references = held.references(table)
    if rule.borrowed:
        references = {**held.references(rule.borrowed[0]), **references}
    frame: pd.DataFrame = translated(joined, references, moved).to_pandas()
    return frame


def _joined(held: Held, table: str, rule: Same, rows: NDArray[np.int64]) -> pa.Table | None:
    there = held.read(table).column_names
    names, lacking = _parted(rule.columns, there)
    if not lacking:
        return _numbered(held.read(table), names, rows)
    if rule.borrowed is None or rule.borrowed[0] not in held.schemas:
        return None
    other, on = held.read(rule.borrowed[0]), rule.borrowed[1]
    if _parted([on, *lacking], other.column_names)[1] or on not in there:
        return None
    own = _numbered(held.read(table), list(dict.fromkeys([on, *names])), rows)
    return own.join(other.select([on, *lacking]), on, join_type="inner").sort_by("row")


def _numbered(table: pa.Table, names: Sequence[str], rows: NDArray[np.int64]) -> pa.Table:
    return table.select(names).take(pa.array(rows)).append_column("row", pa.array(rows))


def _parted(names: Sequence[str], there: Sequence[str]) -> tuple[list[str], list[str]]:
    return [name for name in names if name in there], [name for name in names if name not in there]


def alike(before: pd.DataFrame, after: pd.DataFrame, rule: Same) -> pd.DataFrame:
    """Pair all rows that may be the same, the best pairs first.

    Returns:
        `row_old` and `row_new`.
    """
    pairs = before.merge(after, on=list(rule.by), suffixes=("_old", "_new"))
    agree = [_agree(pairs, column) for column in rule.either]
    if agree:
        pairs = pairs[np.logical_or.reduce(agree)]
    ranks = {f"tie {column}": _agree(pairs, column) for column in rule.ties}
    ranked = pairs[["row_old", "row_new"]].assign(overlap=overlap(pairs) if rule.overlap else 1, **ranks)
    best = ["overlap", *ranks]
    ascending = [False] * len(best) + [True, True]
    return ranked[ranked["overlap"] > 0].sort_values([*best, "row_old", "row_new"], ascending=ascending)


def overlap(pairs: pd.DataFrame) -> pd.Series[int]:
    """How many characters of evidence two rows share; less than one if none."""
    ends = np.minimum(pairs[f"{END}_old"], pairs[f"{END}_new"])
    return pd.Series(ends - np.maximum(pairs[f"{START}_old"], pairs[f"{START}_new"]), pairs.index)


def _agree(pairs: pd.DataFrame, column: str) -> pd.Series[bool]:
    before, after = pairs[f"{column}_old"], pairs[f"{column}_new"]
    return (before == after) | (before.isna() & after.isna())
