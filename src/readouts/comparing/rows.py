"""The rows of a table that were added, changed, moved or removed, as a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from readouts.comparing.cells import changed_cells
from readouts.comparing.labels import labels
from readouts.comparing.sources import sources

if TYPE_CHECKING:
    from readouts.comparing.held import Held
    from readouts.comparing.matching import Matched, Rows

PUBLIC = ("table", "row_id", "change", "column", "was", "becomes", "evidence", "article", "reason")
KINDS = ("added", "changed", "moved", "removed")
"""In the order in which they are told; the changed cells of a row that moved follow it."""

TOLD = (*PUBLIC, "kind", "formerly", "label")
"""Beside what is public: the kind of the row as a whole, its id in the older release, and its name."""

WHOLE_ROW = -1


def changed_rows(old: Held, new: Held, table: str, matched: Matched) -> pd.DataFrame:
    """Tell what became of the rows of a table.

    Returns:
        The columns of `TOLD` but the reason, which is empty: one row a changed cell, one an added or removed
        row, one a row whose id changed. Sorted by kind, id and column.
    """
    cells = changed_cells(old, new, table, matched)
    moved = matched.moved()
    pairs = np.union1d(cells["pair"].to_numpy(), moved).astype(np.int64)
    told = _pairs(new, table, matched, pairs)
    told["kind"] = np.where(np.isin(pairs, moved), "moved", "changed")
    parts = [
        _alone(new, table, matched.new_ids, matched.fresh).assign(change="added", kind="added"),
        cells.merge(told, on="pair").assign(change="changed"),
        _moves(told, matched),
        _alone(old, table, matched.old_ids, matched.gone).assign(change="removed", kind="removed"),
    ]
    frame = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    frame = frame.assign(table=table, rank=frame["kind"].map({kind: at for at, kind in enumerate(KINDS)}))
    ordered = frame.sort_values(["rank", "row_id", "place"], ignore_index=True, kind="stable")
    return ordered.reindex(columns=list(TOLD)).astype(object).where(lambda held: held.notna(), None)


def _pairs(new: Held, table: str, matched: Matched, pairs: Rows) -> pd.DataFrame:
    told = _alone(new, table, matched.new_ids, matched.new[pairs])
    before = matched.old_ids.take(pa.array(matched.old[pairs])).to_pylist()
    return told.drop(columns="place").assign(pair=pairs, formerly=before)


def _moves(told: pd.DataFrame, matched: Matched) -> pd.DataFrame:
    moved = told[told["kind"] == "moved"]
    moved = moved.assign(change="moved", place=WHOLE_ROW, column=", ".join(matched.key))
    return moved.assign(was=moved["formerly"], becomes=moved["row_id"])


def _alone(held: Held, table: str, ids: pa.ChunkedArray, rows: Rows) -> pd.DataFrame:
    """Name rows and tell where they come from."""
    evidence, files = sources(held, table, rows)
    names = ids.take(pa.array(rows)).to_pylist()
    told = {"row_id": names, "evidence": evidence, "article": files, "label": labels(held, table, rows)}
    return pd.DataFrame(told, dtype=object).assign(place=WHOLE_ROW)
