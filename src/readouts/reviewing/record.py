"""Rulings as rows of `seeds/rulings.csv`, written whole or not at all."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from readouts.rulings.judged import summary
from readouts.seeds.rulings import HEADER
from readouts.seeds.types import Ruling, RulingCell
from readouts.whole import replace_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from readouts.reviewing.units import Item
    from readouts.seeds.types import Place

NUMBER = re.compile(r"r([0-9]+)")


@dataclass(frozen=True)
class Reviewer:
    """Who rules, and on which day."""

    who: str
    day: date

    def accept(self, number: str, item: Item) -> Ruling:
        """A row is right as it is."""
        return self._ruling(number, "accept", item, [_whole(item)], None)

    def drop(self, number: str, item: Item, reason: str) -> Ruling:
        """A row should not be there."""
        return self._ruling(number, "drop", item, [_whole(item)], reason)

    def change(self, number: str, item: Item, cells: Sequence[RulingCell], reason: str) -> Ruling:
        """Cells of a row are wrong."""
        return self._ruling(number, "change", item, cells, reason)

    def add(self, number: str, place: Place, cells: Sequence[RulingCell], reason: str) -> Ruling:
        """A position that the coder missed."""
        return Ruling(number, "add", "positions", None, place, tuple(cells), reason, self.who, self.day, 0)

    def _ruling(
        self, number: str, action: str, item: Item, cells: Sequence[RulingCell], reason: str | None
    ) -> Ruling:
        return Ruling(
            ruling_id=number,
            action=action,
            table=item.table,
            row=item.row_id,
            place=item.place,
            cells=tuple(cells),
            reason=reason,
            who=self.who,
            day=self.day,
            line=0,
        )


def next_number(numbers: Iterable[str]) -> str:
    """The number after the highest there is: `r0001`."""
    found = map(NUMBER.fullmatch, numbers)
    return f"r{max((int(match[1]) for match in found if match), default=0) + 1:04d}"


def write_rulings(path: Path, rulings: Iterable[Ruling]) -> None:
    """Write rulings as CSV, in their order."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for ruling in rulings:
        writer.writerows(_lines(ruling))
    replace_text(path, text.getvalue())


def _lines(ruling: Ruling) -> list[list[str]]:
    """A row a cell; what is said of the ruling stands in the first."""
    told = (ruling.reason or "", ruling.who, ruling.day.isoformat())
    about = (ruling.action, ruling.table, ruling.row or "", str(ruling.place or ""))
    lines = []
    for number, cell in enumerate(ruling.cells):
        first, last = (about, told) if number == 0 else (("",) * len(about), ("",) * len(told))
        lines.append([ruling.ruling_id, *first, cell.column, cell.was or "", cell.becomes or "", *last])
    return lines


def _whole(item: Item) -> RulingCell:
    return RulingCell("", summary(item.table, item.row), None, 0)
