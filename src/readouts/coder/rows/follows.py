"""What follows from the rows of other tables: what was stated or not, and who is in the table of actors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from readouts.coder.rows.rows import Row


def coverage_rows(articles: Iterable[Row], positions: Iterable[Row]) -> list[Row]:
    """One row an article and core topic, also where nothing is stated."""
    stated = Counter((row["article_id"], row["topic"]) for row in positions)
    return [
        {
            "article_id": article["article_id"],
            "topic": topic,
            "is_stated": stated[article["article_id"], topic] > 0,
            "n_positions": stated[article["article_id"], topic],
        }
        for article in articles
        for topic in codes("core_topic")
    ]


def used_actors(rows: Mapping[str, Sequence[Row]], side_id: Callable[[str], str]) -> set[str]:
    """The ids of the actors that take part in an event, speak, or hold a position.

    Args:
        rows: the rows by table.
        side_id: gives the id of a holder.
    """
    used = {row["actor_id"] for row in rows["participants"]}
    used |= {row["speaker_id"] for row in rows["positions"] if row["speaker_id"]}
    return used | {side_id(row["holder"]) for row in rows["positions"]}
