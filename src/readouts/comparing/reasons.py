"""Why rows changed: what the rulings of the newer release say, and ids that follow others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.comparing.held import RULINGS, row_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from readouts.comparing.held import Held

    Row = Mapping[str, Any]

MARK = "coding"
"""The column in which a ruling leaves its mark, whichever column it is about."""

NEEDED = {"action", "table_name", "row_id", "column_name", "was", "reason"}

CHANGES_NOTHING = "accept"


def new_rulings(old: Held, new: Held) -> list[dict[str, Any]]:
    """Read the rulings that the newer release holds and the older one does not, in their order."""
    if RULINGS not in new.schemas:
        return []
    after = new.read(RULINGS)
    rows: list[dict[str, Any]] = after.to_pylist()
    if RULINGS not in old.schemas or not new.key(RULINGS):
        return rows
    before = old.read(RULINGS)
    if not set(new.key(RULINGS)) <= set(before.column_names):
        return rows
    known = set(row_ids(before, new.key(RULINGS)).to_pylist())
    named = row_ids(after, new.key(RULINGS)).to_pylist()
    return [row for row, name in zip(rows, named, strict=True) if name not in known]


def reasons(
    told: pd.DataFrame,
    rulings: Iterable[Row],
    moved: Mapping[str, Mapping[str, str]],
    references: Mapping[tuple[str, str], str],
    keys: Mapping[str, tuple[str, ...]],
) -> list[str | None]:
    """Find the reason of every change; None where none is known.

    Args:
        told: the changes, as `changed_rows` gives them.
        rulings: those that are new.
        moved: old id to new id, by table.
        references: the table that a column points to, by table and column.
        keys: the columns that name a row, by table. A ruling on a row as a whole names its key.
    """
    ruled = _by_row(rulings, keys)
    at = told[["table", "row_id", "formerly", "change", "column", "was", "becomes"]]
    return [
        _ruled(ruled, table, {row_id, formerly}, column if change == "changed" else None)
        or _followed(moved, references.get((table, column)), was, becomes)
        for table, row_id, formerly, change, column, was, becomes in at.itertuples(index=False, name=None)
    ]


def _by_row(rulings: Iterable[Row], keys: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], list[Row]]:
    """The rulings by table and id of the row; those that gave it another id also by the one it had."""
    found: dict[tuple[str, str], list[Row]] = {}
    for ruling in rulings:
        if not ruling.keys() >= NEEDED or ruling["action"] == CHANGES_NOTHING:
            continue
        table = ruling["table_name"]
        ids = {ruling["row_id"]: None}
        if ruling["column_name"] in keys.get(table, ()) and ruling["was"]:
            ids[ruling["was"]] = None
        for name in ids:
            found.setdefault((table, name), []).append(ruling)
    return found


def _ruled(
    ruled: Mapping[tuple[str, str], list[Row]], table: str, ids: set[str | None], column: str | None
) -> str | None:
    """The reasons of the rulings on a row; of those on the column, where one is asked for."""
    if not ruled:
        return None
    rulings = [ruling for name in sorted(filter(None, ids)) for ruling in ruled.get((table, name), [])]
    if column not in (None, MARK):
        on_column = [ruling for ruling in rulings if ruling["column_name"] == column]
        rulings = on_column or [ruling for ruling in rulings if not ruling["column_name"]]
    told = dict.fromkeys(ruling["reason"] for ruling in rulings if ruling["reason"])
    return "; ".join(told) or None


def _followed(
    moved: Mapping[str, Mapping[str, str]], target: str | None, was: str | None, becomes: str | None
) -> str | None:
    if target is None or was is None or moved.get(target, {}).get(was, was) != becomes or was == becomes:
        return None
    return f"the row of {target} that it points to has another id"
