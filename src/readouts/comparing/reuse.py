"""Ids that stand for another thing than they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from readouts.comparing.facts import Both, overlap
from readouts.comparing.labels import labels
from readouts.comparing.matching import ids_that_moved
from readouts.comparing.same import SAME
from readouts.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.comparing.held import Held
    from readouts.comparing.matching import Matched, Rows

DO = "give the new row an id of its own, or pin the old id to the row it belongs to in seeds/rulings.csv"


def reused_ids(old: Held, new: Held, matched: Mapping[str, Matched]) -> list[Problem]:
    """Find ids that both releases hold, for different things; both rows are told."""
    moved = {table: ids_that_moved(pairs) for table, pairs in matched.items()}
    return [
        problem
        for table in SAME
        if table in matched
        for problem in _in_table(Both(old, new, table, moved), matched[table])
    ]


def _in_table(both: Both, matched: Matched) -> Iterator[Problem]:
    kept = np.setdiff1d(np.arange(len(matched.old)), matched.moved())
    ours, theirs = matched.old[kept], matched.new[kept]
    other = _other_things(both, ours, theirs)
    before, after = labels(both.old, both.table, ours[other]), labels(both.new, both.table, theirs[other])
    for number, was, becomes in zip(theirs[other].tolist(), before, after, strict=True):
        where = f"{both.table}, {matched.new_ids[number].as_py()}"
        expected = f"what it stood for in {both.old.version}, {was}"
        yield Problem(where, f"the id now stands for {becomes}", expected, DO)


def _other_things(both: Both, ours: Rows, theirs: Rows) -> Rows:
    """Which of the pairs are not the same thing; none where a release lacks the columns to judge by."""
    facts = both.facts(ours, theirs)
    if facts is None:
        return np.empty(0, dtype=np.int64)
    rule, (before, after) = SAME[both.table], facts
    pairs = _paired(before, ours).merge(_paired(after, theirs), on="pair", suffixes=("_old", "_new"))
    same = pd.Series(data=True, index=pairs.index)
    for column in rule.keeps:
        same &= pairs[f"{column}_old"] == pairs[f"{column}_new"]
    if rule.keeps_overlap:
        same &= overlap(pairs) > 0
    judged = pairs["pair"].to_numpy(dtype=np.int64)
    return np.setdiff1d(judged, judged[same.to_numpy(dtype=bool)])


def _paired(rows: pd.DataFrame, numbers: Rows) -> pd.DataFrame:
    """Name every row by the number of its pair."""
    pair = pd.Series(np.arange(len(numbers)), index=numbers)
    return rows.assign(pair=rows["row"].map(pair))
