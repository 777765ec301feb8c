"""The rows while they are ruled upon, and the record of what was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from readouts.coder.rows.identity import derived_id
from readouts.rulings.cells import to_text
from readouts.seeds.rulings import RULED_TABLES
from readouts.seeds.types import Place
from readouts.tables.models import primary_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.seeds.types import Ruling

Row = dict[str, Any]
Rows = dict[str, list[Row]]
RULED = "ruling"
OF_EVENTS = ("reports", "participants", "positions")
"""The tables whose rows point to events."""


class Touched(NamedTuple):
    """A cell that a ruling touched."""

    table: str
    row_id: str
    column: str


def key_of(table: str) -> str:
    """The column of the key of a table that can be ruled upon."""
    return primary_key(table)[0]


class RuledTables:
    """The rows by table and id. Whatever changes them goes through here, so that all of it is on record."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str]) -> None:
        self.rest = {name: [*found] for name, found in rows.items() if name not in RULED_TABLES}
        self.rows = {name: {row[key_of(name)]: dict(row) for row in rows[name]} for name in RULED_TABLES}
        self.texts = texts
        self.articles = {row["article_id"]: row for row in rows["articles"]}
        self.ids_of_files = {row["file"]: row["article_id"] for row in rows["articles"]}
        self.record: dict[tuple[str, str, str, str], Row] = {}

    def tables(self) -> Rows:
        """The rows of all tables, with those of the record as `rulings`."""
        ruled = {name: list(found.values()) for name, found in self.rows.items()}
        return {**self.rest, **ruled, "rulings": list(self.record.values())}

    def where(self, table: str, **wanted: object) -> list[Row]:
        """The rows of a table that hold these values."""
        found = self.rows[table].values()
        return [row for row in found if all(row[name] == value for name, value in wanted.items())]

    def places(self, table: str, row: Row) -> Iterator[Place]:
        """Where the evidence of a row stands; that of an event stands in its reports."""
        told = self.where("reports", event_id=row["event_id"]) if table == "events" else [row]
        for each in told:
            file = self.articles[each["article_id"]]["file"]
            yield Place(file, each["evidence_start"], each["evidence_end"])

    def set(self, ruling: Ruling, table: str, row: Row, column: str, value: object) -> None:
        """Put a value into a cell."""
        if row[column] != value:
            self.note(ruling, Touched(table, row[key_of(table)], column), row[column], value)
            row[column] = value
            row["coding"] = RULED

    def put(self, ruling: Ruling, table: str, row: Row) -> None:
        """Put in a row that was not there."""
        self.rows[table][row[key_of(table)]] = row
        self.note(ruling, self.whole(table, row), None, row[key_of(table)])

    def remove(self, ruling: Ruling, table: str, row: Row) -> None:
        """Take a row out."""
        del self.rows[table][row[key_of(table)]]
        self.note(ruling, self.whole(table, row), row[key_of(table)], None)

    def rename(self, ruling: Ruling, table: str, row: Row, new: str) -> None:
        """Give a row another id; what points to an event follows."""
        key, old = key_of(table), row[key_of(table)]
        if new == old:
            return
        del self.rows[table][old]
        self._record_under(table, old, new)
        row[key] = new
        row["coding"] = RULED
        self.rows[table][new] = row
        self.note(ruling, self.whole(table, row), old, new)
        if table == "events":
            for name in OF_EVENTS:
                for each in self.where(name, event_id=old):
                    self.move(ruling, name, each, new)

    def move(self, ruling: Ruling, table: str, row: Row, event_id: str | None) -> None:
        """Give a row to another event; where the event is part of what it stands for, its id changes, too."""
        self.set(ruling, table, row, "event_id", event_id)
        if table in {"reports", "participants"}:
            self.rename(ruling, table, row, self.derived_id(table, row))

    def count_reports(self, ruling: Ruling, event: Row) -> None:
        """Bring `n_reports` of an event up to date."""
        self.set(ruling, "events", event, "n_reports", len(self.where("reports", event_id=event["event_id"])))

    @staticmethod
    def whole(table: str, row: Row) -> Touched:
        """A row as a whole, for the record: the cell of its key."""
        return Touched(table, row[key_of(table)], key_of(table))

    def derived_id(self, table: str, row: Row) -> str:
        """The id that follows from what a row holds."""
        return derived_id(table, row, self.articles[row["article_id"]]["sha256"])

    def note(self, ruling: Ruling, touched: Touched, was: object, becomes: object) -> None:
        """Put on record what a ruling did to a cell; of several changes of one cell first and last stand."""
        key = (ruling.ruling_id, *touched)
        before = self.record.get(key)
        self.record[key] = {
            "ruling_id": ruling.ruling_id,
            "action": ruling.action,
            "table_name": touched.table,
            "row_id": touched.row_id,
            "column_name": touched.column,
            "was": before["was"] if before else to_text(was),
            "becomes": to_text(becomes),
            "reason": ruling.reason,
            "ruled_by": ruling.who,
            "ruled_on": ruling.day,
        }

    def _record_under(self, table: str, old: str, new: str) -> None:
        """Tell what is on record of a row under the id that it has in the end."""
        record = {}
        for (number, name, row_id, column), entry in self.record.items():
            its_id = new if (name, row_id) == (table, old) else row_id
            record[number, name, its_id, column] = {**entry, "row_id": its_id}
        self.record = record
