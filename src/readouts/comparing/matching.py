"""Which rows of two releases are the same: by id first, then by what they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from readouts.comparing.facts import Both, alike, translated
from readouts.comparing.held import row_ids
from readouts.comparing.same import SAME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    import pandas as pd
    from numpy.typing import NDArray

    from readouts.comparing.held import Held

    Rows: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Matched:
    """The rows of one table, matched; all by their number in the table.

    Attributes:
        key: the columns that name a row in both releases.
        old_ids: what every row of the old table is called.
        new_ids: what every row of the new table is called.
        old: rows of the old table that are in the new one.
        new: the same rows in the new table.
        gone: rows that only the old table has.
        fresh: rows that only the new table has.
    """

    key: tuple[str, ...]
    old_ids: pa.ChunkedArray
    new_ids: pa.ChunkedArray
    old: Rows
    new: Rows
    gone: Rows
    fresh: Rows

    def moved(self) -> Rows:
        """Which of the pairs have another id in the new table."""
        before, after = self.old_ids.take(pa.array(self.old)), self.new_ids.take(pa.array(self.new))
        return _numbers(pc.indices_nonzero(pc.not_equal(before, after)))


def match_all(old: Held, new: Held) -> dict[str, Matched]:
    """Match the rows of every table that both releases hold."""
    both = [table for table in new.tables() if table in old.schemas]
    moved: dict[str, dict[str, str]] = {}
    found = {}
    for table in [*(name for name in SAME if name in both), *(name for name in both if name not in SAME)]:
        found[table] = _match(Both(old, new, table, moved))
        moved[table] = ids_that_moved(found[table])
    return {table: found[table] for table in both}


def _match(both: Both) -> Matched:
    before, after = both.old.read(both.table), both.new.read(both.table)
    key = _common_key(both, before, after)
    followed = row_ids(translated(before.select(key), both.old.references(both.table), both.moved), key)
    old_ids, new_ids = row_ids(before, key), row_ids(after, key)
    pairs = _by_id(followed, new_ids)
    more = _by_content(both, _left(old_ids, pairs[0]), _left(new_ids, pairs[1]))
    ours, theirs = (np.concatenate(side) for side in zip(pairs, more, strict=True))
    order = np.argsort(theirs, kind="stable")
    left = _left(old_ids, ours), _left(new_ids, theirs)
    return Matched(tuple(key), old_ids, new_ids, ours[order], theirs[order], *left)


def _common_key(both: Both, before: pa.Table, after: pa.Table) -> list[str]:
    """The columns that name a row: the newer key if the older table has its columns, else the older one."""
    there = set(before.column_names) & set(after.column_names)
    for key in (both.new.key(both.table), both.old.key(both.table)):
        if key and there.issuperset(key):
            return list(key)
    return [column for column in after.column_names if column in there]


def _by_id(before: pa.ChunkedArray, after: pa.ChunkedArray) -> tuple[Rows, Rows]:
    at = pc.index_in(before, value_set=after)
    theirs, first = np.unique(_numbers(at.drop_null()), return_index=True)
    return _numbers(pc.indices_nonzero(pc.is_valid(at)))[first], theirs


def _by_content(both: Both, gone: Rows, fresh: Rows) -> tuple[Rows, Rows]:
    facts = both.facts(gone, fresh) if len(gone) and len(fresh) else None
    if facts is None:
        return _numbers([]), _numbers([])
    return _one_to_one(alike(*facts, SAME[both.table]))


def _one_to_one(candidates: pd.DataFrame) -> tuple[Rows, Rows]:
    """Take the best pairs first; a row that is taken is out."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for ours, theirs in zip(candidates["row_old"], candidates["row_new"], strict=True):
        if ours not in taken and theirs not in used:
            taken[ours] = theirs
            used.add(theirs)
    return _numbers(list(taken)), _numbers(list(taken.values()))


def ids_that_moved(matched: Matched) -> dict[str, str]:
    """Old id to new id, of the rows that have another."""
    at = matched.moved()
    before = matched.old_ids.take(pa.array(matched.old[at])).to_pylist()
    after = matched.new_ids.take(pa.array(matched.new[at])).to_pylist()
    return dict(zip(before, after, strict=True))


def _left(ids: pa.ChunkedArray, taken: Rows) -> Rows:
    is_left = np.ones(len(ids), dtype=bool)
    is_left[taken] = False
    return np.flatnonzero(is_left).astype(np.int64)


def _numbers(values: Iterable[Any]) -> Rows:
    return np.asarray(values, dtype=np.int64)
