"""Who holds a position, and the two sides of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.model import Entity


@dataclass(frozen=True)
class Holding:
    """One holder of a position, with who voices it."""

    holder: str
    speaker: Entity | None
    voice: str
    speech: str


@dataclass(frozen=True)
class Dyad:
    """The sides of an article, in the order in which they appear, each with the person who stands for it."""

    sides: tuple[str, ...]
    persons: tuple[Entity | None, ...]

    def other(self, side: str) -> str | None:
        """The side that faces a side; None where it isn't told."""
        return next((s for s in self.sides if s != side), None)

    def person(self, side: str) -> Entity | None:
        """The person who stands for a side."""
        return next((p for s, p in zip(self.sides, self.persons, strict=True) if s == side), None)
