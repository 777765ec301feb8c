"""The records of actors, with the events in which they took part."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.site.records.shared import Record, known, newest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from readouts.site.tables import Row, Tables

NAMED = 20
"""So many events of an actor are named; the others are a filter away."""

Ids = dict[str, set[str]]


def actors(tables: Tables) -> list[Record]:
    """The actors by name, with the events in which they took part."""
    people = [row for rows in tables.participants.values() for row in rows]
    parts, sides = (_events_by(people, column) for column in ("actor_id", "represents"))
    held, voiced = (Counter(row[column] for row in tables.positions) for column in ("holder", "speaker_id"))
    rows = sorted(tables.actors.values(), key=lambda row: (row["name"].casefold(), row["actor_id"]))
    return [_actor(tables, row, held, voiced, _part(row, parts, sides)) for row in rows]


def _events_by(people: Iterable[Row], column: str) -> Ids:
    found: Ids = {}
    for row in people:
        found.setdefault(row[column] or "", set()).add(row["event_id"])
    return found


def _part(row: Row, parts: Ids, sides: Ids) -> tuple[set[str], bool]:
    """The events of an actor, and whether they are those of its side.

    A state or organisation takes part wherever somebody is there for it.
    """
    own, of_side = parts.get(row["actor_id"], set()), sides.get(_side(row) or "", set())
    is_side = bool(of_side) and own <= of_side
    return (of_side, True) if is_side else (own, False)


def _side(row: Row) -> str | None:
    """What the tables call the actor where it is a side; persons are none."""
    if row["kind"] == "person":
        return None
    side: str | None = row["country"] if row["kind"] == "state" else row["name"]
    return side


def _actor(
    tables: Tables, row: Row, held: Mapping[str, int], voiced: Mapping[str, int], part: tuple[set[str], bool]
) -> Record:
    side, (ids, is_side) = _side(row), part
    happened = sorted((tables.events[event] for event in sorted(ids)), key=newest)
    return known(
        **{name: row[name] for name in ("kind", "name", "country", "cow_code", "gw_code", "wikidata")},
        id=row["actor_id"],
        names=(row["names"] or "").replace(";", "; "),
        wikidata_url=row["wikidata"] and f"https://www.wikidata.org/wiki/{row['wikidata']}",
        side=side if held.get(side or "") else None,
        holds=side and held.get(side),
        voices=voiced.get(row["actor_id"]),
        took_part=len(ids),
        took_side=side if is_side else None,
        events=[known(event_id=event["event_id"], label=event["label"]) for event in happened[:NAMED]],
    )
