"""The records of actors, with the events in which they took part."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.site.records.shared import Record, known, newest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.site.tables import Row, Tables

NAMED = 20
"""So many events of an actor are named; the others are a filter away."""


def actors(tables: Tables) -> list[Record]:
    """The actors by name, with the events in which they took part."""
    parts: dict[str, list[Row]] = {}
    for people in tables.participants.values():
        for row in people:
            parts.setdefault(row["actor_id"], []).append(row)
    held, voiced = (Counter(row[column] for row in tables.positions) for column in ("holder", "speaker_id"))
    rows = sorted(tables.actors.values(), key=lambda row: (row["name"].casefold(), row["actor_id"]))
    return [_actor(tables, row, parts.get(row["actor_id"], []), held, voiced) for row in rows]


def _actor(
    tables: Tables, row: Row, parts: list[Row], held: Mapping[str, int], voiced: Mapping[str, int]
) -> Record:
    side = row["country"] if row["kind"] == "state" else row["name"]
    happened = sorted((tables.events[part["event_id"]] for part in parts), key=newest)
    return known(
        **{name: row[name] for name in ("kind", "name", "country", "cow_code", "gw_code", "wikidata")},
        id=row["actor_id"],
        names=(row["names"] or "").replace(";", "; "),
        wikidata_url=row["wikidata"] and f"https://www.wikidata.org/wiki/{row['wikidata']}",
        side=side if row["kind"] != "person" and held.get(side) else None,
        holds=row["kind"] != "person" and held.get(side),
        voices=voiced.get(row["actor_id"]),
        took_part=len(parts),
        events=[known(event_id=event["event_id"], label=event["label"]) for event in happened[:NAMED]],
    )
