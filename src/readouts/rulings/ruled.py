"""The rows while they are ruled upon, and the record of what was touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from readouts.coder.rows.identity import derived_id
from readouts.rulings.cells import to_text
from readouts.seeds.types import Place
from readouts.tables import RULED_TABLES
from readouts.tables.models import primary_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.seeds.types import Ruling

Row = dict[str, Any]
ActorSource = Callable[[str], dict[str, Any] | None]
"""Gives the row of an actor that rulings name and the coder did not meet, or None."""
Rows = dict[str, list[Row]]
RULED = "ruling"
OF_EVENTS = ("reports", "participants", "positions")
"""The tables whose rows point to events."""


class Touched(NamedTuple):
    """A cell that a ruling touched."""

    table: str
    row_id: str
    column: str


def _by_event(rows: Mapping[str, Row]) -> dict[object, dict[str, Row]]:
    """The rows by event and id."""
    found: dict[object, dict[str, Row]] = {}
    for row_id, row in rows.items():
        found.setdefault(row["event_id"], {})[row_id] = row
    return found


def key_of(table: str) -> str:
    """The column of the key of a table that can be ruled upon."""
    return primary_key(table)[0]


class RuledTables:
    """The rows by table and id. Whatever changes them goes through here, so that all of it is on record."""

    def __init__(
        self, rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str], actor_row: ActorSource
    ) -> None:
        self.rest = {name: [*found] for name, found in rows.items() if name not in RULED_TABLES}
        self.rows = {name: {row[key_of(name)]: dict(row) for row in rows[name]} for name in RULED_TABLES}
        self.texts = texts
        self._met = {row["actor_id"]: row for row in rows["actors"]}
        self._actor_row = actor_row
        self.articles = {row["article_id"]: row for row in rows["articles"]}
        self.ids_of_files = {row["file"]: row["article_id"] for row in rows["articles"]}
        self.record: dict[tuple[str, str, str, str], Row] = {}
        self._ids_ever = {name: set(found) for name, found in self.rows.items()}
        self._named: set[tuple[str, str]] = set()
        self._at_event = {name: _by_event(self.rows[name]) for name in OF_EVENTS}

    def begin(self) -> None:
        """Begin with a ruling: no row is named by it yet."""
        self._named = set()

    def name(self, table: str, row: Row) -> Row:
        """Note that the ruling names a row."""
        self._named.add((table, row[key_of(table)]))
        return row

    def was_ever(self, table: str, row_id: str) -> bool:
        """Whether a row of this build has or had an id."""
        return row_id in self._ids_ever[table]

    def tables(self) -> Rows:
        """The rows of all tables, with those of the record as `rulings`."""
        ruled = {name: list(found.values()) for name, found in self.rows.items()}
        return {**self.rest, **ruled, "rulings": list(self.record.values())}

    def actor(self, actor_id: str) -> Row | None:
        """The row of an actor, whom the coder met or only the seeds or the lexicon know."""
        return self._met.get(actor_id) or self._actor_row(actor_id)

    def where(self, table: str, **wanted: object) -> list[Row]:
        """The rows of a table that hold these values."""
        found = self._candidates(table, wanted)
        return [row for row in found if all(row[name] == value for name, value in wanted.items())]

    def _candidates(self, table: str, wanted: Mapping[str, object]) -> list[Row]:
        if table in OF_EVENTS and "event_id" in wanted:
            return list(self._at_event[table].get(wanted["event_id"], {}).values())
        return list(self.rows[table].values())

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
            self._take(table, row)
            row[column] = value
            row["coding"] = RULED
            self._hold(table, row)

    def put(self, ruling: Ruling, table: str, row: Row) -> None:
        """Put in a row that was not there."""
        self._hold(table, row)
        self.note(ruling, self.whole(table, self.name(table, row)), None, row[key_of(table)])

    def remove(self, ruling: Ruling, table: str, row: Row) -> None:
        """Take a row out."""
        self._take(table, row)
        self.note(ruling, self.whole(table, row), row[key_of(table)], None)

    def rename(self, ruling: Ruling, table: str, row: Row, new: str) -> None:
        """Give a row another id; what points to an event follows."""
        key, old = key_of(table), row[key_of(table)]
        if new == old:
            return
        self._take(table, row)
        self._record_under(table, old, new)
        row[key] = new
        row["coding"] = RULED
        self._hold(table, row)
        if (table, old) in self._named:
            self.name(table, row)
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

    def _hold(self, table: str, row: Row) -> None:
        self.rows[table][row[key_of(table)]] = row
        self._ids_ever[table].add(row[key_of(table)])
        if table in OF_EVENTS:
            self._at_event[table].setdefault(row["event_id"], {})[row[key_of(table)]] = row

    def _take(self, table: str, row: Row) -> None:
        del self.rows[table][row[key_of(table)]]
        if table in OF_EVENTS:
            del self._at_event[table][row["event_id"]][row[key_of(table)]]

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
            "is_direct": (touched.table, touched.row_id) in self._named,
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
