"""Reads what people ruled on single rows: `rulings.csv`."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from readouts.seeds import cells
from readouts.seeds.tables import Columns, Row, read_table
from readouts.seeds.types import Place, Ruling, RulingCell
from readouts.tables import RULED_TABLES
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from readouts.errors import Problem

HEADER = ("ruling", "action", "table", "row", "evidence", "column", "was", "becomes", "reason", "who", "date")
COLUMNS = Columns(HEADER)
OF_THE_RULING = ("action", "table", "row", "evidence", "reason", "who", "date")
PLACE = re.compile(r"(.+)@([0-9]+)-([0-9]+)")
ONLY_TABLE = {"join": "events", "split": "reports"}
"""Actions that are about rows of one table alone."""
ABOUT_CELLS = frozenset({"change", "add"})
NEEDS_BECOMES = frozenset({"join", "pin"})
ONE_LINE = frozenset({"accept", "drop", "join", "split", "pin"})


def collect_rulings(path: Path, label: str, problems: list[Problem]) -> tuple[Ruling, ...]:
    """The rulings of a CSV file in its order; what is wrong with them is reported."""
    rows = read_table(path, label, COLUMNS, problems).rows
    rulings = []
    seen: dict[str, int] = {}
    for number, group in groupby(rows, key=lambda row: row["ruling"]):
        lines = list(group)
        before = seen.setdefault(number, lines[0].number)
        if number and before != lines[0].number:
            do = "put the rows of one ruling one below the other, or give it a number of its own"
            problems.append(lines[0].problem("ruling", f"'{number}' is that of row {before} already", do=do))
        ruling = _ruling(lines, problems)
        if ruling is not None:
            rulings.append(ruling)
    return tuple(rulings)


def _ruling(lines: Sequence[Row], problems: list[Problem]) -> Ruling | None:
    before, first = len(problems), lines[0]
    cells.filled(first, "ruling", problems, "number it, such as r0001")
    action = _code(first, "action", codes("ruling_action"), problems)
    table = _code(first, "table", (ONLY_TABLE[action],) if action in ONLY_TABLE else RULED_TABLES, problems)
    place = _place(first, problems)
    day = cells.day(first, "date", problems, "give the day of the ruling")
    for column in ("who", "date") if action == "accept" else ("reason", "who", "date"):
        cells.filled(first, column, problems, "fill it: a ruling is on the record")
    problems.extend(_misplaced(first, action))
    problems.extend(_at_odds(lines))
    problems.extend(_too_many(lines, action))
    told = tuple(_cell(row, action, problems) for row in lines)
    if len(problems) > before or day is None:
        return None
    return Ruling(
        ruling_id=first["ruling"],
        action=action,
        table=table,
        row=first["row"] or None,
        place=place,
        cells=told,
        reason=first["reason"] or None,
        who=first["who"],
        day=day,
        line=first.number,
    )


def _code(row: Row, column: str, known: Sequence[str], problems: list[Problem]) -> str:
    code = row[column]
    if code not in known:
        what = f"unknown code '{code}'" if code else "is empty"
        problems.append(row.problem(column, what, "one of " + ", ".join(known), "use one of these"))
    return code


def _place(row: Row, problems: list[Problem]) -> Place | None:
    text = row["evidence"]
    if not text:
        return None
    found = PLACE.fullmatch(text)
    if found is None or int(found[2]) >= int(found[3]):
        expected = "the text's file and the first and last offset, such as 003.txt@120-260"
        problems.append(row.problem("evidence", f"'{text}' is no place in a text", expected, "correct it"))
        return None
    return Place(found[1], int(found[2]), int(found[3]))


def _misplaced(row: Row, action: str) -> Iterator[Problem]:
    """A ruling says which row it is about; the row that is added has only a place."""
    if action == "add":
        if row["row"]:
            do = "leave it empty, and pin the id by another ruling if it must be this one"
            yield row.problem("row", "names a row that is still to be made", do=do)
        if not row["evidence"]:
            do = "say where the words stand, such as 003.txt@120-260"
            yield row.problem("evidence", "is empty", do=do)
    elif not row["row"] and not row["evidence"]:
        do = "give the id of the row, or its evidence, such as 003.txt@120-260"
        yield row.problem("row", "is empty, and so is evidence", do=do)


def _at_odds(lines: Sequence[Row]) -> Iterator[Problem]:
    """Further rows of a ruling repeat what the first says of it, or leave it empty."""
    for row in lines[1:]:
        for column in OF_THE_RULING:
            if row[column] not in {"", lines[0][column]}:
                what = f"is '{row[column]}' within ruling {row['ruling']}"
                do = "leave it empty, or number the ruling anew"
                yield row.problem(column, what, f"'{lines[0][column]}', as in its first row", do)


def _too_many(lines: Sequence[Row], action: str) -> Iterator[Problem]:
    """Only cells need further rows."""
    for row in lines[1:] if action in ONE_LINE else ():
        what = f"is a further row of {row['ruling']}, and {action} is about the row as a whole"
        yield row.problem("ruling", what, do="number it anew, or take it out")


def _cell(row: Row, action: str, problems: list[Problem]) -> RulingCell:
    column, was, becomes = row["column"], row["was"] or None, row["becomes"] or None
    if action in ABOUT_CELLS and not column:
        problems.append(row.problem("column", "is empty", "the column that the ruling is about", "fill it"))
    if action not in ABOUT_CELLS and column:
        what = f"is '{column}', and {action} is about the row as a whole"
        problems.append(row.problem("column", what, do="leave it empty"))
    if action == "change" and was == becomes:
        problems.append(row.problem("becomes", "is what it was", do="say what is right, or accept the row"))
    if action in NEEDS_BECOMES and becomes is None:
        problems.append(row.problem("becomes", "is empty", "an id", f"say which id, as {action} needs one"))
    if action in ONE_LINE - NEEDS_BECOMES and becomes is not None:
        problems.append(
            row.problem("becomes", f"is filled, and {action} changes no cell", do="leave it empty")
        )
    return RulingCell(column, was, becomes, row.number)
