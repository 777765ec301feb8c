"""Makes the row that a ruling adds, from what it tells and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.rows.identity import row_id
from readouts.rulings.find import NotApplicable
from readouts.rulings.ruled import RULED, Row, key_of
from readouts.tables.models import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from readouts.rulings.ruled import RuledTables
    from readouts.seeds.types import Ruling

UNTOLD: Mapping[str, Mapping[str, object]] = {
    "events": {"status": "occurred", "date_precision": "unknown", "date_basis": "none", "n_reports": 1},
    "reports": {"salience": "background"},
}
"""What holds of a new row where the ruling does not tell."""


def new_row(ruled: RuledTables, ruling: Ruling, table: str, values: Mapping[str, object]) -> Row:
    """A row with its evidence and id.

    Raises:
        NotApplicable: the place is not in the texts, or a column that must be filled is not told.
    """
    names = [column.name for column in columns(table)]
    told = {**UNTOLD.get(table, {}), **_evidence(ruled, ruling), **values}
    told = {**told, "rule": f"ruling/{ruling.ruling_id}", "coding": RULED}
    row = {name: told.get(name) for name in names}
    if table in COMPLETED:
        COMPLETED[table](ruled, row)
    sha256 = ruled.articles[told["article_id"]]["sha256"]
    row[key_of(table)] = (
        row_id("evt", sha256, told["evidence_start"], told["evidence_end"], row["event_type"])
        if table == "events"
        else ruled.derived_id(table, row)
    )
    _refuse_gaps(ruled, ruling, table, row)
    return row


def _evidence(ruled: RuledTables, ruling: Ruling) -> Row:
    place = ruling.place
    article_id = ruled.ids_of_files.get(place.file) if place else None
    if place is None or article_id is None:
        known = ", ".join(ruled.ids_of_files)
        raise NotApplicable(ruling, f"there is no article at {place}", f"one of {known}", "correct it")
    words = ruled.texts[article_id][place.start : place.end]
    if len(words) < place.end - place.start or not words.strip():
        what = f"{place} is not in the text, which has {len(ruled.texts[article_id])} characters"
        raise NotApplicable(ruling, what, "a place in it", "correct it")
    offsets = {"evidence_start": place.start, "evidence_end": place.end}
    return {"article_id": article_id, "evidence": words, **offsets}


def _refuse_gaps(ruled: RuledTables, ruling: Ruling, table: str, row: Row) -> None:
    lacking = [column.name for column in columns(table) if not column.nullable and row[column.name] is None]
    if lacking:
        do = "add a line for each"
        raise NotApplicable(ruling, f"does not tell {', '.join(lacking)} of the row of {table}", do=do)
    event_id = row.get("event_id")
    if table != "events" and event_id is not None and event_id not in ruled.rows["events"]:
        raise NotApplicable(
            ruling, f"there is no event {event_id}", do="add the event first, or correct the id"
        )


def _named_participant(ruled: RuledTables, row: Row) -> None:
    """Kind and name of a participant are those of the actor, where the ruling tells no others."""
    actor = ruled.actor(row["actor_id"] or "") or {}
    row["name"] = row["name"] or actor.get("name")
    row["actor_kind"] = row["actor_kind"] or actor.get("kind")


def complete(ruled: RuledTables, ruling: Ruling, row: Row, touched: set[str]) -> None:
    """Bring what follows from another actor in step, as far as the ruling does not tell it."""
    for column, name in OF_ACTORS.get(ruling.table, {}).items():
        if ACTOR_COLUMN[ruling.table] in touched and column not in touched:
            actor_id = row[ACTOR_COLUMN[ruling.table]]
            ruled.set(ruling, ruling.table, row, column, (ruled.actor(actor_id or "") or {}).get(name))


ACTOR_COLUMN = {"participants": "actor_id", "positions": "speaker_id"}
OF_ACTORS = {"participants": {"name": "name", "actor_kind": "kind"}, "positions": {"speaker": "name"}}
"""Cells that follow from an actor, by the column of the actor's row that they are taken from."""


def _named_speaker(ruled: RuledTables, row: Row) -> None:
    """The name of a speaker is that of the actor, where the ruling tells no other."""
    if row["speaker_id"] and not row["speaker"]:
        row["speaker"] = (ruled.actor(row["speaker_id"]) or {}).get("name")


COMPLETED: Mapping[str, Callable[[RuledTables, Row], None]] = {
    "participants": _named_participant,
    "positions": _named_speaker,
}
