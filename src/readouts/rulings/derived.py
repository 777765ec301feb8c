"""What follows from rows that were ruled upon: silence and statement, and who is in the table of actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from readouts.coder.rows.identity import side_id
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from readouts.rulings.ruled import Row, Rows

ActorSource = Callable[[str], dict[str, Any] | None]


def with_derived(rows: Rows, actor_row: ActorSource) -> Rows:
    """The rows with coverage counted anew, and with the actors that they name.

    Args:
        rows: the rows of all tables.
        actor_row: gives the row of an actor that is not among them, or None.
    """
    return {**rows, "coverage": _coverage(rows), "actors": _actors(rows, actor_row)}


def _coverage(rows: Rows) -> list[Row]:
    stated = Counter((row["article_id"], row["topic"]) for row in rows["positions"])
    return [
        {
            "article_id": article["article_id"],
            "topic": topic,
            "is_stated": stated[article["article_id"], topic] > 0,
            "n_positions": stated[article["article_id"], topic],
        }
        for article in rows["articles"]
        for topic in codes("core_topic")
    ]


def _actors(rows: Rows, actor_row: ActorSource) -> list[Row]:
    """Those who take part, speak, or hold a position; one that no table knows is left to the validation."""
    known = {row["actor_id"]: row for row in rows["actors"]}
    sides = {row["country" if row["kind"] == "state" else "name"]: row["actor_id"] for row in rows["actors"]}
    used = {row["actor_id"] for row in rows["participants"]}
    used |= {row["speaker_id"] for row in rows["positions"] if row["speaker_id"]}
    used |= {sides.get(row["holder"]) or side_id(row["holder"]) for row in rows["positions"]}
    found = (known.get(actor_id) or actor_row(actor_id) for actor_id in sorted(used))
    return [row for row in found if row is not None]
