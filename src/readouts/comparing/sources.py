"""Where rows come from: the words they rest on, and the file of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from readouts.comparing.held import Held
    from readouts.comparing.matching import Rows

LED_BACK = {"events": ("reports", "event_id"), "actors": ("participants", "actor_id")}
"""Tables without evidence of their own: where it is found, by which id."""

FIRST = (("salience", "descending"), ("article_id", "ascending"), ("evidence_start", "ascending"))
"""Of several, the main report first; then in the order of the articles."""


def sources(held: Held, table: str, rows: Rows) -> tuple[list[str | None], list[str | None]]:
    """Find the evidence of rows and the file of their article; None where there is none.

    Returns:
        Two lists as long as the rows: evidence, and files.
    """
    taken = held.read(table).take(pa.array(rows))
    if table in LED_BACK and LED_BACK[table][0] in held.schemas:
        taken = _led_back(held, taken, *LED_BACK[table])
    return _values(taken, "evidence"), _files(held, taken)


def by_id(held: Held, table: str, key: str, column: str, ids: pa.ChunkedArray) -> dict[str, Any]:
    """Look up a column of another table by id."""
    other = held.read(table)
    if not {key, column} <= set(other.column_names):
        return {}
    found = other.filter(pc.is_in(other[key], value_set=ids.combine_chunks()))
    return dict(zip(found[key].to_pylist(), found[column].to_pylist(), strict=True))


def _led_back(held: Held, taken: pa.Table, through: str, key: str) -> pa.Table:
    """The first row of another table that tells of each row; an empty one where there is none."""
    other = held.read(through)
    there = [(name, order) for name, order in FIRST if name in other.column_names]
    if key not in taken.column_names or key not in other.column_names:
        return taken
    other = other.filter(pc.is_in(other[key], value_set=taken[key].combine_chunks()))
    other = other.sort_by(there) if there else other
    return other.take(pc.index_in(taken[key], value_set=other[key].combine_chunks()).combine_chunks())


def _files(held: Held, taken: pa.Table) -> list[str | None]:
    if "file" in taken.column_names:
        return _values(taken, "file")
    if "article_id" not in taken.column_names or "articles" not in held.schemas:
        return [None] * taken.num_rows
    found = by_id(held, "articles", "article_id", "file", taken["article_id"])
    return [found.get(article) for article in taken["article_id"].to_pylist()]


def _values(taken: pa.Table, column: str) -> list[str | None]:
    if column not in taken.column_names:
        return [None] * taken.num_rows
    values: list[str | None] = taken[column].to_pylist()
    return values
