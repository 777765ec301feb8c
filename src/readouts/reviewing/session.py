"""A review under way: what comes next, and what each decision does. Every decision is written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import ReadoutsError
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
        self._held = path.read_bytes()
        self._numbers = [ruling.ruling_id for ruling in bench.rulings]
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
        accepted = [self._reviewer.accept(self._number(), item) for item in unit.unseen]
        self._decide([*self.bench.rulings, *accepted])

    def change(self, item: Item, cells: Sequence[RulingCell], reason: str) -> None:
        """Cells of a row are wrong.

        Raises:
            ReadoutsError: they cannot become so; nothing was written.
        """
        self._decide([*self.bench.rulings, self._reviewer.change(self._number(), item, cells, reason)])

    def drop(self, item: Item, reason: str) -> None:
        """A row should not be there; raises as `change` does."""
        self._decide([*self.bench.rulings, self._reviewer.drop(self._number(), item, reason)])

    def add(self, place: Place, cells: Sequence[RulingCell], reason: str) -> None:
        """A position was missed; raises as `change` does."""
        self._decide([*self.bench.rulings, self._reviewer.add(self._number(), place, cells, reason)])

    def skip(self, unit: Unit) -> None:
        """Leave a unit for another time."""
        self._skipped.add(unit.items[0].row_id)

    def take_out(self, ruling_id: str) -> None:
        """Take a ruling out that does not apply any more."""
        kept = [ruling for ruling in self.bench.rulings if ruling.ruling_id != ruling_id]
        self._write(self.bench.ruled(kept))

    def undo(self) -> bool:
        """Take the last decision of this session back; False where there is none."""
        if not self._before:
            return False
        self._write(self.bench.ruled(self._before[-1]))
        self._before.pop()
        return True

    def _number(self) -> str:
        """A number that no ruling has, nor had in this session."""
        self._numbers.append(next_number(self._numbers))
        return self._numbers[-1]

    def _decide(self, rulings: Sequence[Ruling]) -> None:
        before, decided = self.bench.rulings, self.bench.ruled(rulings)
        decided.check()
        self._write(decided)
        self._before.append(before)

    def _write(self, bench: Bench) -> None:
        if self._path.read_bytes() != self._held:
            message = (
                f"{self._path}: somebody else has changed it; quit, and review again: nothing was written"
            )
            raise ReadoutsError(message)
        write_rulings(self._path, bench.rulings)
        self._held = self._path.read_bytes()
        self.bench = bench
