"""What follows from rows that were ruled upon: silence and statement, and who is in the table of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.rows.follows import coverage_rows, used_actors
from readouts.coder.rows.identity import side_id

if TYPE_CHECKING:
    from readouts.rulings.ruled import ActorSource, Row, Rows


def with_derived(rows: Rows, actor_row: ActorSource) -> Rows:
    """The rows with coverage counted anew, and with the actors that they name.

    Args:
        rows: the rows of all tables.
        actor_row: gives the row of an actor that is not among them, or None.
    """
    coverage = coverage_rows(rows["articles"], rows["positions"])
    return {**rows, "coverage": coverage, "actors": _actors(rows, actor_row)}


def _actors(rows: Rows, actor_row: ActorSource) -> list[Row]:
    """Those that rows name; one that no table knows is left to the validation."""
    known = {row["actor_id"]: row for row in rows["actors"]}
    sides = {row["country" if row["kind"] == "state" else "name"]: row["actor_id"] for row in rows["actors"]}
    used = used_actors(rows, lambda holder: sides.get(holder) or side_id(holder))
    found = (known.get(actor_id) or actor_row(actor_id) for actor_id in sorted(used))
    return [row for row in found if row is not None]
