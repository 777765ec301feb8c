"""Makes the row that a ruling adds, from what it tells and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.rulings.find import NotApplicable
from readouts.rulings.ruled import RULED, Row, key_of
from readouts.tables.models import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    row |= {column: row[column] or value for column, value in of_actor(ruled, table, row).items()}
    row[key_of(table)] = ruled.derived_id(table, {**told, **row})
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


def of_actor(ruled: RuledTables, table: str, row: Row) -> Row:
    """The cells of a row that follow from its actor; none where the table has no such cells."""
    column, cells = OF_ACTORS.get(table, ("", {}))
    actor = (ruled.actor(row[column]) if cells and row[column] else None) or {}
    return {cell: actor.get(name) for cell, name in cells.items()}


OF_ACTORS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "participants": ("actor_id", {"name": "name", "actor_kind": "kind"}),
    "positions": ("speaker_id", {"speaker": "name"}),
}
"""The column that names an actor, and the cells that follow, by the column of the actor's row."""


def complete(ruled: RuledTables, ruling: Ruling, row: Row, touched: set[str]) -> None:
    """Bring what follows from another actor in step, as far as the ruling does not tell it."""
    if OF_ACTORS.get(ruling.table, ("", {}))[0] in touched:
        for column, value in of_actor(ruled, ruling.table, row).items():
            if column not in touched:
                ruled.set(ruling, ruling.table, row, column, value)
