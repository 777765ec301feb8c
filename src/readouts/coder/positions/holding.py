"""Who holds a position, and the two sides of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.model import Entity

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(frozen=True)
class Holding:
    """One holder of a position, with who voices it."""

    holder: str
    speaker: Entity | None
    voice: str
    speech: str


@dataclass(frozen=True)
class Dyad:
    """The sides of an article, in the order in which they appear, each with the person who stands for it.

    `circle`: the sides that the sentence tells of which first names people of several.
    """

    sides: tuple[str, ...]
    persons: tuple[Entity | None, ...]
    circle: tuple[str, ...] = ()

    def meant_by(self, words: str) -> tuple[str, ...]:
        """The sides that 'both', 'the three ministers' or 'all' are."""
        told = next((n for word, n in _NUMBERS.items() if word in words.split()), None)
        return self.sides[:told] if told else self.circle or self.sides[:2]

    def other(self, side: str) -> str | None:
        """The side that faces a side; None where it isn't told."""
        return next((s for s in self.sides if s != side), None)

    def person(self, side: str) -> Entity | None:
        """The person who stands for a side."""
        return next((p for s, p in zip(self.sides, self.persons, strict=True) if s == side), None)
