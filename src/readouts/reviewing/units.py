"""What is looked at in one go: an event with its reports and participants, or a position."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from readouts.rulings.ruled import key_of
from readouts.seeds.types import Place
from readouts.tables import RULED_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readouts.reviewing.bench import Bench
    from readouts.rulings.ruled import Row, Rows


@dataclass(frozen=True)
class Item:
    """A row under review, the place of its evidence, and whether somebody ruled upon it before."""

    table: str
    row: Row
    place: Place
    is_seen: bool

    @property
    def row_id(self) -> str:
        """The id of the row."""
        return str(self.row[key_of(self.table)])


@dataclass(frozen=True)
class Unit:
    """Rows that are looked at together: a position alone, or an event before what belongs to it."""

    items: tuple[Item, ...]

    @property
    def place(self) -> Place:
        """Where the unit stands: the evidence of its position, or of the first report of its event."""
        return self.items[0].place

    @property
    def unseen(self) -> tuple[Item, ...]:
        """The rows that nobody ruled upon."""
        return tuple(item for item in self.items if not item.is_seen)


def units(bench: Bench, file: str | None = None) -> list[Unit]:
    """All that can be reviewed, in the order of the texts.

    Args:
        bench: rows and rulings.
        file: only what stands in this article.
    """
    rows = bench.rows
    seen = {(row["table_name"], row["row_id"]) for row in rows["rulings"] if row["is_direct"]}
    files = {article.article_id: article.source.file for article in bench.articles}
    found = [Unit(tuple(_items(group, files, seen))) for group in chain(_events(rows), _positions(rows))]
    wanted = [unit for unit in found if file is None or unit.place.file == file]
    return sorted(wanted, key=_order)


def _order(unit: Unit) -> tuple[str, int, int, int]:
    place = unit.place
    return place.file, RULED_TABLES.index(unit.items[0].table), place.start, place.end


def _events(rows: Rows) -> Iterator[list[tuple[str, Row, Row]]]:
    """Each event, its reports and participants, each row with the one that holds its evidence.

    They stand in the order of their tables, which no ruling changes while they are looked at.
    """
    at_event: dict[str, dict[str, list[Row]]] = {"reports": {}, "participants": {}}
    for table, found in at_event.items():
        for row in rows[table]:
            found.setdefault(row["event_id"], []).append(row)
    for event in rows["events"]:
        told, present = (found.get(event["event_id"], []) for found in at_event.values())
        first = min(told, key=lambda row: (row["article_id"], row["evidence_start"], row["evidence_end"]))
        yield [
            ("events", event, first),
            *(("reports", row, row) for row in told),
            *(("participants", row, row) for row in present),
        ]


def _positions(rows: Rows) -> Iterator[list[tuple[str, Row, Row]]]:
    for row in rows["positions"]:
        yield [("positions", row, row)]


def _items(
    group: Iterable[tuple[str, Row, Row]], files: dict[str, str], seen: set[tuple[str, str]]
) -> Iterator[Item]:
    for table, row, proof in group:
        place = Place(files[proof["article_id"]], proof["evidence_start"], proof["evidence_end"])
        yield Item(table, row, place, (table, row[key_of(table)]) in seen)
