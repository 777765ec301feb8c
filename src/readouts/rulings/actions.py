"""What each kind of ruling does to the rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.rulings.added import complete, new_row
from readouts.rulings.cells import column_of, to_text, to_value
from readouts.rulings.find import NotApplicable, check_cell, find_row
from readouts.rulings.joining import give_reports_to, join_into
from readouts.rulings.ruled import RULED, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from readouts.rulings.ruled import Row, RuledTables
    from readouts.seeds.types import Ruling, RulingCell

SALIENCE = "salience"
ONE_AN_EVENT = {"participants": "actor_id", "reports": "article_id"}
OFFSETS = frozenset({"evidence_start", "evidence_end"})
NOT_RULED = frozenset({"evidence", "rule", "coding", "n_reports", "event_id", "article_id"})
"""Columns that follow from others, or that other kinds of rulings change."""
STANDS_FOR: Mapping[str, frozenset[str]] = {
    "events": frozenset(),
    "reports": frozenset(),
    "participants": frozenset({"actor_id"}),
    "positions": frozenset({"holder", "topic"}),
}
"""Columns that are part of what a row is: an id never changes its meaning, so with them the id changes."""


def accept(ruled: RuledTables, ruling: Ruling) -> None:
    """Put on record that a row is right."""
    row = find_row(ruled, ruling)
    row_id = row[key_of(ruling.table)]
    ruled.note(ruling, ruled.whole(ruling.table, row), row_id, row_id)


def change(ruled: RuledTables, ruling: Ruling) -> None:
    """Correct cells of a row."""
    row = find_row(ruled, ruling)
    was = dict(row)
    for cell in ruling.cells:
        check_cell(ruling, row, cell, to_text(row.get(cell.column)))
        ruled.set(ruling, ruling.table, row, cell.column, _value(ruling, cell))
    touched = {cell.column for cell in ruling.cells}
    if touched & OFFSETS:
        _refuse_elsewhere(ruling, was, row)
        ruled.set(ruling, ruling.table, row, "evidence", _words(ruled, ruling, row))
    complete(ruled, ruling, row, touched)
    _refuse_twice(ruled, ruling, row)
    if touched & STANDS_FOR[ruling.table]:
        ruled.rename(ruling, ruling.table, row, _free(ruled, ruling, ruled.derived_id(ruling.table, row)))


def drop(ruled: RuledTables, ruling: Ruling) -> None:
    """Take a row out; with an event go its reports and participants."""
    row = find_row(ruled, ruling)
    if ruling.table == "events":
        _drop_what_tells_of(ruled, ruling, row)
    if ruling.table == "reports":
        _refuse_only_report(ruled, ruling, row, do="drop the event instead")
    ruled.remove(ruling, ruling.table, row)
    if ruling.table == "reports":
        ruled.count_reports(ruling, ruled.rows["events"][row["event_id"]])


def add(ruled: RuledTables, ruling: Ruling) -> None:
    """Put in a row that the coder missed; with an event comes its first report."""
    values = {cell.column: _new_value(ruling, cell) for cell in ruling.cells}
    of_report = {SALIENCE: values.pop(SALIENCE)} if ruling.table == "events" and SALIENCE in values else {}
    row = new_row(ruled, ruling, ruling.table, values)
    key = _free(ruled, ruling, row[key_of(ruling.table)])
    ruled.put(ruling, ruling.table, row)
    _refuse_twice(ruled, ruling, row)
    if ruling.table == "events":
        ruled.put(ruling, "reports", new_row(ruled, ruling, "reports", {"event_id": key, **of_report}))
    if ruling.table == "reports":
        ruled.count_reports(ruling, ruled.rows["events"][row["event_id"]])


def join(ruled: RuledTables, ruling: Ruling) -> None:
    """Make one event of two: the one that is named stays as it is, with what was told of the other."""
    gone, stays = find_row(ruled, ruling), ruled.rows["events"].get(ruling.cells[0].becomes or "")
    if stays is None or stays is gone:
        what = f"'{ruling.cells[0].becomes}' is no other event"
        raise NotApplicable(ruling, what, "the id of the event that stays")
    join_into(ruled, ruling, gone, stays)


def split(ruled: RuledTables, ruling: Ruling) -> None:
    """Make an event of its own of one report, with those whom and what the same article tells at it."""
    report = find_row(ruled, ruling)
    event = ruled.rows["events"][report["event_id"]]
    _refuse_only_report(ruled, ruling, report, do="take the ruling out")
    told = {**report, "event_type": event["event_type"]}
    new = _free(ruled, ruling, ruled.derived_id("events", told), "events")
    ruled.put(ruling, "events", {**event, "event_id": new, "n_reports": 1, "coding": RULED})
    give_reports_to(ruled, ruling, new, report)
    ruled.count_reports(ruling, event)


def pin(ruled: RuledTables, ruling: Ruling) -> None:
    """Give a row the id that it had before."""
    row, key = find_row(ruled, ruling), key_of(ruling.table)
    new = ruling.cells[0].becomes or ""
    pattern = column_of(ruling.table, key).checks["pattern"]
    if re.search(pattern, new) is None:
        what = f"'{new}' is no id of {ruling.table}"
        raise NotApplicable(ruling, what, f"text that matches {pattern}", "correct it")
    if ruled.was_ever(ruling.table, new):
        what, do = f"{new} is or was the id of another row of this build", "let the row keep its own"
        raise NotApplicable(ruling, what, "an id of an earlier release", do)
    ruled.rename(ruling, ruling.table, row, new)


def _refuse_elsewhere(ruling: Ruling, was: Row, row: Row) -> None:
    """Other words in another place are another report, or another position."""
    overlap = min(was["evidence_end"], row["evidence_end"]) - max(
        was["evidence_start"], row["evidence_start"]
    )
    if ruling.table in {"reports", "positions"} and overlap <= 0:
        where = f"{row['evidence_start']}-{row['evidence_end']}"
        expected = f"a place that overlaps {was['evidence_start']}-{was['evidence_end']}"
        raise NotApplicable(
            ruling, f"the evidence moves to {where}", expected, "drop the row, and add another"
        )


def _refuse_twice(ruled: RuledTables, ruling: Ruling, row: Row) -> None:
    """One row an actor and event, and one an article and event."""
    column = ONE_AN_EVENT.get(ruling.table)
    if column is None:
        return
    there = ruled.where(ruling.table, event_id=row["event_id"], **{column: row[column]})
    others = [each[key_of(ruling.table)] for each in there if each is not row]
    if others:
        what = f"{others[0]} has {column} {row[column]} at {row['event_id']} already"
        raise NotApplicable(ruling, what, f"one row for each {column} and event", "drop one of them first")


def _refuse_only_report(ruled: RuledTables, ruling: Ruling, report: Row, do: str) -> None:
    if len(ruled.where("reports", event_id=report["event_id"])) < 2:
        raise NotApplicable(ruling, f"it is the only report of {report['event_id']}", do=do)


def _drop_what_tells_of(ruled: RuledTables, ruling: Ruling, event: Row) -> None:
    for table in ("reports", "participants"):
        for row in ruled.where(table, event_id=event["event_id"]):
            ruled.remove(ruling, table, row)
    for row in ruled.where("positions", event_id=event["event_id"]):
        ruled.set(ruling, "positions", row, "event_id", None)


def _value(ruling: Ruling, cell: RulingCell) -> object:
    """What a cell becomes, in the type of its column."""
    if cell.column in NOT_RULED | {key_of(ruling.table)}:
        do = "it follows from other columns; ids are pinned, events joined and split"
        raise NotApplicable(ruling, f"{cell.column} is not changed so", do=do, line=cell.line)
    return _read(ruling, cell, ruling.table)


def _new_value(ruling: Ruling, cell: RulingCell) -> object:
    """What a cell of a new row holds; that of an event also tells the salience of its report."""
    if cell.column in (NOT_RULED - {"event_id"}) | OFFSETS | {key_of(ruling.table)}:
        do = "take it out: it follows from the place and from other columns"
        raise NotApplicable(ruling, f"{cell.column} is not told of a new row", do=do, line=cell.line)
    return _read(ruling, cell, "reports" if cell.column == SALIENCE else ruling.table)


def _read(ruling: Ruling, cell: RulingCell, table: str) -> object:
    try:
        return to_value(table, cell.column, cell.becomes)
    except (ValueError, KeyError) as error:
        what = f"{cell.column} cannot become '{cell.becomes or ''}': {error}"
        raise NotApplicable(ruling, what, do="correct it", line=cell.line) from None


def _words(ruled: RuledTables, ruling: Ruling, row: Row) -> str:
    """The evidence at the offsets of a row."""
    words = ruled.texts[row["article_id"]][row["evidence_start"] : row["evidence_end"]]
    if not words.strip():
        what = f"no words stand at {row['evidence_start']}-{row['evidence_end']}"
        raise NotApplicable(ruling, what, "offsets in the text", "correct them")
    return words


def _free(ruled: RuledTables, ruling: Ruling, row_id: str, table: str = "") -> str:
    """An id that no other row has."""
    other = ruled.rows[table or ruling.table].get(row_id)
    if other is None:
        return row_id
    what = f"the row is there already: {row_id}"
    do = "take the ruling out" if ruling.action == "add" else "drop one of the rows, or name another id"
    raise NotApplicable(ruling, what, "a row that is not there", do)


ACTIONS: Mapping[str, Callable[[RuledTables, Ruling], None]] = {
    "accept": accept,
    "change": change,
    "drop": drop,
    "add": add,
    "join": join,
    "split": split,
    "pin": pin,
}
