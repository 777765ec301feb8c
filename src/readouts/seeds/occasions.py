"""Reads the occasions that texts refer to: summits, forums, conferences with their days and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.seeds import cells
from readouts.seeds.tables import Columns, Row, read_table
from readouts.seeds.types import Occasion

if TYPE_CHECKING:
    from pathlib import Path

    from readouts.errors import Problem

COLUMNS = Columns(("name", "also", "start", "end", "place", "country", "proof"))


def collect_occasions(path: Path, label: str, problems: list[Problem]) -> tuple[Occasion, ...]:
    """The occasions of a CSV file in its order; what is wrong with them is reported."""
    occasions = []
    rows: dict[str, int] = {}
    for row in read_table(path, label, COLUMNS, problems).rows:
        before = rows.setdefault(row["name"].casefold(), row.number)
        if row["name"] and before != row.number:
            what, do = f"'{row['name']}' is the name of row {before} already", "add the year or the place"
            problems.append(row.problem("name", what, "one name for each occasion", do))
        occasion = _occasion(row, problems)
        if occasion is not None:
            occasions.append(occasion)
    return tuple(occasions)


def _occasion(row: Row, problems: list[Problem]) -> Occasion | None:
    name = cells.filled(row, "name", problems, "name the occasion")
    start = cells.day(row, "start", problems, "give the first day")
    end = cells.day(row, "end", problems, "give the last day")
    for column in ("start", "end", "proof"):
        cells.filled(row, column, problems, "fill it, or leave the occasion out until it is known")
    country = cells.state(row, "country", problems)
    if start is None or end is None:
        return None
    if end < start:
        what = f"{end} is before the start, {start}"
        problems.append(row.problem("end", what, "the last day", "correct one of them"))
    also = cells.several(row, "also")
    return Occasion(name, also, start, end, row["place"] or None, country, row["proof"])
