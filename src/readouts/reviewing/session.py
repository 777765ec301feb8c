"""A review under way: what comes next, and what each decision does. Every decision is written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.reviewing.record import next_number, write_rulings
from readouts.reviewing.units import Unit, units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from readouts.errors import Problem
    from readouts.reviewing.bench import Bench
    from readouts.reviewing.record import Reviewer
    from readouts.reviewing.units import Item
    from readouts.seeds.types import Place, Ruling, RulingCell


class Session:
    """The review of one checkout, or of one article of it.

    Attributes:
        bench: texts, rows and rulings as they are now.
    """

    def __init__(self, bench: Bench, path: Path, reviewer: Reviewer, file: str | None = None) -> None:
        self.bench = bench
        self._path, self._reviewer, self._file = path, reviewer, file
        self._before: list[tuple[Ruling, ...]] = []
        self._skipped: set[str] = set()

    def units(self) -> list[Unit]:
        """All that is under review, seen or not."""
        return units(self.bench, self._file)

    def next(self) -> Unit | None:
        """What is to be looked at now: the first unit with a row that nobody ruled upon."""
        open_ones = (unit for unit in self.units() if unit.unseen)
        return next((unit for unit in open_ones if unit.items[0].row_id not in self._skipped), None)

    def failed(self) -> dict[str, Problem]:
        """The rulings that do not apply any more."""
        return self.bench.failed()

    def accept(self, unit: Unit) -> None:
        """All rows of a unit that nobody ruled upon are right."""
        rulings = [*self.bench.rulings]
        for item in unit.unseen:
            rulings.append(self._reviewer.accept(next_number(rulings), item))
        self._decide(rulings)

    def change(self, item: Item, cells: Sequence[RulingCell], reason: str) -> None:
        """Cells of a row are wrong.

        Raises:
            ReadoutsError: they cannot become so; nothing was written.
        """
        number = next_number(self.bench.rulings)
        self._decide([*self.bench.rulings, self._reviewer.change(number, item, cells, reason)])

    def drop(self, item: Item, reason: str) -> None:
        """A row should not be there; raises as `change` does."""
        number = next_number(self.bench.rulings)
        self._decide([*self.bench.rulings, self._reviewer.drop(number, item, reason)])

    def add(self, place: Place, cells: Sequence[RulingCell], reason: str) -> None:
        """A position was missed; raises as `change` does."""
        number = next_number(self.bench.rulings)
        self._decide([*self.bench.rulings, self._reviewer.add(number, place, cells, reason)])

    def skip(self, unit: Unit) -> None:
        """Leave a unit for another time."""
        self._skipped.add(unit.items[0].row_id)

    def take_out(self, ruling_id: str) -> None:
        """Take a ruling out that does not apply any more."""
        self._write([ruling for ruling in self.bench.rulings if ruling.ruling_id != ruling_id])

    def undo(self) -> bool:
        """Take the last decision of this session back; False where there is none."""
        if not self._before:
            return False
        self._write(self._before.pop())
        return True

    def _decide(self, rulings: Sequence[Ruling]) -> None:
        self.bench.ruled(rulings).check()
        self._before.append(self.bench.rulings)
        self._write(rulings)

    def _write(self, rulings: Sequence[Ruling]) -> None:
        write_rulings(self._path, rulings)
        self.bench = self.bench.ruled(rulings)
