"""The records of positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.plain import worded
from readouts.site.marks import marks_in
from readouts.site.records.shared import Record, day_of, known, newest, of_article, rulings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from readouts.site.tables import Row, Tables


def positions(tables: Tables) -> list[Record]:
    """The positions, newest first, then as they stand in their articles."""
    return [_position(tables, row) for row in sorted(tables.positions, key=_place_of(tables))]


def _position(tables: Tables, row: Row) -> Record:
    article, event = tables.articles[row["article_id"]], tables.events.get(row["event_id"] or "")
    speaker = {"speaker_id": row["speaker_id"], "speaker": row["speaker"]}
    told = {**row, **speaker, **day_of(event, article), **of_article(article)}
    marks = marks_in(row["evidence"], row["formula"], row["strength"])
    return known(
        id=row["position_id"],
        **{
            name: told[name] for name in told if name not in {"position_id", "evidence_start", "evidence_end"}
        },
        marks=" ".join(f"{start}-{end}" for start, end in marks),
        told_by=row["voice"] if row["voice"] in worded("told_by") else None,
        event_label=event and event["label"],
        rulings=rulings_of(tables, [row["position_id"]]),
    )


def _place_of(tables: Tables) -> Callable[[Row], tuple[Any, ...]]:
    def place(row: Row) -> tuple[Any, ...]:
        article, event = tables.articles[row["article_id"]], tables.events.get(row["event_id"] or "")
        day = day_of(event, article)
        return (*newest(day), article["file"], row["evidence_start"], row["position_id"])

    return place
