"""Which cells differ between rows that are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from readouts.comparing.held import Held
    from readouts.comparing.matching import Matched

COLUMNS = ("pair", "place", "column", "was", "becomes")


def changed_cells(old: Held, new: Held, table: str, matched: Matched) -> pd.DataFrame:
    """Compare the cells of matched rows, column by column; the key is left out.

    Returns:
        One row a cell: `pair` (the number of the pair), `place` (of the column), `column`, `was` and
        `becomes` as text, null where empty.
    """
    before, after = old.read(table), new.read(table)
    columns = [name for name in after.column_names if name in before.column_names]
    found = [
        _in_column(place, name, before[name].take(ours), after[name].take(theirs))
        for ours, theirs in [(pa.array(matched.old), pa.array(matched.new))]
        for place, name in enumerate(columns)
        if name not in matched.key
    ]
    empty = pd.DataFrame({name: [] for name in COLUMNS}).astype({"pair": "int64", "place": "int64"})
    told = pd.concat([cells for cells in found if len(cells)] or [empty], ignore_index=True)
    return told.sort_values(["pair", "place"], ignore_index=True)


def _in_column(place: int, name: str, before: pa.ChunkedArray, after: pa.ChunkedArray) -> pd.DataFrame:
    if before.type != after.type:
        before, after = before.cast(pa.string()), after.cast(pa.string())
    other = pc.fill_null(pc.not_equal(before, after), fill_value=False)
    other = pc.or_(other, pc.xor(pc.is_null(before), pc.is_null(after)))
    at = pc.indices_nonzero(other)
    was, becomes = (values.take(at).cast(pa.string()).to_pylist() for values in (before, after))
    cells = {"pair": at.to_numpy().astype("int64"), "place": place, "column": name}
    return pd.DataFrame({**cells, "was": _texts(was), "becomes": _texts(becomes)})


def _texts(values: list[str | None]) -> pd.Series[str]:
    return pd.Series(values, dtype=object)
