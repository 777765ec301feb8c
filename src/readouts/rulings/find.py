"""Which row a ruling is about, and the message where it no longer applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import Problem
from readouts.rulings.judged import summary
from readouts.rulings.ruled import key_of

if TYPE_CHECKING:
    from readouts.rulings.ruled import Row, RuledTables
    from readouts.seeds.types import Place, Ruling, RulingCell

AGAIN = "look at it again with `readouts review`, then correct the ruling or take it out"


class NotApplicable(Exception):
    """A ruling that does not apply; it carries what is shown of it."""

    def __init__(self, ruling: Ruling, what: str, expected: str = "", do: str = AGAIN, line: int = 0) -> None:
        where = f"seeds/rulings.csv, row {line or ruling.line} ({ruling.ruling_id}, {ruling.action})"
        self.problem = Problem(where, what, expected, do)
        super().__init__(str(self.problem))


def find_row(ruled: RuledTables, ruling: Ruling) -> Row:
    """The row that a ruling is about.

    Raises:
        NotApplicable: it is not there, stands elsewhere, or is not as the ruling has it.
    """
    row = _named(ruled, ruling) if ruling.row else _at(ruled, ruling)
    _check_whole(ruling, row)
    return ruled.name(ruling.table, row)


def check_cell(ruling: Ruling, row: Row, cell: RulingCell, now: str | None) -> None:
    """Make sure that a cell still holds what a ruling corrects."""
    where = f"{row[key_of(ruling.table)]}, {cell.column}"
    if now == cell.was:
        return
    if now == cell.becomes:
        do = "the coder has learnt it: take the ruling out"
        raise NotApplicable(ruling, f"{where} is {_shown(now)} already", _shown(cell.was), do, cell.line)
    raise NotApplicable(ruling, f"{where} is now {_shown(now)}", _shown(cell.was), line=cell.line)


def _named(ruled: RuledTables, ruling: Ruling) -> Row:
    row = ruled.rows[ruling.table].get(ruling.row or "")
    if row is None:
        raise _gone(ruled, ruling)
    places = [*ruled.places(ruling.table, row)]
    if ruling.place and ruling.place not in places:
        what = f"{ruling.row} stands at {' and '.join(map(str, places))}"
        raise NotApplicable(ruling, what, str(ruling.place))
    return row


def _at(ruled: RuledTables, ruling: Ruling) -> Row:
    """The one row whose evidence stands at the place, and which holds what the ruling corrects."""
    found = [
        row
        for row in ruled.rows[ruling.table].values()
        if ruling.place in [*ruled.places(ruling.table, row)] and _is_as_told(ruling, row)
    ]
    if not found:
        raise _gone(ruled, ruling)
    if len(found) > 1:
        ids = ", ".join(row[key_of(ruling.table)] for row in found)
        raise NotApplicable(ruling, f"several rows stand at {ruling.place}: {ids}", "one row", "give its id")
    return found[0]


def _is_as_told(ruling: Ruling, row: Row) -> bool:
    told = ruling.cells[0].was
    return bool(ruling.cells[0].column) or told in {None, summary(ruling.table, row)}


def _gone(ruled: RuledTables, ruling: Ruling) -> NotApplicable:
    there = [
        f"{row[key_of(ruling.table)]} ({summary(ruling.table, row)})"
        for row in ruled.rows[ruling.table].values()
        if any(_overlap(ruling.place, place) for place in ruled.places(ruling.table, row))
    ]
    named = f"{ruling.row} is not in {ruling.table}" if ruling.row else f"no such row of {ruling.table}"
    at = f"; at {ruling.place} now: {' and '.join(there) or 'nothing'}" if ruling.place else ""
    cell = ruling.cells[0]
    wanted = f"{cell.column} {_shown(cell.was)}" if cell.column else cell.was or "the row"
    return NotApplicable(ruling, named + at, wanted)


def _overlap(one: Place | None, other: Place) -> bool:
    return one is not None and one.file == other.file and one.start < other.end and other.start < one.end


def _check_whole(ruling: Ruling, row: Row) -> None:
    told, now = ruling.cells[0].was, summary(ruling.table, row)
    if not ruling.cells[0].column and told not in {None, now}:
        raise NotApplicable(ruling, f"{row[key_of(ruling.table)]} now reads {_shown(now)}", _shown(told))


def _shown(text: str | None) -> str:
    return "(empty)" if text is None else f"'{text}'"
