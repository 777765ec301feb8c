"""Rows of the comparison as they are told to people: one thing a row, with its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

EMPTY = "(empty)"
"""How a cell without value is told."""

MARK = "coding"
"""The mark of a ruling: told only where nothing else of a row changed."""

SENTENCES = {"evidence", "formula", "label", "title", "proof"}
"""Columns whose values are told in quotation marks."""


@dataclass(frozen=True)
class Cell:
    """A cell that changed."""

    column: str
    was: str | None
    becomes: str | None
    reason: str | None

    def values(self) -> tuple[str, str]:
        """What it was and what it becomes, as people read it."""
        return self._shown(self.was), self._shown(self.becomes)

    def _shown(self, value: str | None) -> str:
        if value is None:
            return EMPTY
        return f"“{value}”" if self.column in SENTENCES else value


@dataclass(frozen=True)
class Told:
    """What became of one row.

    Attributes:
        table: name of its table.
        kind: `added`, `changed`, `moved` or `removed`.
        row_id: its id in the newer release; in the older one where it was removed.
        formerly: its id in the older release, where both hold it.
        label: the row in a few words.
        evidence: the words it rests on.
        article: the file of the article.
        reason: why the row as a whole was added, moved or removed.
        cells: its cells that changed.
    """

    table: str
    kind: str
    row_id: str
    formerly: str | None
    label: str
    evidence: str | None
    article: str | None
    reason: str | None
    cells: tuple[Cell, ...]

    @property
    def ids(self) -> str:
        """Its id, or both where it has another now."""
        return f"{self.formerly} -> {self.row_id}" if self.kind == "moved" else self.row_id

    @property
    def quotation(self) -> str:
        """Its evidence in quotation marks; empty where a changed cell tells it already."""
        told = any(cell.column == "evidence" for cell in self.cells)
        return f"“{self.evidence}”" if self.evidence and not told else ""


def told_rows(rows: pd.DataFrame) -> Iterator[Told]:
    """Gather the lines of each row, in order."""
    lines: list[dict[str, Any]] = []
    for line in rows.to_dict("records"):
        if lines and _name(lines[0]) != _name(line):
            yield _told(lines)
            lines = []
        lines.append({str(name): value for name, value in line.items()})
    if lines:
        yield _told(lines)


def told_groups(rows: pd.DataFrame) -> dict[tuple[str, str], list[Told]]:
    """Gather the rows by table and kind, in order."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for row in told_rows(rows):
        groups.setdefault((row.table, row.kind), []).append(row)
    return groups


def _name(line: dict[Any, Any]) -> tuple[Any, ...]:
    return line["table"], line["kind"], line["row_id"]


def _told(lines: list[dict[str, Any]]) -> Told:
    first = lines[0]
    names = ("table", "kind", "row_id", "formerly", "label", "evidence", "article")
    whole = None if first["change"] == "changed" else first["reason"]
    cells = tuple(
        Cell(line["column"], line["was"], line["becomes"], line["reason"])
        for line in lines
        if line["change"] == "changed"
    )
    if len(cells) > 1:
        cells = tuple(cell for cell in cells if cell.column != MARK)
    return Told(**{name: first[name] for name in names}, reason=whole, cells=cells)
