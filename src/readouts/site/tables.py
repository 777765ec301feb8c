"""The tables of a release as the pages need them: rows, and rows by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """The tables of a release, read when they are asked for.

    Attributes:
        folder: the folder of the release.
    """

    folder: Path

    def read(self, table: str) -> list[Row]:
        """The rows of a table; none where the release has no such table."""
        path = self.folder / f"{table}.parquet"
        rows: list[Row] = pq.read_table(path).to_pylist() if path.is_file() else []
        return rows

    @cached_property
    def articles(self) -> dict[str, Row]:
        """The articles by id."""
        return {row["article_id"]: row for row in self.read("articles")}

    @cached_property
    def events(self) -> dict[str, Row]:
        """The events by id."""
        return {row["event_id"]: row for row in self.read("events")}

    @cached_property
    def actors(self) -> dict[str, Row]:
        """The actors by id."""
        return {row["actor_id"]: row for row in self.read("actors")}

    @cached_property
    def positions(self) -> list[Row]:
        """The positions."""
        return self.read("positions")

    @cached_property
    def participants(self) -> dict[str, list[Row]]:
        """The participants by event, in the order of their names."""
        return _by(sorted(self.read("participants"), key=_name), "event_id")

    @cached_property
    def reports(self) -> dict[str, list[Row]]:
        """The reports by event."""
        return _by(self.read("reports"), "event_id")

    @cached_property
    def coverage(self) -> dict[str, list[Row]]:
        """What was looked for, by article."""
        return _by(self.read("coverage"), "article_id")

    @cached_property
    def rulings(self) -> dict[str, list[Row]]:
        """What was ruled, by the id of the row."""
        return _by(self.read("rulings"), "row_id")


def _by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return dict(found)


def _name(row: Row) -> tuple[str, str]:
    return row["name"], row["participant_id"]
